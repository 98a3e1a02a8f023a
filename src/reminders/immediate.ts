import { type Immediate, isQuiet, type Settings } from './settings.ts';

/** The most messages a person gets in a day of their own: those that come at their own time, and all of them. */
const mostImmediate = 3;
const mostUnasked = 8;

/** What decides whether something comes at its own time. */
export interface Hearing {
  readonly settings: Settings;
  readonly isAway: boolean;
  /** Now, as HH:MM in the person's zone. */
  readonly time: string;
  /** What they have been told today. */
  readonly said: { readonly immediate: number; readonly all: number };
}

/** Why something does not come at its own time; null when it does. The next morning tells of what is still open. */
export function reasonToWait(
  what: Immediate,
  { settings, isAway, time, said }: Hearing,
): 'not-wanted' | 'away' | 'quiet' | 'enough-for-today' | null {
  if (settings.off || !settings.atOnce.includes(what)) return 'not-wanted';
  if (isAway) return 'away';
  if (isQuiet(settings, time)) return 'quiet';
  return said.immediate >= mostImmediate || said.all >= mostUnasked ? 'enough-for-today' : null;
}
