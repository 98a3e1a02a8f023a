import { describe, expect, it } from 'vitest';
import { calendarOf, isWorkingDay, workingDayFrom } from '../../src/lib/working-day.ts';

describe('Working days', () => {
  it.each([
    ['2026-02-14', true, false, 'a Saturday that makes up for the Spring Festival'],
    ['2026-02-17', false, true, 'a Tuesday of the Spring Festival'],
    ['2026-10-01', false, true, 'the National Day'],
    ['2026-11-28', false, false, 'a Saturday'],
    ['2026-11-27', true, true, 'a Friday'],
  ])('%s is %s in China and %s elsewhere: %s', (day, china, elsewhere) => {
    expect(isWorkingDay(day, 'china')).toBe(china);
    expect(isWorkingDay(day, 'weekend')).toBe(elsewhere);
  });

  it('are all but weekends where nobody has announced the days off yet', () => {
    expect(['2041-05-01', '2041-05-04'].map((day) => isWorkingDay(day, 'china'))).toEqual([true, false]);
  });

  it('go on after a holiday', () => {
    expect(workingDayFrom('2026-10-01', 'china')).toBe('2026-10-08');
    expect(workingDayFrom('2026-11-28', 'weekend')).toBe('2026-11-30');
    expect(workingDayFrom('2026-11-27', 'weekend')).toBe('2026-11-27');
  });

  it('are China’s for people in its zones', () => {
    expect(['Asia/Shanghai', 'Asia/Urumqi', 'Asia/Hong_Kong', 'Europe/Berlin'].map(calendarOf)).toEqual([
      'china',
      'china',
      'weekend',
      'weekend',
    ]);
  });
});
