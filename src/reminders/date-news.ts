import { addMonths } from '../lib/calendar.ts';
import { addDays, daysBetween } from '../lib/date.ts';
import type { MorningOf } from './morning-wiring.ts';
import { hasCome } from './soon.ts';

/** The days of an account's contract, ISO. */
export interface AccountDates {
  readonly id: string;
  readonly name: string;
  readonly contractStart: string | null;
  readonly contractEnd: string | null;
  /** The last day to give notice. */
  readonly noticeOn: string | null;
}

/** A day of an account's that somebody should know of. */
export interface DateNews {
  readonly account: Pick<AccountDates, 'id' | 'name'>;
  readonly what: 'ends' | 'notice' | 'anniversary';
  readonly on: string;
  /** How many years the contract has run, of an anniversary; else 0. */
  readonly years: number;
}

/** How many days before a contract ends, or notice has to be given, somebody is told. */
const marks = [180, 90, 30, 7];

/** What of these accounts' days has come into sight since the morning before, soonest first; each mark is told once. */
export const dateNews = (accounts: readonly AccountDates[], of: MorningOf): readonly DateNews[] =>
  accounts
    .flatMap(({ id, name, contractStart, contractEnd, noticeOn }) => [
      ...ahead(contractEnd, of).map((on) => ({ account: { id, name }, what: 'ends' as const, on, years: 0 })),
      ...ahead(noticeOn, of).map((on) => ({ account: { id, name }, what: 'notice' as const, on, years: 0 })),
      ...anniversaries(contractStart, of).map((found) => ({
        account: { id, name },
        what: 'anniversary' as const,
        ...found,
      })),
    ])
    .toSorted((one, other) => daysBetween(other.on, one.on));

/** The day, where a mark before it has been passed and it lies ahead itself. */
const ahead = (on: string | null, of: MorningOf): readonly string[] =>
  on !== null && on >= of.day && marks.some((days) => hasCome(addDays(on, -days), of)) ? [on] : [];

/** The anniversary that has come; of 29 February it is the 28th in other years. */
function anniversaries(start: string | null, of: MorningOf): readonly { on: string; years: number }[] {
  if (start === null) return [];
  const began = Number(start.slice(0, 4));
  return [...new Set([of.since, of.day].map((day) => Number(day.slice(0, 4)) - began))]
    .filter((years) => years > 0)
    .map((years) => ({ on: addMonths(start, 12 * years), years }))
    .filter(({ on }) => hasCome(on, of));
}
