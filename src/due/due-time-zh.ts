import { addDays } from '../lib/date.ts';
import type { Reading, Rule, SaidTime } from './due-mark.ts';
import { chineseDayNumber as hour, notInNumber, chineseNumber as number, numberInChinese } from './due-number-zh.ts';
import { clock, likelyHour, partHours } from './due-time.ts';

const part = '(凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|晚间|夜里)';
const partWithHour = `${part.slice(0, -1)}|(?<![今明后])[早晚])`;

interface Part {
  readonly at: string;
  readonly as: 'am' | 'pm';
}

function partOf(word: string): Part {
  if (/^(?:凌|清|早|上|一)/.test(word)) return { at: partHours.morning, as: 'am' };
  if (word.startsWith('中')) return { at: partHours.noon, as: 'pm' };
  return { at: word.startsWith('下') ? partHours.afternoon : partHours.evening, as: 'pm' };
}

const minutes: Readonly<Record<string, number>> = { '': 0, 钟: 0, 整: 0, 半: 30, 一刻: 15, 三刻: 45 };

/** The hour that is meant: 下午 adds twelve, 中午 to what comes after it; without a word, people at work mean the likelier one. */
function hourOf(word: string, said: number): number {
  if (word === '') return likelyHour(said);
  if (partOf(word).as === 'am') return said;
  return said < (word === '中午' ? 11 : 12) ? said + 12 : said;
}

function timed(word: string, hour: number, minute: number, as: SaidTime['as']): Reading | null {
  const at = Number.isNaN(hour + minute) ? null : clock(hourOf(word, hour), minute);
  return at === null ? null : { days: [], time: { at, as } };
}

/** Times of day in Chinese: 下午3点半, 上午10:30, 三点一刻; of a part of the day the hour at which it begins. */
export const chineseTimes: readonly Rule[] = [
  {
    words: new RegExp(
      `${partWithHour}?\\s?${notInNumber}(${hour})点(钟|整|半|一刻|三刻|${number}分|[一二三四五]十[一二三四五六七八九]?|[0-5][0-9])?(?![0-9.])`,
      'gu',
    ),
    read: ([word = '', said = '', rest = '']) =>
      timed(
        word,
        numberInChinese(said),
        minutes[rest] ?? numberInChinese(rest.replace('分', '')),
        word === '' && rest === '' ? 'loose' : 'exact',
      ),
  },
  {
    words: new RegExp(`${partWithHour}\\s?(\\d{1,2}):(\\d\\d)(?!\\d)`, 'gu'),
    read: ([word = '', hour = '', minute = '']) => timed(word, Number(hour), Number(minute), 'exact'),
  },
  {
    words: new RegExp(
      `${part}|一大?早|(?<=周[一二三四五六日天末1-7]|[号日])[早晚](?![餐饭会宴些点期于]|[0-9一二三四五六七八九十]{1,2}[点:])`,
      'gu',
    ),
    read: ([word = ''], _, { said }) => ({ days: [], time: partOf(word || (said === '晚' ? '晚上' : '早上')) }),
  },
  {
    words: /([今明后])([早晚])上?/gu,
    read: ([day = '', when = ''], { today, time }) => {
      const { at, as } = partOf(when === '早' ? '早上' : '晚上');
      const later = '今明后'.indexOf(day);
      // A part of today that has begun says the day alone.
      return { days: [addDays(today, later)], ...(later === 0 && at <= time ? {} : { time: { at, as } }) };
    },
  },
];
