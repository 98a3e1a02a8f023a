import type { Local } from './local.ts';
import { choicesIn, isVisible, unreadFor, visibleTo } from './messages.ts';
import { channelOf } from './on-screen.ts';
import type { UiChannel, UiMessage, UiState, UiView } from './protocol.ts';
import { modalsOf } from './views.ts';
import type { Channel, Message, Person, View } from './world.ts';

/** Everything on one person's screen; the messages of one channel if one is named. */
export function snapshot({ world, carrier }: Local, person: Person, channelId: string | undefined): UiState {
  const { team, app, commands, shortcuts } = world.company;
  const home = world.homes.get(person.id);
  const channels = [...world.channels.values()].filter((channel) => isVisible(channel, person.id));
  return {
    standIn: true,
    version: world.version(),
    team,
    app: { id: app.id, name: app.name, botUserId: app.botUserId, connected: carrier.connected() },
    me: person,
    people: [...world.people.values()],
    channels: channels.map((channel) => uiChannel(channel, person)),
    messages: channelId === undefined ? null : messagesOf(channelOf(world, person, channelId), person),
    home: home ? uiView(home) : null,
    views: modalsOf(world, person.id).map(uiView),
    commands,
    shortcuts,
    clock: { now: world.clock.now().toISOString(), offsetMs: world.clock.offsetMs },
    notes: world.notes.get(person.id) ?? [],
  };
}

function uiChannel(channel: Channel, person: Person): UiChannel {
  const { id, name, kind, shared, archived, topic, members } = channel;
  return { id, name, kind, shared, archived, topic, members: [...members], unread: unreadFor(channel, person.id) };
}

/** What this person sees of a channel, oldest first. */
export function messagesOf(channel: Channel, person: Person): readonly UiMessage[] {
  return visibleTo(channel, person.id).map((message) => uiMessage(message, person));
}

function uiMessage(message: Message, person: Person): UiMessage {
  const { channelId, ts, user, text, blocks } = message;
  return {
    ...{ channelId, ts, user, text, blocks, ephemeral: message.onlyFor !== undefined },
    ...{ edited: message.edited !== undefined, threadTs: message.threadTs ?? null },
    state: structuredClone(choicesIn(message, person.id)),
  };
}

export function uiView(view: View): UiView {
  const { type, callbackId, title, submit, close, blocks } = view.source;
  return {
    ...{ id: view.id, hash: view.hash, type, callbackId, title, submit, close, blocks },
    ...{ state: structuredClone(view.state), fieldErrors: { ...view.fieldErrors } },
  };
}
