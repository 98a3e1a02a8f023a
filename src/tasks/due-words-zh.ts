import { addDays, addMonths, monthEnd, monthStart, weekdayOf } from '../lib/calendar.ts';
import {
  comingWeekday,
  dayOfMonth,
  endOfMonth,
  endOfQuarter,
  exactly,
  inMonth,
  thisYearOrNext,
  weekdayIn,
  weekdaysLater,
} from './due-day.ts';
import { inMinutes, type Reading, type Rule } from './due-mark.ts';
import {
  chineseDayNumber as dayNumber,
  notInNumber,
  chineseNumber as number,
  numberInChinese,
} from './due-number-zh.ts';

const one = (day: string): Reading => ({ days: [day] });
const dated = (days: readonly string[]): Reading => (days.length === 0 ? { days, as: 'barred' } : { days });

const week = '(?:周|星期|礼拜)';
const weekday = '([一二三四五六日天]|[1-7](?![0-9]))';
/** 周一鸣 is somebody, 周日本 somewhere. */
const notName = '(?!嘉|鸣|凡|本(?!周))';
const weekdayOfChar = (char: string): number =>
  /[日天]/.test(char) ? 7 : '一二三四五六'.indexOf(char) + 1 || Number(char);

const chinese = (words: string): RegExp => new RegExp(words, 'gu');

/** Days of the week: 下周三 is next week's, whatever today is; weeks begin on Monday. */
const weekdays: readonly Rule[] = [
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

const dayWords: Readonly<Record<string, number>> = { 今: 0, 明: 1, 后: 2, 大后: 3, 大大后: 4 };

/** Days and spans counted from today. */
const spans: readonly Rule[] = [
  {
    words: chinese('(今|明|大{0,2}后)[天日](?!本|报|元|常)'),
    read: ([word = ''], { today }) => one(addDays(today, dayWords[word] ?? 0)),
  },
  { words: chinese('明后(?:两|2)?天'), read: (_, { today }) => ({ days: [addDays(today, 1), addDays(today, 2)] }) },
  { words: chinese('今明(?:两|2)?天'), read: (_, { today }) => ({ days: [today, addDays(today, 1)] }) },
  { words: chinese('(?:昨|前|大前)[天日]|刚才'), read: () => ({ days: [], as: 'barred' }) },
  {
    words: chinese(
      `(?:再?过)?(${number}|半)个?(工作日|天|日|周|星期|礼拜|月|年)(?:之后|以后|后(?!天|续(?!约|签)|勤|面)|之内|以内|内(?!部|容|线))`,
    ),
    read: ([many = '', unit = ''], { today }) => span(today, many, unit),
  },
  {
    words: chinese(`再?过(${number}|半)个?(工作日|天|周|星期|礼拜|月|年)`),
    read: ([many = '', unit = ''], { today }) =>
      // 过两天 is not two days but soon.
      many === '两' && unit === '天' ? { days: [], as: 'barred' } : span(today, many, unit),
  },
  {
    words: chinese(`(?:再?过)?(${number}|半)个?(小时|钟头|分钟)(?:之后|以后|后|之内|以内|内)`),
    read: ([many = '', unit = ''], reader) => {
      const count = many === '半' ? 0.5 : numberInChinese(many);
      return Number.isNaN(count) ? null : inMinutes(reader, Math.round(count * (unit === '分钟' ? 1 : 60)));
    },
  },
  { words: chinese(`(?:下班|收工)(?:之前|以前|前)`), read: (_, { today }) => ({ days: [today], as: 'filler' }) },
];

function span(today: string, many: string, unit: string): Reading | null {
  if (many === '半') return unit === '月' ? one(addDays(today, 15)) : unit === '年' ? one(addMonths(today, 6)) : null;
  const count = numberInChinese(many);
  if (Number.isNaN(count)) return null;
  switch (unit) {
    case '工作日':
      return one(weekdaysLater(today, count));
    case '天':
    case '日':
      return one(addDays(today, count));
    case '月':
      return one(addMonths(today, count));
    case '年':
      return one(addMonths(today, 12 * count));
    default:
      return one(addDays(today, 7 * count));
  }
}

/** A number behind 号 or 日 that names a house, a line, a machine or an order and not a day. */
const notThing =
  '(?!线|楼|机|门|店|车|库|桥|院|仓|馆|会议|文件|单|合同|产|样|柜|展|位|炉|井|泵|池|罐|地|公|方案|订|码|床|房|室|区|座|港|泊|员|技|标|别|称|召|厂|元|均|常|志|程|本|用|期|化|益|渐|光)';
const notCounted = '(?![0-9一二三四五六七八九十百千万亿个家份台名次人套种条件天周月年元块吨斤批轮期点%.．/]|号[线楼])';

/** Days of a month, with and without it. */
const dates: readonly Rule[] = [
  {
    words: chinese(`(20\\d\\d|\\d\\d)年(${number})月(${number})[日号]?`),
    read: ([year = '', month = '', day = ''], { today }) =>
      dated(exactly(today, (Number(year) % 100) + 2000, numberInChinese(month), numberInChinese(day))),
  },
  {
    words: chinese(`(今|明|后)年(${number})月(${number})[日号]?`),
    read: ([which = '', month = '', day = ''], { today }) =>
      dated(
        exactly(
          today,
          Number(today.slice(0, 4)) + (dayWords[which] ?? 0),
          numberInChinese(month),
          numberInChinese(day),
        ),
      ),
  },
  {
    words: chinese(`(?<![年历个])${notInNumber}(${dayNumber})月(${dayNumber})(?:[日号]${notThing}|${notCounted})`),
    read: ([month = '', day = ''], { today }) =>
      dated(thisYearOrNext(today, numberInChinese(month), numberInChinese(day))),
  },
  {
    words: chinese(`(下{1,2}|本|这|当)个?月的?(${number})[日号]${notThing}`),
    read: ([which = '', day = ''], { today }) =>
      dated(inMonth(today, which.startsWith('下') ? which.length : 0, numberInChinese(day))),
  },
  {
    words: chinese(`(?<![A-Za-z月号型编账#-])${notInNumber}(${dayNumber})[日号]${notThing}`),
    read: ([day = ''], { today }) => dated(dayOfMonth(today, numberInChinese(day))),
  },
  {
    words: chinese(`上{1,2}个?月(?:的?${number}[日号]|[初中底末])?|农历|阴历|正月|腊月`),
    read: () => ({ days: [], as: 'barred' }),
  },
];

/** Beginnings, middles and ends of months, quarters and years. */
const parts: readonly Rule[] = [
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

export const chineseDays: readonly Rule[] = [...weekdays, ...spans, ...dates, ...parts];
