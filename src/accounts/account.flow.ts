import { authorise } from '../access/policy.ts';
import { record } from '../audit/audit.store.ts';
import { type Changes, changesBetween } from '../audit/audit.ts';
import type { Work } from '../db/work.ts';
import { findDuplicates } from '../search/duplicate.store.ts';
import type { Duplicate } from '../search/duplicate.ts';
import { isPersonal } from '../templates/account-fields.ts';
import type { Values } from '../templates/field.ts';
import { findAccount, insertAccount, lockAccount, updateAccount } from './account.store.ts';
import type { Account } from './account.ts';
import { keepSearchable } from './account-keys.store.ts';
import { phoneDigests } from './contact.store.ts';
import type { PaperCard } from './paper-card.ts';
import { isPartOf } from './parent.store.ts';
import { type Clash, putBackField, revise, versionField } from './revision.ts';
import { stepsSince } from './step.store.ts';

export type Created =
  | { readonly ok: true; readonly account: Account }
  | { readonly ok: false; readonly problem: 'possible-duplicates'; readonly duplicates: readonly Duplicate[] };

/**
 * Opens a new file. Accounts that could be the same one are shown first; the person decides, and `accepted` names
 * those they have seen. `paper` is somebody's card: it may give away whose account this is. Without an owner the account
 * is its maker's.
 */
export async function createAccount(
  work: Work,
  input: { values: Values; accepted: readonly string[]; paper?: Pick<PaperCard, 'values' | 'company'> },
): Promise<Created> {
  authorise(work.actor, 'account.create');
  const duplicates = await findDuplicates(work.db, {
    name: String(input.values['name']),
    website: asText(input.values['website']) ?? asText(input.paper?.company['website']),
    phones: phoneDigests(work.vault, input.paper?.values ?? {}),
  });
  if (duplicates.some((one) => !input.accepted.includes(one.accountId)))
    return { ok: false, problem: 'possible-duplicates', duplicates };
  const ownerId = input.values['ownerId'] ?? work.actor.memberId;
  const teamId = input.values['teamId'] ?? work.actor.teamId;
  const account = await insertAccount(work, { ...input.values, ownerId, teamId });
  await keepSearchable(work, account);
  await recordChanges(work, account.id, 'account.created', changesBetween({}, account.values), {
    from: 0,
    to: account.version,
  });
  return { ok: true, account };
}

export type Edited =
  | { readonly ok: true; readonly account: Account; readonly changed: readonly string[] }
  | { readonly ok: false; readonly problem: 'gone' | 'own-parent' }
  | {
      readonly ok: false;
      readonly problem: 'changed-meanwhile';
      readonly account: Account;
      readonly clashes: readonly Clash[];
      readonly shown: Values;
    };

/**
 * Changes a file. `version` is the one the person saw: what others have changed since is merged field by field, and
 * they are asked only where both changed the same field to different values. A field that `mine` lacks was not shown.
 * `putBack` is the audit entry whose change is taken back by this one.
 */
export async function editAccount(
  work: Work,
  input: { id: string; version: number; mine: Values; putBack?: string },
): Promise<Edited> {
  const account = await lockAccount(work, input.id);
  if (!account || account.mergedIntoId) return { ok: false, problem: 'gone' };
  authorise(work.actor, 'account.edit', account.kept);
  const revision = revise(account.values, await stepsSince(work, account.id, input.version), input);
  if (revision.kind === 'clash') return { ok: false, problem: 'changed-meanwhile', account, ...revision };
  if (revision.kind === 'same') return { ok: true, account, changed: [] };
  const { parentId } = revision.merged;
  if (revision.changed.includes('parentId') && typeof parentId === 'string') {
    if (await isPartOf(work, parentId, account.id)) return { ok: false, problem: 'own-parent' };
  }
  if (!(await updateAccount(work, account, revision.merged)))
    throw new Error('a locked account changed under its lock');
  const saved = await findAccount(work, account.id);
  if (!saved) throw new Error('a locked account went away under its lock');
  await keepSearchable(work, saved);
  const changes = changesBetween(account.values, saved.values);
  const told = { ...changes, ...(input.putBack && { [putBackField]: { from: null, to: input.putBack } }) };
  await recordChanges(work, account.id, 'account.changed', told, { from: account.version, to: saved.version });
  return { ok: true, account: saved, changed: Object.keys(changes) };
}

async function recordChanges(
  work: Work,
  subjectId: string,
  verb: 'account.created' | 'account.changed',
  changes: Changes,
  version: { from: number; to: number },
): Promise<void> {
  const withVersion = { ...changes, [versionField]: version };
  await record(work, { verb, subject: 'account', subjectId, changes: withVersion, isPersonal });
}

const asText = (value: unknown): string | null => (typeof value === 'string' ? value : null);
