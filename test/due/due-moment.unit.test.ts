import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dueMoment } from '../../src/due/due-moment.ts';
import { dayIn } from '../../src/lib/date.ts';

const zones = [
  'Asia/Shanghai',
  'America/New_York',
  'Australia/Lord_Howe',
  'Europe/Berlin',
  'Africa/Cairo',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'UTC',
];
const moment = (on: string, time: string | null, zone: string): string => dueMoment({ on, time }, zone).toISOString();

describe('The moment something is due', () => {
  it.each([
    ['the end of a day in Shanghai', '2026-11-27', null, 'Asia/Shanghai', '2026-11-27T16:00:00.000Z'],
    ['three in the afternoon in Shanghai', '2026-11-27', '15:00', 'Asia/Shanghai', '2026-11-27T07:00:00.000Z'],
    ['the end of a day in New York, in winter', '2026-11-27', null, 'America/New_York', '2026-11-28T05:00:00.000Z'],
    ['the end of a day of 23 hours', '2026-03-08', null, 'America/New_York', '2026-03-09T04:00:00.000Z'],
    ['a time that the clocks leave out', '2026-03-08', '02:30', 'America/New_York', '2026-03-08T07:30:00.000Z'],
    ['the first of two equal times', '2026-11-01', '01:30', 'America/New_York', '2026-11-01T05:30:00.000Z'],
    ['a time within a gap of half an hour', '2026-10-04', '02:15', 'Australia/Lord_Howe', '2026-10-03T15:45:00.000Z'],
    ['the first of two, half an hour apart', '2026-04-05', '01:45', 'Australia/Lord_Howe', '2026-04-04T14:45:00.000Z'],
    ['a day whose midnight is left out', '2026-04-23', null, 'Africa/Cairo', '2026-04-23T22:00:00.000Z'],
    ['the last day of a year', '2026-12-31', null, 'Asia/Shanghai', '2026-12-31T16:00:00.000Z'],
  ])('is right for %s', (_what, on, time, zone, expected) => {
    expect(moment(on, time, zone)).toBe(expected);
  });

  it('is read off a clock of its zone as it was meant, or stands just beyond a gap', () => {
    const wallIn = (at: Date, zone: string): string =>
      at.toLocaleString('sv', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.date({ min: new Date('2000-01-01'), max: new Date('2037-12-31'), noInvalidDate: true }),
        (zone, at) => {
          const [on = '', time = ''] = wallIn(at, zone).split(' ');
          const due = dueMoment({ on, time }, zone);
          // Whatever a clock has shown is no gap: it is read back as it was, at its first showing.
          expect(wallIn(due, zone)).toBe(`${on} ${time}`);
          expect(due.getTime()).toBeLessThanOrEqual(at.getTime());
        },
      ),
    );
  });

  it('of a day alone is the first that is not of this day any more', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.date({ min: new Date('2012-01-02'), max: new Date('2037-12-31'), noInvalidDate: true }),
        (zone, at) => {
          const on = dayIn(at, zone);
          const end = dueMoment({ on, time: null }, zone);
          expect(end.getTime()).toBeGreaterThan(at.getTime());
          expect(dayIn(end, zone) > on).toBe(true);
          expect(dayIn(new Date(end.getTime() - 1), zone)).toBe(on);
        },
      ),
    );
  });
});
