import { z } from 'zod';
import { authorise, may } from '../access/policy.ts';
import { record } from '../audit/audit.store.ts';
import type { Work } from '../db/work.ts';
import type { Words } from '../i18n/language.ts';
import { findAccount } from './account.store.ts';
import { withoutPersonal } from './account.ts';
import type { CardFacts } from './card.ts';
import { contactsOf } from './contact.store.ts';

const label = z.tuple([z.string(), z.string()]).nullable();
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
  contacts: z.number(),
});

const words = (pair: readonly [string, string] | null): Words | null => pair && { en: pair[0], zh: pair[1] };

/**
 * What the card shows of an account to the acting person, or null when there is none. A read of personal data is written
 * to the audit (R77).
 */
export async function readCard(work: Work, id: string): Promise<CardFacts | null> {
  const found = await findAccount(work, id);
  const account = found?.mergedIntoId ? await findAccount(work, found.mergedIntoId) : found;
  if (!account) return null;
  authorise(work.actor, 'account.read', account.kept);
  const names = await namesAround(work, account.id);
  const mayContacts = may(work.actor, 'contact.read', account.kept);
  const contacts = mayContacts ? (names.contacts === 0 ? [] : await contactsOf(work, account.id)) : null;
  if (contacts && contacts.length > 0)
    await record(work, { verb: 'contacts.read', subject: 'account', subjectId: account.id });
  return {
    account: mayContacts ? account : withoutPersonal(account),
    tier: words(names.tier),
    stage: words(names.stage),
    industry: words(names.industry),
    region: words(names.region),
    owner: names.owner,
    deputy: names.deputy,
    team: names.team,
    parent: names.parent,
    contactCount: names.contacts,
    contacts,
    may: {
      edit: may(work.actor, 'account.edit', account.kept),
      contacts: mayContacts,
      history: may(work.actor, 'history.read', account.kept),
    },
  };
}

/** The names and labels that the account's ids and keys stand for, in one round trip. */
async function namesAround(work: Work, id: string): Promise<z.infer<typeof around>> {
  const [row] = await work.db.$queryRaw<unknown[]>`
    SELECT
      (SELECT json_build_array(o."labelEn", o."labelZh") FROM "Option" o WHERE o.dimension = 'tier' AND o.key = a."tierKey") AS tier,
      (SELECT json_build_array(o."labelEn", o."labelZh") FROM "Option" o WHERE o.dimension = 'stage' AND o.key = a."stageKey") AS stage,
      (SELECT json_build_array(o."labelEn", o."labelZh") FROM "Option" o WHERE o.dimension = 'industry' AND o.key = a."industryKey") AS industry,
      (SELECT json_build_array(o."labelEn", o."labelZh") FROM "Option" o WHERE o.dimension = 'region' AND o.key = a."regionKey") AS region,
      (SELECT json_build_object('name', m.name, 'slackUserId', m."slackUserId") FROM "Member" m WHERE m.id = a."ownerId") AS owner,
      (SELECT json_build_object('name', m.name, 'slackUserId', m."slackUserId") FROM "Member" m WHERE m.id = a."deputyId") AS deputy,
      (SELECT t.name FROM "Team" t WHERE t.id = a."teamId") AS team,
      (SELECT json_build_object('id', p.id, 'name', p.name) FROM "Account" p WHERE p.id = a."parentId") AS parent,
      (SELECT count(*)::int FROM "Contact" c WHERE c."accountId" = a.id) AS contacts
    FROM "Account" a WHERE a.id = ${id}::uuid`;
  return around.parse(row);
}
