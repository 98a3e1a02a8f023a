import { describe, expect, it } from 'vitest';
import { type AccountDates, dateNews } from '../../src/reminders/date-news.ts';

const account = (dates: Partial<AccountDates>): AccountDates => ({
  id: 'a',
  name: 'Acme',
  contractStart: null,
  contractEnd: null,
  noticeOn: null,
  ...dates,
});
const told = (dates: Partial<AccountDates>, day: string, since: string) =>
  dateNews([account(dates)], { day, since }).map(({ what, on, years }) => [what, on, years]);

describe('The days of a contract', () => {
  it('are told of 180, 90, 30 and 7 days before, once each', () => {
    const dates = { contractEnd: '2026-12-31' };
    const ends = [['ends', '2026-12-31', 0]];
    for (const day of ['2026-07-04', '2026-10-02', '2026-12-01', '2026-12-24']) {
      const before = new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
      const after = new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
      expect([day, told(dates, day, before)]).toEqual([day, ends]);
      expect(told(dates, after, day)).toEqual([]);
    }
    expect(told(dates, '2026-12-31', '2026-12-30')).toEqual([]);
  });

  it('are told of on the next morning there is, once however many marks were passed, and not when they are over', () => {
    expect(told({ noticeOn: '2026-12-31' }, '2026-12-28', '2026-11-20')).toEqual([['notice', '2026-12-31', 0]]);
    expect(told({ contractEnd: '2026-12-31' }, '2027-01-04', '2026-12-20')).toEqual([]);
  });

  it('come again as anniversaries, on 28 February for a leap day, also over New Year', () => {
    expect(told({ contractStart: '2024-02-29' }, '2026-03-02', '2026-02-27')).toEqual([
      ['anniversary', '2026-02-28', 2],
    ]);
    expect(told({ contractStart: '2024-02-29' }, '2028-02-29', '2028-02-28')).toEqual([
      ['anniversary', '2028-02-29', 4],
    ]);
    expect(told({ contractStart: '2020-12-31' }, '2027-01-04', '2026-12-30')).toEqual([
      ['anniversary', '2026-12-31', 6],
    ]);
    expect(told({ contractStart: '2026-03-02' }, '2026-03-02', '2026-02-27')).toEqual([]);
    expect(told({ contractStart: '2027-03-02' }, '2026-03-02', '2026-02-27')).toEqual([]);
  });
});
