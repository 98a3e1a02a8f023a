import { z } from 'zod';
import type { Work } from '../db/work.ts';
import type { Words } from '../i18n/language.ts';
import { type AccountRow, accountColumns, accountOf } from './account.store.ts';
import type { Account } from './account.ts';

const label = z
  .tuple([z.string(), z.string()])
  .transform(([en, zh]): Words => ({ en, zh }))
  .nullable();
const person = z.object({ name: z.string(), slackUserId: z.string() }).nullable();
const around = z.object({
  tier: label,
  stage: label,
  industry: label,
  region: label,
  owner: person,
  deputy: person,
  team: z.string().nullable(),
  parent: z.object({ id: z.string(), name: z.string() }).nullable(),
  contactCount: z.number(),
});
/** The names and labels that an account's ids and keys stand for. */
export type Around = z.output<typeof around>;

/**
 * An account with the names around it, in one round trip; null when this workspace has none. Of a merged one the
 * account that it was merged into.
 */
export async function findWithNames(
  work: Pick<Work, 'db' | 'vault'>,
  id: string,
): Promise<{ account: Account; names: Around } | null> {
  const [row] = await work.db.$queryRaw<(AccountRow & Record<keyof Around, unknown>)[]>`
    SELECT ${accountColumns},
      (SELECT json_build_array(o."labelEn", o."labelZh") FROM "Option" o WHERE o.dimension = 'tier' AND o.key = a."tierKey") AS tier,
      (SELECT json_build_array(o."labelEn", o."labelZh") FROM "Option" o WHERE o.dimension = 'stage' AND o.key = a."stageKey") AS stage,
      (SELECT json_build_array(o."labelEn", o."labelZh") FROM "Option" o WHERE o.dimension = 'industry' AND o.key = a."industryKey") AS industry,
      (SELECT json_build_array(o."labelEn", o."labelZh") FROM "Option" o WHERE o.dimension = 'region' AND o.key = a."regionKey") AS region,
      (SELECT json_build_object('name', m.name, 'slackUserId', m."slackUserId") FROM "Member" m WHERE m.id = a."ownerId") AS owner,
      (SELECT json_build_object('name', m.name, 'slackUserId', m."slackUserId") FROM "Member" m WHERE m.id = a."deputyId") AS deputy,
      (SELECT t.name FROM "Team" t WHERE t.id = a."teamId") AS team,
      (SELECT json_build_object('id', p.id, 'name', p.name) FROM "Account" p WHERE p.id = a."parentId") AS parent,
      (SELECT count(*)::int FROM "Contact" c WHERE c."accountId" = a.id) AS "contactCount"
    FROM "Account" a WHERE a.id = ${id}::uuid`;
  if (!row) return null;
  if (row.mergedIntoId) return findWithNames(work, row.mergedIntoId);
  const { tier, stage, industry, region, owner, deputy, team, parent, contactCount, ...columns } = row;
  const names = around.parse({ tier, stage, industry, region, owner, deputy, team, parent, contactCount });
  return { account: accountOf(columns, work.vault), names };
}
