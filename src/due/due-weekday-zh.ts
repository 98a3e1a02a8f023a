import { weekdayOf } from '../lib/calendar.ts';
import { comingWeekday, weekdayIn } from './due-day.ts';
import { one, type Rule } from './due-mark.ts';
import { chinese } from './due-number-zh.ts';

const week = '(?:周|星期|礼拜)';
const weekday = '([一二三四五六日天]|[1-7](?![0-9]))';
/** 周一鸣 is somebody, 周日本 somewhere. */
const notName = '(?!嘉|鸣|凡|本(?!周))';
const weekdayOfChar = (char: string): number =>
  /[日天]/.test(char) ? 7 : '一二三四五六'.indexOf(char) + 1 || Number(char);

/** Days of the week: 下周三 is next week's, whatever today is; weeks begin on Monday. */
export const chineseWeekdays: readonly Rule[] = [
  {
    words: chinese(`${week}${weekday}${notName}`),
    read: ([char = ''], { today }) => {
      const day = weekdayOfChar(char);
      return { days: [comingWeekday(today, day)], also: weekdayOf(today) === day ? [today] : [], weekday: day };
    },
  },
  {
    words: chinese(`(下{1,3})个?${week}的?(?:${week})?${weekday}${notName}`),
    read: ([next = '', char = ''], { today }) => one(weekdayIn(today, weekdayOfChar(char), next.length)),
  },
  {
    words: chinese(`(?:本|这个?)${week}(?:的?${week})?${weekday}${notName}`),
    read: ([char = ''], { today }) => {
      const day = weekdayIn(today, weekdayOfChar(char), 0);
      return day >= today ? one(day) : { days: [comingWeekday(today, weekdayOfChar(char))], as: 'hint' };
    },
  },
  { words: chinese(`上{1,3}个?${week}(?:[一二三四五六日天末1-7]|(?!一))`), read: () => ({ days: [], as: 'barred' }) },
  {
    words: chinese(`(?:本|这个?)?${week}末`),
    read: (_, { today }, { after }) =>
      /^(?:之前|以前|前)/.test(after)
        ? one(weekdayOf(today) <= 5 ? weekdayIn(today, 5, 0) : comingWeekday(today, 5))
        : one(weekdayOf(today) === 7 ? today : weekdayIn(today, 6, 0)),
  },
  {
    words: chinese(`(下{1,3})个?(?:周末|${week}末)`),
    read: ([next = ''], { today }) => one(weekdayIn(today, 6, next.length)),
  },
  {
    words: chinese(`(下{1,3})个?${week}(初|中|底)?(?:之?内)?(?![一二三四五六日天末0-9年])`),
    read: ([next = '', when = ''], { today }) =>
      when === ''
        ? { days: [weekdayIn(today, 1, next.length)], also: [weekdayIn(today, 5, next.length)] }
        : one(weekdayIn(today, when === '初' ? 1 : when === '中' ? 3 : 5, next.length)),
  },
  {
    words: chinese(`(?:本|这个?)${week}(?:之?内|底)?(?![一二三四五六日天末0-9年])`),
    read: (_, { today }) => one(weekdayOf(today) <= 5 ? weekdayIn(today, 5, 0) : today),
  },
];
