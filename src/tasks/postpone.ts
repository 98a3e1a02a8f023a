import type { Due } from '../due/due.ts';
import { addDays, dayIn } from '../lib/date.ts';
import { calendarOf, workingDayFrom } from '../lib/working-day.ts';
import type { Task } from './task.ts';

/** How far a task is put off with one press. */
export const postponements = ['tomorrow', 'week'] as const;
export type Postponement = (typeof postponements)[number];

const days: Record<Postponement, number> = { tomorrow: 1, week: 7 };

/** The working day to which a task is put off at `now`, in the zone and by the calendar in which it is meant. */
export function postponed({ due, zone }: Pick<Task, 'due' | 'zone'>, until: Postponement, now: Date): Due {
  const on = workingDayFrom(addDays(dayIn(now, zone), days[until]), calendarOf(zone));
  return { on, time: due?.time ?? null };
}
