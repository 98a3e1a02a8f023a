import { addDays, addMonths, monthEnd, monthStart, weekdayOf } from '../lib/calendar.ts';
import { comingWeekday, dayOfMonth, endOfQuarter, inMonth, weekdayIn, weekdaysLater } from './due-day.ts';
import { inMinutes, type Reading, type Rule } from './due-mark.ts';
import { partHours } from './due-time.ts';

/** English words as a global rule: whole words, in any case. */
export const english = (words: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}_])(?:${words})(?![\\p{L}\\p{N}_])`, 'giu');

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

const numberOf = (word: string): number => (/^an?$/.test(word) ? 1 : numbers.indexOf(word) + 1 || Number(word));
const numbers = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
const count = `(\\d{1,3}|an?|${numbers.join('|')})`;

const weekdayOfWord = (word: string): number =>
  weekdayWords.find(([start]) => start.test(word.toLowerCase()))?.[1] ?? 0;

const one = (day: string): Reading => ({ days: [day] });

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

const soon: Readonly<Record<string, number>> = { day: 1, week: 7, fortnight: 14 };

function later(today: string, number: string, unit: string): Reading {
  const many = numberOf(number.toLowerCase());
  const what = unit.toLowerCase();
  if (/^(?:business|work)/.test(what)) return one(weekdaysLater(today, many));
  const step = Object.keys(soon).find((each) => what.startsWith(each));
  if (step) return one(addDays(today, many * (soon[step] ?? 0)));
  return one(addMonths(today, many * (what.startsWith('year') ? 12 : 1)));
}

const units = '((?:business |working |work)days?|days?|weeks?|fortnights?|months?|years?)';

/** Days that are counted from today, and ends of weeks, months, quarters and years. */
export const englishDays: readonly Rule[] = [
  { words: english('today|tod'), read: (_, { today }) => one(today) },
  {
    words: english('tomorrow|tomorow|tommorow|tommorrow|tomorrrow|tmrw?|2morrow'),
    read: (_, { today }) => one(addDays(today, 1)),
  },
  { words: english('(?:the )?day after tomorrow|overmorrow'), read: (_, { today }) => one(addDays(today, 2)) },
  { words: english('tonight|this evening'), read: (_, reader) => part(reader, partHours.evening) },
  { words: english('this afternoon'), read: (_, reader) => part(reader, partHours.afternoon) },
  { words: english('this morning'), read: (_, reader) => part(reader, partHours.morning) },
  {
    words: english(`(?:in|within)(?: the next)? ${count} ${units}(?:['’]? time)?`),
    read: ([many = '', unit = ''], { today }) => later(today, many, unit),
  },
  {
    words: english(`(?:in|within) (?:${count}|(half an)) (hours?|hrs?|minutes?|mins?)`),
    read: ([many = '', half = '', unit = ''], reader) =>
      inMinutes(reader, half ? 30 : numberOf(many.toLowerCase()) * (/^h/i.test(unit) ? 60 : 1)),
  },
  {
    words: english(`(?:in|within) a couple of (days|weeks|months)`),
    read: ([unit = ''], { today }) => later(today, '2', unit),
  },
  {
    words: english(`${count} ${units} (?:from now|from today|hence)`),
    read: ([many = '', unit = ''], { today }) => later(today, many, unit),
  },
  {
    words: english('a (week|fortnight) from tomorrow'),
    read: ([unit = ''], { today }) => one(addDays(today, (soon[unit.toLowerCase()] ?? 0) + 1)),
  },
  { words: english('in half a year'), read: (_, { today }) => one(addMonths(today, 6)) },
  {
    words: english('eod|cob|(?:the )?end of (?:the )?(?:business )?day|close of business|end of play|eop'),
    read: (_, { today }) => ({ days: [today], as: 'filler' }),
  },
  {
    words: english("eow|(?:the )?end of (?:the |this )?week|week['’]?s end|(?:later )?this week|week end"),
    read: (_, { today }) => one(weekdayOf(today) <= 5 ? weekdayIn(today, 5, 0) : comingWeekday(today, 5)),
  },
  {
    words: english('(?:(?:the )?(?:start|beginning) of |early )?next week'),
    read: (_, { today }) => ({ days: [weekdayIn(today, 1, 1)], also: [weekdayIn(today, 5, 1)] }),
  },
  { words: english('(?:the )?(?:middle of |mid[- ]?)next week'), read: (_, { today }) => one(weekdayIn(today, 3, 1)) },
  { words: english('(?:(?:the )?end of |late )next week'), read: (_, { today }) => one(weekdayIn(today, 5, 1)) },
  { words: english('(?:the )?week after next'), read: (_, { today }) => one(weekdayIn(today, 1, 2)) },
  {
    words: english('(?:this |the )?weekend'),
    read: (_, { today }) => one(weekdayOf(today) === 7 ? today : weekdayIn(today, 6, 0)),
  },
  {
    words: english('next weekend'),
    read: (_, { today }) => ({
      days: [weekdayIn(today, 6, 1)],
      also: [weekdayIn(today, 6, 0)].filter((day) => day > today),
    }),
  },
  {
    words: english("eom|(?:the )?end of (?:the |this )?month|month['’]?s? end|this month"),
    read: (_, { today }) => one(monthEnd(today, 0)),
  },
  { words: english('(?:the )?end of next month|late next month'), read: (_, { today }) => one(monthEnd(today, 1)) },
  {
    words: english('(?:(?:the )?(?:start|beginning) of |early )?next month|(?:the )?(?:start|beginning) of the month'),
    read: (_, { today }) => one(monthStart(today, 1)),
  },
  {
    words: english('(?:the )?(?:middle of |mid[- ]?)next month'),
    read: (_, { today }) => ({ days: inMonth(today, 1, 15) }),
  },
  {
    words: english('(?:the )?(?:middle of (?:the |this )?|mid[- ]?)month'),
    read: (_, { today }) => ({ days: dayOfMonth(today, 15) }),
  },
  {
    words: english('eoq|(?:the )?end of (?:the |this )?quarter|quarter[- ]?end'),
    read: (_, { today }) => one(endOfQuarter(today)),
  },
  {
    words: english('(?:the )?end of next quarter'),
    read: (_, { today }) => one(endOfQuarter(addDays(endOfQuarter(today), 1))),
  },
  {
    words: english('eoy|(?:the )?end of (?:the |this )?year|year[- ]?end'),
    read: (_, { today }) => one(`${today.slice(0, 4)}-12-31`),
  },
];

/** A part of today; where it has gone by, the day alone. */
const part = ({ today, time }: { today: string; time: string }, at: string): Reading =>
  at > time ? { days: [today], time: { at, as: at < '12:00' ? 'am' : 'pm' } } : { days: [today] };
