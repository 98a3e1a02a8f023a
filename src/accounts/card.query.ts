import { authorise, may } from '../access/policy.ts';
import { record } from '../audit/audit.store.ts';
import type { Work } from '../db/work.ts';
import { withoutPersonal } from './account.ts';
import { findWithNames } from './card.store.ts';
import type { CardFacts } from './card.ts';
import { contactsOf } from './contact.store.ts';

/**
 * What the card shows of an account to the acting person, or null when there is none. A read of personal data is written
 * to the audit (R77).
 */
export async function readCard(work: Work, id: string): Promise<CardFacts | null> {
  const found = await findWithNames(work, id);
  if (!found) return null;
  const { account, names } = found;
  authorise(work.actor, 'account.read', account.kept);
  const mayContacts = may(work.actor, 'contact.read', account.kept);
  const contacts = mayContacts ? (names.contactCount === 0 ? [] : await contactsOf(work, account.id)) : null;
  if (contacts && contacts.length > 0)
    await record(work, { verb: 'contacts.read', subject: 'account', subjectId: account.id });
  return {
    account: mayContacts ? account : withoutPersonal(account),
    ...names,
    contacts,
    may: {
      log: may(work.actor, 'interaction.log', account.kept),
      edit: may(work.actor, 'account.edit', account.kept),
      contacts: mayContacts,
      history: may(work.actor, 'history.read', account.kept),
    },
  };
}
