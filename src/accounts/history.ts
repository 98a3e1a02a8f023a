import type { AuditVerb, Changes } from '../audit/audit.ts';
import type { FieldFacts } from '../templates/field.ts';

/** What stands in an account's history; reads are for the audit, not for this page. */
export const toldVerbs = [
  'account.created',
  'account.changed',
  'account.shared',
  'contact.created',
  'contact.changed',
] as const satisfies readonly AuditVerb[];

export interface HistoryEntry {
  readonly id: string;
  readonly verb: (typeof toldVerbs)[number];
  readonly at: Date;
  /** Slack id of who did it; null for Dossier itself. */
  readonly actor: string | null;
  /** The contact's name; null where it is about the account, or the reader may not know who is who. */
  readonly about: string | null;
  readonly changes: Changes;
}
export interface History {
  readonly account: { readonly id: string; readonly name: string };
  readonly entries: readonly HistoryEntry[];
  readonly next: string | null;
  /** What the ids in the changes stand for. */
  readonly facts: FieldFacts;
}
