import { initialValue } from './element-values.ts';
import type { Json } from './json.ts';
import { isJson, objectsOf } from './json.ts';
import type { UiBlock, UiStateValue } from './protocol.ts';
import type { StateValues } from './world.ts';

/** An interactive element and where it stands. */
export interface Placed {
  readonly blockId: string;
  readonly actionId: string;
  readonly element: Json;
  /** The `input` block around it, if it stands in one. */
  readonly input: UiBlock | undefined;
}

/** Every interactive element of stored blocks, in order. */
export function elementsOf(blocks: readonly UiBlock[]): readonly Placed[] {
  return blocks.flatMap((block): readonly Placed[] => {
    const inner = [
      ...objectsOf(block['child_blocks']),
      ...(block.type === 'carousel' ? objectsOf(block['elements']) : []),
    ];
    return [...inBlock(block), ...elementsOf(inner.flatMap(asBlock))];
  });
}

function asBlock(block: Json): readonly UiBlock[] {
  const { type, block_id } = block;
  return typeof type === 'string' && typeof block_id === 'string' ? [{ ...block, type, block_id }] : [];
}

function inBlock(block: UiBlock): readonly Placed[] {
  const direct = [block['element'], block['accessory']].filter(isJson);
  const listed = block.type === 'carousel' ? [] : [...objectsOf(block['elements']), ...objectsOf(block['actions'])];
  return [...direct, ...listed].flatMap((element) => {
    const actionId = element['action_id'];
    if (typeof actionId !== 'string') return [];
    return [{ blockId: block.block_id, actionId, element, input: block.type === 'input' ? block : undefined }];
  });
}

/** Slack's `state.values` before anybody has touched anything. */
export function initialState(blocks: readonly UiBlock[]): StateValues {
  const state: StateValues = {};
  for (const { blockId, actionId, element } of elementsOf(blocks)) {
    const value: UiStateValue | undefined = initialValue(element);
    if (!value) continue;
    state[blockId] = { ...state[blockId], [actionId]: value };
  }
  return state;
}
