import { membersBySlackId } from '../access/member.store.ts';
import { authorise } from '../access/policy.ts';
import { accountOfChannel } from '../accounts/account.store.ts';
import type { Work } from '../db/work.ts';
import type { LogFields } from '../interactions/log-form.ts';
import { findLead } from '../search/search-lead.store.ts';
import { asSummary, beginningsOf, kindOfMessage, mentionedIn, plainWords } from './saved-message.ts';

/** A message as the form shows it, with the account that it may be about. Nothing is written. */
export interface MessageRead {
  readonly accountId: string | null;
  readonly fields: LogFields;
  readonly wasCut: boolean;
}

/** The form of Slack users' ids; whatever else stands there is nobody's. */
const slackUserId = /^[UW][A-Z0-9]{1,30}$/;

/**
 * Reads a message that is to be saved: its words, how people met, and which account it is about - that of the channel,
 * else one that its first sentences begin with. Only a proposal: the person chooses and saves.
 */
export async function readMessage(
  work: Work,
  { markup, channelId, sentAt }: { markup: string; channelId: string | null; sentAt: number | null },
): Promise<MessageRead> {
  authorise(work.actor, 'interaction.log');
  const members = await membersBySlackId(
    work.db,
    mentionedIn(markup).filter((id) => slackUserId.test(id)),
  );
  const words = plainWords(markup, (id) => members.find((one) => one.slackUserId === id)?.name ?? null);
  const { summary, wasCut } = asSummary(words);
  const linked = channelId === null ? null : await accountOfChannel(work.db, channelId);
  return {
    accountId: linked ?? (await namedIn(work, words)),
    fields: { summary, ...kindOfMessage(words), ...(sentAt !== null && { when: sentAt }) },
    wasCut,
  };
}

/** The one account that a sentence begins with. */
async function namedIn({ db, actor: { workspaceId, memberId } }: Work, words: string): Promise<string | null> {
  for (const text of beginningsOf(words)) {
    const led = await findLead(db, { workspaceId, memberId, text });
    if (led.kind === 'one') return led.candidate.id;
  }
  return null;
}
