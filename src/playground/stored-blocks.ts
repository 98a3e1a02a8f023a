import type { Json } from './json.ts';
import { isJson } from './json.ts';
import type { UiBlock } from './protocol.ts';
import { asStored } from './slack-text.ts';
import type { World } from './world.ts';

const STILL = new Set(['image', 'plain_text', 'mrkdwn', 'card']);

/** Blocks as Slack keeps them: an id on every block, an action id on every element, every text escaped. */
export function storedBlocks(world: World, blocks: readonly unknown[]): readonly UiBlock[] {
  return blocks.filter(isJson).map((block) => storedBlock(world, block));
}

function storedBlock(world: World, block: Json): UiBlock {
  const stored = withIds(world, escaped(block));
  const id = stored['block_id'];
  return { ...stored, type: String(stored['type']), block_id: typeof id === 'string' ? id : world.id('b') };
}

function withIds(world: World, block: Json): Json {
  const child = (value: unknown) => (isJson(value) ? withActionId(world, value) : value);
  const blockOf = (value: unknown) => (isJson(value) ? storedBlock(world, value) : value);
  return mapMembers(block, {
    element: child,
    accessory: child,
    elements: (value) => {
      if (block['type'] === 'carousel') return listOf(value, blockOf);
      return ['actions', 'context_actions'].includes(String(block['type'])) ? listOf(value, child) : value;
    },
    actions: (value) => listOf(value, child),
    child_blocks: (value) => listOf(value, blockOf),
  });
}

function withActionId(world: World, element: Json): Json {
  if (STILL.has(String(element['type'])) || typeof element['action_id'] === 'string') return element;
  return { ...element, action_id: world.id('a') };
}

function listOf(value: unknown, change: (item: unknown) => unknown): unknown {
  return Array.isArray(value) ? value.map(change) : value;
}

function mapMembers(holder: Json, changes: Readonly<Record<string, (value: unknown) => unknown>>): Json {
  return Object.fromEntries(Object.entries(holder).map(([key, value]) => [key, changes[key]?.(value) ?? value]));
}

/** Escapes the text of every text object, however deep, as Slack keeps it. */
export function escaped(value: Json): Json {
  const kind = value['type'];
  const text = value['text'];
  const inner = Object.fromEntries(Object.entries(value).map(([key, member]) => [key, escapedMember(member)]));
  if (typeof text !== 'string' || (kind !== 'plain_text' && kind !== 'mrkdwn')) return inner;
  const emoji = kind === 'plain_text' && inner['emoji'] === undefined ? { emoji: true } : {};
  return { ...inner, text: asStored(text, kind), ...emoji };
}

function escapedMember(member: unknown): unknown {
  if (Array.isArray(member)) return member.map(escapedMember);
  return isJson(member) ? escaped(member) : member;
}
