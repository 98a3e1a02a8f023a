import { newCheck } from './block-rules-check.ts';
import { checkOptionsOrGroups } from './block-rules-objects.ts';
import { asOption, asText, optionsIn } from './element-values.ts';
import { channelOfPlace, offeredTo, whereOf } from './gesture-element.ts';
import { Impossible } from './impossible.ts';
import { isJson, objectsOf } from './json.ts';
import type { Local } from './local.ts';
import { elementAt, placeOf, stateOf } from './on-screen.ts';
import { fail, outcomeOf } from './outcome.ts';
import { fromPerson, placePayload } from './payloads.ts';
import type { UiGestures, UiOptionsOutcome } from './protocol.ts';
import type { Person } from './world.ts';

/** Slack's own default: what is shorter is not asked. */
const MIN_QUERY_LENGTH = 3;

/** What an external select offers for a query. Slack does not ask before enough is typed. */
export async function options(
  local: Local,
  person: Person,
  asks: UiGestures['options']['asks'],
): Promise<UiOptionsOutcome> {
  const { world } = local;
  const place = placeOf(world, person, asks.in);
  const placed = elementAt(place, asks);
  const { blockId, actionId, element } = placed;
  if (!String(element['type']).endsWith('external_select')) throw new Impossible(`${actionId} is no external select`);
  if (asks.query.length < Number(element['min_query_length'] ?? MIN_QUERY_LENGTH))
    return { ok: true, options: [], groups: null };
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

/** Reads the app's answer; nothing when Slack would refuse it. */
function offered(body: unknown): Pick<Extract<UiOptionsOutcome, { ok: true }>, 'options' | 'groups'> | undefined {
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
