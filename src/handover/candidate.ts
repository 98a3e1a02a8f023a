import type { Kept } from '../access/policy.ts';
import { accountNumber } from '../accounts/account.ts';

/** An account that can be handed over, and who keeps it. */
export interface Candidate {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly city: string | null;
  readonly kept: Kept;
}

/** Somebody who has accounts, by how many of them the acting person may hand over. */
export interface Owner {
  /** Null stands for accounts of nobody. */
  readonly memberId: string | null;
  readonly name: string | null;
  readonly active: boolean;
  /** At most one more than can go at once. */
  readonly count: number;
}

/** An owner who is not there any more (null: nobody was), how many accounts that leaves, and the first of them. */
export interface Orphans extends Owner {
  readonly lines: readonly Candidate[];
}

/** What the form for a handover shows. */
export interface HandoverForm {
  readonly myId: string;
  /** Whose accounts. */
  readonly owner: Owner;
  /** May other people's accounts be handed over, too? */
  readonly mayChooseOwner: boolean;
  /** Would this person's wish be approved by asking, as far as their role says? */
  readonly decides: boolean;
  /** Chosen already. */
  readonly account: Candidate | null;
  /** ISO day. */
  readonly today: string;
}

/** The value of a choice of an owner: our id, or this word for accounts of nobody. */
export const nobody = 'nobody';

/** The block of the accounts to choose is another one for each owner: what was chosen of one is none of the next. */
export const accountsBlock = (owner: string): string => `accounts~${owner}`;

/** What tells two accounts of one name apart. */
export const accountDescription = ({ number, city }: Pick<Candidate, 'number' | 'city'>): string =>
  [accountNumber(number), city].filter(Boolean).join(' · ');
