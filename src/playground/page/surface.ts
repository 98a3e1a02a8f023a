import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { UiBlock, UiPlace, UiStateValues, UiValue } from '../protocol.ts';
import { gestureValue } from './element-value.ts';
import type { Drafts } from './store.ts';

/** What blocks are drawn on: a modal, Home, or one message. */
export interface Surface {
  /** A view's id; for messages person, channel and `ts`, joined by `:`. */
  readonly key: string;
  readonly place: UiPlace;
  readonly state: UiStateValues;
  readonly errors: Readonly<Record<string, string>>;
  readonly blocks: readonly UiBlock[];
}

export const SurfaceContext = createContext<Surface | null>(null);

export function useSurface(): Surface {
  const surface = useContext(SurfaceContext);
  if (!surface) throw new Error('a block was drawn outside a surface');
  return surface;
}

/** Where an element stands in its block, and what its block says about it. */
export interface Spot {
  readonly blockId: string;
  /** Whether a choice is told to the app at once; an `input` block without `dispatch_action` only keeps it. */
  readonly tells: boolean;
  readonly optional: boolean;
  /** The label for those who cannot see where the element stands; empty where a `<label>` names it. */
  readonly label: string;
  readonly invalid: boolean;
  /** Ids of the hint and the error, for `aria-describedby`. */
  readonly describedBy: string;
}

/** The values of a surface's fields, by `block_id` for inputs and `action_id` for others, as gestures send them. */
export function draftValues(surface: Surface, drafts: Drafts): Record<string, UiValue> {
  const inputs = new Set(surface.blocks.filter((block) => block.type === 'input').map((block) => block.block_id));
  const values: Record<string, UiValue> = {};
  for (const [key, value] of Object.entries(drafts[surface.key] ?? {})) {
    const [blockId = '', actionId = ''] = key.split('\n');
    values[inputs.has(blockId) ? blockId : actionId] = gestureValue(value);
  }
  return values;
}
