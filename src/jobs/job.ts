import { dayIn } from '../lib/date.ts';
import { momentOf } from '../lib/wall-clock.ts';

/** When a job is due: every so many minutes of the day in UTC, or at a time of day in a zone (wall-clock.ts says what clocks that jump do). */
export type Schedule = { readonly everyMinutes: number } | { readonly dailyAt: string; readonly zone: string };

/** What a job declares about itself. Two runs of one job never overlap: a slot that comes while one runs waits for it. */
export interface JobPlan {
  readonly name: string;
  readonly schedule: Schedule;
  /** Of due moments that were missed: each is run, or the latest alone. */
  readonly catchUp: 'each' | 'latest';
  /** Due moments longer ago than this are counted as missed instead of being run. */
  readonly windowMinutes: number;
}

/** Counts and codes: what a run did, for the jobs page. */
export type Outcome = Readonly<Record<string, number | string>>;

/** What is known of a job's past. */
export interface JobPast {
  readonly job: string;
  readonly lastSlot: Date;
  readonly missed: number;
  readonly pausedAt: Date | null;
  readonly last: { readonly state: string; readonly slot: Date; readonly outcome: Outcome | null } | null;
}

/** What is to be done about the due moments that have come since the last one that was dealt with. */
export interface Due {
  readonly run: readonly Date[];
  /** Passed over: too long ago, or not the latest. */
  readonly missed: number;
  /** Up to here everything is dealt with, once `run` is. */
  readonly until: Date;
}

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/**
 * The due moments of a job after `last` and up to `now`. A clock that was put back brings none, and none comes twice: what
 * counts is the last moment dealt with. A job that is new has nothing to catch up with.
 */
export function dueSince(plan: JobPlan, last: Date | null, now: Date): Due {
  const from = last ?? new Date(now.getTime() - stepOf(plan.schedule));
  const oldest = new Date(now.getTime() - plan.windowMinutes * minuteMs);
  const passed = countBetween(plan.schedule, from, oldest < now ? oldest : now);
  const recent = slotsBetween(plan.schedule, from > oldest ? from : oldest, now);
  const run = plan.catchUp === 'each' ? recent : recent.slice(-1);
  return { run, missed: passed + recent.length - run.length, until: recent.at(-1) ?? from };
}

/** The next due moment after `after`. */
export function nextSlot(schedule: Schedule, after: Date): Date {
  const [next] = slotsBetween(schedule, after, new Date(after.getTime() + 2 * stepOf(schedule) + dayMs));
  if (!next) throw new RangeError('a schedule without a next moment');
  return next;
}

const stepOf = (schedule: Schedule): number => ('everyMinutes' in schedule ? schedule.everyMinutes * minuteMs : dayMs);

/** The due moments in (after, until], oldest first. */
function slotsBetween(schedule: Schedule, after: Date, until: Date): readonly Date[] {
  if (after >= until) return [];
  if ('dailyAt' in schedule) {
    return daysFrom(after, until)
      .map((day) => momentOf(day, schedule.dailyAt, schedule.zone))
      .filter((at) => at > after && at <= until);
  }
  const step = stepOf(schedule);
  const first = Math.floor(after.getTime() / step) + 1;
  const last = Math.floor(until.getTime() / step);
  return Array.from({ length: Math.max(last - first + 1, 0) }, (_, i) => new Date((first + i) * step));
}

/** How many there were, without listing the minutes of years. */
function countBetween(schedule: Schedule, after: Date, until: Date): number {
  if (after >= until) return 0;
  if ('dailyAt' in schedule) return slotsBetween(schedule, after, until).length;
  const step = stepOf(schedule);
  return Math.floor(until.getTime() / step) - Math.floor(after.getTime() / step);
}

/** Every calendar day that any zone has between two moments. */
function daysFrom(after: Date, until: Date): readonly string[] {
  const days = new Set<string>();
  for (let at = after.getTime() - dayMs; at <= until.getTime() + dayMs; at += dayMs)
    days.add(dayIn(new Date(at), 'UTC'));
  return [...days];
}
