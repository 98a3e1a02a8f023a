import type { AccountLine } from '../accounts/account-line.ts';
import type { CardFacts, Reader } from '../accounts/card.ts';
import type { CardParts } from '../accounts/card-wiring.ts';
import type { Asked } from '../lines/log-echo.ts';
import type { Candidate } from '../search/search-candidate.ts';
import type { Beside } from './decision.ts';
import type { Day } from './home.ts';
import type { AccountVerb, VerbKey } from './verbs.ts';

/** A card, ready to be shown to the person for whom it was read. */
export interface ReadCard {
  readonly facts: CardFacts;
  readonly parts: CardParts;
  readonly reader: Reader;
}

/** A line that is kept as a draft, as its answer shows it. */
export interface KeptLine {
  readonly reader: Reader;
  readonly line: string;
  readonly name: string;
  readonly near: readonly Candidate[];
  readonly mayCreate: boolean;
  /** Where it may be logged; null to who may not log. */
  readonly asked: Asked | null;
}

/** What a line came to: everything an answer needs, read for the acting person. */
export type Outcome = { readonly reader: Reader } & (
  | {
      readonly kind: 'overview';
      readonly linked: ReadCard | null;
      readonly day: Day;
      /** The reader as a member. */
      readonly me: string;
      readonly recent: readonly AccountLine[];
    }
  | {
      readonly kind: 'card';
      readonly card: ReadCard;
      readonly beside: Beside | null;
    }
  | {
      readonly kind: 'ask';
      readonly verb: VerbKey;
      readonly rest: string;
      readonly line: string;
      readonly candidates: readonly Candidate[];
    }
  | {
      readonly kind: 'several';
      readonly name: string;
      readonly verb: AccountVerb;
      readonly candidates: readonly Candidate[];
    }
  | {
      readonly kind: 'none';
      readonly name: string;
      readonly verb: AccountVerb;
      readonly near: readonly Candidate[];
      readonly mayCreate: boolean;
      readonly beside: Beside | null;
    }
  /** Nobody is called so: the line is to be kept, once, before it is answered. */
  | { readonly kind: 'keep'; readonly line: string; readonly name: string }
  | { readonly kind: 'act'; readonly verb: Exclude<AccountVerb, 'card'>; readonly accountId: string }
  | { readonly kind: 'pick'; readonly verb: AccountVerb }
  | { readonly kind: 'log'; readonly accountId: string | null }
  | { readonly kind: 'undo' }
  | { readonly kind: 'new'; readonly name: string }
  /** Accounts change hands: which, the form asks. */
  | { readonly kind: 'handover' }
  | { readonly kind: 'admin'; readonly rest: string }
  /** What the person has to do, at whichever account. */
  | { readonly kind: 'tasks' }
  | { readonly kind: 'help' }
);
