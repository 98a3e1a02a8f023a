import type { Json } from './json.ts';
import type { Local } from './local.ts';
import { viewPayload } from './payloads.ts';
import { userObject } from './web-api-people.ts';
import type { Channel, Message, Person } from './world.ts';

/** An event's name as the manifest writes it; `message` events differ by the kind of channel. */
const MESSAGE_EVENT = { public: 'message.channels', private: 'message.groups', dm: 'message.im' } as const;
const CHANNEL_TYPE = { public: 'channel', private: 'group', dm: 'im' } as const;

export function homeOpened(
  { world, ...local }: Local,
  person: Person,
  tab: 'home' | 'messages',
  channelId: string,
): void {
  const view = world.homes.get(person.id);
  send({ world, ...local }, 'app_home_opened', {
    type: 'app_home_opened',
    user: person.id,
    channel: channelId,
    tab,
    ...(view && tab === 'home' ? { view: viewPayload(world, view) } : {}),
  });
}

/** A person's message, for the channels that the app is in; with `app_mention` when it names the app. */
export function messageSaid(local: Local, channel: Channel, message: Message): void {
  const { botUserId } = local.world.company.app;
  if (!channel.members.has(botUserId)) return;
  const { ts, user, text, threadTs } = message;
  const said = { user, text, ts, channel: channel.id, ...(threadTs ? { thread_ts: threadTs } : {}) };
  send(local, MESSAGE_EVENT[channel.kind], { type: 'message', ...said, channel_type: CHANNEL_TYPE[channel.kind] });
  if (text.includes(`<@${botUserId}>`)) send(local, 'app_mention', { type: 'app_mention', ...said });
}

export function memberJoined(local: Local, channel: Channel, userId: string, inviter: string): void {
  sendMembership(local, 'member_joined_channel', channel, userId, { inviter });
}

export function memberLeft(local: Local, channel: Channel, userId: string): void {
  sendMembership(local, 'member_left_channel', channel, userId, {});
}

function sendMembership(local: Local, type: string, channel: Channel, userId: string, more: Json): void {
  const { team, app } = local.world.company;
  const botIsThere = channel.members.has(app.botUserId) || userId === app.botUserId;
  if (!botIsThere) return;
  const channel_type = channel.kind === 'private' ? 'G' : 'C';
  send(local, type, { type, user: userId, channel: channel.id, channel_type, team: team.id, ...more });
}

export function userChanged(local: Local, person: Person): void {
  const event = { type: 'user_change', user: userObject(local.world, person, true), cache_ts: seconds(local) };
  send(local, 'user_change', event);
}

export function appUninstalled(local: Local): void {
  send(local, 'tokens_revoked', {
    type: 'tokens_revoked',
    tokens: { oauth: [], bot: [local.world.company.app.botUserId] },
  });
  send(local, 'app_uninstalled', { type: 'app_uninstalled' });
}

/** `channel_archive`, `channel_shared` and the like: the channel's id and who did it. */
export function channelChanged(local: Local, type: string, channel: Channel): void {
  send(local, type, { type, channel: channel.id });
}

/** Wraps an event in Slack's envelope and sends it, if the app has asked for events of this name. */
function send(local: Local, name: string, event: Json): void {
  const { team, app } = local.world.company;
  if (app.events && !app.events.includes(name)) return;
  local.delivery.event({
    token: local.world.tokens.verification,
    team_id: team.id,
    context_team_id: team.id,
    context_enterprise_id: null,
    api_app_id: app.id,
    event: { ...event, event_ts: event['ts'] ?? local.world.ts() },
    type: 'event_callback',
    event_id: local.world.id('Ev'),
    event_time: seconds(local),
    authorizations: [
      { enterprise_id: null, team_id: team.id, user_id: app.botUserId, is_bot: true, is_enterprise_install: false },
    ],
    is_ext_shared_channel: false,
    event_context: local.world.id('ctx-'),
  });
}

function seconds(local: Local): number {
  return Math.floor(local.world.clock.now().getTime() / 1000);
}
