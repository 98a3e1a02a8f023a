import { monthEnd, monthStart } from '../lib/calendar.ts';
import { addDays } from '../lib/date.ts';
import { dayOfMonth, endOfMonth, endOfQuarter, inMonth, thisYearOrNext } from './due-day.ts';
import { dated, one, type Reading, type Rule } from './due-mark.ts';
import { chinese, chineseNumber as number, numberInChinese } from './due-number-zh.ts';

/** Beginnings, middles and ends of months, quarters and years. */
export const chineseMonths: readonly Rule[] = [
  {
    words: chinese('(?:(下{1,2}|本|这|当)个?)?月(初|中旬|中(?!国|间|心)|上旬|下旬|底|末)'),
    read: ([which = '', when = ''], { today }) => monthPart(today, which, when),
  },
  {
    words: chinese('(下{1,2})个?月(?!的?[0-9一二三四五六七八九十]{1,3}[日号]|初|中|上旬|下旬|底|末)'),
    read: ([next = ''], { today }) => one(monthStart(today, next.length)),
  },
  { words: chinese('(?:本|这个?)月之?内|月内'), read: (_, { today }) => one(monthEnd(today, 0)) },
  {
    words: chinese(`(?:(今|明)年)?(${number})月份?(初|中旬|中(?!国|间|心)|上旬|下旬|底|末)`),
    read: ([year = '', month = '', when = ''], { today }) => namedMonthPart(today, year, numberInChinese(month), when),
  },
  { words: chinese('(?:本|这个?)?季度?[底末]'), read: (_, { today }) => one(endOfQuarter(today)) },
  { words: chinese('下个?季度?[底末]'), read: (_, { today }) => one(endOfQuarter(addDays(endOfQuarter(today), 1))) },
  {
    words: chinese('(?:第?([一二三四1-4])季度|[Qq]([1-4]))(?:结束|[底末])'),
    read: ([said = '', digit = ''], { today }) => one(endOfMonth(today, 3 * numberInChinese(said || digit))),
  },
  { words: chinese('(?:今年)?年[底末]|今年底|年内'), read: (_, { today }) => one(`${today.slice(0, 4)}-12-31`) },
  { words: chinese('明年初'), read: (_, { today }) => one(`${Number(today.slice(0, 4)) + 1}-01-01`) },
  { words: chinese('明年[底末]'), read: (_, { today }) => one(`${Number(today.slice(0, 4)) + 1}-12-31`) },
];

/** 月初 is the first to come, 月底 the last day of this month. */
function monthPart(today: string, which: string, when: string): Reading {
  const later = which.startsWith('下') ? which.length : 0;
  const number = startsOf(when);
  if (number === null) return one(monthEnd(today, later));
  return dated(which === '' ? dayOfMonth(today, number) : inMonth(today, later, number));
}

function namedMonthPart(today: string, year: string, month: number, when: string): Reading {
  if (!(month >= 1 && month <= 12)) return { days: [], as: 'barred' };
  const number = startsOf(when);
  const from = year === '明' ? `${Number(today.slice(0, 4)) + 1}-01-01` : today;
  return number === null ? one(endOfMonth(from, month)) : dated(thisYearOrNext(from, month, number));
}

/** The day that stands for a part of a month; null for its last. */
const startsOf = (when: string): number | null =>
  when === '初' ? 1 : when === '上旬' ? 10 : when.startsWith('中') ? 15 : null;
