import { chosenValue, initialValue, optionsIn } from './element-values.ts';
import type { Placed } from './elements.ts';
import { elementsOf } from './elements.ts';
import { Impossible } from './impossible.ts';
import type { Json } from './json.ts';
import type { Local } from './local.ts';
import type { Place } from './on-screen.ts';
import { elementAt, placeOf, stateOf, viewOf } from './on-screen.ts';
import { outcomeOf } from './outcome.ts';
import { fromPerson, placePayload } from './payloads.ts';
import type { UiGestures, UiOption, UiOutcome, UiValue, UiValues } from './protocol.ts';
import type { Channel, Person, View } from './world.ts';

type Asks<Name extends keyof UiGestures> = UiGestures[Name]['asks'];

/** A press, a choice, a change. Elements of input blocks without `dispatch_action` keep their value and say nothing. */
export async function click(local: Local, person: Person, asks: Asks<'click'>): Promise<UiOutcome> {
  const { world } = local;
  const place = placeOf(world, person, asks.in);
  if (asks.values && 'source' in place) fillIn(place, asks.values);
  const placed = elementAt(place, asks, asks.value);
  const chosen = choose(place, person, placed, asks.value);
  world.changed();
  if (placed.input && placed.input['dispatch_action'] !== true) return { ok: true };
  const ack = await local.delivery.send('interactive', {
    type: 'block_actions',
    ...fromPerson(world, person),
    ...placePayload(world, place, channelOfPlace(local, place), stateOf(place, person)),
    trigger_id: local.triggers.issue({ userId: person.id, rootViewId: modalRoot(place) }),
    ...responseUrl(local, person, place),
    actions: [actionPayload(placed, chosen, world.ts())],
  });
  return outcomeOf(world, person.id, ack, whereOf(place));
}

/** Keeps what stands in a view's fields now. */
export async function input({ world }: Local, person: Person, asks: Asks<'input'>): Promise<UiOutcome> {
  fillIn(viewOf(world, person, asks.viewId), asks.values);
  world.changed();
  return { ok: true };
}

/** Puts values into a view's fields, by block id or action id. */
export function fillIn(view: View, values: UiValues): void {
  const placed = elementsOf(view.source.blocks).filter(({ element }) => initialValue(element));
  for (const [key, value] of Object.entries(values)) {
    const target = placed.find(({ blockId }) => blockId === key) ?? placed.find(({ actionId }) => actionId === key);
    const known = placed.map(({ blockId, actionId }) => `${blockId}/${actionId}`).join(', ');
    if (!target) throw new Impossible(`the view has no field ${key}; it has ${known}`);
    put(view.state, target, chosenValue(target.element, value, offeredTo(view, target)));
    delete view.fieldErrors[target.blockId];
  }
}

/** Options that an external select has shown here so far. */
export function offeredTo(place: Place, { blockId, actionId }: Placed): readonly UiOption[] {
  return place.offered.get(`${blockId}/${actionId}`) ?? [];
}

/** Keeps the choice where the element keeps one, and gives the members that the action payload shows. */
function choose(place: Place, person: Person, placed: Placed, value: UiValue | undefined): Json {
  const { element } = placed;
  if (element['type'] === 'overflow') return { selected_option: pickedFrom(element, value) };
  if (!initialValue(element)) return {};
  if (value !== undefined) put(stateOf(place, person), placed, chosenValue(element, value, offeredTo(place, placed)));
  return { ...(stateOf(place, person)[placed.blockId]?.[placed.actionId] ?? initialValue(element)) };
}

function pickedFrom(element: Json, value: UiValue | undefined): UiOption {
  const option = optionsIn(element).find((each) => each.value === value);
  if (option) return option;
  throw new Impossible(`the menu does not offer "${String(value)}"`);
}

function put(state: View['state'], { blockId, actionId }: Placed, value: View['state'][string][string]): void {
  state[blockId] = { ...state[blockId], [actionId]: value };
}

/** Members of an element that Slack leaves out of the action payload. */
const LEFT_OUT = ['options', 'option_groups', 'focus_on_load', 'dispatch_action_config', 'filter', 'confirm'];

function actionPayload({ blockId, actionId, element }: Placed, chosen: Json, actionTs: string): Json {
  const shown = Object.entries(element).filter(([member]) => !LEFT_OUT.includes(member));
  return { ...Object.fromEntries(shown), ...chosen, block_id: blockId, action_id: actionId, action_ts: actionTs };
}

/** The channel of a message; none for a view. */
export function channelOfPlace({ world }: Local, place: Place): Channel | undefined {
  return 'source' in place ? undefined : world.channels.get(place.channelId);
}

function responseUrl(local: Local, person: Person, place: Place): Json {
  if ('source' in place) return {};
  const { channelId, ts } = place;
  return { response_url: local.responseUrls.issue({ channelId, userId: person.id, messageTs: ts }) };
}

function modalRoot(place: Place): string | undefined {
  return 'source' in place && place.source.type === 'modal' ? place.rootId : undefined;
}

/** Where a note about this place belongs. */
export function whereOf(place: Place) {
  return 'source' in place ? { viewId: place.id } : { channelId: place.channelId, ts: place.ts };
}
