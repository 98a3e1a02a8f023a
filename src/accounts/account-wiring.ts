import type { ModalView } from '@slack/types';
import type { Gesture, Message } from '../slack/handler.ts';
import type { Rich } from '../slack/text.ts';
import type { PaperDrafts } from './paper-wiring.ts';

/** What the handlers of this slice get from the wiring: the card shows later slices' parts too. */
export interface AccountWiring {
  /** The card as a window, below what has just been done; null when the account is gone. */
  readonly cardWindow: (
    gesture: Gesture,
    accountId: string,
    notice?: (language: Gesture['language']) => Rich,
  ) => Promise<ModalView | null>;
  /** The card as a message; null when the account is gone. */
  readonly cardMessage: (gesture: Gesture, accountId: string) => Promise<Message | null>;
  readonly drafts: PaperDrafts;
  /** Asks Slack who these people are and writes them down. */
  readonly introduce: (workspaceId: string, slackUserIds: readonly string[]) => Promise<void>;
}
