import type { Placed } from './elements.ts';
import { elementsOf } from './elements.ts';
import { Impossible } from './impossible.ts';
import { choicesIn, isVisible, messageFor } from './messages.ts';
import type { UiBlock, UiElementAt, UiMessageAt, UiPlace, UiValue } from './protocol.ts';
import { modalsOf } from './views.ts';
import type { Channel, Message, Person, StateValues, View, World } from './world.ts';

export type Place = View | Message;

export function personById(world: World, id: string): Person {
  const person = world.people.get(id);
  if (!person || person.kind === 'app') throw new Impossible(`there is nobody with the id ${id}`);
  return person;
}

/** A channel that this person sees. */
export function channelOf(world: World, person: Person, channelId: string): Channel {
  const channel = world.channels.get(channelId);
  if (channel && isVisible(channel, person.id)) return channel;
  throw new Impossible(`${person.name} sees no channel ${channelId}`);
}

export function messageOf(world: World, person: Person, { channelId, ts }: UiMessageAt): Message {
  const message = messageFor(channelOf(world, person, channelId), person.id, ts);
  if (message) return message;
  throw new Impossible(`${person.name} sees no message ${ts} in ${channelId}`);
}

/** A view on this person's screen: an open modal, or their Home. */
export function viewOf(world: World, person: Person, viewId: string): View {
  const home = world.homes.get(person.id);
  const view = [...modalsOf(world, person.id), ...(home ? [home] : [])].find(({ id }) => id === viewId);
  if (view) return view;
  throw new Impossible(`${person.name} has no view ${viewId} open`);
}

export function placeOf(world: World, person: Person, place: UiPlace): Place {
  return 'viewId' in place ? viewOf(world, person, place.viewId) : messageOf(world, person, place);
}

function blocksOf(place: Place): readonly UiBlock[] {
  return 'source' in place ? place.source.blocks : place.blocks;
}

/** What stands in the place's fields for this person; setting a value changes it in place. */
export function stateOf(place: Place, person: Person): StateValues {
  if ('source' in place) return place.state;
  const state = choicesIn(place, person.id);
  place.state.set(person.id, state);
  return state;
}

/** The one element with these ids. Buttons that share an action id are told apart by their value. */
export function elementAt(place: Place, at: Pick<UiElementAt, 'actionId' | 'blockId'>, value?: UiValue): Placed {
  const all = elementsOf(blocksOf(place));
  const named = all.filter((each) => each.actionId === at.actionId && (!at.blockId || each.blockId === at.blockId));
  const found = named.filter(
    ({ element }) => element['type'] !== 'button' || (value ?? element['value']) === element['value'],
  );
  const [first, second] = found;
  if (first && !second) return first;
  const known = all.map((each) => `${each.blockId}/${each.actionId}`).join(', ') || 'nothing to press';
  throw new Impossible(`${found.length} elements match ${at.blockId ?? '*'}/${at.actionId}; there is: ${known}`);
}
