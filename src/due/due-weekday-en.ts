import { weekdayOf } from '../lib/calendar.ts';
import { addDays } from '../lib/date.ts';
import { comingWeekday, weekdayIn } from './due-day.ts';
import { count, english, numberOf } from './due-english.ts';
import { one, type Reading, type Rule } from './due-mark.ts';

/** Each with the slips that are typed most. */
const weekdayWords: readonly (readonly [RegExp, number])[] = [
  [/^mo/, 1],
  [/^tu/, 2],
  [/^we/, 3],
  [/^th/, 4],
  [/^f/, 5],
  [/^sa/, 6],
  [/^su/, 7],
];
const longDays =
  'monday|tuesday|tuseday|wednesday|wendesday|wensday|wednsday|thursday|thrusday|thurday|friday|firday|frday|saturday|saterday|sunday';
const shortDays = 'tues?|thur?s?|fri';
/** Words of their own as well: she sat, the sun, they wed, Mon (a name). */
const doubtfulDays = 'mon|weds?|sat|sun';
const anyDay = `(?:${longDays}|${shortDays}|${doubtfulDays})`;

const weekdayOfWord = (word: string): number =>
  weekdayWords.find(([start]) => start.test(word.toLowerCase()))?.[1] ?? 0;

/** Weekdays. `next friday` is next week's; who meant the coming one is offered it. */
export const englishWeekdays: readonly Rule[] = [
  {
    words: english(`(${longDays}|${shortDays})`),
    read: ([word = ''], { today }) => bare(today, weekdayOfWord(word)),
  },
  {
    words: english(`(${doubtfulDays})`),
    read: ([word = ''], { today }, { before, after }) =>
      isMeant(before, after) ? bare(today, weekdayOfWord(word)) : null,
  },
  {
    words: english(`(?:this |the )?(?:coming|upcoming) (${anyDay})`),
    read: ([word = ''], { today }) => one(comingWeekday(today, weekdayOfWord(word))),
  },
  {
    words: english(`next (${anyDay})`),
    read: ([word = ''], { today }) => {
      const day = weekdayIn(today, weekdayOfWord(word), 1);
      const coming = comingWeekday(today, weekdayOfWord(word));
      return { days: [day], also: coming === day ? [] : [coming] };
    },
  },
  {
    words: english(`this (${anyDay})`),
    read: ([word = ''], { today }) => {
      const day = weekdayIn(today, weekdayOfWord(word), 0);
      return day >= today ? one(day) : { days: [comingWeekday(today, weekdayOfWord(word))], as: 'hint' };
    },
  },
  {
    words: english(`(?:next week(?:'s|’s)?,? (?:on )?(${anyDay})|(${anyDay}),? (?:of )?next week)`),
    read: ([behind = '', before = ''], { today }) => one(weekdayIn(today, weekdayOfWord(behind || before), 1)),
  },
  {
    words: english(`(?:this week(?:'s|’s)?,? (?:on )?(${anyDay})|(${anyDay}),? (?:of )?this week)`),
    read: ([behind = '', before = ''], { today }) => {
      const day = weekdayIn(today, weekdayOfWord(behind || before), 0);
      return day >= today ? one(day) : { days: [], as: 'barred' };
    },
  },
  {
    words: english(`(?:a week (?:on|from|after|this) (${anyDay})|(${anyDay}) week)`),
    read: ([from = '', before = ''], { today }) => one(addDays(comingWeekday(today, weekdayOfWord(from || before)), 7)),
  },
  {
    words: english(`${count} weeks? (?:from|after) (${anyDay})`),
    read: ([weeks = '', word = ''], { today }) =>
      one(addDays(comingWeekday(today, weekdayOfWord(word)), 7 * numberOf(weeks.toLowerCase()))),
  },
  // Of these only "the week after next" is one that all agree on; it is below.
  { words: english(`(?:the )?(?:${anyDay}|weekend|month) after next`), read: () => ({ days: [], as: 'barred' }) },
];

const bare = (today: string, weekday: number): Reading => ({
  days: [comingWeekday(today, weekday)],
  also: weekdayOf(today) === weekday ? [today] : [],
  weekday,
});

/** `sat` is Saturday behind a preposition, at the end, or before a time or a date: "demo sat", "sat 10am", not "sat with Mark". */
function isMeant(before: string, after: string): boolean {
  if (/(?:^|[^\p{L}])(?:the|a|in|we|he|she|they|i|who)\s+$/iu.test(before)) return false;
  if (
    /(?:^|[^\p{L}])(?:on|by|before|until|till|for|or|and)\s+$/iu.test(before) &&
    !/^\s+(?:with|down|in)\b/i.test(after)
  )
    return true;
  return /^\.?\s*(?:$|[,;:)，；：。]|\d|(?:at|morning|afternoon|evening|noon|or|and|by|eod|the)\b)/i.test(after);
}
