import { authorise } from '../access/policy.ts';
import type { Account } from '../accounts/account.ts';
import { record } from '../audit/audit.store.ts';
import type { Work } from '../db/work.ts';
import type { TimelineCursor } from '../timeline/timeline-wiring.ts';
import { isOwn } from './task-right.ts';
import { tasksByMove } from './task-timeline.store.ts';
import type { TaskMove } from './task-timeline.ts';

/** A page of an account's steps and promises, by when each was made, done or taken back; newest first. */
export async function readTaskMoves(
  work: Work,
  account: Pick<Account, 'id' | 'kept'>,
  page: { before: TimelineCursor | null; limit: number },
): Promise<readonly TaskMove[]> {
  const { actor } = work;
  authorise(actor, 'task.read', account.kept);
  const moves = await tasksByMove(work, account.id, page);
  if (moves.some(({ task }) => !isOwn(actor, task)))
    await record(work, { verb: 'notes.read', subject: 'account', subjectId: account.id });
  return moves;
}
