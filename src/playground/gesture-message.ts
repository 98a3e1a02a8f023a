import { homeOpened, memberJoined, messageSaid } from './events.ts';
import { Impossible } from './impossible.ts';
import type { Json } from './json.ts';
import { isJson } from './json.ts';
import type { Local } from './local.ts';
import { markRead, post, remove, slackbotTells } from './messages.ts';
import { channelOf, messageOf } from './on-screen.ts';
import { fail, outcomeOf } from './outcome.ts';
import { channelRef, commandPayload, fromPerson, messagePayload } from './payloads.ts';
import type { UiGestures, UiOutcome } from './protocol.ts';
import { takeResponse } from './responses.ts';
import { typed } from './slack-text.ts';
import type { Person, World } from './world.ts';
import { dmOf } from './world.ts';

type Asks<Name extends keyof UiGestures> = UiGestures[Name]['asks'];

/** `/command text`, typed in a channel. What the app answers in its ack is shown as Slack shows it. */
export async function command(local: Local, person: Person, { line, channelId }: Asks<'command'>): Promise<UiOutcome> {
  const { world } = local;
  const channel = channelOf(world, person, channelId);
  const [, name = '', words = ''] = /^\s*(\S+)([\s\S]*)$/.exec(line) ?? [];
  if (!world.company.commands.some((each) => each.command === name))
    throw new Impossible(`there is no command ${name}`);
  const target = { channelId, userId: person.id, messageTs: undefined };
  const payload = commandPayload(world, person, channel, {
    command: name,
    text: typed(words.trim()),
    triggerId: local.triggers.issue({ userId: person.id, rootViewId: undefined }),
    responseUrl: local.responseUrls.issue(target),
  });
  const ack = await local.delivery.send('slash_commands', payload);
  const outcome = outcomeOf(world, person.id, ack, { channelId });
  if (!outcome.ok) slackbotTells(world, channel, person.id, `${name} failed with the error "${outcome.problem}"`);
  const answer = ack.kind === 'answered' ? answerOf(ack.body) : undefined;
  const refused = answer && takeResponse(local, target, answer);
  return refused
    ? fail(world, person.id, 'invalid_answer', `The app answered with ${refused}.`, { channelId })
    : outcome;
}

function answerOf(body: unknown): Json | undefined {
  if (typeof body === 'string' && body !== '') return { text: body };
  return isJson(body) ? body : undefined;
}

export async function shortcut(local: Local, person: Person, { callbackId }: Asks<'shortcut'>): Promise<UiOutcome> {
  const { world } = local;
  knownShortcut(local, callbackId, 'global');
  const ack = await local.delivery.send('interactive', {
    ...{ type: 'shortcut', callback_id: callbackId, action_ts: world.ts() },
    ...{ trigger_id: local.triggers.issue({ userId: person.id, rootViewId: undefined }) },
    ...fromPerson(world, person),
  });
  return outcomeOf(world, person.id, ack);
}

export async function messageShortcut(
  local: Local,
  person: Person,
  asks: Asks<'message-shortcut'>,
): Promise<UiOutcome> {
  const { world } = local;
  const { callbackId, channelId, ts } = asks;
  knownShortcut(local, callbackId, 'message');
  const message = messageOf(world, person, asks);
  const ack = await local.delivery.send('interactive', {
    ...{ type: 'message_action', callback_id: callbackId, action_ts: world.ts(), message_ts: ts },
    ...{ trigger_id: local.triggers.issue({ userId: person.id, rootViewId: undefined }) },
    response_url: local.responseUrls.issue({ channelId, userId: person.id, messageTs: ts }),
    ...{ channel: channelRef(channelOf(world, person, channelId)), message: messagePayload(world, message) },
    ...fromPerson(world, person),
  });
  return outcomeOf(world, person.id, ack, { channelId, ts });
}

function knownShortcut({ world }: Local, callbackId: string, type: 'global' | 'message'): void {
  const known = world.company.shortcuts.some((each) => each.callbackId === callbackId && each.type === type);
  if (!known) throw new Impossible(`there is no ${type} shortcut ${callbackId}`);
}

export async function say(
  local: Local,
  person: Person,
  { channelId, text, threadTs }: Asks<'say'>,
): Promise<UiOutcome> {
  const channel = channelOf(local.world, person, channelId);
  if (!channel.members.has(person.id) || channel.archived) throw new Impossible(`${person.name} cannot write here`);
  const words = withMentions(local.world, typed(text));
  const message = post(local.world, channel, { user: person.id, text: words, threadTs });
  messageSaid(local, channel, message);
  return { ok: true };
}

/** `@name` of somebody here becomes a mention, as in Slack's own composer. */
function withMentions(world: World, text: string): string {
  const people = [...world.people.values()];
  return text.replace(/@([\w.-]+)/g, (whole, name) => {
    const person = people.find((each) => each.name === name);
    return person ? `<@${person.id}>` : whole;
  });
}

export async function openHome(local: Local, person: Person, { tab = 'home' }: Asks<'home'>): Promise<UiOutcome> {
  homeOpened(local, person, tab, dmOf(person.id));
  return { ok: true };
}

export async function read(local: Local, person: Person, { channelId }: Asks<'read'>): Promise<UiOutcome> {
  markRead(channelOf(local.world, person, channelId), person.id);
  local.world.changed();
  return { ok: true };
}

export async function dismiss(local: Local, person: Person, asks: Asks<'dismiss'>): Promise<UiOutcome> {
  const message = messageOf(local.world, person, asks);
  if (message.onlyFor !== person.id) throw new Impossible('only a message that you alone see can be dismissed');
  remove(local.world, channelOf(local.world, person, asks.channelId), message);
  return { ok: true };
}

export async function invite(local: Local, person: Person, { channelId, userId }: Asks<'invite'>): Promise<UiOutcome> {
  const channel = channelOf(local.world, person, channelId);
  if (!local.world.people.has(userId) || channel.kind === 'dm')
    throw new Impossible(`${userId} cannot be invited here`);
  channel.members.add(userId);
  local.world.changed();
  memberJoined(local, channel, userId, person.id);
  return { ok: true };
}
