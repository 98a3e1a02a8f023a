import { describe, expect, test } from 'vitest';
import { dueSince, type JobPlan, nextSlot, type Schedule } from '../../src/jobs/job.ts';
import { momentOf } from '../../src/lib/wall-clock.ts';

const plan = (schedule: Schedule, more: Partial<JobPlan> = {}): JobPlan => ({
  name: 'probe',
  schedule,
  catchUp: 'each',
  windowMinutes: 60 * 24 * 7,
  ...more,
});
const at = (iso: string): Date => new Date(iso);
const isos = (dates: readonly Date[]): readonly string[] => dates.map((date) => date.toISOString());

/** Ticks every so many minutes and notes what is due at each, as the clock of one workspace would. */
function ticked(of: JobPlan, from: string, until: string, everyMinutes: number): readonly string[] {
  const run: Date[] = [];
  let last: Date | null = at(from);
  for (let now = at(from).getTime(); now <= at(until).getTime(); now += everyMinutes * 60_000) {
    const due = dueSince(of, last, new Date(now));
    run.push(...due.run);
    last = due.until;
  }
  return isos(run);
}

describe('A clock on the wall', () => {
  test.each([
    ['2026-03-08', '02:30', 'America/New_York', '2026-03-08T07:30:00.000Z'],
    ['2026-11-01', '01:30', 'America/New_York', '2026-11-01T05:30:00.000Z'],
    ['2026-03-29', '01:30', 'Europe/London', '2026-03-29T01:30:00.000Z'],
    ['2026-10-25', '01:30', 'Europe/London', '2026-10-25T00:30:00.000Z'],
    ['2026-10-04', '02:30', 'Australia/Sydney', '2026-10-03T16:30:00.000Z'],
    ['2026-04-05', '02:30', 'Australia/Sydney', '2026-04-04T15:30:00.000Z'],
    // Half an hour of daylight saving: 02:00 becomes 02:30.
    ['2026-10-04', '02:15', 'Australia/Lord_Howe', '2026-10-03T15:45:00.000Z'],
    ['2026-04-05', '01:45', 'Australia/Lord_Howe', '2026-04-04T14:45:00.000Z'],
    ['2026-11-22', '08:30', 'Asia/Shanghai', '2026-11-22T00:30:00.000Z'],
    ['2028-02-29', '23:59', 'Pacific/Kiritimati', '2028-02-29T09:59:00.000Z'],
  ])('shows %s %s in %s at one moment', (day, time, zone, moment) => {
    expect(momentOf(day, time, zone).toISOString()).toBe(moment);
  });
});

describe('A schedule', () => {
  test.each(['America/New_York', 'Europe/London', 'Australia/Sydney', 'Australia/Lord_Howe', 'Asia/Shanghai'])(
    'comes due once each day of a year in %s, whatever the clocks do, also at 02:30',
    (zone) => {
      for (const dailyAt of ['02:30', '08:30']) {
        const run = ticked(plan({ dailyAt, zone }), '2027-12-31T12:00:00Z', '2028-12-31T12:00:00Z', 47);
        expect([dailyAt, run.length, new Set(run).size]).toEqual([dailyAt, 366, 366]);
      }
    },
  );

  test('comes due once each step, whether it is asked every minute or rarely', () => {
    const often = ticked(plan({ everyMinutes: 5 }), '2026-03-29T00:00:00Z', '2026-03-29T06:00:00Z', 1);
    expect(often).toHaveLength(72);
    expect(ticked(plan({ everyMinutes: 5 }), '2026-03-29T00:00:00Z', '2026-03-29T06:00:00Z', 40)).toEqual(
      often.slice(0, 72),
    );
  });

  test('names the next moment', () => {
    expect(nextSlot({ dailyAt: '08:30', zone: 'Asia/Shanghai' }, at('2026-11-22T00:30:00Z')).toISOString()).toBe(
      '2026-11-23T00:30:00.000Z',
    );
    expect(nextSlot({ everyMinutes: 1 }, at('2026-11-22T00:30:30Z')).toISOString()).toBe('2026-11-22T00:31:00.000Z');
  });
});

describe('What was missed', () => {
  const daily: Schedule = { dailyAt: '08:30', zone: 'Asia/Shanghai' };

  test('is run once for the latest, or each, as the job declares; the rest is counted', () => {
    const caughtUp = (of: JobPlan) => dueSince(of, at('2026-11-18T12:00:00Z'), at('2026-11-22T12:00:00Z'));
    expect(caughtUp(plan(daily))).toMatchObject({ missed: 0, run: { length: 4 } });
    const latest = caughtUp(plan(daily, { catchUp: 'latest' }));
    expect([isos(latest.run), latest.missed]).toEqual([['2026-11-22T00:30:00.000Z'], 3]);
  });

  test('longer ago than the window is counted and never run: no burst of old messages', () => {
    const due = dueSince(
      plan({ everyMinutes: 1 }, { windowMinutes: 30 }),
      at('2023-01-01T00:00:00Z'),
      at('2026-01-01T00:00:00Z'),
    );
    expect([due.run.length, due.missed]).toEqual([30, 3 * 365 * 1440 + 1440 - 30]);
  });

  test('does not come again when a clock is put back two hours, and comes once when it is put forward', () => {
    const of = plan(daily, { catchUp: 'latest' });
    const first = dueSince(of, at('2026-11-21T12:00:00Z'), at('2026-11-22T00:31:00Z'));
    const back = dueSince(of, first.until, at('2026-11-21T22:31:00Z'));
    const again = dueSince(of, back.until, at('2026-11-22T00:31:00Z'));
    expect([first.run.length, back.run.length, again.run.length]).toEqual([1, 0, 0]);
    expect(dueSince(of, again.until, at('2026-11-23T02:31:00Z')).run).toHaveLength(1);
  });

  test('is nothing for a job that is new', () => {
    expect(dueSince(plan(daily), null, at('2026-11-22T12:00:00Z')).run).toHaveLength(1);
    expect(dueSince(plan({ everyMinutes: 1 }), null, at('2026-11-22T12:00:00Z')).run).toHaveLength(1);
  });
});
