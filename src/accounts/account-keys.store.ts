import type { Work } from '../db/work.ts';
import { replaceKeys } from '../search/search.store.ts';
import type { Account } from './account.ts';

const texts = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

/** Makes the search keys of an account afresh from its file and the names of its contacts. */
export async function keepSearchable(work: Work, account: Pick<Account, 'id' | 'values'>): Promise<void> {
  const contacts = await work.db.contact.findMany({ where: { accountId: account.id }, select: { name: true } });
  const { values } = account;
  await replaceKeys(work.db, {
    workspaceId: work.actor.workspaceId,
    accountId: account.id,
    name: String(values['name'] ?? ''),
    aliases: texts(values['aliases']),
    tags: texts(values['tags']),
    website: typeof values['website'] === 'string' ? values['website'] : null,
    contactNames: contacts.map((contact) => contact.name),
  });
}
