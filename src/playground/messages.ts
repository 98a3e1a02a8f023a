import { initialState } from './elements.ts';
import type { Json } from './json.ts';
import type { UiBlock } from './protocol.ts';
import type { Channel, Message, StateValues, World } from './world.ts';
import { SLACKBOT } from './world.ts';

interface NewMessage {
  readonly user: string;
  readonly text: string;
  readonly blocks?: readonly UiBlock[];
  readonly metadata?: Json | undefined;
  readonly threadTs?: string | undefined;
  readonly onlyFor?: string | undefined;
}

/** Puts a message at the end of its channel. The writer has seen it. */
export function post(world: World, channel: Channel, message: NewMessage): Message {
  const stored: Message = {
    channelId: channel.id,
    ts: world.ts(),
    user: message.user,
    byApp: message.user === world.company.app.botUserId,
    text: message.text,
    blocks: message.blocks ?? [],
    metadata: message.metadata,
    edited: undefined,
    threadTs: message.threadTs,
    onlyFor: message.onlyFor,
    state: new Map(),
    offered: new Map(),
  };
  const sawAll = unreadFor(channel, message.user) === 0;
  channel.messages.push(stored);
  if (sawAll) markRead(channel, message.user);
  world.changed();
  return stored;
}

/** Slack's own words to one person, such as "/x failed with the error …". */
export function slackbotTells(world: World, channel: Channel, userId: string, text: string): void {
  post(world, channel, { user: SLACKBOT, text, onlyFor: userId });
}

/** A message that this person can see, or nothing. */
export function messageFor(channel: Channel, userId: string, ts: string): Message | undefined {
  return visibleTo(channel, userId).find((message) => message.ts === ts);
}

/** A message that everybody in the channel sees. */
export function publicMessage(channel: Channel, ts: string): Message | undefined {
  return channel.messages.find((message) => message.ts === ts && !message.onlyFor);
}

/** What this person has chosen in a message so far, what stood there at first included. */
export function choicesIn(message: Message, userId: string): StateValues {
  return message.state.get(userId) ?? initialState(message.blocks);
}

export function visibleTo(channel: Channel, userId: string): readonly Message[] {
  return channel.messages.filter((message) => !message.onlyFor || message.onlyFor === userId);
}

export function remove(world: World, channel: Channel, message: Message): void {
  const index = channel.messages.indexOf(message);
  if (index < 0) return;
  channel.messages.splice(index, 1);
  for (const [userId, seen] of channel.seen) if (seen > index) channel.seen.set(userId, seen - 1);
  world.changed();
}

export function markRead(channel: Channel, userId: string): void {
  channel.seen.set(userId, channel.messages.length);
}

export function unreadFor(channel: Channel, userId: string): number {
  const unseen = channel.messages.slice(channel.seen.get(userId) ?? 0);
  return unseen.filter((message) => message.user !== userId && (!message.onlyFor || message.onlyFor === userId)).length;
}

/** Whether this person sees the channel in the sidebar. */
export function isVisible(channel: Channel, userId: string): boolean {
  return channel.kind === 'public' ? !channel.archived : channel.members.has(userId);
}
