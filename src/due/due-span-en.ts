import { addMonths, monthEnd, monthStart, weekdayOf } from '../lib/calendar.ts';
import { addDays } from '../lib/date.ts';
import { comingWeekday, dayOfMonth, endOfQuarter, inMonth, weekdayIn, workingDaysLater } from './due-day.ts';
import { count, english, numberOf } from './due-english.ts';
import { inMinutes, one, type Reader, type Reading, type Rule } from './due-mark.ts';
import { partHours } from './due-time.ts';

const soon: Readonly<Record<string, number>> = { day: 1, week: 7, fortnight: 14 };

function later({ today, calendar }: Reader, number: string, unit: string): Reading {
  const many = numberOf(number.toLowerCase());
  const what = unit.toLowerCase();
  if (/^(?:business|work)/.test(what)) return one(workingDaysLater(today, many, calendar));
  const step = Object.keys(soon).find((each) => what.startsWith(each));
  if (step) return one(addDays(today, many * (soon[step] ?? 0)));
  return one(addMonths(today, many * (what.startsWith('year') ? 12 : 1)));
}

const units = '((?:business |working |work)days?|days?|weeks?|fortnights?|months?|years?)';

/** Days that are counted from today, and ends of weeks, months, quarters and years. */
export const englishSpans: readonly Rule[] = [
  { words: english('today'), read: (_, { today }) => one(today) },
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
    read: ([many = '', unit = ''], reader) => later(reader, many, unit),
  },
  {
    words: english(`(?:in|within) (?:${count}|(half an)) (hours?|hrs?|minutes?|mins?)`),
    read: ([many = '', half = '', unit = ''], reader) =>
      inMinutes(reader, half ? 30 : numberOf(many.toLowerCase()) * (/^h/i.test(unit) ? 60 : 1)),
  },
  {
    words: english(`(?:in|within) a couple of (days|weeks|months)`),
    read: ([unit = ''], reader) => later(reader, '2', unit),
  },
  {
    words: english(`${count} ${units} (?:from now|from today|hence)`),
    read: ([many = '', unit = ''], reader) => later(reader, many, unit),
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
