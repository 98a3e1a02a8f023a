import { authorise, may } from '../access/policy.ts';
import { findAccount } from '../accounts/account.store.ts';
import { nameOf } from '../accounts/account.ts';
import type { Work } from '../db/work.ts';
import { pageOf, type Timeline } from './timeline.ts';
import type { TimelineCursor, TimelineStream } from './timeline-wiring.ts';

export interface TimelinePage {
  /** A kind of the streams; null, and any that the reader may not see, is all of them. */
  readonly filter: string | null;
  readonly before: TimelineCursor | null;
  readonly size: number;
}

/**
 * A page of what happened at an account, newest first, or null when there is no such account. Each stream is read by key
 * from the place where the page above ended, so that every page costs the same.
 */
export async function readTimeline(
  work: Work,
  accountId: string,
  streams: readonly TimelineStream[],
  { filter, before, size }: TimelinePage,
): Promise<Timeline | null> {
  const account = await findAccount(work, accountId);
  if (!account) return null;
  authorise(work.actor, 'history.read', account.kept);
  const open = streams.filter(({ needs }) => may(work.actor, needs, account.kept));
  const asked = open.filter(({ kind }) => kind === filter);
  const isFiltered = asked.length > 0;
  const loaded = [];
  for (const { load } of isFiltered ? asked : open) loaded.push(await load(work, account, { before, limit: size + 1 }));
  return {
    account: { id: account.id, name: nameOf(account.values) },
    kinds: open.filter(({ kind }, i) => open.findIndex((other) => other.kind === kind) === i),
    filter: isFiltered ? filter : null,
    isFirst: before === null,
    ...pageOf(loaded, size),
  };
}
