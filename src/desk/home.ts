import { z } from 'zod';
import type { Absences } from '../access/absence.ts';
import type { AccountLine, Page } from '../accounts/account-line.ts';
import type { Reader } from '../accounts/card.ts';
import type { OutOfCadence } from '../cadence/cadence.ts';
import type { Draft } from '../drafts/draft.ts';
import type { Orphans } from '../handover/candidate.ts';
import type { News } from '../handover/news.ts';
import type { Talk } from '../interactions/talk.ts';
import type { Settings } from '../reminders/settings.ts';
import type { TaskLine } from '../tasks/task.ts';

/**
 * What of Home somebody has before them: whose day, and where the page of their accounts begins. Home's metadata: what
 * comes back is a hint.
 */
export const homeAt = z.object({
  of: z.enum(['me', 'team']),
  after: z.uuid().nullable(),
  shownBefore: z.int().min(0),
});
export type HomeAt = z.infer<typeof homeAt>;
export const homeStart: HomeAt = { of: 'me', after: null, shownBefore: 0 };

/** The most lines of a day's lists: two blocks a line, below Slack's hundred on Home and its fifty in a message. */
export interface DaySize {
  readonly due: number;
  readonly out: number;
}
export const homeDay: DaySize = { due: 7, out: 5 };
export const shortDay: DaySize = { due: 3, out: 3 };

/** What a day asks for, of one person or of a team. */
export interface Day {
  /** May the reader see steps at all? */
  readonly mayTasks: boolean;
  /** Due today and overdue, soonest first. */
  readonly due: readonly TaskLine[];
  /** Are there further ones? */
  readonly isMoreDue: boolean;
  readonly out: OutOfCadence;
}

/** Lists that are the acting person's own. */
export interface OwnLists {
  readonly of: 'me';
  /** What they logged last, newest first. */
  readonly logs: readonly Talk[];
  /** May they log at all? */
  readonly mayLog: boolean;
  readonly mine: Page;
  readonly mineCount: number;
  readonly shownBefore: number;
  readonly recent: readonly AccountLine[];
  readonly drafts: readonly Draft[];
}

/** What waits for somebody who decides: handovers to answer, and accounts whose owner is not there any more. */
interface Waiting {
  readonly handovers: readonly News[];
  readonly orphans: readonly Orphans[];
}

/** A team has its day, and what waits for its lead. */
export interface TeamLists {
  readonly of: 'team';
  /** Does the acting person lead anybody? */
  readonly isLead: boolean;
}

/** What a person's Home shows. */
export interface HomeFacts {
  readonly reader: Reader;
  /** The reader as a member: what is their own is not marked with their name. */
  readonly me: string;
  readonly languageOverride: string | null;
  /** Null without a role: how to get one. */
  readonly desk: {
    readonly isAdministrator: boolean;
    readonly mayTeam: boolean;
    readonly absences: Absences;
    /** What comes to them by itself. */
    readonly messages: Settings;
    readonly waiting: Waiting;
    readonly day: Day;
    readonly lists: OwnLists | TeamLists;
  } | null;
}
