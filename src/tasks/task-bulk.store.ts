import type { Work } from '../db/work.ts';
import { dueMoment } from '../due/due-moment.ts';

/** Takes back what is still open of what was agreed in a talk, at `work.now`. Returns the ids, for the caller's audit. */
export async function dropTasksOf(work: Work, interactionId: string): Promise<readonly string[]> {
  const dropped = await work.db.task.updateManyAndReturn({
    where: { interactionId, doneAt: null, droppedAt: null },
    data: { droppedAt: work.now, movedAt: work.now, version: { increment: 1 } },
    select: { id: true },
  });
  return dropped.map(({ id }) => id).toSorted();
}

/**
 * Puts back what was taken back with a talk at that moment; what somebody took back alone stays so. Returns the ids, for
 * the caller's audit.
 */
export async function restoreTasksOf(work: Work, interactionId: string, droppedAt: Date): Promise<readonly string[]> {
  const rows = await work.db.$queryRaw<{ id: string }[]>`
    UPDATE "Task" SET "droppedAt" = NULL, "movedAt" = "createdAt", version = version + 1
    WHERE "interactionId" = ${interactionId}::uuid AND "droppedAt" = ${droppedAt} RETURNING id`;
  return rows.map(({ id }) => id).toSorted();
}

/**
 * Gives the open tasks of these accounts from one person to another, all of them or those named: due days follow the new
 * one's zone, agreed times stay the moment they are. Returns what moved, by account, for the caller's audit.
 */
export async function reassignOpenTasks(
  work: Work,
  move: { accountIds: readonly string[]; fromId: string; toId: string; taskIds?: readonly string[] },
): Promise<readonly { accountId: string; taskIds: readonly string[] }[]> {
  const { zone } = await work.db.member.findFirstOrThrow({ where: { id: move.toId }, select: { zone: true } });
  const given = await work.db.task.updateManyAndReturn({
    where: {
      accountId: { in: [...move.accountIds] },
      assigneeId: move.fromId,
      ...(move.taskIds && { id: { in: [...move.taskIds] } }),
      doneAt: null,
      droppedAt: null,
    },
    data: { assigneeId: move.toId, version: { increment: 1 } },
    select: { id: true, accountId: true, dueOn: true, dueTime: true },
  });
  const days = new Set(given.flatMap(({ dueOn, dueTime }) => (dueOn && dueTime === null ? [dueOn.getTime()] : [])));
  for (const day of days) {
    const dueOn = new Date(day);
    const dueAt = dueMoment({ on: dueOn.toISOString().slice(0, 10), time: null }, zone);
    const ids = given.filter((task) => task.dueOn?.getTime() === day && task.dueTime === null).map(({ id }) => id);
    await work.db.task.updateMany({ where: { id: { in: ids } }, data: { zone, dueAt } });
  }
  const accountIds = [...new Set(given.map(({ accountId }) => accountId))];
  return accountIds.map((accountId) => ({
    accountId,
    taskIds: given
      .filter((task) => task.accountId === accountId)
      .map(({ id }) => id)
      .toSorted(),
  }));
}
