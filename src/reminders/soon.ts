import type { CadenceLine } from '../cadence/cadence.ts';
import { addDays } from '../lib/date.ts';
import type { MorningOf } from './morning-wiring.ts';

/** Has a day come since the last morning message? */
export const hasCome = (day: string, { day: today, since }: MorningOf): boolean => since < day && day <= today;

/** How many days before an account falls out of its cadence somebody is told: 3, 5 and 7 for the usual A, B and C. */
const warningDays = (everyDays: number): number => (everyDays <= 14 ? 3 : everyDays <= 30 ? 5 : 7);

/** The accounts that will be out of cadence before long and have not been told of, soonest first. */
export const soonOut = (lines: readonly CadenceLine[], of: MorningOf): readonly CadenceLine[] =>
  lines
    .filter(
      ({ cadence: { state, snoozedUntil, nextOn, everyDays } }) =>
        state === 'in' && snoozedUntil === null && hasCome(addDays(nextOn, -warningDays(everyDays)), of),
    )
    .toSorted((one, other) => (one.cadence.nextOn < other.cadence.nextOn ? -1 : 1));
