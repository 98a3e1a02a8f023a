import { membersById } from '../access/member.store.ts';
import { authorise, may } from '../access/policy.ts';
import { type AuditRow, entriesOf, record } from '../audit/audit.store.ts';
import type { Changes } from '../audit/audit.ts';
import { holdsPersonal, openChanges } from '../audit/sealing.ts';
import type { Work } from '../db/work.ts';
import { accountFields } from '../templates/account-fields.ts';
import type { Values } from '../templates/field.ts';
import { findAccount } from './account.store.ts';
import { factsFor } from './facts.store.ts';
import { type History, toldVerbs } from './history.ts';

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
  const contacts = await work.db.contact.findMany({ where: { accountId }, select: { id: true, name: true } });
  const ids = [accountId, ...contacts.map((contact) => contact.id)];
  const rows = await entriesOf(work.db, ids, { before, limit: size + 1, verbs: toldVerbs });
  const shown = rows.slice(0, size);
  const people = await membersById(work.db, [...new Set(shown.flatMap((row) => row.actorId ?? []))]);
  const slackIds = new Map(people.map((member) => [member.id, member.slackUserId]));
  const mayPersonal = may(work.actor, 'contact.read', account.kept);
  if (mayPersonal) await recordReads(work, account.id, shown);
  const changed = shown.flatMap((row) => [sides(row.changes, 'from'), sides(row.changes, 'to')]);
  return {
    facts: await factsFor(work.db, accountFields, changed),
    account: { id: account.id, name: String(account.values['name']) },
    next: rows.length > size ? (shown.at(-1)?.id ?? null) : null,
    entries: shown.map((row) => ({
      id: row.id,
      verb: toldVerbs.find((verb) => verb === row.verb) ?? 'account.changed',
      at: row.at,
      actor: slackIds.get(row.actorId ?? '') ?? null,
      about: mayPersonal ? (contacts.find((contact) => contact.id === row.subjectId)?.name ?? null) : null,
      changes: mayPersonal ? openChanges(row, work.vault) : row.changes,
    })),
  };
}

/** Opening what personal values were is a read of them. */
async function recordReads(work: Work, accountId: string, rows: readonly AuditRow[]): Promise<void> {
  const opened = rows.filter(({ changes }) => holdsPersonal(changes));
  const verbs = opened.map(({ verb }) => (verb.startsWith('contact.') ? 'contacts.read' : 'notes.read'));
  for (const verb of new Set(verbs)) await record(work, { verb, subject: 'account', subjectId: accountId });
}

/** One side of all changes of an entry, as values. */
const sides = (changes: Changes, side: 'from' | 'to'): Values =>
  Object.fromEntries(Object.entries(changes).map(([field, change]) => [field, change[side] as Values[string]]));
