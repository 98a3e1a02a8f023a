import { newCheck } from './block-rules-check.ts';
import { checkOptionsOrGroups } from './block-rules-objects.ts';
import { asOption, asText, chosenValue, initialValue, optionsIn } from './element-values.ts';
import type { Placed } from './elements.ts';
import { elementsOf } from './elements.ts';
import { Impossible } from './impossible.ts';
import type { Json } from './json.ts';
import { isJson, objectsOf } from './json.ts';
import type { Local } from './local.ts';
import type { Place } from './on-screen.ts';
import { elementAt, placeOf, stateOf, viewOf } from './on-screen.ts';
import { fail, outcomeOf } from './outcome.ts';
import { fromPerson, placePayload } from './payloads.ts';
import type { UiGestures, UiOption, UiOptionsOutcome, UiOutcome, UiText, UiValue, UiValues } from './protocol.ts';
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

/** What an external select offers for a query. Slack does not ask before enough is typed. */
export async function options(local: Local, person: Person, asks: Asks<'options'>): Promise<UiOptionsOutcome> {
  const { world } = local;
  const place = placeOf(world, person, asks.in);
  const placed = elementAt(place, asks);
  const { blockId, actionId, element } = placed;
  if (!String(element['type']).endsWith('external_select')) throw new Impossible(`${actionId} is no external select`);
  if (asks.query.length < Number(element['min_query_length'] ?? 3)) return { ok: true, options: [], groups: null };
  const ack = await local.delivery.send('interactive', {
    ...{ type: 'block_suggestion', block_id: blockId, action_id: actionId, value: asks.query },
    ...fromPerson(world, person),
    ...placePayload(world, place, channelOfPlace(local, place), stateOf(place, person)),
  });
  const outcome = outcomeOf(world, person.id, ack, whereOf(place));
  if (!outcome.ok) return outcome;
  const answer = offered(ack.kind === 'answered' ? ack.body : undefined);
  if (!answer)
    return fail(
      world,
      person.id,
      'invalid_answer',
      'The app answered with options that Slack refuses.',
      whereOf(place),
    );
  place.offered.set(`${blockId}/${actionId}`, [...offeredTo(place, placed), ...answer.options]);
  return { ok: true, ...answer };
}

function offered(
  body: unknown,
): { options: readonly UiOption[]; groups: { label: UiText; options: readonly UiOption[] }[] | null } | undefined {
  if (!isJson(body)) return undefined;
  if (Array.isArray(body['options']) && body['options'].length === 0) return { options: [], groups: null };
  const check = newCheck('modal');
  checkOptionsOrGroups(check, body, '');
  if (check.problems.length > 0) return undefined;
  const groups = objectsOf(body['option_groups']).map((group) => ({
    label: asText(group['label']) ?? { type: 'plain_text' as const, text: '' },
    options: objectsOf(group['options']).flatMap(asOption),
  }));
  return { options: optionsIn(body), groups: groups.length > 0 ? groups : null };
}

function offeredTo(place: Place, { blockId, actionId }: Placed): readonly UiOption[] {
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

function channelOfPlace({ world }: Local, place: Place): Channel | undefined {
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

function whereOf(place: Place) {
  return 'source' in place ? { viewId: place.id } : { channelId: place.channelId, ts: place.ts };
}
