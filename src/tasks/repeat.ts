import { z } from 'zod';
import { addDays, daysBetween } from '../lib/date.ts';
import { type Calendar, workingDayFrom } from '../lib/working-day.ts';

/**
 * How a task comes again. `day` is the day of the month that was first meant: a step on the 31st falls on 28 February and on
 * 31 March again. `workingDays` moves a day off to the next working day, without moving the ones after it.
 */
export const repeatSchema = z.strictObject({
  every: z.enum(['day', 'week', 'month', 'year']),
  interval: z.int().min(1).max(99),
  day: z.int().min(1).max(31),
  /** The day of the series that this one stands for, whatever day it was moved to: the next is counted from there. */
  on: z.iso.date(),
  workingDays: z.boolean(),
});
export type Repeat = z.infer<typeof repeatSchema>;

/** A series that begins with its first day. */
export const repeatFrom = (on: string, how: Pick<Repeat, 'every' | 'interval' | 'workingDays'>): Repeat => ({
  ...how,
  day: Number(on.slice(8)),
  on,
});

/**
 * When it comes next, of one that is done `today`: the first day of the series that lies after this one and after today,
 * so that one done three weeks late comes once, and in the future. Null when the calendar of four-digit years ends.
 */
export function nextDue(repeat: Repeat, today: string, calendar: Calendar): { due: string; repeat: Repeat } | null {
  const worked = (day: string): string => (repeat.workingDays ? workingDayFrom(day, calendar) : day);
  const own = worked(repeat.on);
  const past = own > today ? own : today;
  for (let steps = stepsUntil(repeat, past); ; steps += 1) {
    const on = occurrence(repeat, steps);
    // A year of five digits is written with a sign.
    if (on > '9999-11-30' || on.startsWith('+')) return null;
    const due = worked(on);
    if (due > past) return { due, repeat: { ...repeat, on } };
  }
}

/** So many steps on in the series. */
function occurrence({ every, interval, day, on }: Repeat, steps: number): string {
  const count = steps * interval;
  if (every === 'day') return addDays(on, count);
  if (every === 'week') return addDays(on, count * 7);
  const month = monthsOf(on) + (every === 'month' ? count : count * 12);
  const first = new Date(0);
  first.setUTCFullYear(Math.floor(month / 12), month % 12, 1);
  const last = new Date(0);
  last.setUTCFullYear(Math.floor(month / 12), (month % 12) + 1, 0);
  first.setUTCDate(Math.min(day, last.getUTCDate()));
  return first.toISOString().slice(0, 10);
}

/** The greatest number of steps that surely does not lead beyond `day`, at least one: the search begins there. */
function stepsUntil({ every, interval, on }: Repeat, day: string): number {
  // A day off moves by at most some ten days: two weeks are let be.
  const until = addDays(day, -14);
  const units =
    every === 'day' || every === 'week'
      ? Math.floor(daysBetween(on, until) / (every === 'day' ? 1 : 7))
      : Math.floor((monthsOf(until) - monthsOf(on) - 1) / (every === 'month' ? 1 : 12));
  return Math.max(1, Math.floor(units / interval));
}

const monthsOf = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
