import type { SlackClients, SlackFetch } from './clients.ts';
import { call, SlackRefused } from './errors.ts';
import type { Message } from './handler.ts';
import { posted } from './message.ts';

/** The ways in which a person can be reached after a gesture. */
export interface Reach {
  readonly clients: SlackClients;
  readonly apiUrl: string;
  readonly fetch: SlackFetch;
  readonly slackUserId: string;
  readonly channelId: string | null;
  readonly responseUrl: string | null;
}

/**
 * Answers the person alone. A response_url lasts thirty minutes and five uses, an ephemeral needs the app in the channel:
 * where one fails the next is tried, the direct message last. Throws when that fails too.
 */
export async function answerPerson(reach: Reach, message: Message, replace: boolean): Promise<void> {
  if (await respond(reach, message, replace)) return;
  if (await ephemeral(reach, message)) return;
  await directMessage(reach.clients, reach.slackUserId, message);
}

/** Posts into a person's conversation with the app. */
export async function directMessage(clients: SlackClients, slackUserId: string, message: Message): Promise<void> {
  const { channel } = await call(clients.posts.conversations.open({ users: slackUserId }));
  if (!channel?.id) throw new SlackRefused('no_conversation');
  await call(clients.posts.chat.postMessage({ channel: channel.id, ...posted(message) }));
}

async function respond({ responseUrl, apiUrl, fetch }: Reach, message: Message, replace: boolean): Promise<boolean> {
  if (responseUrl === null || !isSlackHook(responseUrl, apiUrl)) return false;
  const how = replace ? { replace_original: true } : { replace_original: false, response_type: 'ephemeral' };
  try {
    const answer = await fetch(responseUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify({ text: message.text, blocks: message.blocks, ...how }),
      redirect: 'error',
      signal: AbortSignal.timeout(5_000),
    });
    return answer.ok;
  } catch {
    return false;
  }
}

async function ephemeral({ clients, channelId, slackUserId }: Reach, message: Message): Promise<boolean> {
  // A direct conversation (D…) is reached by an ordinary message, which does not vanish.
  if (channelId === null || channelId.startsWith('D')) return false;
  try {
    const { text, blocks } = posted(message);
    await call(clients.posts.chat.postEphemeral({ channel: channelId, user: slackUserId, text, blocks }));
    return true;
  } catch (error) {
    if (error instanceof SlackRefused) return false;
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
