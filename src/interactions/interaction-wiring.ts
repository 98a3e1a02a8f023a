import type { KnownBlock } from '@slack/types';
import type { AccountWiring } from '../accounts/account-wiring.ts';
import type { Gesture } from '../slack/handler.ts';
import type { TimelineWiring } from '../timeline/timeline-wiring.ts';

/** What the handlers of this slice get from the wiring. */
export interface InteractionWiring
  extends Pick<AccountWiring, 'cardWindow' | 'introduce'>,
    Pick<TimelineWiring, 'timelineWindow'> {
  /** Publishes the acting person's Home anew, below what has just been done. */
  readonly showHome: (gesture: Gesture, notice: readonly KnownBlock[]) => Promise<void>;
}
