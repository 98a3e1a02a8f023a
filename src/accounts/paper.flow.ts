import { authorise, may } from '../access/policy.ts';
import { workspaceSettings } from '../access/workspace.store.ts';
import type { Work } from '../db/work.ts';
import type { Problem } from '../lib/read.ts';
import { findDuplicates } from '../search/duplicate.store.ts';
import type { Duplicate } from '../search/duplicate.ts';
import { fold } from '../search/search-fold.ts';
import { readFields } from '../templates/field.read.ts';
import type { FieldFacts } from '../templates/field.ts';
import { editAccount } from './account.flow.ts';
import { findAccount } from './account.store.ts';
import { type Account, nameOf } from './account.ts';
import { addContact } from './contact.flow.ts';
import { phoneDigests } from './contact.store.ts';
import { factsFor } from './facts.store.ts';
import { additionsTo, readPaper, stillNew } from './paper.ts';
import type { Proposal } from './paper-card.ts';
import { companyFields, personFields } from './paper-field.ts';
import type { PaperDrafts } from './paper-wiring.ts';

type Sent = Readonly<Record<string, unknown>>;
export type PaperSubmitted =
  | { readonly ok: true; readonly name: string }
  | { readonly ok: false; readonly problem: 'gone' }
  | { readonly ok: false; readonly problem: 'fields'; readonly problems: Readonly<Record<string, Problem>> }
  | {
      readonly ok: false;
      readonly problem: 'possible-duplicates';
      readonly account: { readonly id: string; readonly name: string };
      readonly duplicates: readonly Duplicate[];
      readonly facts: FieldFacts;
    };

/** Keeps a pasted card before anything is made of it: a window that is closed loses nothing. Returns the draft's id. */
export async function keepPaper(
  work: Work,
  { accountId, text }: { accountId: string; text: string },
  drafts: PaperDrafts,
): Promise<{ readonly ok: true; readonly draftId: string } | { readonly ok: false }> {
  const account = await findAccount(work, accountId);
  if (!account) return { ok: false };
  authorise(work.actor, 'contact.edit', account.kept);
  return { ok: true, draftId: await drafts.keep(work, `=${nameOf(account.values)}: ${text}`) };
}

/** What a card says of a person at this account, and of the account; null when it is gone. */
export async function proposePaper(work: Work, accountId: string, text: string): Promise<Proposal | null> {
  const account = await findAccount(work, accountId);
  if (!account || account.mergedIntoId) return null;
  authorise(work.actor, 'contact.edit', account.kept);
  const card = readPaper(text, await countryOf(work, account));
  return {
    account: { id: account.id, name: nameOf(account.values) },
    person: card.values,
    company: may(work.actor, 'account.edit', account.kept) ? additionsTo(account.values, card) : {},
    unread: unknownAmong(account, card.unread),
    facts: await factsFor(work.db, [...personFields, ...companyFields], []),
  };
}

/** Adds the person whom somebody accepted, and to the file what they left in the form and nobody else has filled in. */
export async function submitPaper(
  work: Work,
  input: { accountId: string; draftId: string | null; accepted: readonly string[]; sent: Sent },
  drafts: PaperDrafts,
): Promise<PaperSubmitted> {
  const { accountId, draftId, accepted, sent } = input;
  const account = await findAccount(work, accountId);
  if (!account || account.mergedIntoId) return { ok: false, problem: 'gone' };
  authorise(work.actor, 'contact.edit', account.kept);
  const settings = await workspaceSettings(work.db);
  const facts = await factsFor(work.db, [...personFields, ...companyFields], []);
  const context = {
    country: await countryOf(work, account),
    defaultCurrency: settings.baseCurrency,
    facts,
    current: {},
  };
  const person = readFields(personFields, sent, context);
  const mayFile = may(work.actor, 'account.edit', account.kept);
  const company = readFields(mayFile ? companyFields : [], sent, context);
  if (!person.ok || !company.ok) {
    const problems = { ...(person.ok ? {} : person.problems), ...(company.ok ? {} : company.problems) };
    return { ok: false, problem: 'fields', problems };
  }
  const phones = phoneDigests(work.vault, person.values);
  const duplicates = await findDuplicates(work.db, { name: null, website: null, phones, exceptId: accountId });
  if (duplicates.some((one) => !accepted.includes(one.accountId)))
    return {
      ok: false,
      problem: 'possible-duplicates',
      account: { id: accountId, name: nameOf(account.values) },
      duplicates,
      facts,
    };
  const added = await addContact(work, { accountId, values: person.values });
  if (!added.ok) return { ok: false, problem: 'gone' };
  // The account is locked by now: what stands in it stays until this is written.
  const fresh = (await findAccount(work, accountId)) ?? account;
  const mine = stillNew(fresh.values, company.values);
  if (Object.keys(mine).length > 0) {
    const edited = await editAccount(work, { id: accountId, version: fresh.version, mine });
    if (!edited.ok) throw new Error(`a locked account could not be filled in: ${edited.problem}`);
  }
  if (draftId !== null) await drafts.settle(work, draftId);
  return { ok: true, name: nameOf(person.values) };
}

/** The company's own name on a line of its own says nothing new. */
function unknownAmong({ values }: Account, lines: readonly string[]): readonly string[] {
  const names = [nameOf(values), ...(Array.isArray(values['aliases']) ? values['aliases'] : [])].map((name) =>
    fold(String(name)),
  );
  return lines.filter((line) => !names.includes(fold(line)));
}

async function countryOf(work: Work, { values }: Account): Promise<string | null> {
  const { country } = values;
  return typeof country === 'string' ? country : (await workspaceSettings(work.db)).country;
}
