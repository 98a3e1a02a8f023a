import type { PersonKind } from './company.ts';
import { appUninstalled, channelChanged, memberLeft, userChanged } from './events.ts';
import { Impossible } from './impossible.ts';
import type { Local } from './local.ts';
import type { Channel, Person } from './world.ts';

type PersonChange = Partial<Pick<Person, 'name' | 'realName' | 'title' | 'locale' | 'zone' | 'deleted'>> & {
  readonly kind?: PersonKind;
};

/** What the company's Slack administrator does, with the events that the app gets for it. */
export interface Admin {
  /** Changes a person: their language, zone, kind, or that they have left. */
  change(userId: string, change: PersonChange): void;
  archive(channelId: string): void;
  /** Shares a channel with another company (Slack Connect). */
  share(channelId: string): void;
  /** Turns a private channel into a public one. */
  makePublic(channelId: string): void;
  leave(channelId: string, userId: string): void;
  /** Removes the app: its tokens die, and it hears of it. */
  uninstall(): void;
}

export function newAdmin(local: Local): Admin {
  const { world } = local;
  const channelOf = (id: string): Channel => {
    const channel = world.channels.get(id);
    if (!channel) throw new Impossible(`there is no channel ${id}`);
    return channel;
  };
  return {
    change(userId, change) {
      const person = world.people.get(userId);
      if (!person) throw new Impossible(`there is nobody with the id ${userId}`);
      const next = { ...person, ...change };
      world.people.set(userId, next);
      world.changed();
      userChanged(local, next);
    },
    archive(channelId) {
      const channel = channelOf(channelId);
      channel.archived = true;
      world.changed();
      channelChanged(local, channel.kind === 'private' ? 'group_archive' : 'channel_archive', channel);
    },
    share(channelId) {
      const channel = channelOf(channelId);
      channel.shared = true;
      world.changed();
      channelChanged(local, 'channel_shared', channel);
    },
    makePublic(channelId) {
      channelOf(channelId).kind = 'public';
      world.changed();
    },
    leave(channelId, userId) {
      const channel = channelOf(channelId);
      memberLeft(local, channel, userId);
      channel.members.delete(userId);
      world.changed();
    },
    uninstall() {
      world.tokens.botRevoked = true;
      appUninstalled(local);
    },
  };
}
