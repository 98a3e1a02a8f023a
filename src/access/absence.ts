import { daysBetween } from '../lib/date.ts';

/** Somebody as a colleague is named. */
interface Named {
  readonly name: string;
  readonly slackUserId: string;
}

/** Until which day somebody is away, that day included, and who stands in for them. */
export interface Absence {
  readonly until: string;
  readonly deputy: Named | null;
}

/** Who is away, as one person has to know it: they themselves, and those for whom they stand in today. */
export interface Absences {
  readonly mine: Absence | null;
  readonly standsInFor: readonly (Named & { readonly until: string })[];
}

/** The longest absence, in days: beyond it a date was mistyped, or somebody has left. */
const longestAbsence = 366;

export type AbsenceProblem =
  | 'past'
  | 'too-far'
  | 'self'
  /** Unknown here, a guest, of another company or deactivated. */
  | 'not-a-colleague'
  /** Without a role there is nothing that they could do. */
  | 'no-role';

/** What is wrong with a day as the end of an absence; null when nothing is. */
export function untilProblem(until: string, today: string): Extract<AbsenceProblem, 'past' | 'too-far'> | null {
  const ahead = daysBetween(today, until);
  if (ahead < 0) return 'past';
  return ahead > longestAbsence ? 'too-far' : null;
}

/** Is somebody who is away until `until` still away on a day? */
export const isAwayOn = (until: string | null, day: string): until is string => until !== null && until >= day;
