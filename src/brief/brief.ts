import type { CardFacts } from '../accounts/card.ts';
import type { CadenceLine } from '../cadence/cadence.ts';
import { isTwoWay } from '../interactions/interaction.ts';
import type { Talk } from '../interactions/talk.ts';
import type { TaskSummary } from '../tasks/task-card.ts';

/** What somebody changed in the file or its contacts, without what it was changed to. */
export interface BriefChange {
  readonly at: Date;
  /** Slack id of who did it; null for Dossier itself. */
  readonly actor: string | null;
  /** The contact's name; null where it is about the account. */
  readonly about: string | null;
  readonly isNewContact: boolean;
  /** Ids of the fields, in the order of the form. */
  readonly fieldIds: readonly string[];
}

/** What somebody should know before the next meeting, as far as the reader may. */
export interface Brief {
  readonly card: CardFacts;
  readonly cadence: CadenceLine | null;
  /** Newest first; null for a reader who may not see what was noted. */
  readonly talks: readonly Talk[] | null;
  readonly agreed: TaskSummary;
  /** The last contact in which both sides said something. */
  readonly lastTwoWayAt: Date | null;
  /** What was changed since then, newest first; null for a reader who may not see it. */
  readonly changes: readonly BriefChange[] | null;
}

/** The `most` talks that tell most, in the order in which they come: attempts only where there are too few others. */
export function tellingTalks(talks: readonly Talk[], most: number): readonly Talk[] {
  const heard = talks.filter(({ interaction }) => isTwoWay(interaction.values));
  const told = new Set([...heard, ...talks.filter((talk) => !heard.includes(talk))].slice(0, most));
  return talks.filter((talk) => told.has(talk));
}
