import type { Gesture } from '../slack/handler.ts';

/** What the handlers of typed lines get from the wiring. */
export interface LogLineWiring {
  /** Publishes Home again, where kept lines are listed. */
  readonly showHome: (gesture: Gesture) => Promise<void>;
}
