import { type Ask, beginning, exactly, type Probe } from './search-ask.ts';
import type { Candidate } from './search-candidate.ts';
import { compact, fold, hasHan, isLegalWord } from './search-fold.ts';

/** A beginning of a line that could be an account. */
export interface Lead {
  readonly key: string;
  /** Where it ends in the text. */
  readonly end: number;
  /** Does a space or sign of the person's end it? Within Chinese text its end is only a guess. */
  readonly bounded: boolean;
}

/** The leads of a line, longest first; of `KA-12 …` the number alone. */
export interface Leads {
  readonly number: number | null;
  readonly leads: readonly Lead[];
  /** `"name" …` and `=name …` are meant to the letter. */
  readonly exactly: boolean;
}

/** Where in the text the name stands: it ends at `end`, and behind the separators, at `from`, the rest begins. */
export interface LeadPlace {
  readonly end: number;
  readonly from: number;
  readonly rest: string;
  /** `key`: a whole name, alias, sound or number; `words`: the first words of one; `cut`: its first letters. */
  readonly as: Hit['as'];
  readonly bounded: boolean;
  /** The name as it was typed, folded. */
  readonly key: string;
}

/** Whom the beginning of a line names; `rest` is what follows it. */
export type Led =
  | ({
      readonly kind: 'one';
      readonly candidate: Candidate;
      readonly certain: boolean;
      /** Does another account's name begin with this one's? Then the next word may be that one's. */
      readonly goesOn: readonly Candidate[];
    } & LeadPlace)
  | ({
      readonly kind: 'many';
      readonly candidates: readonly Candidate[];
      /** Of each candidate: where its own name ends. */
      readonly places: readonly LeadPlace[];
    } & LeadPlace)
  | { readonly kind: 'none' };

/** Nobody's name is longer; what comes behind is the note. */
const most = { words: 8, characters: 20, units: 1000 } as const;
const token = /\p{Script=Han}|[^\s\p{Script=Han}:：;；,，。、]+[,.，]?/gu;
const quoted = /^["“”「]([^"“”「」]+)["“”」]/u;
/** Chinese goes on without a space. */
const numbered = /^ka[-\s]?(\d{1,9})(?!\p{N}|(?!\p{Script=Han})\p{L})/iu;

/** Every beginning of a line that could be an account: by words, in Chinese by characters. */
export function leadsOf(text: string): Leads {
  const number = numbered.exec(text);
  if (number)
    return { number: Number(number[1]), leads: [{ key: '', end: number[0].length, bounded: true }], exactly: true };
  const quote = quoted.exec(text);
  if (quote)
    return { number: null, leads: [{ key: fold(quote[1] ?? ''), end: quote[0].length, bounded: true }], exactly: true };
  return { number: null, leads: wordLeads(text), exactly: text.startsWith('=') };
}

function wordLeads(text: string): readonly Lead[] {
  const leads = new Map<string, Lead>();
  const seen = { words: 0, characters: 0 };
  for (const { 0: word, index } of text.slice(0, most.units).matchAll(token)) {
    const kind = hasHan(word) ? 'characters' : 'words';
    if (++seen[kind] > most[kind]) break;
    const end = index + word.length;
    const key = fold(text.slice(0, end).replace(/^=/, ''));
    if (key !== '' && !leads.has(key)) leads.set(key, { key, end, bounded: !/^[\p{L}\p{N}]/u.test(text.slice(end)) });
  }
  return [...leads.values()].reverse();
}

/** One question for all leads. The rank of a hit tells which lead it belongs to, and whether that is its whole key. */
export function askForLeads({ number, leads, exactly: toTheLetter }: Leads): Ask {
  const probes = number === null ? leads.flatMap(({ key }, at) => leadProbes(key, at, toTheLetter)) : [];
  return { number, probes, points: [], pointRank: 0, typos: [], typoRank: 0, enough: 0, archived: -1 };
}

function leadProbes(key: string, at: number, toTheLetter: boolean): Probe[] {
  const [whole, begun] = [2 * at, 2 * at + 1];
  const named = [exactly('name', key, 'exact', whole), exactly('alias', key, 'alias', whole)];
  if (toTheLetter) return named;
  return [
    ...named,
    exactly('pinyin', compact(key), 'pinyin', whole),
    exactly('initials', key, 'initials', whole),
    beginning('name', key, 'prefix', begun),
    beginning('alias', key, 'prefix', begun),
  ];
}

/** A candidate with the lead that found it. */
interface Hit {
  readonly candidate: Candidate;
  readonly lead: Lead;
  /** `whole`: its key or whole words at the beginning of it; `cut`: its first letters. */
  readonly as: 'key' | 'words' | 'cut';
}

/**
 * The longest leading words that are a name, alias, pinyin or initials, or else the first words or letters of one name.
 * Certain is only an exact name, alias or number, and the first word of a single name where it cannot well be the note's
 * own: `umbrella met May` is Umbrella Corporation's, but `met May` is not Metro's. A short name within a longer one
 * (Acme, when the line goes on as Acme Labs does) leaves the choice open.
 */
export function longestName(text: string, { leads }: Leads, candidates: readonly Candidate[]): Led {
  const hits = candidates.flatMap((candidate) => hitOf(candidate, leads)).toSorted(longestFirst);
  const longest = hits.find(({ as }) => as !== 'cut') ?? hits[0];
  if (!longest) return { kind: 'none' };
  const place = placeOf(text, longest);
  const alike = hits.filter(({ lead, as }) => lead === longest.lead && as === longest.as);
  const shorter = longest.as === 'words' ? hits.filter(({ as, lead }) => as === 'key' && lead !== longest.lead) : [];
  const open = [longest, ...alike.filter((hit) => hit !== longest), ...shorter];
  if (open.length > 1) {
    const places = open.map((hit) => placeOf(text, hit));
    return { kind: 'many', candidates: open.map((hit) => hit.candidate), places, ...place };
  }
  const goesOn = hits.filter(({ as, lead }) => as === 'words' && lead === longest.lead && longest.as === 'key');
  return {
    kind: 'one',
    candidate: longest.candidate,
    certain: isCertain(longest),
    goesOn: goesOn.map((hit) => hit.candidate),
    ...place,
  };
}

/** At one length a whole name stands before the first words of a longer one. */
const longestFirst = (one: Hit, other: Hit): number =>
  other.lead.end - one.lead.end || Number(other.as === 'key') - Number(one.as === 'key');

function placeOf(text: string, { lead, as }: Hit): LeadPlace {
  const rest = text.slice(lead.end).replace(/^(?:[\s：,，;；、。]|:(?![a-z0-9_+-]{2,30}:)|[-–—](?=\s))+/u, '');
  const { end, bounded, key } = lead;
  return { end, from: text.length - rest.length, rest, as, bounded, key };
}

function hitOf(candidate: Candidate, leads: readonly Lead[]): Hit[] {
  const at = candidate.rank >> 1;
  const lead = leads[at];
  if (!lead) return [];
  if (candidate.rank % 2 === 0) return [{ candidate, lead, as: 'key' }];
  if (endsAtWord(candidate.key, lead.key)) return [{ candidate, lead, as: 'words' }];
  // `acme met` begins Acme Metals, but its name ends before the verb; `acme corp` is all of Acme Corporation's.
  const words = isLegalWord(lead.key.split(' ').at(-1) ?? '')
    ? lead
    : leads.slice(at).find((shorter) => endsAtWord(candidate.key, shorter.key));
  return [words ? { candidate, lead: words, as: 'words' } : { candidate, lead, as: 'cut' }];
}

function endsAtWord(name: string, begun: string): boolean {
  const next = name.slice(begun.length);
  return next.startsWith(' ') || /^\p{Script=Han}/u.test(next) || hasHan(begun.slice(-1));
}

/** Fewer letters are as likely a word of the note. */
const lettersOfAName = 4;

function isCertain({ candidate, lead, as }: Hit): boolean {
  if (candidate.match === 'number') return true;
  if (as === 'key') return candidate.match === 'exact' || candidate.match === 'alias';
  return as === 'words' && lead.bounded && (hasHan(lead.key) || lead.key.length >= lettersOfAName);
}
