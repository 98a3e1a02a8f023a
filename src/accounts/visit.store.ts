import type { Work } from '../db/work.ts';

/** Notes that the acting person has opened an account now. */
export async function noteVisit({ db, actor, now }: Work, accountId: string): Promise<void> {
  await db.$executeRaw`
    INSERT INTO "Visit" ("workspaceId", "memberId", "accountId", at)
    VALUES (${actor.workspaceId}::uuid, ${actor.memberId}::uuid, ${accountId}::uuid, ${now})
    ON CONFLICT ("workspaceId", "memberId", "accountId") DO UPDATE SET at = excluded.at`;
}
