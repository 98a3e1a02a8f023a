import type { KnownBlock } from '@slack/types';
import type { Gesture } from '../slack/handler.ts';

/** What handlers of buttons that stand on Home get from the wiring. */
export interface HomeWiring {
  /** Shows the acting person's Home afresh, as they had it before them, with what has just been done at its top. */
  readonly showHome: (gesture: Gesture, notice?: readonly KnownBlock[]) => Promise<void>;
}
