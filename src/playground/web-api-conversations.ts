import { flag, page, text } from './args.ts';
import { appIsIn, channelById, knownChannel } from './channels.ts';
import type { Json } from './json.ts';
import type { Method } from './web-api.ts';
import type { Channel, World } from './world.ts';
import { dmOf } from './world.ts';

const TYPE = { public: 'public_channel', private: 'private_channel', dm: 'im' } as const;

function channelObject(world: World, channel: Channel): Json {
  const { id, name, kind, shared, archived, topic, members } = channel;
  const other = [...members].find((member) => member !== world.company.app.botUserId);
  if (kind === 'dm') return { id, created: 0, is_im: true, is_archived: archived, user: other, is_org_shared: false };
  return {
    ...{ id, name, name_normalized: name, created: 0, creator: other, is_archived: archived, is_general: false },
    ...{ is_channel: kind === 'public', is_group: kind === 'private', is_private: kind === 'private' },
    ...{ is_im: false, is_mpim: false, is_member: appIsIn(world, channel) },
    ...{ is_shared: shared, is_ext_shared: shared, is_org_shared: false, is_pending_ext_shared: false },
    ...{ topic: { value: topic, creator: '', last_set: 0 }, purpose: { value: '', creator: '', last_set: 0 } },
    ...{ context_team_id: world.company.team.id },
  };
}

export const CONVERSATIONS: Readonly<Record<string, Method>> = {
  'conversations.open': ({ world }, args) => {
    const ids = text(args, 'users').split(',').filter(Boolean);
    const [id] = ids;
    if (text(args, 'channel') !== '') return opened(world, channelById(world, text(args, 'channel')), args);
    if (!id) return { ok: false, error: 'users_list_not_supplied' };
    if (ids.length > 1) return { ok: false, error: 'method_not_supported_for_channel_type' };
    const person = world.people.get(id);
    if (!person || person.kind === 'app') return { ok: false, error: 'user_not_found' };
    if (person.deleted) return { ok: false, error: 'user_disabled' };
    return opened(world, world.channels.get(dmOf(id)), args);
  },
  'conversations.info': ({ world }, args) => {
    const channel = knownChannel(world, text(args, 'channel'));
    if (!channel) return { ok: false, error: 'channel_not_found' };
    const count = flag(args, 'include_num_members') ? { num_members: channel.members.size } : {};
    return { ok: true, channel: { ...channelObject(world, channel), ...count } };
  },
  'conversations.list': ({ world }, args) => {
    const types = (text(args, 'types') || 'public_channel').split(',').map((type) => type.trim());
    const open = (channel: Channel) => !(flag(args, 'exclude_archived') && channel.archived);
    const seen = (channel: Channel) => channel.kind === 'public' || appIsIn(world, channel);
    const all = [...world.channels.values()].filter(
      (each) => types.includes(TYPE[each.kind]) && open(each) && seen(each),
    );
    const { items, next } = page(all, args);
    const channels = items.map((channel) => channelObject(world, channel));
    return { ok: true, channels, response_metadata: { next_cursor: next } };
  },
  'conversations.members': ({ world }, args) => {
    const channel = knownChannel(world, text(args, 'channel'));
    if (!channel) return { ok: false, error: 'channel_not_found' };
    const { items, next } = page([...channel.members], args);
    return { ok: true, members: items, response_metadata: { next_cursor: next } };
  },
};

function opened(world: World, channel: Channel | undefined, args: Json): Json {
  if (!channel) return { ok: false, error: 'channel_not_found' };
  const shown = flag(args, 'return_im') ? channelObject(world, channel) : { id: channel.id };
  return { ok: true, no_op: true, already_open: true, channel: shown };
}
