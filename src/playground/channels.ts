import type { Channel, World } from './world.ts';
import { dmOf } from './world.ts';

/** The channel that an app means by an id: a channel's, or a person's for the conversation with them. */
export function channelById(world: World, id: string): Channel | undefined {
  const direct = world.channels.get(id);
  if (direct) return direct;
  const person = world.people.get(id);
  return person && !person.deleted ? world.channels.get(dmOf(id)) : undefined;
}

/** A channel that the app knows of: public ones, and those it is in. Slack says `channel_not_found` for others. */
export function knownChannel(world: World, id: string): Channel | undefined {
  const channel = channelById(world, id);
  return channel && (channel.kind === 'public' || appIsIn(world, channel)) ? channel : undefined;
}

export function appIsIn(world: World, channel: Channel): boolean {
  return channel.members.has(world.company.app.botUserId);
}

/** Why the app may not write or read here; nothing when it may. */
export function refusalIn(world: World, channel: Channel | undefined): string | undefined {
  if (!channel) return 'channel_not_found';
  if (!appIsIn(world, channel)) return 'not_in_channel';
  return channel.archived ? 'is_archived' : undefined;
}
