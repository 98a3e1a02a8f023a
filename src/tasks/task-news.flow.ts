import type { Work } from '../db/work.ts';
import { retell } from '../outbox/outbox.store.ts';
import { openIdsAt, whoFollows } from './follower.store.ts';

/**
 * These tasks are not any more what they were: messages that tell of them, or of the day of whoever sees to them or did
 * (`before`), are put right where they stand.
 */
export async function tasksChanged(work: Work, ids: readonly string[], before: readonly string[] = []): Promise<void> {
  if (ids.length === 0 && before.length === 0) return;
  await retell(work, [...ids, ...(await whoFollows(work, ids, before))]);
}

/** What these people's day asks for is not any more what it was. */
export const dayChanged = (work: Work, memberIds: readonly string[]): Promise<void> =>
  tasksChanged(work, [], memberIds);

/** As `tasksChanged`, for all that is open at accounts which go from these people to one of them. */
export async function accountsMoved(
  work: Work,
  accountIds: readonly string[],
  memberIds: readonly string[],
): Promise<void> {
  await tasksChanged(work, await openIdsAt(work, accountIds), memberIds);
}
