import { membersById } from '../access/member.store.ts';
import { may } from '../access/policy.ts';
import { nameOf } from '../accounts/account.ts';
import { readCard } from '../accounts/card.query.ts';
import type { CardFacts } from '../accounts/card.ts';
import { noteVisit } from '../accounts/visit.store.ts';
import { entriesOf } from '../audit/audit.store.ts';
import { cadenceOfAccount } from '../cadence/cadence.query.ts';
import type { Work } from '../db/work.ts';
import { lastTalks } from '../interactions/interaction.query.ts';
import { lastTwoWay } from '../interactions/interaction.store.ts';
import { readTaskSummary } from '../tasks/task-card.query.ts';
import { fieldsOf } from '../timeline/change.ts';
import { type Brief, type BriefChange, tellingTalks } from './brief.ts';

const talksShown = 3;
/** So many are looked through, so that a row of vain calls does not hide what was said before. */
const talksRead = 12;
/** More changes than these are not looked for: a brief names the last few. */
const changesRead = 20;

/**
 * What the acting person should know of an account before a meeting, as far as they may see it; null when there is none.
 * Reads of what is about people are in the audit.
 */
export async function readBrief(work: Work, accountId: string): Promise<Brief | null> {
  const card = await readCard(work, accountId);
  if (!card) return null;
  const { account } = card;
  await noteVisit(work, account.id);
  const lastTwoWayAt = (await lastTwoWay(work.db, [account.id])).get(account.id) ?? null;
  return {
    card,
    cadence: await cadenceOfAccount(work, account.id),
    talks: may(work.actor, 'interaction.read', account.kept)
      ? tellingTalks(await lastTalks(work, account.id, talksRead), talksShown)
      : null,
    agreed: await readTaskSummary(work, account),
    lastTwoWayAt,
    changes: card.may.history ? await changesSince(work, card, lastTwoWayAt) : null,
  };
}

/** What was changed, by whom and in which fields: the values themselves are in the history. */
async function changesSince(
  work: Work,
  { account, contacts }: CardFacts,
  since: Date | null,
): Promise<readonly BriefChange[]> {
  if (since === null) return [];
  const names = new Map((contacts ?? []).map((contact) => [contact.id, nameOf(contact.values)]));
  const rows = await entriesOf(work.db, [account.id, ...names.keys()], {
    before: null,
    limit: changesRead,
    verbs: ['account.changed', 'contact.created', 'contact.changed'],
  });
  const found = rows.filter(({ at }) => at > since);
  const people = await membersById(work.db, [...new Set(found.flatMap(({ actorId }) => actorId ?? []))]);
  return found.map(({ at, actorId, verb, subjectId, changes }) => ({
    at,
    actor: people.find(({ id }) => id === actorId)?.slackUserId ?? null,
    about: names.get(subjectId) ?? null,
    isNewContact: verb === 'contact.created',
    fieldIds: fieldsOf(verb)
      .map(({ id }) => id)
      .filter((id) => changes[id] !== undefined),
  }));
}
