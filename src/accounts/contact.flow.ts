import { authorise } from '../access/policy.ts';
import { record } from '../audit/audit.store.ts';
import { type Changes, changesBetween } from '../audit/audit.ts';
import type { Work } from '../db/work.ts';
import { isPersonal } from '../templates/contact-fields.ts';
import type { Values } from '../templates/field.ts';
import { lockAccount } from './account.store.ts';
import type { Account } from './account.ts';
import { keepSearchable } from './account-keys.store.ts';
import { insertContact, lockContact, updateContact } from './contact.store.ts';
import type { Contact } from './contact.ts';
import { type Clash, putBackField, revise, versionField } from './revision.ts';
import { stepsSince } from './step.store.ts';

export type ContactSaved =
  | { readonly ok: true; readonly contactId: string; readonly accountId: string }
  | { readonly ok: false; readonly problem: 'gone' }
  | {
      readonly ok: false;
      readonly problem: 'changed-meanwhile';
      readonly contact: Contact;
      readonly clashes: readonly Clash[];
      readonly shown: Values;
    };

/** Notes a person at an account. */
export async function addContact(work: Work, input: { accountId: string; values: Values }): Promise<ContactSaved> {
  const account = await accountToEdit(work, input.accountId);
  if (!account) return { ok: false, problem: 'gone' };
  const contactId = await insertContact(work, account.id, input.values);
  await keepSearchable(work, account);
  const created = changesBetween({}, input.values);
  await recordChange(work, 'contact.created', contactId, created, { from: 0, to: 1 });
  return { ok: true, contactId, accountId: account.id };
}

/** Changes a person's entry, merged field by field with what others changed since `version`, as `editAccount` does. */
export async function editContact(
  work: Work,
  input: { id: string; version: number; mine: Values; putBack?: string },
): Promise<ContactSaved> {
  const contact = await lockContact(work, input.id);
  const account = contact && (await accountToEdit(work, contact.accountId));
  if (!contact || !account) return { ok: false, problem: 'gone' };
  const revision = revise(contact.values, await stepsSince(work, contact.id, input.version), input);
  if (revision.kind === 'clash') return { ok: false, problem: 'changed-meanwhile', contact, ...revision };
  const saved = { ok: true, contactId: contact.id, accountId: account.id } as const;
  if (revision.kind === 'same') return saved;
  const { merged, changed } = revision;
  if (!(await updateContact(work, contact, merged))) throw new Error('a locked contact changed under its lock');
  if (changed.includes('name')) await keepSearchable(work, account);
  const version = { from: contact.version, to: contact.version + 1 };
  const told = {
    ...changesBetween(contact.values, merged),
    ...(input.putBack && { [putBackField]: { from: null, to: input.putBack } }),
  };
  await recordChange(work, 'contact.changed', contact.id, told, version);
  return saved;
}

/** Locked, because its search keys are made of all its contacts: of two who note one at once, each must see the other's. */
async function accountToEdit(work: Work, accountId: string): Promise<Account | null> {
  const account = await lockAccount(work, accountId);
  if (!account || account.mergedIntoId) return null;
  authorise(work.actor, 'contact.edit', account.kept);
  return account;
}

async function recordChange(
  work: Work,
  verb: 'contact.created' | 'contact.changed',
  contactId: string,
  changes: Changes,
  version: { from: number; to: number },
): Promise<void> {
  const withVersion = { ...changes, [versionField]: version };
  await record(work, { verb, subject: 'contact', subjectId: contactId, changes: withVersion, isPersonal });
}
