import type { Language } from '../i18n/language.ts';
import { context } from './blocks.ts';
import type { SlackClients, SlackFetch } from './clients.ts';
import { call, hasNotLeft, PostUnconfirmed, post, SlackRefused } from './errors.ts';
import type { Message } from './handler.ts';
import { limits } from './limits.ts';
import { posted } from './message.ts';
import { slackText } from './slack.text.ts';

/** The ways in which a person can be reached after a gesture, and in which language they read. */
export interface Reach {
  readonly clients: SlackClients;
  readonly apiUrl: string;
  readonly fetch: SlackFetch;
  readonly slackUserId: string;
  readonly channelId: string | null;
  readonly responseUrl: string | null;
  readonly language: Language;
}

/** What became of one way. `unconfirmed`: the person may have it. */
type Heard = 'heard' | 'refused' | 'unconfirmed';

/**
 * Answers the person alone. A response_url lasts thirty minutes and five uses, an ephemeral needs the app in the channel:
 * where one fails the next is tried, the direct message last. An answer must not get lost, so one that Slack did not
 * confirm is given again, and says so. Throws when the last way fails too.
 */
export async function answerPerson(reach: Reach, message: Message, replace: boolean): Promise<void> {
  const first = await respond(reach, message, replace);
  if (first === 'heard') return;
  const again = first === 'unconfirmed' ? repeated(message, reach.language) : message;
  const second = await ephemeral(reach, again);
  if (second === 'heard') return;
  const last = second === 'unconfirmed' ? repeated(message, reach.language) : again;
  await directMessage(reach.clients, reach.slackUserId, last);
}

/** Posts into a person's conversation with the app. @throws SlackRefused, PostUnconfirmed */
export async function directMessage(clients: SlackClients, slackUserId: string, message: Message): Promise<void> {
  const { channel } = await call(clients.posts.conversations.open({ users: slackUserId }));
  if (!channel?.id) throw new SlackRefused('no_conversation');
  await post(clients.posts.chat.postMessage({ channel: channel.id, ...posted(message) }));
}

const repeated = ({ text, blocks }: Message, language: Language): Message => ({
  text,
  blocks: [...blocks.slice(0, limits.messageBlocks - 1), context(slackText[language].perhapsTwice())],
});

async function respond({ responseUrl, apiUrl, fetch }: Reach, message: Message, replace: boolean): Promise<Heard> {
  if (responseUrl === null || !isSlackHook(responseUrl, apiUrl)) return 'refused';
  const how = replace ? { replace_original: true } : { replace_original: false, response_type: 'ephemeral' };
  try {
    const answer = await fetch(responseUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify({ text: message.text, blocks: message.blocks, ...how }),
      redirect: 'error',
      signal: AbortSignal.timeout(5_000),
    });
    if (answer.ok) return 'heard';
    return answer.status >= 500 ? 'unconfirmed' : 'refused';
  } catch (error) {
    return hasNotLeft(error) ? 'refused' : 'unconfirmed';
  }
}

async function ephemeral({ clients, channelId, slackUserId }: Reach, message: Message): Promise<Heard> {
  // A direct conversation (D…) is reached by an ordinary message, which does not vanish.
  if (channelId === null || channelId.startsWith('D')) return 'refused';
  try {
    const { text, blocks } = posted(message);
    await post(clients.posts.chat.postEphemeral({ channel: channelId, user: slackUserId, text, blocks }));
    return 'heard';
  } catch (error) {
    if (error instanceof SlackRefused) return 'refused';
    if (error instanceof PostUnconfirmed) return 'unconfirmed';
    throw error;
  }
}

/** Answers go to Slack alone, whatever address a payload names. */
function isSlackHook(responseUrl: string, apiUrl: string): boolean {
  if (!URL.canParse(responseUrl)) return false;
  const url = new URL(responseUrl);
  if (url.origin === new URL(apiUrl).origin) return true;
  return url.protocol === 'https:' && /(^|\.)slack(-gov)?\.com$/.test(url.hostname);
}
