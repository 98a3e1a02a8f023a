import { text } from './args.ts';
import { channelById, knownChannel, refusalIn } from './channels.ts';
import type { Json } from './json.ts';
import type { Local } from './local.ts';
import { messageContent } from './message-args.ts';
import { post, publicMessage, remove } from './messages.ts';
import { messagePayload } from './payloads.ts';
import type { Method } from './web-api.ts';
import type { Channel, Message } from './world.ts';

/** Longest text of an update; a first post may be longer. */
const MAX_UPDATED_TEXT = 4000;

export const CHAT: Readonly<Record<string, Method>> = {
  'chat.postMessage': (local, args) => {
    const content = messageContent(local.world, args);
    if ('refused' in content) return content.refused;
    const channel = knownChannel(local.world, text(args, 'channel'));
    const refused = refusalIn(local.world, channel);
    if (!channel || refused) return { ok: false, error: refused };
    const threadTs = text(args, 'thread_ts') || undefined;
    const user = local.world.company.app.botUserId;
    const message = post(local.world, channel, { user, ...content, threadTs });
    return answer(local, channel, message, content.warnings);
  },
  'chat.postEphemeral': (local, args) => {
    const content = messageContent(local.world, args);
    if ('refused' in content) return content.refused;
    const channel = knownChannel(local.world, text(args, 'channel'));
    const refused = refusalIn(local.world, channel);
    if (!channel || refused) return { ok: false, error: refused };
    const onlyFor = text(args, 'user');
    if (!channel.members.has(onlyFor)) return { ok: false, error: 'user_not_in_channel' };
    const threadTs = text(args, 'thread_ts') || undefined;
    const user = local.world.company.app.botUserId;
    const { ts } = post(local.world, channel, { user, ...content, threadTs, onlyFor });
    return { ok: true, message_ts: ts, ...warned(content.warnings) };
  },
  'chat.update': (local, args) => {
    const { channel, message } = own(local, args);
    if (!channel || !message) return { ok: false, error: channel ? 'message_not_found' : 'channel_not_found' };
    if (!message.byApp) return { ok: false, error: 'cant_update_message' };
    if (text(args, 'text').length > MAX_UPDATED_TEXT) return { ok: false, error: 'msg_too_long' };
    const content = messageContent(local.world, args);
    if ('refused' in content) return content.refused;
    change(local, message, content);
    return answer(local, channel, message, content.warnings);
  },
  'chat.delete': (local, args) => {
    const { channel, message } = own(local, args);
    if (!channel || !message) return { ok: false, error: channel ? 'message_not_found' : 'channel_not_found' };
    if (!message.byApp) return { ok: false, error: 'cant_delete_message' };
    remove(local.world, channel, message);
    return { ok: true, channel: channel.id, ts: message.ts };
  },
  'chat.getPermalink': ({ world }, args) => {
    const channel = knownChannel(world, text(args, 'channel'));
    if (!channel) return { ok: false, error: 'channel_not_found' };
    const message = publicMessage(channel, text(args, 'message_ts'));
    if (!message) return { ok: false, error: 'message_not_found' };
    const path = `archives/${channel.id}/p${message.ts.replace('.', '')}`;
    return { ok: true, channel: channel.id, permalink: `https://${world.company.team.domain}.slack.com/${path}` };
  },
};

/** Changes a message of the app in place; choices made in it are gone. Metadata stays unless new is given. */
export function change(
  { world }: Local,
  message: Message,
  content: Pick<Message, 'text' | 'blocks' | 'metadata'>,
): void {
  message.text = content.text;
  message.blocks = content.blocks;
  message.metadata = content.metadata ?? message.metadata;
  message.edited = world.ts();
  message.state.clear();
  world.changed();
}

function own({ world }: Local, args: Json): { channel: Channel | undefined; message: Message | undefined } {
  const channel = channelById(world, text(args, 'channel'));
  return { channel, message: channel && publicMessage(channel, text(args, 'ts')) };
}

function answer({ world }: Local, channel: Channel, message: Message, warnings: readonly string[]): Json {
  const shown = { ...messagePayload(world, message), ...(message.metadata ? { metadata: message.metadata } : {}) };
  return { ok: true, channel: channel.id, ts: message.ts, text: message.text, message: shown, ...warned(warnings) };
}

function warned(warnings: readonly string[]): Json {
  return warnings.length > 0 ? { warning: warnings.join(','), response_metadata: { warnings } } : {};
}
