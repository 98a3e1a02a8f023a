import { readCard } from '../accounts/card.query.ts';
import type { Reader } from '../accounts/card.ts';
import type { CardParts, CardSection } from '../accounts/card-wiring.ts';
import { noteVisit } from '../accounts/visit.store.ts';
import type { Work } from '../db/work.ts';
import type { ReadCard } from './look.ts';

/** Reads an account's card with every slice's part of it, for the acting person; null when there is no such account. */
export async function readWholeCard(
  work: Work,
  accountId: string,
  sections: readonly CardSection[],
): Promise<ReadCard | null> {
  const facts = await readCard(work, accountId);
  if (!facts) return null;
  await noteVisit(work, facts.account.id);
  const reader = readerOf(work);
  const parts: Record<CardSection['place'], CardParts['lead']> = { lead: [], body: [] };
  for (const { place, load } of sections) {
    const render = await load(work, facts);
    parts[place] = [...parts[place], ...render(reader)];
  }
  return { facts, parts, reader };
}

/** The acting person as a reader. */
export const readerOf = ({ actor, now }: Work): Reader => ({ language: actor.language, zone: actor.zone, now });
