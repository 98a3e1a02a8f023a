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
  // A day is meant where whoever sees to it is, also one that is still to be set; a time stays the moment that it is.
  const timeless = given.filter(({ dueTime }) => dueTime === null);
  for (const day of new Set(timeless.map(({ dueOn }) => isoDay(dueOn)))) {
    const ids = timeless.filter(({ dueOn }) => isoDay(dueOn) === day).map(({ id }) => id);
    const dueAt = day && dueMoment({ on: day, time: null }, zone);
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

const isoDay = (day: Date | null): string | null => day?.toISOString().slice(0, 10) ?? null;
