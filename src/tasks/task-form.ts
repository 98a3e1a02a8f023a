import { z } from 'zod';
import type { Due } from '../due/due.ts';
import { addDays, dayIn, readDate } from '../lib/date.ts';
import { cleanName, noteLength } from '../lib/text.ts';
import { calendarOf, isWorkingDay } from '../lib/working-day.ts';
import { type Repeat, repeatFrom } from './repeat.ts';
import { type Task, type TaskKind, taskKinds } from './task.ts';

/** How often a step made by hand can come again. */
export const rhythms = {
  workday: { every: 'day', interval: 1 },
  week: { every: 'week', interval: 1 },
  fortnight: { every: 'week', interval: 2 },
  month: { every: 'month', interval: 1 },
  quarter: { every: 'month', interval: 3 },
  year: { every: 'year', interval: 1 },
} as const satisfies Record<string, Pick<Repeat, 'every' | 'interval'>>;
export type Rhythm = keyof typeof rhythms;
export const rhythmKeys = Object.keys(rhythms) as readonly Rhythm[];

/** What the form's fields hold, as Slack gives it. */
export const typedSchema = z.object({
  account: z.uuid().nullish(),
  title: z
    .string()
    .max(noteLength * 2)
    .nullish(),
  kind: z.enum(taskKinds).nullish(),
  /** Slack id. */
  assignee: z.string().max(40).nullish(),
  date: z.string().max(20).nullish(),
  time: z
    .string()
    .regex(/^\d\d:\d\d$/)
    .nullish(),
  repeat: z.enum(['never', ...rhythmKeys]).nullish(),
});
export type Typed = z.infer<typeof typedSchema>;

/** What can be wrong with a form, as its fields say it. */
export type FormProblem =
  | 'title'
  | 'title-unreadable'
  | 'no-date'
  | 'past'
  | 'far'
  | 'not-a-colleague'
  | 'gone'
  | 'step-gone';
export type FormProblems = Partial<Record<keyof Typed, FormProblem>>;

export interface ReadForm {
  readonly title: string;
  readonly kind: TaskKind;
  readonly due: Due | null;
  readonly rhythm: Rhythm | null;
}

/** Reads what was typed. `before` is the task that is changed: a day of its own may lie in the past. */
export function readTaskForm(
  typed: Typed,
  { now, zone, before }: { now: Date; zone: string; before: Task | null },
): { readonly ok: true; readonly form: ReadForm } | { readonly ok: false; readonly problems: FormProblems } {
  const title = cleanName(typed.title ?? '', noteLength);
  const rhythm = typed.repeat && typed.repeat !== 'never' ? typed.repeat : null;
  const due = readDue(typed);
  const problems: FormProblems = {
    ...(!title.ok && { title: 'title-unreadable' }),
    ...(title.ok && title.value === null && { title: 'title' }),
    ...dayProblem(due, dayIn(now, zone), before),
    ...(due === null && (typed.time || rhythm) && { date: 'no-date' }),
  };
  if (!title.ok || title.value === null || Object.keys(problems).length > 0) return { ok: false, problems };
  return { ok: true, form: { title: title.value, kind: typed.kind ?? before?.kind ?? 'step', due, rhythm } };
}

/** A picked day and time; null for a day that does not exist. */
export function readDue({ date, time }: Pick<Typed, 'date' | 'time'>): Due | null {
  const day = readDate(date ?? '');
  return day.ok ? { on: day.value, time: time ?? null } : null;
}

/** A day that is over, or that lies beyond all planning, unless the task stands there already. */
export function dayProblem(due: Due | null, today: string, before: Task | null): { date?: 'past' | 'far' } {
  if (!due || due.on === before?.due?.on) return {};
  if (due.on < today) return { date: 'past' };
  return due.on > addDays(today, 3653) ? { date: 'far' } : {};
}

/**
 * How the step comes again. One whose day and rhythm stay as they were goes on as it did; a series whose first day is a day
 * off itself is meant so.
 */
export function repeatOf({ due, rhythm }: ReadForm, zone: string, before: Task | null): Repeat | null {
  if (!due || !rhythm) return null;
  if (before?.repeat && due.on === before.due?.on && rhythm === rhythmOf(before.repeat)) return before.repeat;
  const workingDays = rhythm === 'workday' || isWorkingDay(due.on, calendarOf(zone));
  return repeatFrom(due.on, { ...rhythms[rhythm], workingDays });
}

/** The rhythm that a repeat is. */
export const rhythmOf = ({ every, interval }: Repeat): Rhythm | null =>
  rhythmKeys.find((key) => rhythms[key].every === every && rhythms[key].interval === interval) ?? null;
