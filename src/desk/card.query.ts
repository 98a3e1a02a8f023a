import type { KnownBlock } from '@slack/types';
import { readCard } from '../accounts/card.query.ts';
import type { CardFacts, CardSection, Reader } from '../accounts/card.ts';
import type { CardParts } from '../accounts/card.view.ts';
import type { Work } from '../db/work.ts';

/** A card, ready to be shown to the person for whom it was read. */
export interface ReadCard {
  readonly facts: CardFacts;
  readonly parts: CardParts;
  readonly reader: Reader;
}

/** Reads an account's card with every slice's part of it, for the acting person; null when there is no such account. */
export async function readWholeCard(
  work: Work,
  accountId: string,
  sections: readonly CardSection[],
): Promise<ReadCard | null> {
  const facts = await readCard(work, accountId);
  if (!facts) return null;
  const reader = readerOf(work);
  const lead: KnownBlock[] = [];
  const body: KnownBlock[] = [];
  for (const section of sections) {
    const render = await section.load(work, facts);
    (section.place === 'lead' ? lead : body).push(...render(reader));
  }
  return { facts, parts: { lead, body }, reader };
}

/** The acting person as a reader. */
export const readerOf = ({ actor, now }: Work): Reader => ({ language: actor.language, zone: actor.zone, now });
