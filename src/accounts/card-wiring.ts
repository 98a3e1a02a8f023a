import type { KnownBlock } from '@slack/types';
import type { Work } from '../db/work.ts';
import type { CardFacts, Reader } from './card.ts';

/**
 * One part of the card. Slices hand theirs in; each loads inside the card's transaction and renders after it. `lead`
 * parts are the lines that a phone shows first.
 */
export interface CardSection {
  readonly place: 'lead' | 'body';
  readonly load: (work: Work, facts: CardFacts) => Promise<(reader: Reader) => readonly KnownBlock[]>;
}

/** A card: what the file itself says, between the parts that slices hand in. */
export interface CardParts {
  readonly lead: readonly KnownBlock[];
  readonly body: readonly KnownBlock[];
}
