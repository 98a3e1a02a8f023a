import type { Db } from '../db/work.ts';
import type { DoneMeanwhile } from './return.ts';

/** Where something has happened since a moment of business time at somebody's accounts: talks of others, steps done. Most first. */
export async function doneMeanwhile(db: Db, ownerId: string, since: Date): Promise<readonly DoneMeanwhile[]> {
  const rows = await db.$queryRaw<{ id: string; name: string; talks: number; steps: number }[]>`
    SELECT a.id, a.name, sum(n.talks)::int AS talks, sum(n.steps)::int AS steps
    FROM "Account" a CROSS JOIN LATERAL (
      SELECT count(*) AS talks, 0 AS steps FROM "Interaction" i
      WHERE i."workspaceId" = a."workspaceId" AND i."accountId" = a.id AND i."deletedAt" IS NULL
        AND i."createdAt" >= ${since} AND i."authorId" <> ${ownerId}::uuid
      UNION ALL
      SELECT 0, count(*) FROM "Task" t
      WHERE t."workspaceId" = a."workspaceId" AND t."accountId" = a.id AND t."doneAt" >= ${since} AND t."droppedAt" IS NULL
    ) n
    WHERE a."ownerId" = ${ownerId}::uuid AND a."mergedIntoId" IS NULL
    GROUP BY a.id, a.name HAVING sum(n.talks + n.steps) > 0
    ORDER BY sum(n.talks + n.steps) DESC, a.id`;
  return rows.map(({ id, name, ...counts }) => ({ account: { id, name }, ...counts }));
}
