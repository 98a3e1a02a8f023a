import { weekdayOf } from '../lib/calendar.ts';
import { exactly, thisYearOrNext } from './due-day.ts';
import { dated, type Rule } from './due-mark.ts';

/** Before and behind digits: nothing that makes them part of a number, a version, a path or a share. */
const free = '(?<![\\p{Script=Latin}\\p{N}/.:#+-])';
const freeAfter = '(?![\\p{N}/%‰]|[.:-]\\p{N}|-?[A-Za-z])';
/** `1/2 price`, `3/4 of it`, `2/3的客户`: shares, not days. */
const share = /^\s*(?:of|price|day|off|page|majority|full|done|的(?!会|那|约)|以上|以下|价|折)/i;
/** Round the clock. */
const always = new Set(['24/7', '7/24']);

/** Days written in digits. Two that could be day and month either way are both; one that is gone or does not exist is none. */
export const digitRules: readonly Rule[] = [
  {
    words: new RegExp(`${free}(20\\d\\d)([-/.])(\\d{1,2})\\2(\\d{1,2})${freeAfter}`, 'gu'),
    read: ([year, , month, day], { today }) => dated(exactly(today, Number(year), Number(month), Number(day))),
  },
  {
    words: new RegExp(`${free}(\\d{1,2})([-/.])(\\d{1,2})\\2(20\\d\\d)${freeAfter}`, 'gu'),
    read: ([one, mark, other, year], { today }) => {
      const dayFirst = exactly(today, Number(year), Number(other), Number(one));
      // With dots it is written where the day comes first, and nowhere else.
      const monthFirst = mark === '.' ? [] : exactly(today, Number(year), Number(one), Number(other));
      return dated(unique([...dayFirst, ...monthFirst]));
    },
  },
  {
    // Without a year, dots make a day only where one is expected: by 9.12.
    words: new RegExp(`${free}(\\d{1,2})\\.(\\d{1,2})\\.(?!\\p{N})`, 'gu'),
    read: ([day, month], { today }, { before }) =>
      /(?:^|[^\p{L}])(?:by|on|for|until|till|before)\s$/iu.test(before)
        ? dated(thisYearOrNext(today, Number(month), Number(day)))
        : null,
  },
  {
    words: new RegExp(`${free}(\\d{1,2})/(\\d{1,2})${freeAfter}`, 'gu'),
    read: ([one = '', other = ''], { today, language }, { after }) => {
      if (share.test(after) || always.has(`${one}/${other}`)) return { days: [], as: 'barred' };
      const dayFirst = thisYearOrNext(today, Number(other), Number(one));
      const monthFirst = thisYearOrNext(today, Number(one), Number(other));
      return dated(unique(language === 'zh' ? [...monthFirst, ...dayFirst] : [...dayFirst, ...monthFirst]));
    },
  },
];

const unique = (days: readonly string[]): readonly string[] => [...new Set(days)];

/** Those of the days that are such a weekday. */
export const onWeekday = (days: readonly string[], weekday: number): readonly string[] =>
  days.filter((day) => weekdayOf(day) === weekday);
