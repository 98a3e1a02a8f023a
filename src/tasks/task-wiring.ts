import type { KnownBlock } from '@slack/types';
import type { Gesture } from '../slack/handler.ts';

/** What the handlers of this slice get from the wiring. */
export interface TaskWiring {
  /** Asks Slack who these people are and writes them down. */
  readonly introduce: (workspaceId: string, slackUserIds: readonly string[]) => Promise<void>;
  /** Opens the form that logs a talk with an account, with this as its summary. */
  readonly openLog: (gesture: Gesture, prefill: { accountId: string; summary: string }) => Promise<void>;
  /** Publishes the acting person's Home as it is now, below what has just been done. */
  readonly showHome: (gesture: Gesture, notice?: readonly KnownBlock[]) => Promise<void>;
}
