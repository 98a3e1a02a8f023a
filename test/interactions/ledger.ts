import { sameJson } from '../../src/lib/merge.ts';

/** An entry of the audit as it stands in the database. */
export interface Entry {
  readonly verb: string;
  readonly subjectId: string;
  readonly changes: Readonly<Record<string, { readonly from: unknown; readonly to: unknown }>>;
  readonly operationId: string;
}
/** What the entries of one record come to, and what is wrong with them. */
export interface Replayed {
  readonly values: Readonly<Record<string, unknown>>;
  readonly isThere: boolean;
  readonly faults: readonly string[];
}

const count = (entries: readonly Entry[], ...verbs: readonly string[]): number =>
  entries.filter(({ verb }) => verbs.includes(verb)).length;

/**
 * A record whose entries carry versions: each follows from the one before, whatever their ids and times say. Sealed values
 * differ in every entry and are left out.
 */
export function replay(entries: readonly Entry[], gone: string, back: string): Replayed {
  const steps = entries
    .filter(({ changes }) => changes['version'] !== undefined)
    .toSorted((one, other) => Number(one.changes['version']?.from) - Number(other.changes['version']?.from));
  const values: Record<string, unknown> = {};
  const faults: string[] = [];
  for (const [at, { changes, subjectId }] of steps.entries()) {
    if (!sameJson(changes['version'], { from: at, to: at + 1 })) faults.push(`${subjectId}: no step ${at}`);
    for (const [field, { from, to }] of Object.entries(changes)) {
      if (field === 'version' || field === 'summary') continue;
      if (!sameJson(values[field] ?? null, from))
        faults.push(`${subjectId}: ${field} did not stand as step ${at} says`);
      values[field] = to;
    }
  }
  const balance = count(entries, gone) - count(entries, back);
  if (balance !== 0 && balance !== 1) faults.push(`${subjectOf(entries)}: ${gone} ${balance} times more than ${back}`);
  return { values, isThere: balance === 0, faults };
}

/** A step or promise: what its own entries and those of the talk it was agreed in say of it. */
export interface ReplayedTask {
  readonly isDone: boolean;
  readonly isDropped: boolean;
  readonly assigneeId: string | null;
  readonly version: number;
  readonly faults: readonly string[];
}

/**
 * Entries of several people in one moment have no order that could be trusted, so nothing here rests on one: each deed is
 * done and taken back in turn, and a task goes from hand to hand.
 */
export function replayTask(id: string, own: readonly Entry[], ofTalks: readonly Entry[]): ReplayedTask {
  const went = ofTalks.filter(({ changes }) => holds(changes['tasks']?.from, id)).length;
  const came = ofTalks.filter(({ changes }) => holds(changes['tasks']?.to, id)).length;
  const done = count(own, 'task.done') - count(own, 'task.reopened');
  const dropped = count(own, 'task.dropped') - count(own, 'task.restored') + went - came;
  const hands = own.flatMap(({ changes }) => (changes['assigneeId'] ? [changes['assigneeId']] : []));
  const holder = holderOf(hands);
  const faults = [
    ...([0, 1].includes(done) ? [] : [`${id}: done ${done} times more than reopened`]),
    ...([0, 1].includes(dropped) ? [] : [`${id}: dropped ${dropped} times more than restored`]),
    ...(count(own, 'task.added') === 1 ? [] : [`${id}: added more or less than once`]),
    ...(holder === undefined ? [`${id}: does not go from hand to hand`] : []),
  ];
  return {
    isDone: done === 1,
    isDropped: dropped === 1,
    assigneeId: holder ?? null,
    version: own.length + went + came,
    faults,
  };
}

const holds = (ids: unknown, id: string): boolean => Array.isArray(ids) && ids.includes(id);
const subjectOf = (entries: readonly Entry[]): string => entries[0]?.subjectId ?? 'nobody';

/** Who was given it once more than they gave it away; undefined unless that is one person. */
function holderOf(hands: readonly { readonly from: unknown; readonly to: unknown }[]): string | undefined {
  const balance = new Map<string, number>();
  const add = (who: unknown, by: number): void => {
    if (typeof who === 'string') balance.set(who, (balance.get(who) ?? 0) + by);
  };
  for (const { from, to } of hands) {
    add(from, -1);
    add(to, 1);
  }
  const open = [...balance].filter(([, held]) => held !== 0);
  return open.length === 1 && open[0]?.[1] === 1 ? open[0][0] : undefined;
}
