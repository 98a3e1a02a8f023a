import chineseDays from 'chinese-days';
import { addDays } from './date.ts';

/** Whose working days: China moves them around its holidays every year, elsewhere Saturday and Sunday are off. */
export type Calendar = 'china' | 'weekend';

const chineseZones: readonly string[] = [
  'Asia/Shanghai',
  'Asia/Urumqi',
  'Asia/Chongqing',
  'Asia/Chungking',
  'Asia/Harbin',
  'Asia/Kashgar',
  'PRC',
];

/** The calendar of a person in this IANA zone. */
export const calendarOf = (zone: string): Calendar => (chineseZones.includes(zone) ? 'china' : 'weekend');

/** Is this ISO day worked? For China the make-up days are; for years not announced yet weekends are off. */
export function isWorkingDay(day: string, calendar: Calendar): boolean {
  if (calendar === 'china') return chineseDays.isWorkday(day);
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}

/** This day when it is worked, else the next one that is. */
export function workingDayFrom(day: string, calendar: Calendar): string {
  return isWorkingDay(day, calendar) ? day : workingDayFrom(addDays(day, 1), calendar);
}
