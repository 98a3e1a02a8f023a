import { addDays } from '../lib/date.ts';

/** An account whose next contact is to be planned. Days are ISO. */
export interface Silent {
  readonly accountId: string;
  /** How often somebody talks with it, in days. */
  readonly everyDays: number;
  /** The last day on which both sides said something; null for never. */
  readonly lastOn: string | null;
}

/** The day from which an account's cadence counts: its first contact falls due `everyDays` later. */
export interface Start {
  readonly accountId: string;
  readonly from: string;
}

/**
 * Spreads first contacts over the working days of each cadence's length, beginning with `from`, so that thirty accounts
 * which change hands do not fall due on one day. The longest silent come first; the same accounts always get the same days.
 */
export function stagger(
  accounts: readonly Silent[],
  from: string,
  isWorkingDay: (day: string) => boolean,
): readonly Start[] {
  const lengths = [...new Set(accounts.map(({ everyDays }) => everyDays))];
  return lengths.flatMap((everyDays) => {
    const rank = accounts.filter((one) => one.everyDays === everyDays).toSorted(longestSilentFirst);
    const days = workingDays(from, everyDays, isWorkingDay);
    return rank.map(({ accountId }, n) => {
      const due = days[Math.floor((n * days.length) / rank.length)] ?? from;
      return { accountId, from: addDays(due, -everyDays) };
    });
  });
}

function longestSilentFirst(one: Silent, other: Silent): number {
  const [a, b] = [one, other].map(({ lastOn, accountId }) => `${lastOn ?? ''} ${accountId}`) as [string, string];
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The working days among the `length` days from `from`; where there is none, the next one. */
function workingDays(from: string, length: number, isWorkingDay: (day: string) => boolean): readonly string[] {
  const days = Array.from({ length }, (_, n) => addDays(from, n)).filter(isWorkingDay);
  if (days.length > 0) return days;
  // No holiday lasts a month.
  const later = Array.from({ length: 31 }, (_, n) => addDays(from, length + n)).find(isWorkingDay);
  return [later ?? from];
}
