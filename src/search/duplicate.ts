import type { Candidate, Match } from './search-candidate.ts';
import { compact, core, distinctive, fold, hasHan } from './search-fold.ts';
import { readingsOf } from './search-pinyin.ts';

/** Why two files could be one account; the strongest reason first. */
export const duplicateReasons = ['same-name', 'same-phone', 'same-website', 'similar-name'] as const;
export type DuplicateReason = (typeof duplicateReasons)[number];

/** An account that could be the one about to be written, with what a person tells it by. */
export interface Duplicate {
  readonly accountId: string;
  readonly number: number;
  readonly name: string;
  readonly city: string | null;
  readonly ownerName: string | null;
  readonly reason: DuplicateReason;
  /** How alike the names are: 0 to 1. */
  readonly similarity: number;
}

/** At most so many are shown: the first ones are read, a longer list is clicked away. */
const mostShown = 5;
/**
 * From here on names are called similar. One slip in five letters is 0.8 (Isdom, Isdon), two in nine less. Chinese
 * names differ by one character in four as a rule (华泰科技, 华夏科技), so an edit makes them similar only in six.
 */
const similarFrom = { letters: 0.8, chinese: 0.83 } as const;

/** The likeliest duplicates among what was found, strongest reason first. `name` null: only a phone was compared. */
export function duplicatesAmong(name: string | null, candidates: readonly Candidate[]): readonly Duplicate[] {
  const found = candidates.flatMap((candidate) => duplicateOf(name, candidate)).toSorted(byReason);
  return found
    .filter((one, at) => found.findIndex((other) => other.accountId === one.accountId) === at)
    .slice(0, mostShown);
}

const byReason = (one: Duplicate, other: Duplicate): number =>
  duplicateReasons.indexOf(one.reason) - duplicateReasons.indexOf(other.reason) || other.similarity - one.similarity;

function duplicateOf(name: string | null, candidate: Candidate): Duplicate[] {
  const { id: accountId, number, name: itsName, city, ownerName } = candidate;
  const similarity = name === null ? 0 : Math.max(nameSimilarity(name, itsName), keySimilarity(name, candidate));
  const reason = reasonFor(name ?? '', candidate, similarity);
  return reason ? [{ accountId, number, name: itsName, city, ownerName, reason, similarity }] : [];
}

/** Likeness to the key that was hit, for it may be an alias's or a former name's. */
function keySimilarity(name: string, { match, key }: Candidate): number {
  if (match === 'exact' || match === 'alias') return nameSimilarity(name, key);
  // Other keys lack something of the name they were made from.
  return partial.includes(match) ? 0 : Math.min(nameSimilarity(name, key), sameCore);
}
const partial: readonly Match[] = ['word', 'domain', 'point'];

function reasonFor(name: string, { match }: Candidate, similarity: number): DuplicateReason | null {
  if (similarity === 1) return 'same-name';
  if (match === 'point') return 'same-phone';
  if (match === 'domain') return 'same-website';
  return similarity >= (hasHan(name) ? similarFrom.chinese : similarFrom.letters) ? 'similar-name' : null;
}

const sameCore = 0.95;

/**
 * How alike two names are, 0 to 1; 1 is the same but for case, spaces, punctuation and invisible characters. Below that
 * the legal form does not count (Acme Inc, Acme Ltd: 0.95), nor does the script (华泰, Huatai: 0.9), nor the order of words,
 * nor words that many have (Acme, Acme Group: 0.85), nor what one adds around the other while that is half of it; then
 * each slip of a letter counts.
 */
export function nameSimilarity(one: string, other: string): number {
  const [a, b] = [fold(one), fold(other)];
  if (compact(a) === compact(b)) return 1;
  const [x, y] = [core(a), core(b)];
  if (compact(x) === compact(y)) return sameCore;
  if (soundAlike(x, y) || sameWords(x, y)) return 0.9;
  const around = distinctive(a) === distinctive(b) || contained(x, y);
  return Math.max(around ? 0.85 : 0, editSimilarity(compact(x), compact(y)));
}

const soundsOf = (folded: string): readonly string[] => [
  compact(folded),
  ...readingsOf(folded).map(({ full }) => full),
];

function soundAlike(one: string, other: string): boolean {
  if (!hasHan(one) && !hasHan(other)) return false;
  const sounds = new Set(soundsOf(one));
  return soundsOf(other).some((sound) => sounds.has(sound));
}

const sameWords = (one: string, other: string): boolean =>
  one.split(' ').toSorted().join(' ') === other.split(' ').toSorted().join(' ');

function contained(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (short.length * 2 < long.length || short.length < 3) return false;
  return hasHan(short) ? long.includes(short) : ` ${long} `.includes(` ${short} `);
}

/** Names are compared by their first characters: a slip shows there, and the work stays bounded. */
const compared = 60;

/** 1 less the slips (a letter too many, missing, wrong, or two swapped) per character of the longer one. */
function editSimilarity(one: string, other: string): number {
  const [a, b] = [[...one].slice(0, compared), [...other].slice(0, compared)];
  return 1 - editDistance(a, b) / Math.max(a.length, b.length);
}

/** Optimal string alignment (Damerau 1964, each part edited once), with the last two rows of its table kept. */
function editDistance(a: readonly string[], b: readonly string[]): number {
  let before: number[] = [];
  let above = [0, ...b.map((_, at) => at + 1)];
  for (const [i, char] of a.entries()) {
    const row = [i + 1];
    for (const [j, its] of b.entries()) {
      const [left = 0, over = 0, corner = 0] = [row[j], above[j + 1], above[j]];
      const swapped = its === a[i - 1] && char === b[j - 1] ? (before[j - 1] ?? 0) + 1 : Infinity;
      row.push(Math.min(left + 1, over + 1, corner + (char === its ? 0 : 1), swapped));
    }
    [before, above] = [above, row];
  }
  return above[b.length] ?? 0;
}
