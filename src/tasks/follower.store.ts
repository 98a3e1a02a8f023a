import type { Work } from '../db/work.ts';

/** Our ids of those whose day these tasks are part of: their assignees, `others`, and the deputies of all of them. */
export async function whoFollows(
  { db }: Pick<Work, 'db'>,
  taskIds: readonly string[],
  others: readonly string[],
): Promise<readonly string[]> {
  const rows = await db.$queryRaw<{ id: string; deputyId: string | null }[]>`
    SELECT id, "deputyId" FROM "Member" WHERE id = ANY (${[...others]}::uuid[])
      OR id IN (SELECT "assigneeId" FROM "Task" WHERE id = ANY (${[...taskIds]}::uuid[]))`;
  return [...new Set(rows.flatMap(({ id, deputyId }) => (deputyId === null ? [id] : [id, deputyId])))];
}

/** Ids of all that is still to be done at these accounts. */
export async function openIdsAt({ db }: Pick<Work, 'db'>, accountIds: readonly string[]): Promise<readonly string[]> {
  const rows = await db.task.findMany({
    where: { accountId: { in: [...accountIds] }, doneAt: null, droppedAt: null },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}
