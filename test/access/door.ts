import type { Verb } from '../../src/access/policy.ts';
import type { Work } from '../../src/db/work.ts';

/** What the doors are tried on; with the ids of another workspace, or with ids that nothing has. */
export interface Aim {
  readonly accountId: string;
  readonly contactId: string;
  readonly memberId: string;
  readonly teamId: string;
  readonly draftId: string;
  /** A notice that was given up. */
  readonly noticeId: string;
  /** The audit's entry of a change of the account's source, from its first version to its second. */
  readonly changeId: string;
  /** An open step at the account. */
  readonly taskId: string;
  /** A talk of that member's, with that contact. */
  readonly interactionId: string;
  /** Waits for an answer: the account, by its owner, to a head. */
  readonly handoverId: string;
}
export interface Door {
  readonly asks: Verb;
  /** Is the answer a matter of how the person stands to the account? */
  readonly isAboutAccount: boolean;
  readonly open: (work: Work, aim: Aim) => Promise<unknown>;
}

/** What everybody may do whom the verb allows it anywhere. */
export const door = (asks: Verb, open: Door['open']): Door => ({ asks, open, isAboutAccount: false });
/** What depends on how the person stands to the account that is aimed at. */
export const accountDoor = (asks: Verb, open: Door['open']): Door => ({ asks, open, isAboutAccount: true });
