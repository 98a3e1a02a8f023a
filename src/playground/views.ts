import { elementsOf, initialState } from './elements.ts';
import type { Json } from './json.ts';
import { isJson, textOf } from './json.ts';
import type { UiText } from './protocol.ts';
import { escaped, storedBlocks } from './stored-blocks.ts';
import type { StateValues, View, ViewSource, World } from './world.ts';

/** Slack shows at most three modals on top of each other. */
export const MAX_STACK = 3;

/** A view that passed the rules, as Slack keeps it. */
export function viewSource(world: World, view: Json): ViewSource {
  return {
    type: view['type'] === 'home' ? 'home' : 'modal',
    blocks: storedBlocks(world, Array.isArray(view['blocks']) ? view['blocks'] : []),
    title: plainText(view['title']),
    submit: plainText(view['submit']),
    close: plainText(view['close']),
    callbackId: textOf(view['callback_id']) ?? '',
    privateMetadata: textOf(view['private_metadata']) ?? '',
    externalId: textOf(view['external_id']) ?? '',
    clearOnClose: view['clear_on_close'] === true,
    notifyOnClose: view['notify_on_close'] === true,
  };
}

function plainText(value: unknown): UiText | null {
  if (!isJson(value)) return null;
  const { text } = escaped(value);
  return { type: 'plain_text', text: String(text), emoji: true };
}

function newView(world: World, userId: string, source: ViewSource, below: View | undefined): View {
  const id = world.id('V');
  return {
    ...{ id, userId, source, hash: newHash(world), rootId: below?.rootId ?? id, previousId: below?.id ?? null },
    ...{ state: initialState(source.blocks), fieldErrors: {}, offered: new Map() },
  };
}

function newHash(world: World): string {
  return `${Math.floor(world.clock.now().getTime() / 1000)}.${world.id('')}`;
}

/** Opens a modal; what the person had open goes away. */
export function openModal(world: World, userId: string, source: ViewSource): View {
  const view = newView(world, userId, source, undefined);
  world.modals.set(userId, [view]);
  world.changed();
  return view;
}

/** Puts a modal on top of the person's stack. Whoever calls has checked that there is room. */
export function pushModal(world: World, userId: string, source: ViewSource): View {
  const stack = modalsOf(world, userId);
  const view = newView(world, userId, source, stack.at(-1));
  world.modals.set(userId, [...stack, view]);
  world.changed();
  return view;
}

/** Replaces a view's content. What was typed stays where block and action id stay the same. */
export function replaceView(world: World, view: View, source: ViewSource): View {
  const kept = view.state;
  view.source = source;
  view.hash = newHash(world);
  view.fieldErrors = {};
  view.state = keepState(initialState(source.blocks), kept, source);
  world.changed();
  return view;
}

function keepState(initial: StateValues, kept: StateValues, source: ViewSource): StateValues {
  const next: StateValues = structuredClone(initial);
  for (const { blockId, actionId, element } of elementsOf(source.blocks)) {
    const old = kept[blockId]?.[actionId];
    const row = next[blockId];
    if (old && row && old.type === element['type']) row[actionId] = old;
  }
  return next;
}

export function publishHome(world: World, userId: string, source: ViewSource): View {
  const old = world.homes.get(userId);
  if (old) return replaceView(world, old, source);
  const view = newView(world, userId, source, undefined);
  world.homes.set(userId, view);
  world.changed();
  return view;
}

/** Takes one modal away (and what lies on it). @returns those that went. */
export function closeModal(world: World, view: View): readonly View[] {
  const stack = modalsOf(world, view.userId);
  const from = stack.indexOf(view);
  if (from < 0) return [];
  world.modals.set(view.userId, stack.slice(0, from));
  world.changed();
  return stack.slice(from);
}

export function closeAll(world: World, userId: string): readonly View[] {
  const stack = modalsOf(world, userId);
  world.modals.set(userId, []);
  world.changed();
  return stack;
}

export function modalsOf(world: World, userId: string): readonly View[] {
  return world.modals.get(userId) ?? [];
}

/** Every view on somebody's screen. */
export function allViews(world: World): readonly View[] {
  return [...[...world.modals.values()].flat(), ...world.homes.values()];
}
