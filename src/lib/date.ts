import type { Language } from '../i18n/language.ts';
import { type Read, refused, took } from './read.ts';
import { fold } from './text.ts';

const dayMs = 86_400_000;
const example = '2026-03-31';
const locales: Record<Language, string> = { en: 'en', zh: 'zh-CN' };
const perLanguage = <T>(make: (locale: string) => T): Record<Language, T> => ({
  en: make(locales.en),
  zh: make(locales.zh),
});
const weekdays = perLanguage((locale) => new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' }));
const distances = perLanguage((locale) => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }));

/**
 * A calendar day as `YYYY-MM-DD` that exists (R19). Nothing else is read: `03/04/2026` is two different days to two
 * people, and JavaScript itself would make 2 March of `2025-02-30` (T-45).
 */
export function readDate(text: string): Read<string> {
  const day = text.length > 50 ? '' : fold(text);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return refused('date-format', text, { example });
  if (!exists(day)) return refused('date-not-real', text, { example });
  return took(day);
}

/** `2026-03-06` → `2026-03-06 Fri`, `2026-03-06 周五`. */
export function formatDay(day: string, language: Language): string {
  return `${day} ${weekdays[language].format(midnight(day))}`;
}

/** The day it is at `now` in an IANA zone. Throws `RangeError` for a zone that does not exist. */
export function dayIn(now: Date, zone: string): string {
  const parts = clockOf(zone).formatToParts(now);
  const part = (type: string): string => parts.find((each) => each.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}

/** The time of day at `now` in an IANA zone, as `HH:MM`. Throws `RangeError` for a zone that does not exist. */
export function timeIn(now: Date, zone: string): string {
  const parts = clockOf(zone).formatToParts(now);
  const part = (type: string): string => parts.find((each) => each.type === type)?.value ?? '';
  return `${part('hour')}:${part('minute')}`;
}

/** Whole calendar days from one day to another; negative when `to` is earlier. Knows no zone, so no day is 23 hours long. */
export function daysBetween(from: string, to: string): number {
  return (midnight(to).getTime() - midnight(from).getTime()) / dayMs;
}

/** The day that is `days` after a day; before it where `days` is negative. */
export function addDays(day: string, days: number): string {
  return new Date(midnight(day).getTime() + days * dayMs).toISOString().slice(0, 10);
}

/** A day as the reader in `zone` would name it at `now`: today, in 3 days, 5 days ago · 今天, 3天后, 5天前. */
export function relativeDay(day: string, now: Date, zone: string, language: Language): string {
  return distances[language].format(daysBetween(dayIn(now, zone), day), 'day');
}

const midnight = (day: string): Date => new Date(`${day}T00:00:00Z`);

function exists(day: string): boolean {
  const date = midnight(day);
  return !day.startsWith('0000') && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}

/** Making a formatter costs a hundred times what using it does; there are some 400 zones. */
const clocks = new Map<string, Intl.DateTimeFormat>();
function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known) return known;
  const clock = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  clocks.set(zone, clock);
  return clock;
}
