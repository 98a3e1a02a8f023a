import { membersById } from '../access/member.store.ts';
import { authorise, may } from '../access/policy.ts';
import type { Account } from '../accounts/account.ts';
import { factsFor } from '../accounts/facts.store.ts';
import { type AuditRow, entriesOf, record } from '../audit/audit.store.ts';
import type { Changes } from '../audit/audit.ts';
import { holdsPersonal, openChanges } from '../audit/sealing.ts';
import type { Work } from '../db/work.ts';
import { accountFields } from '../templates/account-fields.ts';
import type { FieldFacts, Values } from '../templates/field.ts';
import { type Change, toldVerbs } from './change.ts';
import { idBefore } from './timeline.ts';
import type { TimelineCursor } from './timeline-wiring.ts';

/** Changes, and what the ids in them stand for. */
export interface Changed {
  readonly entries: readonly Change[];
  readonly facts: FieldFacts;
}

/** The newest changes of an account and its contacts before the cursor; opening personal values is written to the audit. */
export async function readChanges(
  work: Work,
  account: Pick<Account, 'id' | 'kept'>,
  { before, limit }: { readonly before: TimelineCursor | null; readonly limit: number },
): Promise<Changed> {
  authorise(work.actor, 'history.read', account.kept);
  const contacts = await work.db.contact.findMany({
    where: { accountId: account.id },
    select: { id: true, name: true },
  });
  const ids = [account.id, ...contacts.map((contact) => contact.id)];
  const rows = await entriesOf(work.db, ids, { before: before && idBefore(before), limit, verbs: toldVerbs });
  const people = await membersById(work.db, [...new Set(rows.flatMap((row) => row.actorId ?? []))]);
  const slackIds = new Map(people.map((member) => [member.id, member.slackUserId]));
  const mayPersonal = may(work.actor, 'contact.read', account.kept);
  if (mayPersonal) await recordReads(work, account.id, rows);
  const changed = rows.flatMap((row) => [sides(row.changes, 'from'), sides(row.changes, 'to')]);
  return {
    facts: await factsFor(work.db, accountFields, changed),
    entries: rows.map((row) => ({
      id: row.id,
      verb: toldVerbs.find((verb) => verb === row.verb) ?? 'account.changed',
      at: row.at,
      actor: slackIds.get(row.actorId ?? '') ?? null,
      about: mayPersonal ? (contacts.find((contact) => contact.id === row.subjectId)?.name ?? null) : null,
      changes: mayPersonal ? openChanges(row, work.vault) : row.changes,
      mayPutBack: may(work.actor, row.subject === 'contact' ? 'contact.edit' : 'account.edit', account.kept),
    })),
  };
}

/** Opening what personal values were is a read of them. */
async function recordReads(work: Work, accountId: string, rows: readonly AuditRow[]): Promise<void> {
  const opened = rows.filter(({ changes }) => holdsPersonal(changes));
  const verbs = opened.map(({ verb }) => (verb.startsWith('contact.') ? 'contacts.read' : 'notes.read'));
  for (const verb of new Set(verbs)) await record(work, { verb, subject: 'account', subjectId: accountId });
}

/** One side of all changes of an entry, as values. */
const sides = (changes: Changes, side: 'from' | 'to'): Values =>
  Object.fromEntries(Object.entries(changes).map(([field, change]) => [field, change[side] as Values[string]]));
