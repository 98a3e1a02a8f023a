import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CadenceFacts, cadenceOf, snoozeProblem } from '../../src/cadence/cadence.ts';
import { addDays } from '../../src/lib/date.ts';

const facts: CadenceFacts = {
  lastTwoWayOn: null,
  cadenceFrom: null,
  openedOn: '2026-01-01',
  cadenceDays: null,
  tierDays: 14,
  snooze: null,
};
const day = fc.integer({ min: 0, max: 2000 }).map((n) => addDays('2024-01-01', n));
const some = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const anyFacts: fc.Arbitrary<CadenceFacts> = fc.record({
  lastTwoWayOn: some(day),
  cadenceFrom: some(day),
  openedOn: day,
  cadenceDays: some(fc.constantFrom(7, 14, 30, 365)),
  tierDays: some(fc.constantFrom(14, 30, 60)),
  snooze: some(fc.record({ until: day, on: day })),
});

describe('A cadence (R30, R41)', () => {
  it('counts from the last talk, and from the file’s first day while there was none', () => {
    expect(cadenceOf(facts, '2026-01-15')).toMatchObject({ nextOn: '2026-01-15', state: 'in', daysOver: 0 });
    expect(cadenceOf(facts, '2026-01-16')).toMatchObject({ state: 'out', daysOver: 1 });
    const talked = { ...facts, lastTwoWayOn: '2026-01-10' };
    expect(cadenceOf(talked, '2026-01-16')).toMatchObject({ nextOn: '2026-01-24', state: 'in' });
  });

  it('begins anew with a handover, and not with a talk that was before it', () => {
    const handed = { ...facts, lastTwoWayOn: '2025-06-01', cadenceFrom: '2026-02-01' };
    expect(cadenceOf(handed, '2026-02-10')).toMatchObject({ nextOn: '2026-02-15', state: 'in' });
  });

  it('follows the account’s own rule before the tier’s, and is none without either', () => {
    expect(cadenceOf({ ...facts, cadenceDays: 365 }, '2026-01-16')).toMatchObject({ everyDays: 365, state: 'in' });
    expect(cadenceOf({ ...facts, tierDays: null }, '2026-01-16')).toBeNull();
  });

  it('knows leap days and has no day of 23 hours', () => {
    expect(cadenceOf({ ...facts, lastTwoWayOn: '2028-02-22', tierDays: 7 }, '2028-02-29')).toMatchObject({
      nextOn: '2028-02-29',
      state: 'in',
    });
    expect(cadenceOf({ ...facts, lastTwoWayOn: '2027-02-22', tierDays: 7 }, '2027-03-01')?.nextOn).toBe('2027-03-01');
    for (const spring of ['2026-03-28', '2026-10-24'])
      expect(cadenceOf({ ...facts, lastTwoWayOn: spring, tierDays: 2 }, addDays(spring, 3))?.daysOver).toBe(1);
  });

  it('is quiet until the day that was asked for, and speaks again on it', () => {
    const quiet = { ...facts, snooze: { until: '2026-02-01', on: '2026-01-20' } };
    expect(cadenceOf(quiet, '2026-01-31')).toMatchObject({
      state: 'snoozed',
      daysOver: 16,
      snoozedUntil: '2026-02-01',
    });
    expect(cadenceOf(quiet, '2026-02-01')).toMatchObject({ state: 'out', snoozedUntil: null });
  });

  it('is quiet no longer once somebody has talked, however long the pause was meant to be', () => {
    const snooze = { until: '2026-06-01', on: '2026-01-20' };
    const talked = { ...facts, lastTwoWayOn: '2026-01-20', snooze };
    expect(cadenceOf(talked, '2026-02-20')).toMatchObject({ state: 'out', daysOver: 17 });
    expect(cadenceOf({ ...talked, lastTwoWayOn: '2026-01-19' }, '2026-02-20')).toMatchObject({ state: 'snoozed' });
  });

  it('is in until its day is over, whatever the facts', () => {
    fc.assert(
      fc.property(anyFacts, day, (some, today) => {
        const cadence = cadenceOf(some, today);
        if (cadence === null) return some.cadenceDays === null && some.tierDays === null;
        return (cadence.state === 'in') === today <= cadence.nextOn && cadence.daysOver >= 0;
      }),
    );
  });

  it('never asks sooner because of a talk', () => {
    fc.assert(
      fc.property(anyFacts, day, day, (some, talk, today) => {
        const [before, after] = [some, { ...some, lastTwoWayOn: talk }].map((each) => cadenceOf(each, today)?.nextOn);
        const isNewer = some.lastTwoWayOn === null || talk >= some.lastTwoWayOn;
        return !isNewer || before === undefined || (after ?? '') >= before;
      }),
    );
  });
});

describe('A pause', () => {
  it('ends on a day to come, within a year', () => {
    expect(snoozeProblem('2026-01-01', '2026-01-01')).toBe('past');
    expect(snoozeProblem('2026-01-02', '2026-01-01')).toBeNull();
    expect(snoozeProblem('2027-01-02', '2026-01-01')).toBeNull();
    expect(snoozeProblem('2062-01-01', '2026-01-01')).toBe('too-far');
  });
});
