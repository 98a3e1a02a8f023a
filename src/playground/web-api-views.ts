import { text } from './args.ts';
import { checkView } from './block-rules.ts';
import type { Json } from './json.ts';
import { isJson, parseJson } from './json.ts';
import type { Local } from './local.ts';
import { explained } from './message-args.ts';
import { viewPayload } from './payloads.ts';
import type { Trigger } from './triggers.ts';
import { allViews, MAX_STACK, modalsOf, openModal, publishHome, pushModal, replaceView, viewSource } from './views.ts';
import type { Method } from './web-api.ts';
import type { View, ViewSource } from './world.ts';

export const VIEWS: Readonly<Record<string, Method>> = {
  'views.open': (local, args) =>
    withView(local, args, 'modal', undefined, (source) =>
      withTrigger(local, args, ({ userId }) => openModal(local.world, userId, source)),
    ),
  'views.push': (local, args) =>
    withView(local, args, 'modal', undefined, (source) =>
      withTrigger(local, args, ({ userId, rootViewId }) => {
        const stack = modalsOf(local.world, userId);
        if (!rootViewId || stack[0]?.id !== rootViewId) return 'not_found';
        return stack.length >= MAX_STACK ? 'push_limit_reached' : pushModal(local.world, userId, source);
      }),
    ),
  'views.update': (local, args) => {
    const view = allViews(local.world).find(named(args));
    if (!view) return { ok: false, error: 'not_found' };
    return withView(local, args, view.source.type, view, (source) => replaced(local, args, view, source));
  },
  'views.publish': (local, args) => {
    const userId = text(args, 'user_id');
    const person = local.world.people.get(userId);
    if (!person || person.kind === 'app') return { ok: false, error: 'user_not_found' };
    const old = local.world.homes.get(userId);
    return withView(local, args, 'home', old, (source) => {
      const hash = text(args, 'hash');
      if (hash !== '' && old && hash !== old.hash) return 'hash_conflict';
      return publishHome(local.world, userId, source);
    });
  },
};

/** A view's id or its external id, as `views.update` names it. */
function named(args: Json): (view: View) => boolean {
  const [id, externalId] = [text(args, 'view_id'), text(args, 'external_id')];
  return (view) => (id !== '' ? view.id === id : externalId !== '' && view.source.externalId === externalId);
}

function replaced(local: Local, args: Json, view: View, source: ViewSource): View | string {
  const hash = text(args, 'hash');
  return hash !== '' && hash !== view.hash ? 'hash_conflict' : replaceView(local.world, view, source);
}

/** Reads and checks `view`, then does with it what the method does; answers with the stored view or an error code. */
function withView(
  local: Local,
  args: Json,
  type: 'modal' | 'home',
  replacing: View | undefined,
  use: (source: ViewSource) => View | string,
): Json {
  const given = typeof args['view'] === 'string' ? parseJson(args['view']) : args['view'];
  const checked = checkedView(local, given, type, replacing);
  if ('refused' in checked) return checked.refused;
  const view = use(checked.source);
  return typeof view === 'string' ? { ok: false, error: view } : { ok: true, view: viewPayload(local.world, view) };
}

/**
 * A view from the app, checked: Slack's rules, its size, its type, its external id.
 * @param replacing the view whose place it takes; that one may keep its external id
 */
export function checkedView(
  { world }: Pick<Local, 'world'>,
  given: unknown,
  type: 'modal' | 'home',
  replacing: View | undefined,
): { readonly source: ViewSource } | { readonly refused: Json } {
  if (!isJson(given)) return { refused: { ok: false, error: 'invalid_arguments' } };
  const problems = checkView(given);
  const tooLarge = problems.some(({ text: rule }) => rule === 'must be less than 250 KB');
  if (tooLarge) return { refused: { ok: false, error: 'view_too_large' } };
  if (given['type'] !== type) problems.push({ pointer: '/type', text: `must be ${type}` });
  if (problems.length > 0)
    return { refused: { ok: false, error: 'invalid_arguments', ...explained(problems, '/view') } };
  const source = viewSource(world, given);
  const taken = allViews(world).some((view) => view !== replacing && view.source.externalId === source.externalId);
  if (source.externalId !== '' && taken) return { refused: { ok: false, error: 'duplicate_external_id' } };
  return { source };
}

function withTrigger(local: Local, args: Json, use: (trigger: Trigger) => View | string): View | string {
  const trigger = local.triggers.exchange(text(args, 'trigger_id'));
  return typeof trigger === 'string' ? trigger : use(trigger);
}
