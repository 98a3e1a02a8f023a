import { flag, page, text } from './args.ts';
import { appIsIn, knownChannel } from './channels.ts';
import type { Json } from './json.ts';
import { messagePayload } from './payloads.ts';
import type { Method } from './web-api.ts';
import type { Channel, Message, World } from './world.ts';

/** Reading back: what everybody in the channel sees, newest first; a thread oldest first. Ephemerals are never in it. */
export const HISTORY: Readonly<Record<string, Method>> = {
  'conversations.history': ({ world }, args) =>
    read(world, args, (channel) => {
      const top = channel.messages.filter((each) => !each.onlyFor && (!each.threadTs || each.threadTs === each.ts));
      return top.filter((each) => within(each, args)).reverse();
    }),
  'conversations.replies': ({ world }, args) => {
    const ts = text(args, 'ts');
    return read(world, args, (channel) => {
      const thread = channel.messages.filter((each) => !each.onlyFor && (each.ts === ts || each.threadTs === ts));
      return thread.length > 0 ? thread.filter((each) => within(each, args) || each.ts === ts) : 'thread_not_found';
    });
  },
};

function read(world: World, args: Json, select: (channel: Channel) => readonly Message[] | 'thread_not_found'): Json {
  const channel = knownChannel(world, text(args, 'channel'));
  if (!channel) return { ok: false, error: 'channel_not_found' };
  if (!appIsIn(world, channel)) return { ok: false, error: 'not_in_channel' };
  const found = select(channel);
  if (found === 'thread_not_found') return { ok: false, error: found };
  const { items, next } = page(found, args);
  const messages = items.map((message) => withMetadata(world, message, flag(args, 'include_all_metadata')));
  return { ok: true, messages, has_more: next !== '', response_metadata: { next_cursor: next } };
}

function withMetadata(world: World, message: Message, all: boolean): Json {
  const shown = messagePayload(world, message);
  if (!message.metadata) return shown;
  const { event_type } = message.metadata;
  return { ...shown, metadata: all ? message.metadata : { event_type } };
}

/** `oldest` and `latest` leave out the named instants themselves unless `inclusive` is set. */
function within({ ts }: Message, args: Json): boolean {
  const [oldest, latest] = [text(args, 'oldest'), text(args, 'latest')];
  const at = Number(ts);
  const edge = flag(args, 'inclusive') && (ts === oldest || ts === latest);
  return edge || ((oldest === '' || at > Number(oldest)) && (latest === '' || at < Number(latest)));
}
