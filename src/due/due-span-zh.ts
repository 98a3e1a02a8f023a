import { addMonths } from '../lib/calendar.ts';
import { addDays } from '../lib/date.ts';
import { workingDaysLater } from './due-day.ts';
import { inMinutes, one, type Reader, type Reading, type Rule } from './due-mark.ts';
import { chinese, chineseNumber as number, numberInChinese } from './due-number-zh.ts';

const dayWords: Readonly<Record<string, number>> = { 今: 0, 明: 1, 后: 2, 大后: 3, 大大后: 4 };

/** Days and spans counted from today. */
export const chineseSpans: readonly Rule[] = [
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
    read: ([many = '', unit = ''], reader) => span(reader, many, unit),
  },
  {
    words: chinese(`再?过(${number}|半)个?(工作日|天|周|星期|礼拜|月|年)`),
    read: ([many = '', unit = ''], reader) =>
      // 过两天 is not two days but soon.
      many === '两' && unit === '天' ? { days: [], as: 'barred' } : span(reader, many, unit),
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

function span({ today, calendar }: Reader, many: string, unit: string): Reading | null {
  if (many === '半') return unit === '月' ? one(addDays(today, 15)) : unit === '年' ? one(addMonths(today, 6)) : null;
  const count = numberInChinese(many);
  if (Number.isNaN(count)) return null;
  switch (unit) {
    case '工作日':
      return one(workingDaysLater(today, count, calendar));
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
