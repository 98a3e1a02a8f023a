import { authorise } from '../access/policy.ts';
import { record } from '../audit/audit.store.ts';
import type { Work } from '../db/work.ts';
import { withoutPersonal } from './account.ts';
import { readCard } from './card.query.ts';
import type { CardFacts } from './card.ts';

/**
 * Writes down that a card is posted where others read it, and gives what is to be posted; null when the account is
 * gone. Contacts and remarks are left out here already, so that no view could show them by mistake.
 */
export async function noteShare(work: Work, accountId: string, channelId: string): Promise<CardFacts | null> {
  const facts = await readCard(work, accountId);
  if (!facts) return null;
  authorise(work.actor, 'account.share', facts.account.kept);
  await record(work, {
    verb: 'account.shared',
    subject: 'account',
    subjectId: facts.account.id,
    changes: { channel: { from: null, to: channelId } },
  });
  return { ...facts, account: withoutPersonal(facts.account), contacts: null };
}
