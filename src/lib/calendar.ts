import { addDays } from './date.ts';

// Calendar days as `YYYY-MM-DD`, reckoned with without any zone, so that none of them is 23 hours long.

const at = (day: string): Date => new Date(`${day}T00:00:00Z`);
const iso = (date: Date): string => date.toISOString().slice(0, 10);

/** ISO weekday: 1 is Monday, 7 is Sunday. */
export const weekdayOf = (day: string): number => at(day).getUTCDay() || 7;

/** The day of that year (1000–9999), month (1–12) and number; null when it does not exist. */
export function dayOf(year: number, month: number, number: number): string | null {
  if (year < 1000 || year > 9999) return null;
  const date = new Date(Date.UTC(year, month - 1, number));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === number ? iso(date) : null;
}

/** The same day `count` months later, or that month's last where it has no such day: 31 January → 28 February. */
export function addMonths(day: string, count: number): string {
  const first = monthStart(day, count);
  const last = monthEnd(first, 0);
  const wanted = `${first.slice(0, 8)}${day.slice(8)}`;
  return wanted < last ? wanted : last;
}

/** The first day of the month `count` months later. */
export function monthStart(day: string, count: number): string {
  const date = at(day);
  return iso(new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + count, 1)));
}

/** The last day of the month `count` months later. */
export const monthEnd = (day: string, count: number): string => addDays(monthStart(day, count + 1), -1);
