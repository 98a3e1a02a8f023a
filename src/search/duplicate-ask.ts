import { type Ask, beginning, exactly, type Probe, typosOf } from './search-ask.ts';
import { compact, core, fold } from './search-fold.ts';
import { domainIn, partsOf } from './search-key.ts';
import { readingsOf } from './search-pinyin.ts';

/** What an account about to be written is known by. */
export interface Newcomer {
  /** Null: only the phones are compared. */
  readonly name: string | null;
  /** As stored: an address that `readUrl` gave. */
  readonly website: string | null;
  /** Digests of its phone numbers. */
  readonly phones?: readonly string[];
}

/** Ranks of the search for duplicates: what must be looked at is not crowded out by what merely could be. */
const same = 0;
const around = 1;
const alike = 2;

/** The question that finds everything which could be the same account, archived ones included. */
export function askForDuplicates({ name, website, phones = [] }: Newcomer): Ask {
  const domain = website === null ? null : domainIn(website);
  const folded = fold(name ?? '');
  return {
    number: null,
    probes: [
      ...(folded === '' ? [] : nameProbes(folded)),
      ...(domain === null ? [] : [exactly('domain', domain, 'domain', same)]),
    ],
    points: phones,
    pointRank: same,
    typos: typosOf(folded),
    typoRank: alike,
    // Slips are looked for however many namesakes there are.
    enough: -1,
    archived: same,
  };
}

function nameProbes(folded: string): Probe[] {
  const short = core(folded);
  const sounds = [compact(short), ...readingsOf(short).map(({ full }) => full)];
  return [
    exactly('name', folded, 'exact', same),
    exactly('alias', folded, 'alias', same),
    exactly('core', short, 'core', same),
    exactly('core', compact(short), 'core', same),
    exactly('part', compact(short), 'word', same),
    ...sounds.map((sound) => exactly('pinyin', sound, 'pinyin', same)),
    ...[beginning('core', short, 'prefix', around), beginning('part', short, 'word', around)],
    ...partsOf(short).map((part) => exactly('core', part, 'word', around)),
    ...beginningsOf(short).map((start) => exactly('core', start, 'word', around)),
  ];
}

/** The shorter names that a longer one begins with, while they are at least half of it. */
function beginningsOf(short: string): readonly string[] {
  const ends = [...short.matchAll(/ |(?<=\p{Script=Han})(?=.)/gu)].map(({ index }) => index);
  return ends.filter((end) => end > 1 && end * 2 >= short.length).map((end) => short.slice(0, end));
}
