import { editAccount } from '../../src/accounts/account.flow.ts';
import { findAccount } from '../../src/accounts/account.store.ts';
import { editContact } from '../../src/accounts/contact.flow.ts';
import { findContact } from '../../src/accounts/contact.store.ts';
import { rewind, type Step } from '../../src/accounts/revision.ts';
import { stepsSince } from '../../src/accounts/step.store.ts';
import { sameJson } from '../../src/lib/merge.ts';
import type { Values } from '../../src/templates/field.ts';
import type { House, Person } from '../support/house.ts';

export type Subject = 'account' | 'contact';
interface State {
  readonly version: number;
  readonly values: Values;
}
/** A form as a person has it on the screen: what they saw, and what stands in its fields. */
interface Form {
  readonly seen: State;
  readonly typed: Values;
}
/** A form that was sent and taken. */
interface Taken {
  readonly operationId: string;
  readonly seen: State;
  readonly mine: Values;
}
/** What a form came to. */
type Sent =
  | { readonly kind: 'taken' }
  | { readonly kind: 'clash'; readonly form: Form }
  | { readonly kind: 'broken'; readonly why: string };

/** Several people at one account and one of its contacts; remembers what each saw, typed and was told. */
export interface Scene {
  read(subject: Subject): Promise<State>;
  /** A person sends a form; after a clash they hold the one that they are shown. */
  send(person: Person, subject: Subject, form: Form, edits: Values): Promise<Sent>;
  /** Everything that is wrong with what was written, in words. */
  faults(subject: Subject): Promise<readonly string[]>;
}

export function sceneOf(house: House, ids: Readonly<Record<Subject, string>>): Scene {
  const taken: Record<Subject, Taken[]> = { account: [], contact: [] };
  const read = (subject: Subject): Promise<State> =>
    house.as(house.founder, async (work) => {
      const found = await (subject === 'account' ? findAccount : findContact)(work, ids[subject]);
      if (!found) throw new Error('gone');
      return { version: found.version, values: found.values };
    });

  async function send(person: Person, subject: Subject, { seen, typed }: Form, edits: Values): Promise<Sent> {
    const mine = { ...typed, ...edits };
    const input = { id: ids[subject], version: seen.version, mine };
    const { operationId, result } = await house.as(person, async (work) => ({
      operationId: work.operationId,
      result: outcome(subject === 'account' ? await editAccount(work, input) : await editContact(work, input)),
    }));
    if (result.ok) {
      taken[subject].push({ operationId, seen, mine });
      return { kind: 'taken' };
    }
    for (const { field, actorId, at, theirs } of result.clashes) {
      const isReal = !sameJson(theirs, mine[field]) && !sameJson(theirs, seen.values[field]);
      if (actorId === null || at === null)
        return { kind: 'broken', why: `${field}: who changed it, and when, is not told` };
      if (!isReal) return { kind: 'broken', why: `${field}: asked for nothing` };
      if (!sameJson(result.shown[field], mine[field]))
        return { kind: 'broken', why: `${field}: what was typed is gone` };
    }
    return { kind: 'clash', form: { seen: result.state, typed: result.shown } };
  }

  async function faults(subject: Subject): Promise<readonly string[]> {
    const now = await read(subject);
    const steps = await house.as(house.founder, (work) => stepsSince(work, ids[subject], 1));
    const entries = await house.sql(
      `SELECT "operationId", (changes #>> '{version,to}')::int AS version FROM "AuditEntry" WHERE "subjectId" = $1`,
      [ids[subject]],
    );
    const versions = new Map(entries.map((entry) => [String(entry['operationId']), Number(entry['version'])]));
    const at = (version: number): Values => rewind(now.values, steps, version);
    return [
      ...gaps(steps, now.version),
      ...taken[subject].flatMap((one) => losses(one, at, versions.get(one.operationId))),
    ];
  }
  return { read, send, faults };
}

type Outcome =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly clashes: readonly {
        readonly field: string;
        readonly theirs: unknown;
        readonly actorId: string | null;
        readonly at: Date | null;
      }[];
      readonly shown: Values;
      readonly state: State;
    };

function outcome(result: Awaited<ReturnType<typeof editAccount>> | Awaited<ReturnType<typeof editContact>>): Outcome {
  if (result.ok) return { ok: true };
  if (result.problem !== 'changed-meanwhile') throw new Error(result.problem);
  const { version, values } = 'account' in result ? result.account : result.contact;
  return { ok: false, clashes: result.clashes, shown: result.shown, state: { version, values } };
}

/** Each version follows from the one before it, through exactly one entry. */
function gaps(newestFirst: readonly Step[], version: number): readonly string[] {
  const froms = newestFirst.map(({ changes }) => Number(changes['version']?.from)).toReversed();
  const wanted = Array.from({ length: version - 1 }, (_, at) => at + 1);
  return sameJson(froms, wanted) ? [] : [`the audit tells of the versions ${froms}, not of 1 to ${version - 1}`];
}

/** What a form that was taken lost: of what the person typed, or of what others had written unseen by them. */
function losses(
  { seen, mine }: Taken,
  at: (version: number) => Values,
  version: number | undefined,
): readonly string[] {
  if (!sameJson(at(seen.version), seen.values)) return [`the audit does not lead back to version ${seen.version}`];
  const changed = Object.keys(mine).filter((field) => !sameJson(mine[field], seen.values[field]));
  if (version === undefined) {
    // Nothing was written: somebody else had written the very same.
    return [];
  }
  const [before, after] = [at(version - 1), at(version)];
  return changed.flatMap((field) => [
    ...(sameJson(after[field], mine[field]) ? [] : [`${field}: taken, but not written in version ${version}`]),
    ...(sameJson(before[field], seen.values[field]) || sameJson(before[field], mine[field])
      ? []
      : [`${field}: overwritten unseen in version ${version}`]),
  ]);
}
