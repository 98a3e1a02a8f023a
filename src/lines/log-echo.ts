import type { Due } from '../due/due.ts';
import type { InteractionKind, Outcome } from '../interactions/interaction.ts';
import type { NamedAccount } from '../search/named-account.ts';

/** A next step as the answer to a line shows it. */
export interface EchoStep {
  readonly taskId: string;
  readonly title: string;
  readonly due: Due | null;
  /** Days offered beside it: another reading of its words. */
  readonly choices: readonly Due[];
}

/** Somebody whom the words name and who could be several of the account's people. */
export interface EchoPerson {
  readonly said: string;
  readonly contacts: readonly { readonly id: string; readonly name: string }[];
}

/** What was saved of a line, as its author is told. Holds people's words: never to be kept beside a gesture. */
export interface Echo {
  /** The day it is for the author. */
  readonly today: string;
  readonly interactionId: string;
  readonly account: Pick<NamedAccount, 'id' | 'number' | 'name'>;
  readonly kind: InteractionKind;
  /** The words do not say the kind: it is asked. */
  readonly isKindOpen: boolean;
  readonly outcome: Outcome;
  readonly people: readonly string[];
  readonly summary: string;
  readonly steps: readonly EchoStep[];
  /** To be chosen from. */
  readonly open: readonly EchoPerson[];
  /** Named like a person, and nobody at the account: can be added by who may. */
  readonly unknown: readonly string[];
}

/** What became of a typed line. */
export type LineLogged =
  | { readonly ok: true; readonly kind: 'logged'; readonly echo: Echo }
  /** An account and nothing to note: the form opens. */
  | { readonly ok: true; readonly kind: 'form'; readonly accountId: string }
  /** The line is an account's name: what the desk does with one. */
  | { readonly ok: true; readonly kind: 'name' }
  | { readonly ok: true; readonly kind: 'asked'; readonly asked: Asked }
  /** The draft is not there any more: it was used, or dropped. */
  | { readonly ok: false; readonly problem: 'settled' | 'gone' };

/** A line that is kept as a draft, and the accounts among which a person chooses. */
export interface Asked {
  readonly draftId: string;
  readonly line: string;
  readonly doubt: 'several' | 'unsure' | 'unknown' | 'no-account' | 'no-verb' | 'verb-or-name' | 'no-note';
  readonly named: readonly Pick<NamedAccount, 'id' | 'number' | 'name' | 'city' | 'ownerName'>[];
}
