import type { WebClient } from '@slack/web-api';
import { call, PostUnconfirmed, post, SlackRefused } from '../slack/errors.ts';
import type { Message } from '../slack/handler.ts';
import { posted } from '../slack/message.ts';
import type { Attempted } from './outbox.ts';

/** Says things in Slack, and looks whether they were said. Never throws: whatever comes of it is an outcome. */
export interface PostBox {
  say(target: string, key: string, message: Message): Promise<Attempted>;
  /** Puts a message right where it stands. One that is gone, or that Slack keeps as it is, is as good as put right. */
  edit(at: { readonly channelId: string; readonly ts: string }, message: Message): Promise<Attempted>;
  /** Is the notice of this key among the messages since `since`? */
  look(target: string, key: string, since: Date): Promise<Attempted>;
}

/** The name under which a notice's key stands in a message's metadata. Every member's apps can read it: no secrets. */
const eventType = 'dossier_notice';

/** The clocks of Slack and the database may differ, and a message may stand a little before it was tried. */
const marginSeconds = 300;

/** `client` is the outbox's own: a rate limit of its calls must not hold up what people wait for. */
export function postBox(client: WebClient): PostBox {
  const conversations = new Map<string, string>();
  const conversationOf = async (target: string): Promise<string> => {
    if (!/^[UW]/.test(target)) return target;
    const known = conversations.get(target);
    if (known !== undefined) return known;
    const { channel } = await call(client.conversations.open({ users: target }));
    if (!channel?.id) throw new SlackRefused('no_conversation');
    conversations.set(target, channel.id);
    return channel.id;
  };
  return {
    async say(target, key, message) {
      try {
        const channel = await conversationOf(target);
        const metadata = { event_type: eventType, event_payload: { key } };
        const { ts } = await post(client.chat.postMessage({ channel, ...posted(message), metadata }));
        return { kind: 'posted', channelId: channel, ts: ts ?? '' };
      } catch (error) {
        return failed(error);
      }
    },
    async edit({ channelId, ts }, message) {
      try {
        await call(client.chat.update({ channel: channelId, ts, ...posted(message) }));
      } catch (error) {
        if (!(error instanceof SlackRefused) || !cannotEdit.includes(error.code)) return failed(error);
      }
      return { kind: 'posted', channelId, ts };
    },
    async look(target, key, since) {
      try {
        const channel = await conversationOf(target);
        const found = await find(client, channel, key, since);
        return found === null ? { kind: 'not-there' } : { kind: 'posted', channelId: channel, ts: found };
      } catch (error) {
        if (error instanceof SlackRefused && cannotLook.includes(error.code)) return { kind: 'cannot-look' };
        // Looking changes nothing: whatever went wrong, it is looked for again.
        const came = failed(error);
        return came.kind === 'refused' && came.code !== 'ratelimited' ? { kind: 'unconfirmed', code: came.code } : came;
      }
    },
  };
}

/** Nothing stands there that anybody could still change. */
const cannotEdit: readonly string[] = [
  'message_not_found',
  'cant_update_message',
  'edit_window_closed',
  'channel_not_found',
  'is_inactive',
  'is_archived',
];

/** The app may post there, and yet not read. */
const cannotLook: readonly string[] = ['missing_scope', 'not_in_channel', 'channel_not_found', 'no_permission'];

async function find(client: WebClient, channel: string, key: string, since: Date): Promise<string | null> {
  const oldest = String(since.getTime() / 1000 - marginSeconds);
  let cursor: string | undefined;
  do {
    const page = await call(
      client.conversations.history({
        channel,
        oldest,
        limit: 200,
        include_all_metadata: true,
        ...(cursor && { cursor }),
      }),
    );
    const found = page.messages?.find(({ metadata }) => isOurs(metadata, key));
    if (found?.ts) return found.ts;
    cursor = page.response_metadata?.next_cursor || undefined;
  } while (cursor !== undefined);
  return null;
}

const isOurs = (metadata: { event_type?: string; event_payload?: unknown } | undefined, key: string): boolean =>
  metadata?.event_type === eventType && (metadata.event_payload as { key?: unknown } | undefined)?.key === key;

function failed(error: unknown): Attempted {
  if (error instanceof PostUnconfirmed) return { kind: 'unconfirmed', code: error.code };
  if (error instanceof SlackRefused)
    return { kind: 'refused', code: error.code, retryAfterSeconds: error.retryAfterSeconds };
  return { kind: 'failed', code: error instanceof Error ? error.name : 'unknown' };
}
