import type { Words } from '../i18n/language.ts';
import { lowestId } from '../lib/id.ts';
import type { TimelineCursor, TimelineEntry } from './timeline-wiring.ts';

/** In the filter: everything. */
export const allKinds = 'all';

/** A page of an account's timeline, as the window shows it. */
export interface Timeline {
  readonly account: { readonly id: string; readonly name: string };
  /** What can be filtered by: the kinds that the reader may see at this account. */
  readonly kinds: readonly TimelineKind[];
  /** The kind that is shown; null for all of them. */
  readonly filter: string | null;
  readonly isFirst: boolean;
  readonly entries: readonly TimelineEntry[];
  readonly next: TimelineCursor | null;
}
export interface TimelineKind {
  readonly kind: string;
  readonly label: Words;
  readonly empty: Words;
}

interface Placed {
  readonly at: Date;
  readonly id: string;
}

/**
 * One page of several streams, newest first: by moment, then by id. Each stream brings its newest entries before the
 * page, one more than `size` where it has them.
 */
export function pageOf<Entry extends Placed>(
  streams: readonly (readonly Entry[])[],
  size: number,
): { readonly entries: readonly Entry[]; readonly next: TimelineCursor | null } {
  const all = streams.flat().toSorted(newestFirst);
  const entries = all.slice(0, size);
  const last = entries.at(-1);
  const isLast = all.length <= size || last === undefined;
  return { entries, next: isLast ? null : { at: last.at.toISOString(), id: last.id } };
}

const newestFirst = (one: Placed, other: Placed): number =>
  other.at.getTime() - one.at.getTime() || (one.id < other.id ? 1 : -1);

/**
 * The bound below which the ids of rows stand that come after the cursor, where ids are made of the rows' own moments.
 * The cursor may be another stream's: its id then lies anywhere, and is brought to its moment's first or last.
 */
export function idBefore({ at, id }: TimelineCursor): string {
  const moment = new Date(at);
  const first = lowestId(moment);
  const last = lowestId(new Date(moment.getTime() + 1));
  if (id < first) return first;
  return id > last ? last : id;
}
