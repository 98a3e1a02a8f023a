import type { Reading, Rule, SaidTime } from './due-mark.ts';

/** The hour at which a part of the day begins, for whoever says no more than that. */
export const partHours = { morning: '09:00', noon: '12:00', afternoon: '14:00', evening: '18:00' } as const;

/** `HH:MM` of an hour that exists, else null. */
export function clock(hour: number, minute: number): string | null {
  if (hour > 23 || minute > 59) return null;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/** An hour without morning or afternoon: people at work mean the afternoon by one to six. */
export const likelyHour = (hour: number): number => (hour >= 1 && hour <= 6 ? hour + 12 : hour);

const timed = (at: string | null, as: SaidTime['as']): Reading | null =>
  at === null ? null : { days: [], time: { at, as } };

function twelve(hour: string, minute: string, half: string): Reading | null {
  const said = Number(hour);
  if (said < 1 || said > 12) return null;
  return timed(clock((said % 12) + (/p/i.test(half) ? 12 : 0), Number(minute || 0)), 'exact');
}

/** Times of day in digits and in English. */
export const timeRules: readonly Rule[] = [
  {
    words: /(?<![\p{Script=Latin}\p{N}:.])(\d{1,2})(?:[:.](\d\d))?\s?([ap])\.?m(?:\.|(?![\p{L}\p{N}]))/giu,
    read: ([hour = '', minute = '', half = '']) => twelve(hour, minute, half),
  },
  {
    // 9-11am, 11-1pm: from when.
    words: /(?<![\p{Script=Latin}\p{N}:.])(\d{1,2})\s?[-–]\s?(\d{1,2})\s?([ap])\.?m(?:\.|(?![\p{L}\p{N}]))/giu,
    read: ([from = '', to = '', half = '']) =>
      twelve(from, '', Number(from) % 12 > Number(to) % 12 && /p/i.test(half) ? 'a' : half),
  },
  {
    words:
      /(?<![\p{Script=Latin}\p{N}:./-])(\d{1,2}):(\d\d)(?:\s?(?:h|hrs)(?![\p{L}\p{N}]))?(?![\p{N}:%]|[./-]\p{N})/giu,
    read: ([hour, minute]) => timed(clock(Number(hour), Number(minute)), 'exact'),
  },
  {
    words:
      /(?<![\p{L}\p{N}])(?:at|@)\s*(\d{1,2})(?:\s?o['’]?clock)?(?![\p{L}\p{N}:%/]|[.,]\p{N}|\s+(?:percent|eur|usd|gbp|euros?|dollars?|units?|k)\b)/giu,
    read: ([hour]) => timed(clock(likelyHour(Number(hour)), 0), 'loose'),
  },
  { words: /(?<![\p{L}\p{N}])(?:at\s+)?noon(?![\p{L}\p{N}])/giu, read: () => timed(partHours.noon, 'exact') },
  {
    words: /(?<![\p{L}\p{N}])(?:(?:early|first thing|late)\s+)?(?:in the\s+)?morning(?![\p{L}\p{N}])/giu,
    read: () => timed(partHours.morning, 'am'),
  },
  {
    words: /(?<![\p{L}\p{N}])(?:(?:early|late)\s+)?(?:in the\s+)?afternoon(?![\p{L}\p{N}])/giu,
    read: () => timed(partHours.afternoon, 'pm'),
  },
  {
    words: /(?<![\p{L}\p{N}])(?:in the\s+)?(?:evening|night)(?![\p{L}\p{N}])/giu,
    read: () => timed(partHours.evening, 'pm'),
  },
  { words: /(?<![\p{L}\p{N}])first thing(?!\s+in)(?![\p{L}\p{N}])/giu, read: () => timed(partHours.morning, 'am') },
];
