import type { AuditVerb, Changes } from '../audit/audit.ts';
import type { Interaction } from './interaction.ts';

/** What stands in a timeline as a change of a talk; that it was logged is the talk itself. */
export const talkChangeVerbs = [
  'interaction.changed',
  'interaction.deleted',
  'interaction.restored',
] as const satisfies readonly AuditVerb[];

/** A change of a talk, its taking back, or its putting back. */
export interface TalkChange {
  readonly id: string;
  readonly verb: (typeof talkChangeVerbs)[number];
  readonly at: Date;
  /** Slack id of who did it; null for Dossier itself. */
  readonly actor: string | null;
  /** The talk as it stands, or stood when it was taken back. */
  readonly interaction: Interaction;
  readonly changes: Changes;
  /** May the reader put back what is taken back? */
  readonly mayRestore: boolean;
}

/** What the ids in changes stand for. */
export interface TalkNames {
  readonly contacts: ReadonlyMap<string, string>;
  readonly members: ReadonlyMap<string, string>;
}
