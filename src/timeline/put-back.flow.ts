import { membersById } from '../access/member.store.ts';
import { authorise, may } from '../access/policy.ts';
import { workspaceSettings } from '../access/workspace.store.ts';
import { editAccount } from '../accounts/account.flow.ts';
import { findAccount } from '../accounts/account.store.ts';
import { type Account, nameOf } from '../accounts/account.ts';
import { editContact } from '../accounts/contact.flow.ts';
import { findContact, phoneDigests } from '../accounts/contact.store.ts';
import type { Contact } from '../accounts/contact.ts';
import { factsFor } from '../accounts/facts.store.ts';
import { versionField } from '../accounts/revision.ts';
import { stepsSince } from '../accounts/step.store.ts';
import { type AuditRow, findEntry, record } from '../audit/audit.store.ts';
import { openChanges } from '../audit/sealing.ts';
import type { Work } from '../db/work.ts';
import { sameJson } from '../lib/merge.ts';
import type { Problem } from '../lib/read.ts';
import { findDuplicates } from '../search/duplicate.store.ts';
import { readField } from '../templates/field.read.ts';
import { emptyValue, type Field, type FieldValue, type Values } from '../templates/field.ts';
import { fieldsOf, hasBefore } from './change.ts';
import { asSent, type PutBackAsk } from './put-back.ts';

/** A field of an entry of the audit, as a menu names it. */
export interface Target {
  readonly entryId: string;
  /** Null: the first that the entry changed. */
  readonly fieldId: string | null;
}
export type PutBack =
  | { readonly ok: true; readonly accountId: string }
  | { readonly ok: false; readonly problem: 'changed-meanwhile' }
  | Refusal;
export type Refusal =
  | { readonly ok: false; readonly problem: 'gone' | 'own-parent' | 'no-such-parent' }
  | { readonly ok: false; readonly problem: 'value'; readonly fieldId: string; readonly why: Problem }
  | { readonly ok: false; readonly problem: 'person-gone'; readonly who: string }
  | { readonly ok: false; readonly problem: 'phone-elsewhere'; readonly number: string; readonly where: string };

/** The record that an entry changed, as it stands, and what the entry changed in it. */
interface Found {
  readonly entry: AuditRow;
  readonly account: Account;
  readonly contact: Contact | null;
  readonly record: { readonly id: string; readonly version: number; readonly values: Values };
  readonly fields: readonly Field[];
  readonly field: Field;
  readonly before: FieldValue;
}

/**
 * What putting a field back would do: how it stands, how it stood before this entry, and who changed it since. Null when
 * there is no such change any more. The acting person needs the right to change the record and to read the value; a read
 * of what is personal is written to the audit.
 */
export async function openPutBack(work: Work, target: Target): Promise<PutBackAsk | null> {
  const found = await find(work, target);
  if (!found) return null;
  const { entry, account, contact, record: current, fields, field, before } = found;
  if (field.class === 'notes') await record(work, { verb: 'notes.read', subject: 'account', subjectId: account.id });
  if (contact) await record(work, { verb: 'contacts.read', subject: 'account', subjectId: account.id });
  const steps = await stepsSince(work, current.id, Number(entry.changes[versionField]?.to));
  const later = steps.filter(({ changes }) => changes[field.id] !== undefined).toReversed();
  const people = await membersById(
    work.db,
    [entry, ...later].flatMap(({ actorId }) => actorId ?? []),
  );
  const slackId = (memberId: string | null): string | null =>
    people.find(({ id }) => id === memberId)?.slackUserId ?? null;
  const since = later.map(({ actorId, at, changes }) => ({
    actor: slackId(actorId),
    at,
    to: (changes[field.id]?.to ?? emptyValue(field)) as FieldValue,
  }));
  const now = current.values[field.id] ?? emptyValue(field);
  const shown = [now, before, ...since.map(({ to }) => to)].map((value) => ({ [field.id]: value }));
  return {
    accountId: account.id,
    accountName: nameOf(account.values),
    about: contact && nameOf(contact.values),
    entryId: entry.id,
    fields,
    field,
    now,
    before,
    version: current.version,
    author: { actor: slackId(entry.actorId), at: entry.at },
    since,
    facts: await factsFor(work.db, [field], shown),
  };
}

/**
 * Gives a field the value that it had before an entry's change: a change like any other, read by today's rules, merged,
 * audited, and taken back in the same way. `version` is the one that the person was shown.
 */
export async function putBack(work: Work, target: Target & { version: number }): Promise<PutBack> {
  const found = await find(work, target);
  if (!found) return { ok: false, problem: 'gone' };
  const { account, contact, field } = found;
  const facts = await factsFor(work.db, [field], [{ [field.id]: found.before }]);
  const refusal = await refusalOf(work, found);
  if (refusal) return refusal;
  const settings = await workspaceSettings(work.db);
  const { country } = account.values;
  const read = readField(field, asSent(field, found.before, facts), {
    country: typeof country === 'string' ? country : settings.country,
    defaultCurrency: settings.baseCurrency,
    facts,
    current: found.record.values,
  });
  if (!read.ok) return { ok: false, problem: 'value', fieldId: field.id, why: read };
  const change = {
    id: found.record.id,
    version: target.version,
    mine: { [field.id]: read.value },
    putBack: found.entry.id,
  };
  const edited = await (contact ? editContact(work, change) : editAccount(work, change));
  return edited.ok ? { ok: true, accountId: account.id } : { ok: false, problem: edited.problem };
}

async function find(work: Work, { entryId, fieldId }: Target): Promise<Found | null> {
  const entry = await findEntry(work.db, entryId);
  if (!entry || !hasBefore(entry.verb)) return null;
  const contact = entry.subject === 'contact' ? await findContact(work, entry.subjectId) : null;
  if (entry.subject === 'contact' && !contact) return null;
  const account = await findAccount(work, contact?.accountId ?? entry.subjectId);
  if (!account || account.mergedIntoId) return null;
  authorise(work.actor, 'history.read', account.kept);
  authorise(work.actor, contact ? 'contact.edit' : 'account.edit', account.kept);
  const isShown = ({ class: kind }: Field): boolean =>
    (contact === null && kind === 'profile') || may(work.actor, 'contact.read', account.kept);
  const changed = fieldsOf(entry.verb).filter(({ id }) => entry.changes[id] !== undefined);
  const fields = changed.filter(isShown);
  const field = fieldId === null ? fields[0] : changed.find(({ id }) => id === fieldId);
  if (!field) return null;
  if (!isShown(field)) authorise(work.actor, 'contact.read', account.kept);
  const before = openChanges(entry, work.vault)[field.id]?.from ?? emptyValue(field);
  return { entry, account, contact, record: contact ?? account, fields, field, before: before as FieldValue };
}

/** What reading a text cannot know: whether those whom it names are still there, and whose a number is by now. */
async function refusalOf(work: Work, found: Found): Promise<Refusal | null> {
  const { account, contact, field, before } = found;
  if (typeof before !== 'string' || sameJson(before, found.record.values[field.id])) return null;
  switch (field.type) {
    case 'person': {
      const [member] = await membersById(work.db, [before]);
      const works = member?.active && member.kind === 'full';
      return works ? null : { ok: false, problem: 'person-gone', who: member?.name ?? before };
    }
    case 'account': {
      const parent = await findAccount(work, before);
      return parent && !parent.mergedIntoId ? null : { ok: false, problem: 'no-such-parent' };
    }
    case 'phone': {
      const phones = contact ? phoneDigests(work.vault, { [field.id]: before }) : [];
      const [other] = await findDuplicates(work.db, { name: null, website: null, phones, exceptId: account.id });
      return other ? { ok: false, problem: 'phone-elsewhere', number: before, where: other.name } : null;
    }
    default:
      return null;
  }
}
