import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayIn, daysBetween, formatDay, readDate, relativeDay } from '../../src/lib/date.ts';

const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

test('a day that exists is taken as YYYY-MM-DD, full-width digits folded (R19)', () => {
  expect(readDate(' 2026-03-31 ')).toEqual({ ok: true, value: '2026-03-31' });
  expect(readDate('２０２６－０３－３１')).toEqual({ ok: true, value: '2026-03-31' });
  expect(readDate('2024-02-29')).toEqual({ ok: true, value: '2024-02-29' });
});

test.each([
  ['2025-02-30', 'date-not-real'],
  ['2025-02-29', 'date-not-real'],
  ['2025-04-31', 'date-not-real'],
  ['2025-13-01', 'date-not-real'],
  ['2025-00-10', 'date-not-real'],
  ['0000-00-00', 'date-not-real'],
  ['0000-01-01', 'date-not-real'],
  ['13/14/2025', 'date-format'],
  ['03/04/2026', 'date-format'],
  ['2026/03/31', 'date-format'],
  ['2026-3-1', 'date-format'],
  ['26-03-01', 'date-format'],
  ['45000', 'date-format'],
  ['2026-03-31T00:00:00Z', 'date-format'],
  ['tomorrow', 'date-format'],
  ['20260331', 'date-format'],
])('%s is refused, never guessed: %s (R19, T-45)', (typed, problem) => {
  expect(readDate(typed)).toMatchObject({ ok: false, problem, came: typed, example: '2026-03-31' });
});

test('every day that exists is read as itself', () => {
  fc.assert(
    fc.property(day, (each) => {
      expect(readDate(each)).toEqual({ ok: true, value: each });
    }),
  );
});

test('a day is shown with its weekday in the reader’s language', () => {
  expect(formatDay('2026-03-06', 'en')).toBe('2026-03-06 Fri');
  expect(formatDay('2026-03-06', 'zh')).toBe('2026-03-06 周五');
});

test('the day it is depends on the zone', () => {
  const now = new Date('2026-03-05T16:30:00Z');
  expect(dayIn(now, 'Asia/Shanghai')).toBe('2026-03-06');
  expect(dayIn(now, 'Europe/Berlin')).toBe('2026-03-05');
  expect(dayIn(now, 'America/Los_Angeles')).toBe('2026-03-05');
  expect(() => dayIn(now, 'Mars/Olympus')).toThrow(RangeError);
});

test('the day changes once at local midnight in every zone, on the days the clocks change too (T-31)', () => {
  const year = Date.parse('2026-01-01T00:00:00Z');
  for (const zone of Intl.supportedValuesOf('timeZone')) {
    const days = Array.from({ length: 366 }, (_, i) => dayIn(new Date(year + i * 86_400_000), zone));
    const steps = days.slice(1).map((each, i) => daysBetween(days[i] ?? '', each));
    expect(
      steps.every((step) => step >= 0 && step <= 2),
      zone,
    ).toBe(true);
    expect(
      steps.reduce((sum, step) => sum + step, 0),
      zone,
    ).toBe(365);
  }
});

test('a spring day of 23 hours is a whole day (T-31)', () => {
  expect(dayIn(new Date('2026-03-29T00:30:00+01:00'), 'Europe/Berlin')).toBe('2026-03-29');
  expect(dayIn(new Date('2026-03-29T23:30:00+02:00'), 'Europe/Berlin')).toBe('2026-03-29');
  expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
});

test('days are counted over leap days and year ends, both ways (T-31)', () => {
  expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
  expect(daysBetween('2025-02-28', '2025-03-01')).toBe(1);
  expect(daysBetween('2026-12-31', '2027-01-01')).toBe(1);
  expect(daysBetween('2026-03-06', '2026-03-01')).toBe(-5);
});

test('a day is told as the reader’s today counts, in both languages', () => {
  const lateEvening = new Date('2026-03-05T16:30:00Z');
  const tell = (iso: string, language: 'en' | 'zh') => relativeDay(iso, lateEvening, 'Asia/Shanghai', language);
  expect([tell('2026-03-06', 'en'), tell('2026-03-09', 'en'), tell('2026-03-01', 'en')]).toEqual([
    'today',
    'in 3 days',
    '5 days ago',
  ]);
  expect([tell('2026-03-06', 'zh'), tell('2026-03-09', 'zh'), tell('2026-03-01', 'zh')]).toEqual([
    '今天',
    '3天后',
    '5天前',
  ]);
  expect(relativeDay('2026-03-06', lateEvening, 'Europe/Berlin', 'en')).toBe('tomorrow');
});
