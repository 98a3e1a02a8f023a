import type { Work } from '../db/work.ts';

/**
 * Notes that the acting person has opened an account now, at the end of a unit of work that only reads. Its commit does
 * not wait for the disk (10 ms and more): should the database's machine fail within the second, this visit and the
 * note of what was read are lost, and nothing that anybody changed.
 */
export async function noteVisit({ db, actor, now }: Work, accountId: string): Promise<void> {
  await db.$executeRaw`
    INSERT INTO "Visit" ("workspaceId", "memberId", "accountId", at)
    SELECT ${actor.workspaceId}::uuid, ${actor.memberId}::uuid, ${accountId}::uuid, ${now}::timestamptz
    FROM set_config('synchronous_commit', 'off', true)
    ON CONFLICT ("workspaceId", "memberId", "accountId") DO UPDATE SET at = excluded.at`;
}
