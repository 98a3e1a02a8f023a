import { may } from '../access/policy.ts';
import type { Work } from '../db/work.ts';
import type { Owner } from './candidate.ts';
import { mostAccounts } from './handover.ts';

/**
 * Who has accounts that the acting person may hand over: they themselves first, then those who are not there any more,
 * then by name. `onlyOrphans`: only accounts of nobody or of somebody deactivated.
 */
export async function ownerCounts(
  { db, actor }: Work,
  { onlyOrphans }: { onlyOrphans: boolean },
): Promise<readonly Owner[]> {
  const everywhere = may(actor, 'handover.ask', { ownerId: null, deputyId: null, teamId: null });
  const leads = [...actor.leads];
  return db.$queryRaw<Owner[]>`
    WITH owner AS (
      SELECT m.id, m.name, m.active FROM "Member" m WHERE NOT (${onlyOrphans} AND m.active)
      UNION ALL SELECT NULL, NULL, false
    ), counted AS (
      SELECT o.*, CASE WHEN o.id IS NULL THEN (
        SELECT count(*) FROM (SELECT 1 FROM "Account" a WHERE a."ownerId" IS NULL
          AND a."archivedAt" IS NULL AND a."mergedIntoId" IS NULL AND (${everywhere} OR a."teamId" = ANY (${leads}::uuid[]))
          LIMIT ${mostAccounts + 1}) x
      ) ELSE (
        SELECT count(*) FROM (SELECT 1 FROM "Account" a WHERE a."ownerId" = o.id
          AND a."archivedAt" IS NULL AND a."mergedIntoId" IS NULL
          AND (${everywhere} OR o.id = ${actor.memberId}::uuid OR a."teamId" = ANY (${leads}::uuid[]))
          LIMIT ${mostAccounts + 1}) x
      ) END::int AS count FROM owner o
    )
    SELECT id AS "memberId", name, active, count FROM counted WHERE count > 0
    ORDER BY id IS DISTINCT FROM ${actor.memberId}::uuid, active, name NULLS LAST, id`;
}
