import type { Db } from '../db/work.ts';
import type { QueueFigures, Undelivered } from './queue.ts';

const undelivered = { state: { in: ['dead', 'unknown'] }, settledAt: { not: null } };

/** The latest notices that nobody could deliver, or the one of this id. */
export async function undeliveredNotices(db: Db, limit: number, id?: string): Promise<readonly Undelivered[]> {
  const rows = await db.outbox.findMany({
    where: { ...undelivered, ...(id !== undefined && { id }) },
    orderBy: { settledAt: 'desc' },
    take: limit,
    select: { id: true, kind: true, target: true, state: true, problem: true, settledAt: true },
  });
  return rows.map(({ state, problem, settledAt, ...row }) => ({
    ...row,
    state: state === 'unknown' ? 'unknown' : 'dead',
    problem: problem ?? 'unknown',
    settledAt: settledAt ?? new Date(0),
  }));
}

/** Puts one back into the queue as if it had never been tried; null when it is no longer among the undelivered. */
export async function retryNotice(db: Db, id: string): Promise<boolean> {
  const { count } = await db.outbox.updateMany({
    where: { id, ...undelivered },
    data: { state: 'waiting', attempts: 0, looks: 0, problem: null, notBefore: null, triedAt: null, settledAt: null },
  });
  return count === 1;
}

/** Lets one go for good. */
export async function dropNotice(db: Db, id: string): Promise<boolean> {
  const { count } = await db.outbox.updateMany({ where: { id, ...undelivered }, data: { state: 'dropped' } });
  return count === 1;
}

export async function queueFigures(db: Db, now: Date): Promise<QueueFigures> {
  const [row] = await db.$queryRaw<QueueFigures[]>`
    SELECT
      count(*) FILTER (WHERE "settledAt" IS NULL)::int AS waiting,
      count(*) FILTER (WHERE "settledAt" IS NULL AND state = 'unknown')::int AS unconfirmed,
      count(*) FILTER (WHERE "settledAt" IS NOT NULL AND state IN ('dead', 'unknown'))::int AS undelivered,
      min("dueAt") FILTER (WHERE "settledAt" IS NULL AND "dueAt" <= ${now}) AS "oldestDueAt",
      (SELECT "pausedAt" FROM "Installation") AS "pausedAt", (SELECT "pausedFor" FROM "Installation") AS "pausedFor"
    FROM "Outbox" WHERE "settledAt" IS NULL OR state IN ('dead', 'unknown')`;
  if (!row) throw new Error('an aggregate without a row');
  return row;
}

/** Deletes what was settled a month ago, but for what still waits for a person. Gives how many rows went. */
export const forgetSettled = (db: Db, workspaceId: string): Promise<number> => db.$executeRaw`
  DELETE FROM "Outbox" WHERE "workspaceId" = ${workspaceId}::uuid AND "settledAt" < now() - interval '30 days'
    AND state IN ('delivered', 'withheld', 'dropped')`;
