import type { z } from 'zod';
import type { Work } from '../db/work.ts';
import type { Message } from '../slack/handler.ts';
import type { OnUnknown } from './outbox.ts';

/**
 * What a notice comes to at the moment it is sent, or put right where it stands: words, or the reason why its reader does
 * not get it any more. `isLast`: nothing that happens later changes what it says.
 */
export type Rendering = { readonly say: Message; readonly isLast?: true } | { readonly withhold: string };

/** One kind of unasked message. */
export interface NoticeKind {
  readonly kind: string;
  /** Where nobody can find out whether it arrived. */
  readonly onUnknown: OnUnknown;
  /**
   * Authorises and puts into words what the row's refs stand for, in a unit of work of the person who will read it: what
   * they may not see any more is withheld. `isThere`: it stands in Slack already, and something of it has changed.
   */
  readonly render: (work: Work, refs: unknown, isThere: boolean) => Promise<Rendering>;
}

/** A kind whose refs are parsed once, here. */
export const noticeKind = <Refs>(of: {
  kind: string;
  onUnknown: OnUnknown;
  refs: z.ZodType<Refs>;
  render: (work: Work, refs: Refs, isThere: boolean) => Promise<Rendering>;
}): NoticeKind => ({
  kind: of.kind,
  onUnknown: of.onUnknown,
  render: (work, refs, isThere) => of.render(work, of.refs.parse(refs), isThere),
});

/** What is enqueued, in the transaction of what causes it. */
export interface NewNotice {
  /** Unique in the workspace: the same thing is never said twice. */
  readonly key: string;
  readonly kind: string;
  /** Ids alone: who may read what is decided when it is sent. */
  readonly refs: Readonly<Record<string, string>>;
  /** Slack's id of the person. */
  readonly target: string;
  /** Id of what it tells of: `retell` with it puts the message right where it stands. */
  readonly about?: string;
  /** Business time before which it is not said; at once without it. */
  readonly dueAt?: Date;
  /** Business time after which it is not worth saying. */
  readonly expiresAt?: Date;
}
