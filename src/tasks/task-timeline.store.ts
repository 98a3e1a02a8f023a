import type { Work } from '../db/work.ts';
import type { TimelineCursor } from '../timeline/timeline-wiring.ts';
import { taskColumns, taskOf } from './task.store.ts';
import type { TaskMove } from './task-timeline.ts';

/** An account's tasks by their last move, newest first, from the cursor on: by key, so that every page costs the same. */
export async function tasksByMove(
  { db, vault }: Pick<Work, 'db' | 'vault'>,
  accountId: string,
  { before, limit }: { before: TimelineCursor | null; limit: number },
): Promise<readonly TaskMove[]> {
  const at = before && new Date(before.at);
  const rows = await db.task.findMany({
    where: {
      accountId,
      // The first bound is the one that the index is read from.
      ...(before && at && { movedAt: { lte: at }, OR: [{ movedAt: { lt: at } }, { id: { lt: before.id } }] }),
    },
    orderBy: [{ movedAt: 'desc' }, { id: 'desc' }],
    take: limit,
    select: { ...taskColumns, movedAt: true, assignee: { select: { slackUserId: true } } },
  });
  return rows.map(({ movedAt, assignee, ...row }) => ({
    task: taskOf(row, vault),
    at: movedAt,
    assignee: assignee.slackUserId,
  }));
}
