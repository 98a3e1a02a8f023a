import { isAwayOn } from '../access/absence.ts';
import { weekdayOf } from '../lib/calendar.ts';
import { addDays, dayIn, timeIn } from '../lib/date.ts';
import { momentOf } from '../lib/wall-clock.ts';
import { type Calendar, isWorkingDay } from '../lib/working-day.ts';
import { noon, type Settings, workdaysOf } from './settings.ts';

/** Somebody who may be told something unasked. */
export interface Listener {
  readonly memberId: string;
  readonly slackUserId: string;
  /** IANA zone. */
  readonly zone: string;
  /** Do they lead a team? */
  readonly isLead: boolean;
  /** ISO day. */
  readonly awayUntil: string | null;
  readonly settings: Settings;
}

/** A morning message that is due. */
export interface DueMorning {
  readonly day: string;
  /** When it is not worth saying any more. */
  readonly expiresAt: Date;
  /** The working day before. */
  readonly lastWorked: string;
}

/** When the morning message comes to whoever has chosen no time; to leads before the meeting that begins a week. */
const usualAt = '08:30';
const usualAtOfLeads = '08:00';

/** The most lines of a morning message. */
export const mostLines = 7;

/**
 * The morning message that somebody is to have at `now`, whether or not they have had it: on a working day of theirs, from
 * their time on until noon. Null: none now. A time that the clocks leave out is as good as past.
 */
export function morningDue({ zone, isLead, awayUntil, settings }: Listener, now: Date): DueMorning | null {
  const day = dayIn(now, zone);
  const calendar = workdaysOf(settings, zone);
  if (settings.off || isAwayOn(awayUntil, day) || !isWorkingDay(day, calendar)) return null;
  const usual = isLead && isFirstOfWeek(day, calendar) ? usualAtOfLeads : usualAt;
  const time = timeIn(now, zone);
  if (time < (settings.morningAt ?? usual) || time >= noon) return null;
  return { day, expiresAt: momentOf(day, noon, zone), lastWorked: workedBefore(day, calendar) };
}

/** Is this working day the first since Monday? */
function isFirstOfWeek(day: string, calendar: Calendar): boolean {
  return Array.from({ length: weekdayOf(day) - 1 }, (_, i) => addDays(day, -i - 1)).every(
    (before) => !isWorkingDay(before, calendar),
  );
}

function workedBefore(day: string, calendar: Calendar): string {
  const before = addDays(day, -1);
  return isWorkingDay(before, calendar) ? before : workedBefore(before, calendar);
}

/** The key of somebody's morning message: one a day, whatever happens. */
export const morningKey = (memberId: string, day: string): string => `morning:${memberId}:${day}`;

/**
 * Shares the lines of a message out among its parts, given how many each has: one for everybody while there are any, and
 * what is left to the first of them.
 */
export function shareOut(wanted: readonly number[], room = mostLines): readonly number[] {
  const given = wanted.map((count, i) => (count > 0 && i < room ? 1 : 0));
  let left = room - given.reduce<number>((sum, count) => sum + count, 0);
  return given.map((count, i) => {
    const more = Math.max(0, Math.min((wanted[i] ?? 0) - count, left));
    left -= more;
    return count + more;
  });
}
