import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Silent, stagger } from '../../src/handover/stagger.ts';
import { addDays } from '../../src/lib/date.ts';
import { isWorkingDay } from '../../src/lib/working-day.ts';

const worked = (day: string): boolean => isWorkingDay(day, 'weekend');
const silent = (n: number, how: Partial<Silent> = {}): Silent => ({
  accountId: `a${String(n).padStart(3, '0')}`,
  everyDays: 14,
  lastOn: null,
  ...how,
});
/** The day on which the first contact falls due, by account. */
const due = (accounts: readonly Silent[], from: string): Record<string, string> =>
  Object.fromEntries(
    stagger(accounts, from, worked).map((start) => {
      const everyDays = accounts.find(({ accountId }) => accountId === start.accountId)?.everyDays ?? 0;
      return [start.accountId, addDays(start.from, everyDays)];
    }),
  );

describe('Accounts that change hands fall due', () => {
  test('one after the other over the cadence’s working days, from the day that was chosen', () => {
    const days = due(
      [0, 1, 2, 3, 4].map((n) => silent(n)),
      '2026-03-02',
    );
    expect(Object.values(days)).toEqual(['2026-03-02', '2026-03-04', '2026-03-06', '2026-03-10', '2026-03-12']);
  });

  test('the longest silent first: those nobody has talked with, then by the last talk', () => {
    const days = due(
      [silent(0, { lastOn: '2026-02-27' }), silent(1, { lastOn: '2025-01-01' }), silent(2)],
      '2026-03-02',
    );
    expect(
      Object.entries(days)
        .toSorted(([, a], [, b]) => (a < b ? -1 : 1))
        .map(([id]) => id),
    ).toEqual(['a002', 'a001', 'a000']);
  });

  test('each cadence over its own length', () => {
    const days = due([silent(0), silent(1), silent(2, { everyDays: 60 }), silent(3, { everyDays: 60 })], '2026-03-02');
    expect(days).toEqual({ a000: '2026-03-02', a001: '2026-03-09', a002: '2026-03-02', a003: '2026-04-01' });
  });

  test('on a working day also where the cadence is shorter than a weekend', () => {
    expect(due([silent(0, { everyDays: 1 })], '2026-03-07')).toEqual({ a000: '2026-03-09' });
  });

  test('on working days, within the cadence’s length, as many on one day as evenly as can be, whatever order they come in', () => {
    const some = fc.array(
      fc.record({
        everyDays: fc.constantFrom(7, 14, 30, 60),
        lastOn: fc.constantFrom(null, '2025-05-05', '2026-01-01'),
      }),
      { maxLength: 200 },
    );
    const from = fc.integer({ min: 0, max: 800 }).map((days) => addDays('2026-01-01', days));
    fc.assert(
      fc.property(some, from, (facts, start) => {
        const accounts = facts.map((fact, n) => silent(n, fact));
        const days = due(accounts, start);
        expect(due(accounts.toReversed(), start)).toEqual(days);
        for (const everyDays of [7, 14, 30, 60]) {
          const own = accounts.filter((one) => one.everyDays === everyDays);
          const perDay = new Map<string, number>();
          for (const { accountId } of own) {
            const day = days[accountId] ?? '';
            expect(worked(day) && day >= start && day < addDays(start, everyDays)).toBe(true);
            perDay.set(day, (perDay.get(day) ?? 0) + 1);
          }
          const working = Array.from({ length: everyDays }, (_, n) => addDays(start, n)).filter(worked).length;
          expect(Math.max(0, ...perDay.values())).toBeLessThanOrEqual(Math.ceil(own.length / working));
        }
      }),
      { numRuns: 100 },
    );
  });
});
