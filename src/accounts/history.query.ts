import { membersById } from '../access/member.store.ts';
import { authorise, may } from '../access/policy.ts';
import { entriesOf } from '../audit/audit.store.ts';
import type { AuditVerb, Changes } from '../audit/audit.ts';
import { openChanges } from '../audit/sealing.ts';
import type { Work } from '../db/work.ts';
import { accountFields } from '../templates/account-fields.ts';
import type { FieldFacts, Values } from '../templates/field.ts';
import { findAccount } from './account.store.ts';
import { factsFor } from './facts.store.ts';

/** What stands in an account's history; reads are for the audit, not for this page. */
const told = [
  'account.created',
  'account.changed',
  'account.archived',
  'account.shared',
  'contact.created',
  'contact.changed',
  'contact.left',
] as const satisfies readonly AuditVerb[];
export type ToldVerb = (typeof told)[number];

export interface HistoryEntry {
  readonly id: string;
  readonly verb: ToldVerb;
  readonly at: Date;
  /** Slack id of who did it; null for Dossier itself. */
  readonly actor: string | null;
  readonly changes: Changes;
}
export interface History {
  readonly account: { readonly id: string; readonly name: string };
  readonly entries: readonly HistoryEntry[];
  readonly next: string | null;
  /** What the ids in the changes stand for. */
  readonly facts: FieldFacts;
}

/** A page of an account's history, newest first, or null when there is no such account. Paged by key. */
export async function readHistory(
  work: Work,
  accountId: string,
  before: string | null,
  size: number,
): Promise<History | null> {
  const account = await findAccount(work, accountId);
  if (!account) return null;
  authorise(work.actor, 'history.read', account.kept);
  const contacts = await work.db.contact.findMany({ where: { accountId }, select: { id: true } });
  const ids = [accountId, ...contacts.map((contact) => contact.id)];
  const rows = await entriesOf(work.db, ids, { before, limit: size + 1, verbs: told });
  const shown = rows.slice(0, size);
  const people = await membersById(work.db, [...new Set(shown.flatMap((row) => row.actorId ?? []))]);
  const slackIds = new Map(people.map((member) => [member.id, member.slackUserId]));
  const mayPersonal = may(work.actor, 'contact.read', account.kept);
  const changed = shown.flatMap((row) => [sides(row.changes, 'from'), sides(row.changes, 'to')]);
  return {
    facts: await factsFor(work.db, accountFields, changed),
    account: { id: account.id, name: String(account.values['name']) },
    next: rows.length > size ? (shown.at(-1)?.id ?? null) : null,
    entries: shown.map((row) => ({
      id: row.id,
      verb: told.find((verb) => verb === row.verb) ?? 'account.changed',
      at: row.at,
      actor: slackIds.get(row.actorId ?? '') ?? null,
      changes: mayPersonal ? openChanges(row.changes, work.vault) : row.changes,
    })),
  };
}

/** One side of all changes of an entry, as values. */
const sides = (changes: Changes, side: 'from' | 'to'): Values =>
  Object.fromEntries(Object.entries(changes).map(([field, change]) => [field, change[side] as Values[string]]));
