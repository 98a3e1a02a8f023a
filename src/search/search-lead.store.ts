import type { Db } from '../db/work.ts';
import { findByAsk } from './search.store.ts';
import { askForLeads, type Led, leadsOf, longestName } from './search-lead.ts';

/** So many accounts are offered when a line's beginning names several. */
const offered = 20;

/** Whom the beginning of a line names, in one round trip: for `log acme met Li Wei`, Acme and "met Li Wei". */
export async function findLead(
  db: Db,
  { workspaceId, memberId, text }: { workspaceId: string; memberId: string; text: string },
): Promise<Led> {
  const leads = leadsOf(text);
  const candidates = await findByAsk(db, { workspaceId, memberId, ask: askForLeads(leads), limit: offered });
  return longestName(text, leads, candidates);
}
