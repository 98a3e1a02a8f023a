import { authorise, may } from '../access/policy.ts';
import { workspaceSettings } from '../access/workspace.store.ts';
import { record } from '../audit/audit.store.ts';
import type { Work } from '../db/work.ts';
import type { Problem } from '../lib/read.ts';
import { findDuplicates } from '../search/duplicate.store.ts';
import type { Duplicate } from '../search/duplicate.ts';
import { contactFields } from '../templates/contact-fields.ts';
import { type ReadFields, readFields } from '../templates/field.read.ts';
import type { FieldFacts, Values } from '../templates/field.ts';
import { findAccount } from './account.store.ts';
import type { Account } from './account.ts';
import { addContact, editContact } from './contact.flow.ts';
import { contactsOf, findContact, phoneDigests } from './contact.store.ts';
import type { Contact } from './contact.ts';
import { factsFor } from './facts.store.ts';
import type { Clash } from './revision.ts';

type Sent = Readonly<Record<string, unknown>>;
export type ContactSubmitted =
  | { readonly ok: true; readonly accountId: string }
  | { readonly ok: false; readonly problem: 'fields'; readonly problems: Readonly<Record<string, Problem>> }
  | {
      readonly ok: false;
      readonly problem: 'possible-duplicates';
      readonly duplicates: readonly Duplicate[];
      readonly facts: FieldFacts;
    }
  | { readonly ok: false; readonly problem: 'gone' }
  | {
      readonly ok: false;
      readonly problem: 'changed-meanwhile';
      readonly version: number;
      readonly zone: string;
      readonly shown: Values;
      readonly clashes: readonly Clash[];
      readonly facts: FieldFacts;
    };

export interface AccountContacts {
  readonly account: { readonly id: string; readonly name: string };
  readonly contacts: readonly Contact[];
  readonly mayEdit: boolean;
  readonly facts: FieldFacts;
}

/** An account's people for the acting person; the read is written to the audit. Null when there is no such account. */
export async function readContacts(work: Work, accountId: string): Promise<AccountContacts | null> {
  const account = await findAccount(work, accountId);
  if (!account) return null;
  authorise(work.actor, 'contact.read', account.kept);
  const contacts = await contactsOf(work, accountId);
  if (contacts.length > 0) await record(work, { verb: 'contacts.read', subject: 'account', subjectId: accountId });
  return {
    account: { id: account.id, name: String(account.values['name']) },
    contacts,
    mayEdit: may(work.actor, 'contact.edit', account.kept),
    facts: await formFacts(work),
  };
}

/** One person's entry, to be changed; null when it is gone. */
export async function openContact(work: Work, id: string): Promise<{ contact: Contact; facts: FieldFacts } | null> {
  const contact = await findContact(work, id);
  const account = contact && (await findAccount(work, contact.accountId));
  if (!contact || !account) return null;
  authorise(work.actor, 'contact.edit', account.kept);
  await record(work, { verb: 'contacts.read', subject: 'account', subjectId: account.id });
  return { contact, facts: await formFacts(work) };
}

/** Adds a person from what a form sent; a number that another account has is shown first. */
export async function submitNewContact(
  work: Work,
  accountId: string,
  sent: Sent,
  accepted: readonly string[],
): Promise<ContactSubmitted> {
  const account = await findAccount(work, accountId);
  if (!account) return { ok: false, problem: 'gone' };
  authorise(work.actor, 'contact.edit', account.kept);
  const facts = await formFacts(work);
  const read = await readForm(work, account, sent, facts, {});
  if (!read.ok) return { ok: false, problem: 'fields', problems: read.problems };
  const duplicates = await elsewhere(work, account.id, read.values);
  if (duplicates.some((one) => !accepted.includes(one.accountId)))
    return { ok: false, problem: 'possible-duplicates', duplicates, facts };
  const added = await addContact(work, { accountId, values: read.values });
  return added.ok ? { ok: true, accountId } : { ok: false, problem: 'gone' };
}

/** Changes a person's entry by what a form sent; `version` is the one the form was opened on. */
export async function submitContact(work: Work, id: string, version: number, sent: Sent): Promise<ContactSubmitted> {
  const contact = await findContact(work, id);
  const account = contact && (await findAccount(work, contact.accountId));
  if (!contact || !account) return { ok: false, problem: 'gone' };
  authorise(work.actor, 'contact.edit', account.kept);
  const read = await readForm(work, account, sent, await formFacts(work), contact.values);
  if (!read.ok) return { ok: false, problem: 'fields', problems: read.problems };
  const edited = await editContact(work, { id, version, mine: read.values });
  if (edited.ok) return { ok: true, accountId: account.id };
  if (edited.problem === 'gone') return edited;
  const authors = edited.clashes.flatMap((clash) => clash.actorId ?? []);
  return { ...edited, version: edited.contact.version, zone: work.actor.zone, facts: await formFacts(work, authors) };
}

const formFacts = (work: Work, members: readonly string[] = []): Promise<FieldFacts> =>
  factsFor(work.db, contactFields, [], {}, { members });

async function readForm(
  work: Work,
  account: Account,
  sent: Sent,
  facts: FieldFacts,
  current: Values,
): Promise<ReadFields> {
  const settings = await workspaceSettings(work.db);
  const { country } = account.values;
  return readFields(contactFields, sent, {
    country: typeof country === 'string' ? country : settings.country,
    defaultCurrency: settings.baseCurrency,
    facts,
    current,
  });
}

/** Other accounts that have one of these numbers. */
const elsewhere = (work: Work, exceptId: string, values: Values): Promise<readonly Duplicate[]> =>
  findDuplicates(work.db, { name: null, website: null, phones: phoneDigests(work.vault, values), exceptId });
