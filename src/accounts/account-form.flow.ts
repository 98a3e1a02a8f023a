import { authorise, may } from '../access/policy.ts';
import { workspaceSettings } from '../access/workspace.store.ts';
import { record } from '../audit/audit.store.ts';
import type { Work } from '../db/work.ts';
import { readCountry } from '../lib/country.ts';
import type { Problem } from '../lib/read.ts';
import type { Duplicate } from '../search/duplicate.ts';
import { accountFields } from '../templates/account-fields.ts';
import { type ReadFields, readFields } from '../templates/field.read.ts';
import { type Field, type FieldFacts, isEmpty, type Values } from '../templates/field.ts';
import { createAccount, type Edited, editAccount } from './account.flow.ts';
import { findAccount } from './account.store.ts';
import { type Account, nameOf } from './account.ts';
import { factsFor } from './facts.store.ts';
import { additionsTo, readPaper } from './paper.ts';
import { paperField } from './paper-field.ts';
import type { PaperDrafts } from './paper-wiring.ts';

type Sent = Readonly<Record<string, unknown>>;
/** What is wrong with the fields themselves. */
export type FieldRefusal =
  | { readonly ok: false; readonly problem: 'fields'; readonly problems: Readonly<Record<string, Problem>> }
  | { readonly ok: false; readonly problem: 'gone' | 'own-parent' | 'no-such-parent' };
export type SubmittedNew =
  | {
      readonly ok: true;
      readonly accountId: string;
      readonly name: string;
      /** The card that was pasted, kept until somebody has accepted what it says; null when there was none. */
      readonly draftId: string | null;
      /** Somebody else's account may be created by anybody; its people are for those who work on it. */
      readonly mayAdd: boolean;
    }
  | FieldRefusal
  | {
      readonly ok: false;
      readonly problem: 'possible-duplicates';
      readonly duplicates: readonly Duplicate[];
      readonly facts: FieldFacts;
    };
export type SubmittedEdit =
  | { readonly ok: true; readonly changed: readonly string[] }
  | FieldRefusal
  | (Extract<Edited, { problem: 'changed-meanwhile' }> & {
      readonly facts: FieldFacts;
      readonly fields: readonly Field[];
      readonly zone: string;
    });

/** The fields of the file that this person may see and change in a form. Of a new file: all. */
function fieldsFor(work: Pick<Work, 'actor'>, account: Account | null): readonly Field[] {
  const mayPersonal = account === null || may(work.actor, 'contact.read', account.kept);
  return accountFields.filter((field) => field.class === 'profile' || mayPersonal);
}

/** An empty form's facts. */
export async function openNew(work: Work): Promise<FieldFacts> {
  authorise(work.actor, 'account.create');
  return factsFor(work.db, accountFields, []);
}

/** A file to be changed, with what its ids stand for; a read of its notes is written to the audit. Null when it is gone. */
export async function openEdit(
  work: Work,
  id: string,
): Promise<{ account: Account; fields: readonly Field[]; facts: FieldFacts } | null> {
  const account = await findAccount(work, id);
  if (!account || account.mergedIntoId) return null;
  authorise(work.actor, 'account.edit', account.kept);
  const fields = fieldsFor(work, account);
  const showsNotes = fields.some(({ id, class: kind }) => kind === 'notes' && !isEmpty(account.values[id]));
  if (showsNotes) await record(work, { verb: 'notes.read', subject: 'account', subjectId: id });
  return { account, fields, facts: await factsFor(work.db, fields, [account.values]) };
}

/** What a pasted card says of the company, by field id: for the form of a new account. */
export async function companyOnPaper(work: Work, text: string): Promise<Values> {
  authorise(work.actor, 'account.create');
  const { country } = await workspaceSettings(work.db);
  return additionsTo({}, { company: { ...readPaper(text, country).company, name: null } });
}

/**
 * Creates an account from what a form sent. Nothing is written unless every field could be read. A card that was pasted
 * is kept among `drafts`; its numbers and its website tell whether the account is there already.
 */
export async function submitNew(
  work: Work,
  sent: Sent,
  accepted: readonly string[],
  drafts: PaperDrafts | null = null,
): Promise<SubmittedNew> {
  authorise(work.actor, 'account.create');
  const facts = await factsFor(work.db, accountFields, [], sent);
  const read = await readForm(work, accountFields, sent, facts, {});
  if (!read.ok) return { ok: false, problem: 'fields', problems: read.problems };
  if (!(await parentExists(work, read.values))) return { ok: false, problem: 'no-such-parent' };
  const text = typeof sent[paperField.id] === 'string' ? String(sent[paperField.id]).trim() : '';
  const paper = readPaper(text, await countryFor(work, read.values));
  const created = await createAccount(work, { values: read.values, accepted, paper });
  if (!created.ok) return { ...created, facts };
  const name = nameOf(created.account.values);
  const draftId = text === '' || !drafts ? null : await drafts.keep(work, `=${name}: ${text}`);
  const mayAdd = may(work.actor, 'contact.edit', created.account.kept);
  return { ok: true, accountId: created.account.id, name, draftId, mayAdd };
}

/** Changes an account by what a form sent; `version` is the one the form was opened on. */
export async function submitEdit(work: Work, id: string, version: number, sent: Sent): Promise<SubmittedEdit> {
  const account = await findAccount(work, id);
  if (!account || account.mergedIntoId) return { ok: false, problem: 'gone' };
  authorise(work.actor, 'account.edit', account.kept);
  const fields = fieldsFor(work, account);
  const facts = await factsFor(work.db, fields, [account.values], sent);
  const read = await readForm(work, fields, sent, facts, account.values);
  if (!read.ok) return { ok: false, problem: 'fields', problems: read.problems };
  if (!(await parentExists(work, read.values))) return { ok: false, problem: 'no-such-parent' };
  const edited = await editAccount(work, { id, version, mine: read.values });
  if (edited.ok) return { ok: true, changed: edited.changed };
  if (edited.problem !== 'changed-meanwhile') return edited;
  const authors = { members: edited.clashes.flatMap((clash) => clash.actorId ?? []) };
  return {
    ...edited,
    fields,
    zone: work.actor.zone,
    facts: await factsFor(work.db, fields, [edited.account.values, edited.shown], sent, authors),
  };
}

async function readForm(
  work: Work,
  fields: readonly Field[],
  sent: Sent,
  facts: FieldFacts,
  current: Values,
): Promise<ReadFields> {
  const settings = await workspaceSettings(work.db);
  const typed = typeof sent['country'] === 'string' ? readCountry(sent['country']) : null;
  const country = typed?.ok ? typed.value : settings.country;
  return readFields(fields, sent, { country, defaultCurrency: settings.baseCurrency, facts, current });
}

async function countryFor(work: Work, { country }: Values): Promise<string> {
  return typeof country === 'string' ? country : (await workspaceSettings(work.db)).country;
}

async function parentExists(work: Work, values: Values): Promise<boolean> {
  const { parentId } = values;
  return typeof parentId !== 'string' || (await findAccount(work, parentId)) !== null;
}
