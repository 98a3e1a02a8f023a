import type { Db } from '../db/work.ts';
import { immediates } from './settings.ts';

/** How many messages somebody was told since a moment of business time: those that came at their own time, and all. */
export async function saidSince(
  db: Db,
  slackUserId: string,
  since: Date,
): Promise<{ readonly immediate: number; readonly all: number }> {
  const [row] = await db.$queryRaw<{ immediate: number; all: number }[]>`
    SELECT count(*)::int AS "all", count(*) FILTER (WHERE kind = ANY (${[...immediates]}))::int AS immediate
    FROM "Outbox" WHERE target = ${slackUserId} AND "createdAt" >= ${since} AND "postedTs" IS NOT NULL`;
  if (!row) throw new Error('an aggregate without a row');
  return row;
}

/** Those of these keys under which something stands in the outbox already. */
export async function saidKeys(db: Db, keys: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await db.outbox.findMany({ where: { key: { in: [...keys] } }, select: { key: true } });
  return new Set(rows.map(({ key }) => key));
}

/** The day of the last morning message that each of these people had, or would have had if there had been something to say. */
export async function lastMornings(db: Db, slackUserIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await db.$queryRaw<{ target: string; day: string }[]>`
    SELECT target, max(refs ->> 'day') AS day FROM "Outbox"
    WHERE target = ANY (${[...slackUserIds]}) AND kind = 'morning' AND state NOT IN ('dropped', 'dead') GROUP BY target`;
  return new Map(rows.map(({ target, day }) => [target, day]));
}
