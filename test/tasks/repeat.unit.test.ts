import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../src/lib/date.ts';
import { type Calendar, isWorkingDay } from '../../src/lib/working-day.ts';
import { nextDue, type Repeat, repeatFrom } from '../../src/tasks/repeat.ts';

/** The days of a series of which each one is done on the day it is due. */
function series(first: Repeat, count: number, calendar: Calendar = 'weekend'): readonly string[] {
  const days: string[] = [];
  let repeat = first;
  let today = first.on;
  while (days.length < count) {
    const next = nextDue(repeat, today, calendar);
    if (!next) break;
    days.push(next.due);
    repeat = next.repeat;
    today = next.due;
  }
  return days;
}
const monthly = { every: 'month', interval: 1, workingDays: false } as const;

describe('A step that repeats', () => {
  it('on the 31st falls on the last day of short months, and on the 31st again', () => {
    expect(series(repeatFrom('2026-01-31', monthly), 4)).toEqual([
      '2026-02-28',
      '2026-03-31',
      '2026-04-30',
      '2026-05-31',
    ]);
    expect(series(repeatFrom('2028-01-31', monthly), 1)).toEqual(['2028-02-29']);
  });

  it('on 29 February falls on the 28th until there is a 29th', () => {
    expect(series(repeatFrom('2028-02-29', { ...monthly, every: 'year' }), 4)).toEqual([
      '2029-02-28',
      '2030-02-28',
      '2031-02-28',
      '2032-02-29',
    ]);
  });

  it('every three months crosses the year', () => {
    expect(series(repeatFrom('2026-11-30', { ...monthly, interval: 3 }), 2)).toEqual(['2027-02-28', '2027-05-30']);
  });

  it('on working days moves off a weekend, and the ones after it do not move along', () => {
    // 31 January 2026 and 28 February 2026 are Saturdays.
    const repeat = repeatFrom('2026-01-31', { ...monthly, workingDays: true });
    expect(series(repeat, 3)).toEqual(['2026-03-02', '2026-03-31', '2026-04-30']);
  });

  it('in China is moved by its holidays and stays on make-up days', () => {
    const repeat = repeatFrom('2026-01-31', { ...monthly, workingDays: true });
    // Saturday, 28 February 2026 makes up for the Spring Festival.
    expect(series(repeat, 2, 'china')).toEqual(['2026-02-28', '2026-03-31']);
    const national = repeatFrom('2026-09-02', { ...monthly, workingDays: true });
    expect(series(national, 1, 'china')).toEqual(['2026-10-08']);
  });

  it('every working day skips the weekend and comes once', () => {
    const daily = repeatFrom('2026-11-26', { every: 'day', interval: 1, workingDays: true });
    expect(series(daily, 4)).toEqual(['2026-11-27', '2026-11-30', '2026-12-01', '2026-12-02']);
  });

  it('that is done three weeks late comes next in the future, on its own weekday', () => {
    const weekly = repeatFrom('2026-11-02', { every: 'week', interval: 1, workingDays: false });
    expect(nextDue(weekly, '2026-11-24', 'weekend')?.due).toBe('2026-11-30');
    expect(nextDue(weekly, '2026-11-23', 'weekend')?.due).toBe('2026-11-30');
  });

  it('that is done early does not come again on the day it was due', () => {
    const weekly = repeatFrom('2026-11-27', { every: 'week', interval: 1, workingDays: false });
    expect(nextDue(weekly, '2026-11-24', 'weekend')?.due).toBe('2026-12-04');
    const saturday = repeatFrom('2026-11-28', { every: 'day', interval: 1, workingDays: true });
    expect(nextDue(saturday, '2026-11-28', 'weekend')?.due).toBe('2026-12-01');
  });

  it('ends with the calendar of four-digit years', () => {
    expect(nextDue(repeatFrom('9999-06-30', { ...monthly, every: 'year' }), '9999-06-30', 'weekend')).toBeNull();
    expect(
      nextDue(repeatFrom('9999-12-31', { every: 'day', interval: 1, workingDays: true }), '9999-12-30', 'china'),
    ).toBeNull();
  });

  const day = fc.integer({ min: 0, max: 12_000 }).map((n) => addDays('2020-01-01', n));
  const how = fc.record({
    every: fc.constantFrom('day' as const, 'week' as const, 'month' as const, 'year' as const),
    interval: fc.integer({ min: 1, max: 99 }),
    workingDays: fc.boolean(),
  });
  const calendar = fc.constantFrom<Calendar>('china', 'weekend');

  it('comes next after today and after its own day, on the first such day of its series', () => {
    fc.assert(
      fc.property(day, how, day, calendar, (first, rhythm, today, days) => {
        const repeat = repeatFrom(first, rhythm);
        const next = nextDue(repeat, today, days);
        expect(next).not.toBeNull();
        if (!next) return;
        expect(next.due > today && next.due > first).toBe(true);
        if (rhythm.workingDays) expect(isWorkingDay(next.due, days)).toBe(true);
        else expect(next.due).toBe(next.repeat.on);
        // No day of the series between was left out: done again a day before, it would have been this one.
        const dayBefore = addDays(next.due, -1);
        if (dayBefore >= today) expect(nextDue(repeat, dayBefore, days)?.due).toBe(next.due);
        // The one after it follows from the series, not from the day that it was moved to.
        const after = nextDue(next.repeat, next.due, days);
        expect(after).toEqual(nextDue(repeat, next.due, days));
      }),
    );
  });
});
