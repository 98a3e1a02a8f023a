import { may } from '../access/policy.ts';
import type { Account } from '../accounts/account.ts';
import { record } from '../audit/audit.store.ts';
import type { Work } from '../db/work.ts';
import type { ContactChoice } from './log-form-facts.ts';

/** The people of an account, those who are still there first; null for who may not know them. The read is audited. */
export async function contactChoices(work: Work, account: Account): Promise<readonly ContactChoice[] | null> {
  if (!may(work.actor, 'contact.read', account.kept)) return null;
  const found = await work.db.contact.findMany({
    where: { accountId: account.id },
    orderBy: [{ leftOn: { sort: 'desc', nulls: 'first' } }, { id: 'asc' }],
    select: { id: true, name: true, title: true },
  });
  if (found.length > 0) await record(work, { verb: 'contacts.read', subject: 'account', subjectId: account.id });
  return found;
}
