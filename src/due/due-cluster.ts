import type { Due } from './due.ts';
import { onWeekday } from './due-digits.ts';
import { type Mark, marksIn, type Reader, type Rule } from './due-mark.ts';

/** Words that stand together and speak of one moment: `friday 27 Nov, 3pm`. */
export interface Cluster {
  readonly start: number;
  readonly end: number;
  /** Empty: a time alone. One: that day. Several: it could be each of them. */
  readonly days: readonly string[];
  readonly also: readonly string[];
  readonly time: string | null;
  /** Whether the time is one by itself, without a day beside it. */
  readonly timeStands: boolean;
  readonly isHint: boolean;
  /** `by friday`, 周五前: what it is due on, where other days are named too. */
  readonly isDeadline: boolean;
  /** `every friday`: the words stay in the title, for they say more than the day. */
  readonly stays: boolean;
}

/** What may stand between two words for one moment, or between two moments of which one is meant. */
const glue =
  /^[\s,、()的\-–—~/]{0,3}(?:(?:at|on|the|of|in the|or|and|to|by|around|before|until|或者?|还是|和|到|至)(?![a-z]))?[\s,、()的]{0,3}$/i;

const barredBefore =
  /(?:^|[^\p{L}])(?:last|past|previous|since|after|from|black|good|cyber|ash|fat|the day before|the night before|eve of|not)\s+(?:the\s+)?$|(?:上个?|过去的?|自从?|(?<!截)从|农历|阴历)$/iu;
const barredAfter = /^\s*(?:(?:之|以|过)?后(?!天|台|续|勤|面)|起(?!草)|开始|以来)|^\s+(?:onwards?|ago)\b/i;
const hintBefore = /(?:^|[^\p{L}])(?:the|this year's|our|their)\s+$/iu;
const hintAfter = /^['’]s(?![a-z])|^的(?!时候)/i;
const deadlineBefore =
  /(?:^|[^\p{L}])(?:by|before|until|till|due|due on|no later than|not later than|latest)\s+(?:the\s+)?$|(?:最迟|最晚|截止到?|截至|不晚于|不迟于)$/iu;
const deadlineAfter = /^(?:之前|以前|前(?!往|台|来|期|端|景|面|提(?![交供出醒前升]))|为止|截止)/;
const everyBefore = /(?:^|[^\p{L}])(?:every|each)\s+$|每个?$/iu;

/** The moments that a text names, from left to right. */
export function clustersIn(text: string, rules: readonly Rule[], reader: Reader): readonly Cluster[] {
  const marks = marksIn(text, rules, reader);
  const groups: Mark[][] = [];
  for (const mark of marks) {
    const last = groups.at(-1);
    const previous = last?.at(-1);
    if (
      last &&
      previous &&
      mark.as !== 'barred' &&
      previous.as !== 'barred' &&
      glue.test(text.slice(previous.end, mark.start))
    )
      last.push(mark);
    else groups.push([mark]);
  }
  return groups.flatMap((group) => clusterOf(text, group));
}

function clusterOf(text: string, marks: readonly Mark[]): readonly Cluster[] {
  const start = marks[0]?.start ?? 0;
  const end = marks.at(-1)?.end ?? 0;
  const before = text.slice(Math.max(0, start - 30), start);
  const after = text.slice(end, end + 30);
  if (marks.some(({ as }) => as === 'barred') || barredBefore.test(before) || barredAfter.test(after)) return [];
  const days = daysOf(marks);
  const time = timeOf(marks, days.length > 0);
  if (days.length === 0 && time === null) return [];
  return [
    {
      start,
      end,
      days,
      also: days.length === 1 ? alsoOf(marks).filter((day) => !days.includes(day)) : [],
      time: time?.at ?? null,
      timeStands: time?.as === 'exact',
      isHint:
        days.length > 0 &&
        (marks.some(({ as }) => as === 'hint') || hintAfter.test(after) || isNoun(before, marks, after)),
      isDeadline: deadlineBefore.test(before) || deadlineAfter.test(after),
      stays: everyBefore.test(before),
    },
  ];
}

/** Other days that could be meant; where a date stands beside a weekday there is no doubt which one. */
function alsoOf(marks: readonly Mark[]): readonly string[] {
  const hasDate = marks.some(({ days, weekday, as }) => days.length > 0 && weekday === undefined && as !== 'filler');
  const days = marks.flatMap(({ also, weekday }) => (hasDate && weekday !== undefined ? [] : (also ?? [])));
  return [...new Set(days)];
}

/** `the friday report`: a weekday that belongs to the word behind it. */
const isNoun = (before: string, marks: readonly Mark[], after: string): boolean =>
  hintBefore.test(before) && marks[0]?.weekday !== undefined && /^\s+[a-z]/i.test(after);

function daysOf(marks: readonly Mark[]): readonly string[] {
  const named = marks.filter(({ days }) => days.length > 0);
  const firm = named.filter(({ as }) => as !== 'filler');
  const sure = firm.length > 0 ? firm : named;
  const dates = sure.filter(({ weekday }) => weekday === undefined);
  const sets = sure.map((mark): readonly string[] => {
    if (mark.weekday !== undefined) {
      // friday 4 Dec: the date says which Friday.
      const fitting = dates.flatMap(({ days }) => onWeekday(days, mark.weekday ?? 0));
      return fitting.length > 0 ? fitting : mark.days;
    }
    const weekday = sure.find((other) => other.weekday !== undefined)?.weekday;
    const fitting = weekday === undefined ? [] : onWeekday(mark.days, weekday);
    return fitting.length > 0 ? fitting : mark.days;
  });
  return [...new Set(sets.flat())];
}

/** The time that was said; a part of the day says which half an hour beside it belongs to. */
function timeOf(marks: readonly Mark[], hasDay: boolean): Mark['time'] | null {
  const times = marks.flatMap(({ time }) => (time ? [time] : []));
  const hour = times.find(({ as }) => as === 'exact' || as === 'loose');
  const half = times.find(({ as }) => as === 'am' || as === 'pm');
  if (!hasDay && hour?.as !== 'exact') return hour ?? null;
  if (!hour) return half ?? null;
  return half && hour.as === 'loose' ? { at: inHalf(hour.at, half.as), as: 'exact' } : hour;
}

function inHalf(at: string, half: string): string {
  const hour = Number(at.slice(0, 2)) % 12;
  return `${String(half === 'pm' ? hour + 12 : hour).padStart(2, '0')}${at.slice(2)}`;
}

/** A day of the cluster with its time. */
export const dueOn = (on: string, time: string | null): Due => ({ on, time });
