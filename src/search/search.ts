import { readQuery } from './search-ask.ts';
import { type Candidate, ranks } from './search-candidate.ts';
import { fold, hasHan } from './search-fold.ts';

/** Whom a query turned out to mean. */
export type Matched =
  | {
      readonly kind: 'one';
      readonly candidate: Candidate;
      /** May something be written to it at once? Otherwise only when the person has confirmed the account. */
      readonly certain: boolean;
    }
  /** Best first, those between whom it stands open before the others. */
  | { readonly kind: 'many'; readonly candidates: readonly Candidate[] }
  /** Nobody is called so; `near` may have been meant. */
  | { readonly kind: 'none'; readonly near: readonly Candidate[] };

const named: readonly number[] = [ranks.number, ranks.exact, ranks.alias];
/** Below names, best first: ranks that are decided together, since two accounts of one group leave the choice open. */
const looser: readonly (readonly number[])[] = [
  [ranks.prefix, ranks.core],
  [ranks.reading],
  [ranks.word],
  [ranks.fact],
  [ranks.beginning],
];

/**
 * Decides whom a query means among the accounts it found, each once, best first, and visible to the person
 * (`findAccounts`). Certain is only one exact name, alias or number, or the beginning of a single account's name or
 * alias; what was found by its sound, a later word, a contact or a tag is never written to unasked.
 */
export function matchAccounts(typed: string, candidates: readonly Candidate[]): Matched {
  const query = readQuery(typed);
  const exact = candidates.filter(({ rank }) => named.includes(rank));
  const numbered = query.numbered ? exact.filter(({ match }) => match === 'number') : [];
  if (numbered.length > 0) return between(numbered, candidates, true);
  const live = exact.filter(({ archived }) => !archived);
  if (live.length > 0) return between(live, query.exactly ? live : candidates, live[0]?.match !== 'number');
  if (query.exactly) return between(exact, candidates, false);
  const likeliest = looser.map((group) => candidates.filter(({ rank }) => group.includes(rank))).find(isSome);
  if (likeliest) return between(likeliest, candidates, isBeginning(query.text, likeliest));
  return between(exact, candidates, false);
}

const isSome = (group: readonly Candidate[]): boolean => group.length > 0;

/** One letter begins a name too easily to be meant; one Chinese character is a word. */
const isBeginning = (text: string, [first]: readonly Candidate[]): boolean =>
  first?.match === 'prefix' && (hasHan(text) || fold(text).length > 1);

/** The decision when it stands between `likeliest`; a single one that is archived is never certain. */
function between(likeliest: readonly Candidate[], all: readonly Candidate[], certain: boolean): Matched {
  const [candidate, ...more] = likeliest;
  if (!candidate) return { kind: 'none', near: all };
  if (more.length === 0) return { kind: 'one', candidate, certain: certain && !candidate.archived };
  const others = all.filter((one) => one.match !== 'typo' && !likeliest.includes(one));
  return { kind: 'many', candidates: [...likeliest, ...others] };
}
