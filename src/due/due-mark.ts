import type { Language } from '../i18n/language.ts';
import type { Calendar } from '../lib/working-day.ts';
import { minutesLater } from './due-day.ts';

/** The moment and the person that words about days are read for. */
export interface Reader {
  /** The day it is for them. */
  readonly today: string;
  /** The time of day, `HH:MM`. */
  readonly time: string;
  readonly language: Language;
  /** Which days they work. */
  readonly calendar: Calendar;
}

/** A time of day that words name. */
export interface SaidTime {
  /** `HH:MM`. */
  readonly at: string;
  /**
   * `exact`: stands by itself (3pm). `loose`: an hour that only a day beside it makes one (at 3), morning or afternoon
   * being the likelier. `am`, `pm`: a part of the day, with the hour it begins at.
   */
  readonly as: 'exact' | 'loose' | 'am' | 'pm';
}

/** What a rule makes of the words it found. */
export interface Reading {
  /** The day that is meant; several where the words fit each of them; none where they name a time alone. */
  readonly days: readonly string[];
  /** Days that the words could well mean beside that one. */
  readonly also?: readonly string[];
  /** ISO weekday of a bare weekday: a date beside it says which one. */
  readonly weekday?: number;
  readonly time?: SaidTime;
  /**
   * `hint`: it is a day, but perhaps not the one on which the thing is due (Friday's notes). `filler`: gives way to any
   * other day beside it (end of day). `barred`: these words are no day, whatever is in them.
   */
  readonly as?: 'hint' | 'filler' | 'barred';
}

/** Words of a text that say something about when. Offsets in UTF-16 units. */
export interface Mark extends Reading {
  readonly start: number;
  readonly end: number;
}

/** A form of words, and what it says. */
export interface Rule {
  /** Global, and linear in the length of the text. */
  readonly words: RegExp;
  /** `null` when these words say nothing here. `around` is what stands before them, they, and what stands behind. */
  readonly read: (
    groups: readonly string[],
    reader: Reader,
    around: { readonly before: string; readonly said: string; readonly after: string },
  ) => Reading | null;
}

/** How much of what stands around words is looked at. */
const aroundLength = 40;

/** What the rules find in the text, from left to right; where two find the same words the one that began first, then the longer. */
export function marksIn(text: string, rules: readonly Rule[], reader: Reader): readonly Mark[] {
  const all = rules.flatMap((rule) =>
    [...text.matchAll(rule.words)].flatMap((match) => markOf(text, match, rule, reader)),
  );
  const ordered = all.sort((one, other) => one.start - other.start || other.end - one.end);
  const marks: Mark[] = [];
  for (const mark of ordered) if (mark.start >= (marks.at(-1)?.end ?? 0)) marks.push(mark);
  return marks;
}

function markOf(text: string, match: RegExpExecArray, { read }: Rule, reader: Reader): readonly Mark[] {
  const end = match.index + match[0].length;
  const around = {
    before: text.slice(Math.max(0, match.index - aroundLength), match.index),
    said: match[0],
    after: text.slice(end, end + aroundLength),
  };
  const reading = read(
    match.slice(1).map((group) => group ?? ''),
    reader,
    around,
  );
  return reading === null ? [] : [{ ...reading, start: match.index, end }];
}

/** So many minutes from the moment it is said. */
export function inMinutes({ today, time }: Reader, count: number): Reading {
  const then = minutesLater(today, time, count);
  return { days: [then.day], time: { at: then.time, as: 'exact' } };
}

/** That day and no other. */
export const one = (day: string): Reading => ({ days: [day] });

/** Those days; where there are none the words hold a day that is gone or never was, and no other is to be found in them. */
export const dated = (days: readonly string[]): Reading => (days.length === 0 ? { days, as: 'barred' } : { days });
