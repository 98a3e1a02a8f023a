import type { KnownBlock } from '@slack/types';
import type { Work } from '../db/work.ts';
import type { Rich } from '../slack/text.ts';

/** Which morning: its day, and the day of the one before; both ISO. What came about in between is told. */
export interface MorningOf {
  readonly day: string;
  readonly since: string;
}

/** What a part of the morning message has to say. */
export interface MorningPart {
  readonly heading: Rich | string;
  /** The weightiest first; each is what one thing takes: its words and its buttons. At most seven are shown. */
  readonly lines: readonly (readonly KnownBlock[])[];
  /** How many there are, also beyond the lines. */
  readonly count: number;
}

/** A part of the morning message; later slices join here. What it gives is what the reader may see at that moment. */
export interface MorningSection {
  readonly load: (work: Work, of: MorningOf) => Promise<MorningPart | null>;
}
