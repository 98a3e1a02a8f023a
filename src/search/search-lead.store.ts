import type { Db } from '../db/work.ts';
import { findByAsks } from './search.store.ts';
import { askForLeads, type Led, leadsOf, longestName } from './search-lead.ts';

/** So many accounts are offered when a line's beginning names several. */
const offered = 20;

/** Whom the beginning of a line names, in one round trip: for `log acme met Li Wei`, Acme and "met Li Wei". */
export async function findLead(db: Db, { text, ...who }: Who & { text: string }): Promise<Led> {
  const [led = { kind: 'none' } as const] = await findLeads(db, { ...who, texts: [text] });
  return led;
}

interface Who {
  readonly workspaceId: string;
  readonly memberId: string;
}

/** As `findLead`, for several lines in one round trip, in their order. */
export async function findLeads(
  db: Db,
  { texts, ...who }: Who & { texts: readonly string[] },
): Promise<readonly Led[]> {
  const lines = texts.map((text) => ({ text, leads: leadsOf(text) }));
  const asks = lines.map(({ leads }) => askForLeads(leads));
  const found = await findByAsks(db, { ...who, limit: offered }, asks);
  return lines.map(({ text, leads }, at) => longestName(text, leads, found[at] ?? []));
}
