import { dayOf, monthEnd, monthStart, weekdayOf } from '../lib/calendar.ts';
import { addDays } from '../lib/date.ts';
import { type Calendar, workingDayFrom } from '../lib/working-day.ts';

/** The next such weekday after today: asked on a Friday, Friday is next week's. */
export const comingWeekday = (today: string, weekday: number): string =>
  addDays(today, ((weekday - weekdayOf(today) + 6) % 7) + 1);

/** That weekday of the week (Monday to Sunday) `weeks` after the one that today is in. */
export const weekdayIn = (today: string, weekday: number, weeks: number): string =>
  addDays(today, weekday - weekdayOf(today) + 7 * weeks);

/** That day of that year, or none where it does not exist or is gone by. */
export function exactly(today: string, year: number, month: number, number: number): readonly string[] {
  const day = dayOf(year, month, number);
  return day === null || day < today ? [] : [day];
}

/** That day of this year, or of the next one when it has gone by. */
export function thisYearOrNext(today: string, month: number, number: number): readonly string[] {
  const year = Number(today.slice(0, 4));
  return [year, year + 1].flatMap((each) => exactly(today, each, month, number)).slice(0, 1);
}

/** The next day with that number in its month, today included: asked on 1 February, the 30th is 30 March. */
export const dayOfMonth = (today: string, number: number): readonly string[] =>
  [0, 1, 2].flatMap((later) => inMonth(today, later, number)).slice(0, 1);

/** That day of the month `later` months from this one. */
export function inMonth(today: string, later: number, number: number): readonly string[] {
  const [year, month] = yearAndMonth(monthStart(today, later));
  return exactly(today, year, month, number);
}

/** The last day of that month, of this year or the next. */
export function endOfMonth(today: string, month: number): string {
  const [year] = yearAndMonth(today);
  const end = monthEnd(`${year}-${String(month).padStart(2, '0')}-01`, 0);
  return end >= today ? end : monthEnd(end, 12);
}

/** The last day of the quarter that today is in. */
export const endOfQuarter = (today: string): string => monthEnd(today, 2 - ((yearAndMonth(today)[1] - 1) % 3));

/** The day that is so many working days after today. */
export function workingDaysLater(today: string, count: number, calendar: Calendar): string {
  let day = today;
  for (let left = count; left > 0; left -= 1) day = workingDayFrom(addDays(day, 1), calendar);
  return day;
}

/** The day and time (`HH:MM`) so many minutes after that time today. */
export function minutesLater(
  today: string,
  time: string,
  count: number,
): { readonly day: string; readonly time: string } {
  const all = Number(time.slice(0, 2)) * 60 + Number(time.slice(3)) + count;
  const [hour, minute] = [Math.floor((all % 1440) / 60), all % 60];
  const said = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
  return { day: addDays(today, Math.floor(all / 1440)), time: said };
}

const yearAndMonth = (day: string): readonly [number, number] => [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
