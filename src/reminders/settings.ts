import { type Calendar, calendarOf } from '../lib/working-day.ts';

/** What may come at its own time instead of waiting for the morning: a step with a time, a brief before a meeting. */
export const immediates = ['step', 'brief'] as const;
export type Immediate = (typeof immediates)[number];

/** What a person wants to hear unasked, and when. Times are `HH:MM` in their zone. */
export interface Settings {
  /** Nothing at all. */
  readonly off: boolean;
  /** When the morning message comes; null is the usual time. */
  readonly morningAt: string | null;
  /** From this time on until that one nothing comes; it may go over midnight. */
  readonly quiet: { readonly from: string; readonly until: string } | null;
  /** Whose working days; null follows the zone. */
  readonly calendar: Calendar | null;
  readonly atOnce: readonly Immediate[];
}

/** What holds for whoever has chosen nothing. */
export const usualSettings: Settings = {
  off: false,
  morningAt: null,
  quiet: { from: '20:00', until: '08:00' },
  calendar: null,
  atOnce: immediates,
};

/** The morning ends here: what has not come by then is not said that day. */
export const noon = '12:00';

export type SettingsProblem =
  /** The morning message would come in the afternoon. */
  | { readonly field: 'morningAt'; readonly problem: 'not-morning' }
  /** Quiet hours have one end alone, or both at the same time. */
  | { readonly field: 'quietUntil'; readonly problem: 'half' | 'empty' };

/** What stands in the fields of the form. */
export interface SettingsForm extends Omit<Settings, 'quiet'> {
  readonly quietFrom: string | null;
  readonly quietUntil: string | null;
}

/** The settings that a form means, or what is wrong with it. */
export function settingsOf({
  quietFrom,
  quietUntil,
  ...rest
}: SettingsForm): { readonly ok: true; readonly settings: Settings } | ({ readonly ok: false } & SettingsProblem) {
  if (rest.morningAt !== null && rest.morningAt >= noon)
    return { ok: false, field: 'morningAt', problem: 'not-morning' };
  if ((quietFrom === null) !== (quietUntil === null)) return { ok: false, field: 'quietUntil', problem: 'half' };
  if (quietFrom !== null && quietFrom === quietUntil) return { ok: false, field: 'quietUntil', problem: 'empty' };
  const quiet = quietFrom === null || quietUntil === null ? null : { from: quietFrom, until: quietUntil };
  return { ok: true, settings: { ...rest, quiet } };
}

/** Is a time of day (`HH:MM`) in somebody's quiet hours? Their end is not. */
export function isQuiet({ quiet }: Pick<Settings, 'quiet'>, time: string): boolean {
  if (quiet === null) return false;
  const { from, until } = quiet;
  return from < until ? time >= from && time < until : time >= from || time < until;
}

/** By whose working days somebody in this zone lives. */
export const workdaysOf = ({ calendar }: Pick<Settings, 'calendar'>, zone: string): Calendar =>
  calendar ?? calendarOf(zone);
