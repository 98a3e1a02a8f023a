import type { Kept } from '../access/policy.ts';

/** By what an account was found. */
export const matches = [
  'number',
  'exact',
  'alias',
  'prefix',
  'core',
  'pinyin',
  'initials',
  'word',
  'tag',
  'domain',
  'contact',
  'point',
  'typo',
] as const;
export type Match = (typeof matches)[number];

/**
 * How well that says who is meant; the best is 0. Within one rank a member's own accounts come first, then those they
 * opened last. `beginning` is the start of what would be a `reading` or a `fact` in full.
 */
export const ranks = {
  number: 0,
  exact: 1,
  alias: 2,
  prefix: 3,
  core: 4,
  reading: 5,
  word: 6,
  fact: 7,
  beginning: 8,
  typo: 9,
} as const;

/** An account that a query could mean, with what a person tells it from others by. */
export interface Candidate extends Kept {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly city: string | null;
  readonly tierKey: string | null;
  readonly ownerSlackUserId: string | null;
  readonly ownerName: string | null;
  readonly archived: boolean;
  readonly match: Match;
  /** See `ranks`; for the leads of a line, the place of the lead (search-lead.ts). */
  readonly rank: number;
  /** The key that was hit; a contact's name when `match` is `contact` or `point`. */
  readonly key: string;
  /** How much of the key was typed, or how alike the two are: 0 to 1. */
  readonly score: number;
  readonly own: boolean;
  readonly visitedAt: Date | null;
}

/** Was it found through a contact? Then only those may learn of it who may read that account's contacts. */
export const isThroughContact = ({ match }: Pick<Candidate, 'match'>): boolean =>
  match === 'contact' || match === 'point';
