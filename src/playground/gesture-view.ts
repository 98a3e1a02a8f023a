import { elementsOf } from './elements.ts';
import { clientErrors } from './field-errors.ts';
import { fillIn } from './gesture-element.ts';
import { Impossible } from './impossible.ts';
import type { Json } from './json.ts';
import { isJson } from './json.ts';
import type { Local } from './local.ts';
import { viewOf } from './on-screen.ts';
import { fail, outcomeOf } from './outcome.ts';
import { fromPerson, viewPayload } from './payloads.ts';
import type { UiGestures, UiOutcome, UiSubmitOutcome } from './protocol.ts';
import { closeAll, closeModal, MAX_STACK, modalsOf, pushModal, replaceView } from './views.ts';
import { checkedView } from './web-api-views.ts';
import type { Person, View } from './world.ts';

type Asks<Name extends keyof UiGestures> = UiGestures[Name]['asks'];

/** The submit button. Slack checks the fields first, then asks the app, then does what the app's ack says. */
export async function submit(
  local: Local,
  person: Person,
  { viewId, values }: Asks<'submit'>,
): Promise<UiSubmitOutcome> {
  const { world } = local;
  const view = modalOf(local, person, viewId);
  if (values) fillIn(view, values);
  view.fieldErrors = clientErrors(view);
  world.changed();
  if (Object.keys(view.fieldErrors).length > 0) return { ok: false, problem: 'field_errors', errors: view.fieldErrors };
  const ack = await local.delivery.send('interactive', {
    type: 'view_submission',
    ...fromPerson(world, person),
    trigger_id: local.triggers.issue({ userId: person.id, rootViewId: view.rootId }),
    view: viewPayload(world, view),
    response_urls: responseUrls(local, person, view),
  });
  const outcome = outcomeOf(world, person.id, ack, { viewId });
  if (!outcome.ok) return outcome;
  return obey(local, view, ack.kind === 'answered' ? ack.body : undefined);
}

function modalOf({ world }: Local, person: Person, viewId: string): View {
  const view = viewOf(world, person, viewId);
  if (view.source.type !== 'modal') throw new Impossible('Home has no submit and no close button');
  return view;
}

function obey(local: Local, view: View, body: unknown): UiSubmitOutcome {
  const answer = isJson(body) ? body : {};
  switch (answer['response_action']) {
    case undefined:
      closeModal(local.world, view);
      return { ok: true, modal: 'closed' };
    case 'clear':
      closeAll(local.world, view.userId);
      return { ok: true, modal: 'cleared' };
    case 'errors':
      return showErrors(local, view, answer['errors']);
    case 'update':
    case 'push':
      return showView(local, view, answer, answer['response_action']);
    default:
      return refuse(local, view, `an unknown response_action ${String(answer['response_action'])}`);
  }
}

function showErrors(local: Local, view: View, errors: unknown): UiSubmitOutcome {
  const inputs = elementsOf(view.source.blocks).flatMap(({ input }) => (input ? [input.block_id] : []));
  const entries = isJson(errors) ? Object.entries(errors) : [];
  const shown: Record<string, string> = {};
  for (const [blockId, text] of entries)
    if (inputs.includes(blockId) && typeof text === 'string' && text !== '') shown[blockId] = text;
  if (entries.length === 0 || Object.keys(shown).length < entries.length)
    return refuse(local, view, `field errors for what is no input block, or without words: ${JSON.stringify(errors)}`);
  view.fieldErrors = shown;
  local.world.changed();
  return { ok: false, problem: 'field_errors', errors: shown };
}

function showView(local: Local, view: View, answer: Json, action: 'update' | 'push'): UiSubmitOutcome {
  const checked = checkedView(local, answer['view'], 'modal', action === 'update' ? view : undefined);
  if ('refused' in checked) return refuse(local, view, `a view that Slack refuses: ${JSON.stringify(checked.refused)}`);
  if (action === 'update') {
    replaceView(local.world, view, checked.source);
    return { ok: true, modal: 'updated' };
  }
  if (modalsOf(local.world, view.userId).length >= MAX_STACK) return refuse(local, view, 'a fourth modal on the stack');
  pushModal(local.world, view.userId, checked.source);
  return { ok: true, modal: 'pushed' };
}

function refuse({ world }: Local, view: View, what: string): UiSubmitOutcome {
  return fail(world, view.userId, 'invalid_answer', `The app answered with ${what}.`, { viewId: view.id });
}

/** Channels chosen in selects with `response_url_enabled` get a response URL each. */
function responseUrls(local: Local, person: Person, view: View): readonly Json[] {
  return elementsOf(view.source.blocks).flatMap(({ blockId, actionId, element }) => {
    const value = view.state[blockId]?.[actionId];
    const channelId = value?.selected_conversation ?? value?.selected_channel;
    if (element['response_url_enabled'] !== true || !channelId) return [];
    const response_url = local.responseUrls.issue({ channelId, userId: person.id, messageTs: undefined });
    return [{ block_id: blockId, action_id: actionId, channel_id: channelId, response_url }];
  });
}

/** The close button, or the X that closes everything. The app hears of views that asked for it. */
export async function close(local: Local, person: Person, { viewId, all = false }: Asks<'close'>): Promise<UiOutcome> {
  const { world } = local;
  const view = modalOf(local, person, viewId);
  const everything = all || view.source.clearOnClose;
  const gone = everything ? closeAll(world, person.id) : closeModal(world, view);
  for (const each of gone.filter(({ source }) => source.notifyOnClose))
    await local.delivery.send('interactive', {
      ...{ type: 'view_closed', is_cleared: everything, view: viewPayload(world, each) },
      ...fromPerson(world, person),
    });
  return { ok: true };
}
