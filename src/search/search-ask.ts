import { type Match, ranks } from './search-candidate.ts';
import { compact, core, cut, fold, hasHan, ownWords, shortestLike } from './search-fold.ts';
import { domainIn, type KeyKind } from './search-key.ts';
import { readingsOf, withoutLegal } from './search-pinyin.ts';

/** Keys of one kind between `low` and `high`, bytewise and inclusive: these count as `match`. */
export interface Probe {
  readonly kind: KeyKind;
  readonly low: string;
  readonly high: string;
  readonly rank: number;
  readonly match: Match;
}

/** What search_accounts() is asked; its fields are explained there. */
export interface Ask {
  readonly number: number | null;
  readonly probes: readonly Probe[];
  readonly points: readonly string[];
  readonly pointRank: number;
  readonly typos: readonly string[];
  readonly typoRank: number;
  readonly enough: number;
  readonly archived: number;
}

/** A query as typed: `=Acme` and `"Acme"` are meant to the letter, KA-12 is a number, 12 could be one. */
export interface Query {
  readonly text: string;
  readonly exactly: boolean;
  readonly number: number | null;
  /** A number and nothing else. */
  readonly numbered: boolean;
}

/** Reads the signs of a query (commands.md). */
export function readQuery(typed: string): Query {
  const line = typed.trim();
  const literal = line.startsWith('=') ? line.slice(1).trim() : quotedIn(line);
  const text = literal ?? line;
  const digits = literal === null ? /^(ka[-\s]?)?(\d{1,9})$/i.exec(text.normalize('NFKC')) : null;
  const number = digits?.[2] ? Number(digits[2]) : null;
  return { text, exactly: literal !== null, number, numbered: digits?.[1] !== undefined };
}

const quotedIn = (line: string): string | null => /^["“”「]([^"“”「」]+)["“”」]$/u.exec(line)?.[1]?.trim() ?? null;

/**
 * Everything that a query could mean; of a literal one the name itself. `points` are digests of the ways to reach a
 * contact that it could be.
 */
export function askFor(query: Query, points: readonly string[]): Ask {
  const typed = fold(query.text);
  return {
    number: query.number,
    probes: typed === '' ? [] : probesFor(query, typed),
    points: query.exactly ? [] : points,
    pointRank: ranks.fact,
    typos: query.exactly ? [] : typosOf(typed),
    typoRank: ranks.typo,
    // Slips are looked for where nothing was found by its whole name, sound, tag or domain, nor by the start of a word.
    enough: ranks.fact,
    archived: ranks.alias,
  };
}

function probesFor(query: Query, typed: string): Probe[] {
  const named = [exactly('name', typed, 'exact', ranks.exact), exactly('alias', typed, 'alias', ranks.alias)];
  if (query.exactly) return named;
  return [
    ...named,
    beginning('name', typed, 'prefix', ranks.prefix),
    beginning('alias', typed, 'prefix', ranks.prefix),
    exactly('core', core(typed), 'core', ranks.core),
    ...looseProbes(typed),
    ...factProbes(typed, query.text),
  ];
}

/** By sound, by a later word, and with other spaces. */
function looseProbes(typed: string): Probe[] {
  const joined = compact(typed);
  const sounds = soundsOf(typed);
  return [
    ...sounds.map((sound) => exactly('pinyin', sound, 'pinyin', ranks.reading)),
    ...unique([joined, withoutLegal(joined, 'initials')]).map((letters) =>
      exactly('initials', letters, 'initials', ranks.reading),
    ),
    beginning('core', core(typed), 'word', ranks.word),
    ...spellings(typed).map((spelling) => beginning('part', spelling, 'word', ranks.word)),
    ...(['name', 'alias'] as const).map((kind) => exactly(kind, joined, 'word', ranks.word)),
    ...sounds.slice(0, 1).map((sound) => beginning('pinyin', sound, 'pinyin', ranks.beginning)),
    beginning('initials', joined, 'initials', ranks.beginning),
    ...slipsOf(typed).map((slip) => exactly('core', slip, 'typo', ranks.typo)),
  ];
}

/** How the query is said: Chinese as it sounds - most slips of an input method sound right -, letters as pinyin. */
function soundsOf(typed: string): readonly string[] {
  if (hasHan(typed)) return readingsOf(core(typed)).map(({ full }) => full);
  const joined = compact(typed);
  return unique([joined, withoutLegal(joined, 'full')]);
}

function factProbes(typed: string, raw: string): Probe[] {
  const domain = domainIn(raw);
  return [
    exactly('tag', typed, 'tag', ranks.fact),
    beginning('tag', typed, 'tag', ranks.beginning),
    ...spellings(typed).flatMap((spelling) => [
      exactly('contact', spelling, 'contact', ranks.fact),
      beginning('contact', spelling, 'contact', ranks.beginning),
    ]),
    ...(domain === null ? [] : [exactly('domain', domain, 'domain', ranks.fact)]),
  ];
}

const spellings = (typed: string): readonly string[] => unique([typed, compact(typed)]);

const unique = (texts: readonly string[]): readonly string[] => [...new Set(texts)];

export const exactly = (kind: KeyKind, key: string, match: Match, rank: number): Probe => ({
  kind,
  low: key,
  high: key,
  match,
  rank,
});

/** U+10FFFF is above every character of UTF-8, so the range holds whatever begins with the key. */
export const beginning = (kind: KeyKind, key: string, match: Match, rank: number): Probe => ({
  kind,
  low: key,
  high: `${key}\u{10ffff}`,
  match,
  rank,
});

const longestTypo = 60;

/** What trigrams are asked for, if there are letters enough to be like another. */
export function typosOf(folded: string): readonly string[] {
  const short = cut(ownWords(folded), longestTypo);
  return short.replace(/[^\p{L}\p{N}]/gu, '').length < shortestLike ? [] : [short];
}

/**
 * Slips that trigrams forgive too little: two neighbours swapped (idsom and isdom have next to nothing in common), and one
 * within the legal form (bluth cmopany), where the words before it are the name.
 */
function slipsOf(typed: string): readonly string[] {
  const short = core(typed);
  const before = short.slice(0, Math.max(0, short.lastIndexOf(' ')));
  return [...swapped(short), ...(before === '' ? [] : [before])];
}

const swappedLength = 20;

function swapped(short: string): string[] {
  const chars = [...short];
  if (hasHan(short) || chars.length < shortestLike || chars.length > swappedLength) return [];
  return chars.slice(1).map((char, at) =>
    chars
      .with(at, char)
      .with(at + 1, chars[at] ?? '')
      .join(''),
  );
}
