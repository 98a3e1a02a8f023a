import { z } from 'zod';
import { memberKinds, roles } from '../access/actor.ts';
import type { Db, Work } from '../db/work.ts';
import { type Language, languageOf, languages } from '../i18n/language.ts';
import type { Decider } from './handover.ts';

/** Somebody who gives, gets or decides: what the policy asks of them, and how they are told. */
export interface Colleague extends Decider {
  readonly name: string;
  readonly slackUserId: string;
  readonly language: Language;
}

const colleagueRow = z
  .object({
    memberId: z.string(),
    name: z.string(),
    slackUserId: z.string(),
    roles: z.array(z.enum(roles)),
    kind: z.enum(memberKinds),
    active: z.boolean(),
    teamId: z.string().nullable(),
    leads: z.array(z.string()),
    isAway: z.boolean(),
    locale: z.string(),
    languageOverride: z.enum(languages).nullable(),
  })
  .transform(
    ({ locale, languageOverride, ...row }): Colleague => ({
      ...row,
      standsInFor: [],
      language: languageOverride ?? languageOf(locale),
    }),
  );

/** These members, by our ids; and, where asked for, everybody who could decide a handover. */
export async function colleagues(
  { db, now }: Pick<Work, 'now'> & { db: Db },
  ids: readonly string[],
  also: { deciders: boolean } = { deciders: false },
): Promise<readonly Colleague[]> {
  const deciding = also.deciders ? ['lead', 'head', 'administrator'] : [];
  const rows = await db.$queryRaw<unknown[]>`
    SELECT m.id AS "memberId", m.name, m."slackUserId", m.roles, m.kind, m.active, m."teamId", m.locale, m."languageOverride",
      coalesce(m."awayUntil" >= (${now}::timestamptz AT TIME ZONE m.zone)::date, false) AS "isAway",
      array(SELECT t.id::text FROM "Team" t WHERE t."leadId" = m.id) AS leads
    FROM "Member" m WHERE m.id = ANY (${[...ids]}::uuid[]) OR m.roles && ${deciding}::text[] ORDER BY m.name, m.id`;
  return z.array(colleagueRow).parse(rows);
}
