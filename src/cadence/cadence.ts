import { addDays, daysBetween } from '../lib/date.ts';

/** What an account's cadence follows from. Days are `YYYY-MM-DD` in the reader's zone. */
export interface CadenceFacts {
  /** The day of the last contact that counts: both sides said something. An attempt is none. */
  readonly lastTwoWayOn: string | null;
  /** An import or a handover lets the cadence start here; without it the file's first day counts. */
  readonly cadenceFrom: string | null;
  readonly openedOn: string;
  /** The account's own rule; without it the tier's. In days. */
  readonly cadenceDays: number | null;
  readonly tierDays: number | null;
  /** "Not now", said on `on`: nothing is shown as late before `until`. */
  readonly snooze: { readonly until: string; readonly on: string } | null;
}

/** How an account stands to its rule. */
export interface Cadence {
  readonly everyDays: number;
  /** The last day on which the next talk is in time. */
  readonly nextOn: string;
  /** `snoozed`: it would be out, and somebody said not now. */
  readonly state: 'in' | 'out' | 'snoozed';
  /** Whole days since `nextOn`; 0 while it is in. */
  readonly daysOver: number;
  /** The day on which a pause ends that holds today. */
  readonly snoozedUntil: string | null;
}

/** How an account stands on a day; null where no rule says how often. */
export function cadenceOf(facts: CadenceFacts, today: string): Cadence | null {
  const everyDays = facts.cadenceDays ?? facts.tierDays;
  if (everyDays === null) return null;
  const nextOn = addDays(later(facts.lastTwoWayOn, facts.cadenceFrom ?? facts.openedOn), everyDays);
  const daysOver = Math.max(0, daysBetween(nextOn, today));
  const snoozedUntil = pauseOn(facts, today);
  if (daysOver === 0) return { everyDays, nextOn, state: 'in', daysOver, snoozedUntil };
  return { everyDays, nextOn, state: snoozedUntil === null ? 'out' : 'snoozed', daysOver, snoozedUntil };
}

/** The end of a pause that holds today: it ends on its day, and with any contact on or after the day it was asked for. */
function pauseOn({ snooze, lastTwoWayOn }: CadenceFacts, today: string): string | null {
  if (snooze === null || snooze.until <= today) return null;
  return lastTwoWayOn !== null && lastTwoWayOn >= snooze.on ? null : snooze.until;
}

const later = (one: string | null, other: string): string => (one !== null && one > other ? one : other);

/** How long an account may be left alone at a tap, in days. */
export const snoozeDays = [3, 7, 14] as const;
/** The longest pause, in days: beyond it somebody means something else, such as another rule. */
const longestPause = 366;

/** Why a day cannot be the end of a pause: it is not ahead, or too far ahead. */
export type SnoozeProblem = 'past' | 'too-far';

/** What is wrong with `until` as the end of a pause asked for today; null when nothing is. */
export function snoozeProblem(until: string, today: string): SnoozeProblem | null {
  const ahead = daysBetween(today, until);
  if (ahead < 1) return 'past';
  return ahead > longestPause ? 'too-far' : null;
}

/** An account in a list of cadences. */
export interface CadenceLine {
  readonly account: { readonly id: string; readonly number: number; readonly name: string };
  readonly owner: {
    readonly memberId: string;
    readonly name: string;
    readonly slackUserId: string;
    /** Who sees to it while the owner is away. */
    readonly standIn: string | null;
  } | null;
  readonly lastTwoWayOn: string | null;
  readonly cadence: Cadence;
}

/** The first of a list of accounts that are out of cadence, and how many there are. */
export interface OutOfCadence {
  readonly lines: readonly CadenceLine[];
  readonly count: number;
}
