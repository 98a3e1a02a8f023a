import { dayOfMonth, endOfMonth, exactly, inMonth, thisYearOrNext } from './due-day.ts';
import { english } from './due-english.ts';
import type { Reading, Rule } from './due-mark.ts';

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const month =
  '(january|jan|february|febuary|feb|march|mar|april|apr|may|june|jun|july|jul|august|aug|september|sept|sep|october|oct|november|nov|december|dec)';
const monthOf = (word: string): number => months.indexOf(word.slice(0, 3).toLowerCase()) + 1;

/** Behind a number that counts things, a month's name is no month, nor is May or March before a verb. */
const counted =
  /^\s*(?:times|units?|pcs|pieces?|people|days?|weeks?|months?|years?|hours?|licen[cs]es?|seats?|percent|%|k\b|x\b|eur|usd)/i;
const isVerb = (word: string, after: string): boolean =>
  /^(?:may|march)$/.test(word) && /^\s+(?!(?:at|by|for|to|with|in|or|and|on|before|latest)\b)[a-z]/.test(after);

/** A day in a month, of the year that was said or the next that has it. None: the words hold a day that is no more. */
function named(today: string, day: string, word: string, year: string): Reading {
  const days = year
    ? exactly(today, Number(year), monthOf(word), Number(day))
    : thisYearOrNext(today, monthOf(word), Number(day));
  return days.length === 0 ? { days, as: 'barred' } : { days };
}

const ordinal = '(?:st|nd|rd|th)';
/** What people do about a day that they begin with: "on the 15th send the quote". */
const deeds =
  'send|call|meet|visit|e-?mail|mail|write|ask|check|follow|review|prepare|book|deliver|present|ring|phone|chase|remind|sign|ship|invoice|set|schedule|confirm|get|share|discuss|finish|submit|draft|update|arrange|invite|bring|show';
const restOfDate = new RegExp(
  `^\\s*(?:$|[,;.:)，；：。]|(?:at|in|with|to|for|or|and|by|latest|noon|morning|afternoon|\\d)|(?:${deeds})\\b)`,
  'i',
);

/** Days with a month's name, days of a month, and what begins or ends with a month. */
export const englishMonths: readonly Rule[] = [
  {
    words: english(`(?:the )?(\\d{1,2})${ordinal}?(?: of)?[\\s./-]{0,2}${month}\\.?(?:[\\s,-]{1,2}(20\\d\\d))?`),
    read: ([day = '', word = '', year = ''], { today }, { before, after }) =>
      counted.test(after) || isVerb(word, after) || /\p{N}[.,:]?$/u.test(before) ? null : named(today, day, word, year),
  },
  {
    words: english(
      `${month}\\.?[\\s-](?:the )?(\\d{1,2})${ordinal}?(?:,?\\s(20\\d\\d))?(?![\\p{N}:%]|\\s?[ap]\\.?m\\b)`,
    ),
    read: ([word = '', day = '', year = ''], { today }, { after }) =>
      counted.test(after) ? null : named(today, day, word, year),
  },
  {
    words: english(`(\\d{1,2})${ordinal}?\\s?(?:-|–|to|or|and)\\s?(\\d{1,2})${ordinal}?(?: of)?\\s?${month}`),
    read: ([from = '', to = '', word = ''], { today }) => {
      // Of 25-27 Nov, said on the 26th, the 25th is gone and not next year's.
      const days = [from, to].flatMap((day) => named(today, day, word, '').days);
      return { days: days.filter((day) => day <= (days.at(-1) ?? '')) };
    },
  },
  {
    words: english(`((?:on |by |before |until |till )?(?:the )?)(\\d{1,2})${ordinal}`),
    read: ([lead = '', day = ''], { today }, { before, after }) => {
      const ends = /^\s*(?:$|[,;.:)，；：。])/.test(after);
      return (lead !== '' || before.trim() === '' ? restOfDate.test(after) : ends) && !/^\s+(?:of|in)\b/i.test(after)
        ? { days: dayOfMonth(today, Number(day)) }
        : null;
    },
  },
  {
    words: english(`(?:the )?(\\d{1,2})${ordinal}? of (next|this) month`),
    read: ([day = '', which = ''], { today }) => ({ days: inMonth(today, /next/i.test(which) ? 1 : 0, Number(day)) }),
  },
  {
    words: english(`(?:(?:the )?end (?:of )?|late )${month}`),
    read: ([word = ''], { today }) => ({ days: [endOfMonth(today, monthOf(word))] }),
  },
  {
    words: english(`(?:(?:the )?middle of |mid[- ]?)${month}`),
    read: ([word = ''], { today }) => ({ days: thisYearOrNext(today, monthOf(word), 15) }),
  },
  {
    words: english(`(?:(?:the )?(?:start|beginning) of |early )${month}`),
    read: ([word = ''], { today }) => ({ days: thisYearOrNext(today, monthOf(word), 1) }),
  },
  {
    words: english(`(?:(?:the )?end of )q([1-4])|q([1-4])[- ]end`),
    read: ([one = '', other = ''], { today }) => ({ days: [endOfMonth(today, 3 * Number(one || other))] }),
  },
];
