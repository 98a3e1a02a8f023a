import { dueMoment } from '../due/due-moment.ts';
import { addDays, dayIn } from '../lib/date.ts';
import { calendarOf, isWorkingDay, workingDayFrom } from '../lib/working-day.ts';

/** The ISO day so many days from today (negative: ago) in an IANA zone, or the next working one away from today; 0 is today. */
export function workedDay(now: Date, zone: string, days: number): string {
  const calendar = calendarOf(zone);
  const day = addDays(dayIn(now, zone), days);
  if (days === 0) return day;
  return days > 0 ? workingDayFrom(day, calendar) : lastWorked(day, calendar);
}

/** Such a day at a time of day, `HH:MM`. */
export const workedMoment = (now: Date, zone: string, days: number, time: string): Date =>
  dueMoment({ on: workedDay(now, zone, days), time }, zone);

const lastWorked = (day: string, calendar: ReturnType<typeof calendarOf>): string =>
  isWorkingDay(day, calendar) ? day : lastWorked(addDays(day, -1), calendar);
