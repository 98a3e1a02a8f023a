import { dayOfMonth, exactly, inMonth, thisYearOrNext } from './due-day.ts';
import { dated, type Rule } from './due-mark.ts';
import {
  chinese,
  chineseDayNumber as dayNumber,
  notInNumber,
  chineseNumber as number,
  numberInChinese,
} from './due-number-zh.ts';

const years = '今明后';
const digits = '〇一二三四五六七八九';

/** 2026, 26 and 二〇二六 → 2026. */
const yearOf = (said: string): number =>
  2000 +
  (Number(
    [...said.replaceAll('零', '〇')].map((char) => (digits.includes(char) ? digits.indexOf(char) : char)).join(''),
  ) %
    100);

/** A number behind 号 or 日 that names a house, a line, a machine or an order and not a day. */
const notThing =
  '(?!线|楼|机|门|店|车|库|桥|院|仓|馆|会议|文件|单|合同|产|样|柜|展|位|炉|井|泵|池|罐|地|公|方案|订|码|床|房|室|区|座|港|泊|员|技|标|别|称|召|厂|元|均|常|志|程|本|用|期|化|益|渐|光)';
const notCounted = '(?![0-9一二三四五六七八九十百千万亿个家份台名次人套种条件天周月年元块吨斤批轮期点%.．/]|号[线楼])';

/** Days of a month, with and without it. */
export const chineseDates: readonly Rule[] = [
  {
    words: chinese(`(20\\d\\d|\\d\\d|二[〇零][二三][〇零一二三四五六七八九])年(${number})月(${number})[日号]?`),
    read: ([year = '', month = '', day = ''], { today }) =>
      dated(exactly(today, yearOf(year), numberInChinese(month), numberInChinese(day))),
  },
  {
    words: chinese(`(今|明|后)年(${number})月(${number})[日号]?`),
    read: ([which = '', month = '', day = ''], { today }) =>
      dated(
        exactly(today, Number(today.slice(0, 4)) + years.indexOf(which), numberInChinese(month), numberInChinese(day)),
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
