import type { Work } from '../db/work.ts';

/**
 * Is an account part of another one, or that one itself, however many companies stand between them? Whoever asks may
 * then change who is part of whom until the transaction ends: two changes at once could close a circle that neither sees.
 */
export async function isPartOf({ db, actor }: Work, partId: string, wholeId: string): Promise<boolean> {
  await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`parents of ${actor.workspaceId}`}, 0))`;
  const [row] = await db.$queryRaw<{ found: boolean }[]>`
    WITH RECURSIVE above AS (
      SELECT id, "parentId" FROM "Account" WHERE id = ${partId}::uuid
      UNION
      SELECT a.id, a."parentId" FROM "Account" a JOIN above ON a.id = above."parentId"
    ) SELECT EXISTS (SELECT FROM above WHERE id = ${wholeId}::uuid) AS found`;
  return row?.found === true;
}
