import type { KnownBlock, ModalView } from '@slack/types';
import type { Verb } from '../access/policy.ts';
import type { Account } from '../accounts/account.ts';
import type { Reader } from '../accounts/card.ts';
import type { Work } from '../db/work.ts';
import type { Words } from '../i18n/language.ts';
import type { Gesture } from '../slack/handler.ts';

/** Where a page of a timeline ends: the place of its last entry. Entries stand by moment, then by id, newest first. */
export interface TimelineCursor {
  /** ISO moment. */
  readonly at: string;
  readonly id: string;
}

/** One thing that happened: one block. */
export interface TimelineEntry {
  readonly at: Date;
  readonly id: string;
  readonly block: (reader: Reader) => KnownBlock;
}

/**
 * One kind of thing in an account's timeline. Slices hand theirs in; two of one kind stand under one filter. `load` gives
 * the newest `limit` entries before the cursor, by key; a read of personal data is its own to audit.
 */
export interface TimelineStream {
  readonly kind: string;
  /** What somebody must be allowed at the account to see any of it: asked before `load`. */
  readonly needs: Verb;
  /** What the filter calls it. */
  readonly label: Words;
  /** What is said where there is none yet: what would put something here. */
  readonly empty: Words;
  readonly load: (
    work: Work,
    account: Account,
    page: { readonly before: TimelineCursor | null; readonly limit: number },
  ) => Promise<readonly TimelineEntry[]>;
}

/** The account's timeline as `app.ts` puts it together, for the handlers that show it. */
export interface TimelineWiring {
  /** Opens an account's timeline, or says that there is no such account. */
  readonly openTimeline: (gesture: Gesture, accountId: string) => Promise<void>;
  /** A page of it as a window; null when the account is gone. */
  readonly timelineWindow: (gesture: Gesture, accountId: string, page?: TimelinePlace) => Promise<ModalView | null>;
}

/** Where in a timeline a window stands. */
export interface TimelinePlace {
  readonly filter: string | null;
  readonly before: TimelineCursor | null;
}
