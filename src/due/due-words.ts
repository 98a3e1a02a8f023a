import type { Language } from '../i18n/language.ts';
import { addDays, dayIn, timeIn } from '../lib/date.ts';
import { calendarOf } from '../lib/working-day.ts';
import type { Due, DueRead } from './due.ts';
import { type Cluster, clustersIn, dueOn } from './due-cluster.ts';
import { chineseDates } from './due-date-zh.ts';
import { digitRules } from './due-digits.ts';
import type { Reader } from './due-mark.ts';
import { englishMonths } from './due-month-en.ts';
import { chineseMonths } from './due-month-zh.ts';
import { englishSpans } from './due-span-en.ts';
import { chineseSpans } from './due-span-zh.ts';
import { timeRules } from './due-time.ts';
import { chineseTimes } from './due-time-zh.ts';
import { titleWithout } from './due-title.ts';
import { englishWeekdays } from './due-weekday-en.ts';
import { chineseWeekdays } from './due-weekday-zh.ts';

const rules = [
  ...chineseWeekdays,
  ...chineseSpans,
  ...chineseDates,
  ...chineseMonths,
  ...chineseTimes,
  ...digitRules,
  ...timeRules,
  ...englishWeekdays,
  ...englishSpans,
  ...englishMonths,
];

/** A step says when it is due in its first words or soon after: what lies behind is not looked at. */
const readLength = 400;
/** As many buttons as stand beside one another. */
const mostChoices = 5;

/**
 * When a step is due by its words, in either language, for a reader in an IANA zone at `now`. Days are calendar days of that
 * zone and never gone by. What the words do not say for certain is `ask`, with the days they could mean, or `none`. A part
 * of the day is the hour it begins at (morning 09:00, noon 12:00, afternoon 14:00, evening 18:00); an hour from one to six
 * without more is in the afternoon. Throws `RangeError` for a zone that does not exist.
 */
export function readDue(
  text: string,
  { now, zone, language }: { readonly now: Date; readonly zone: string; readonly language: Language },
): DueRead {
  const reader: Reader = { today: dayIn(now, zone), time: timeIn(now, zone), language, calendar: calendarOf(zone) };
  const plain = plainOf(text.slice(0, readLength));
  const clusters = clustersIn(plain, rules, reader);
  const days = clusters.filter(({ days: each }) => each.length > 0);
  const times = clusters.filter((each) => each.days.length === 0);
  const title = (...spans: readonly Cluster[]) =>
    titleWithout(
      text,
      plain,
      spans.filter(({ stays }) => !stays),
    );
  const due = dueOf(days);
  if (due === 'unsure') return { kind: 'ask', choices: choicesOf(days, times), title: text.trim() };
  if (due) {
    const time = due.time === null && times.length === 1 ? times[0] : undefined;
    return answered(due, time?.time ?? due.time, title(due, ...(time ? [time] : [])));
  }
  const [alone] = times.filter(({ timeStands }) => timeStands);
  if (alone?.time && days.length === 0) {
    const on = alone.time > reader.time ? reader.today : addDays(reader.today, 1);
    return { kind: 'due', due: dueOn(on, alone.time), title: title(alone), also: [] };
  }
  return days.length > 0
    ? { kind: 'ask', choices: choicesOf(days, times), title: text.trim() }
    : { kind: 'none', title: text.trim() };
}

function answered(cluster: Cluster, time: string | null, title: string): DueRead {
  const [on] = cluster.days;
  if (on !== undefined && cluster.days.length === 1)
    return { kind: 'due', due: dueOn(on, time), title, also: cluster.also.map((day) => dueOn(day, time)) };
  return { kind: 'ask', choices: cluster.days.slice(0, mostChoices).map((day) => dueOn(day, time)), title };
}

/** The words that say when it is due, where several name a day: those that all agree with, or the one named as the limit. */
function dueOf(days: readonly Cluster[]): Cluster | 'unsure' | null {
  const sure = days.filter(({ isHint }) => !isHint);
  const [first] = sure;
  if (!first) return null;
  if (sure.every((each) => each.days.join() === first.days.join())) return first;
  const limits = sure.filter(({ isDeadline }) => isDeadline);
  return limits.length === 1 && limits[0] ? limits[0] : 'unsure';
}

function choicesOf(days: readonly Cluster[], times: readonly Cluster[]): readonly Due[] {
  const sure = days.some(({ isHint }) => !isHint) ? days.filter(({ isHint }) => !isHint) : days;
  const time = times.length === 1 ? (times[0]?.time ?? null) : null;
  const all = sure.flatMap((each) => each.days.map((day) => dueOn(day, each.time ?? time)));
  return [...new Map(all.map((due) => [due.on, due])).values()].slice(0, mostChoices);
}

const traditional = '週禮號點後兩個這內鐘為離';
const simplified = '周礼号点后两个这内钟为离';

/** Full-width signs as ASCII, the traditional characters of dates as simplified ones, no other spaces; as long as the text. */
function plainOf(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/\s/g, ' ')
    .replace(/[週禮號點後兩個這內鐘為離]/g, (char) => simplified[traditional.indexOf(char)] ?? char);
}
