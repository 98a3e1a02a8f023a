import type { MorningOf } from './morning-wiring.ts';

/** What others have done at somebody's account while they were away. */
export interface DoneMeanwhile {
  readonly account: { readonly id: string; readonly name: string };
  readonly talks: number;
  readonly steps: number;
}

/** Somebody's return: who stood in (Slack's id), and where something has happened, most first. */
export interface Return {
  readonly deputy: string | null;
  readonly accounts: readonly DoneMeanwhile[];
}

/** Is this the first morning after an absence that ended on a day? */
export const isBack = (until: string | null, { day, since }: MorningOf): boolean =>
  until !== null && until < day && since <= until;
