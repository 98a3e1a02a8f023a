const digits = '〇一二三四五六七八九';
const other: Readonly<Record<string, string>> = { 零: '〇', 两: '二', 俩: '二' };

/** A number below 100 as it is typed in Chinese or digits, as part of a pattern. */
export const chineseNumber = '(?:[〇零一二两俩三四五六七八九十廿卅]{1,3}|[0-9]{1,3})';

/** An hour or the number of a day: no more than it takes, so that of 周五三点 the 五 is the weekday's. */
export const chineseDayNumber =
  '(?:二十[一二三四五六七八九]?|廿[一二三四五六七八九]?|三十一?|卅一?|十[一二三四五六七八九]?|[〇零一二两三四五六七八九]|[0-9]{1,2})';

/** Not within a longer number, unless what comes before is a weekday's. */
export const notInNumber = '(?<![0-9.:第几]|(?<!周|星期|礼拜)[一二三四五六七八九十])';

/** 十五 → 15, 廿三 → 23, 二〇 → 20, `15` → 15; NaN for what is no number. */
export function numberInChinese(text: string): number {
  if (/^[0-9]{1,3}$/.test(text)) return Number(text);
  const plain = [...text.replaceAll('廿', '二十').replaceAll('卅', '三十')].map((char) => other[char] ?? char).join('');
  const [tens, units, more] = plain.split('十');
  if (more !== undefined) return Number.NaN;
  if (units === undefined) return plain === '' ? Number.NaN : digitsOf(plain);
  return (tens ? digitsOf(tens) : 1) * 10 + (units ? digitsOf(units) : 0);
}

/** One digit, or several with a nought among them: 三五 and 两三 are no numbers, but a few. */
function digitsOf(text: string): number {
  if (text.length > 1 && !text.includes('〇')) return Number.NaN;
  let sum = 0;
  for (const char of text) {
    const digit = digits.indexOf(char);
    if (digit < 0) return Number.NaN;
    sum = sum * 10 + digit;
  }
  return sum;
}

/** Chinese words as a global rule. */
export const chinese = (words: string): RegExp => new RegExp(words, 'gu');
