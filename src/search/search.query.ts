import type { Actor } from '../access/actor.ts';
import { authorise, may } from '../access/policy.ts';
import { workspaceSettings } from '../access/workspace.store.ts';
import type { Work } from '../db/work.ts';
import { searchAccounts } from './search.store.ts';
import { type Candidate, isThroughContact } from './search-candidate.ts';
import { blindsOf, couldBePhone, readingsOfPoint } from './search-point.ts';

/**
 * The accounts that a query could mean, best first, each once, at most `limit`. What was found through a contact - a
 * name, an e-mail address, a phone number - is shown to those alone who may read that account's contacts; to the others
 * it is as if there were no such contact.
 */
export async function findAccounts(work: Work, query: string, limit: number): Promise<readonly Candidate[]> {
  authorise(work.actor, 'account.read');
  const { workspaceId, memberId } = work.actor;
  const blinds = await blindsFor(work, query);
  const candidates = await searchAccounts(work.db, { workspaceId, memberId, query, blinds, limit });
  return visibleTo(work.actor, candidates).slice(0, limit);
}

async function blindsFor(work: Work, query: string): Promise<readonly string[]> {
  const country = couldBePhone(query) ? (await workspaceSettings(work.db)).country : null;
  return blindsOf(readingsOfPoint(query, country), (value, place) => work.vault.blinds(value, place));
}

/** What this person may know of, each account by its best permitted hit. */
function visibleTo(actor: Actor, candidates: readonly Candidate[]): readonly Candidate[] {
  const allowed = candidates.filter((one) => !isThroughContact(one) || may(actor, 'contact.read', one));
  const firstHit = new Map(allowed.toReversed().map((one) => [one.id, one]));
  return allowed.filter((one) => firstHit.get(one.id) === one);
}
