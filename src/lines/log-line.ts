import type { NamedAccount } from '../search/named-account.ts';
import type { Matched } from '../search/search.ts';
import { fold, hasHan } from '../search/search-fold.ts';
import type { LeadPlace, Led } from '../search/search-lead.ts';
import type { LineHead } from './line-head.ts';
import type { LineVerb } from './log-verb.ts';
import { beginsWithDeed, couldBeNote, isDeed, openingOf } from './note-start.ts';

/** An account that a line may be meant for; what is noted there begins at `from` in the line. */
export interface Named {
  readonly candidate: NamedAccount;
  readonly from: number;
}

/** Everything that decides for which account a line is. Places count from the beginning of the line. */
export interface LineFacts {
  readonly line: string;
  readonly verb: LineVerb;
  /** The whole line as a name, verb included. */
  readonly whole: Led;
  /** What stands behind the verb, as a name and what follows it. */
  readonly led: Led;
  /** What stands before the first colon behind the verb, and whom that means. */
  readonly head: (LineHead & { readonly match: Matched }) | null;
  /** Accounts whose channel the line was typed in. */
  readonly linked: readonly NamedAccount[];
  /** Does the word belong to the name of one of the account's people? Of the channel's, or of the one that is named. */
  readonly isPerson: (word: string) => boolean;
}

/** Why nothing is written at once. */
export type Doubt = 'several' | 'unsure' | 'unknown' | 'no-account' | 'no-verb' | 'verb-or-name';

/** For which account a line is. */
export type Target =
  | { readonly kind: 'write'; readonly named: Named }
  /** The line is an account's name as a whole: nothing to be noted. `exact`: no more and no less. */
  | { readonly kind: 'name'; readonly exact: boolean }
  | { readonly kind: 'ask'; readonly doubt: Doubt; readonly named: readonly Named[] };

/**
 * Decides for which account a line is. At once only for one exact name, alias, number or unique beginning, and only where
 * the words behind it cannot well be part of another name; in the channel of an account for that one, where the line begins
 * as a note does. Everything else is asked.
 */
export function decideLine(facts: LineFacts): Target {
  const { verb, whole, line, head } = facts;
  const ask = (doubt: Doubt, ...named: readonly (readonly Named[])[]): Target => ({
    kind: 'ask',
    doubt,
    named: eachOnce(named.flat()),
  });
  // Of a line without a verb everything is kept: its first word need not be a slip of one.
  const linkedFrom = verb.kind === 'none' ? 0 : verb.from;
  const linked = facts.linked.map((candidate): Named => ({ candidate, from: linkedFrom }));
  const behind = namedIn(facts.led, verb.from);
  const before = headNamed(facts);
  if (verb.kind === 'none') return ask('no-verb', before, behind, linked);
  if (isNameOverVerb(whole, verb, line)) {
    if (whole.kind !== 'none' && whole.rest === '') return { kind: 'name', exact: whole.as === 'key' };
    return ask('verb-or-name', namedIn(whole, 0), before, behind);
  }
  if (head) {
    const isLonger = facts.led.kind !== 'none' && facts.led.as === 'key' && facts.led.end > head.end;
    const [only] = before;
    if (only && isCertainHead(head, line.slice(verb.from)) && !isLonger) return { kind: 'write', named: only };
    return ask(head.match.kind === 'many' ? 'several' : 'unknown', before, behind, linked);
  }
  if (facts.led.kind === 'one' && isSure(facts.led, facts)) {
    return { kind: 'write', named: { candidate: facts.led.candidate, from: verb.from + facts.led.from } };
  }
  return linked.length === 0 ? withoutChannel(facts, behind, ask) : inChannel(facts, behind, linked, ask);
}

/** `call:` is not Call Center's beginning; only its whole name would be. */
function isCertainHead({ match, end }: NonNullable<LineFacts['head']>, text: string): boolean {
  if (match.kind !== 'one' || !match.certain) return false;
  const name = fold(text.slice(0, end));
  return match.candidate.match !== 'prefix' || name.includes(' ') || couldBeNote(name) === 'never';
}

type Ask = (doubt: Doubt, ...named: readonly (readonly Named[])[]) => Target;

function withoutChannel(facts: LineFacts, behind: readonly Named[], ask: Ask): Target {
  if (!isPlausible(facts)) return ask('no-account');
  return ask(facts.led.kind === 'many' ? 'several' : 'unsure', behind);
}

function inChannel(facts: LineFacts, behind: readonly Named[], linked: readonly Named[], ask: Ask): Target {
  const text = facts.line.slice(facts.verb.from);
  const opening = openingOf(text, facts.isPerson);
  if (isPlausible(facts)) return ask('several', behind, linked);
  const [only, ...more] = linked;
  if (only && more.length === 0 && opening === 'note') return { kind: 'write', named: only };
  return ask(more.length > 0 ? 'several' : 'unsure', linked);
}

/** Is there an account that is called like the beginning of the line, verb included? */
function isNameOverVerb(whole: Led, verb: LineVerb, line: string): boolean {
  if (whole.kind === 'none') return false;
  const [candidate] = whole.kind === 'one' ? [whole.candidate] : whole.candidates;
  if (candidate && ['pinyin', 'initials'].includes(candidate.match)) return false;
  // An account that is called like the verb alone is one only before a colon, or alone.
  if (whole.end <= verb.end) return whole.as === 'key' && /^\s*(?:[:：]|$)/u.test(line.slice(verb.end));
  return whole.as === 'key' || (whole.as === 'words' && whole.bounded);
}

const strongSeparator = /[,，;；、–—-]/u;
type LedOne = Extract<Led, { kind: 'one' }>;

function isSure(led: LedOne, { line, verb, isPerson, linked }: LineFacts): boolean {
  const { candidate, key, as, rest, bounded } = led;
  if (candidate.match === 'number') return true;
  if (['pinyin', 'initials'].includes(candidate.match) || as === 'cut') return false;
  const text = line.slice(verb.from);
  const isLiteral = /^[=“”"「]/u.test(text);
  if (isLiteral) return as === 'key';
  const opening = openingOf(rest, isPerson);
  if (opening === 'name') return false;
  const ambiguous = couldBeNote(key);
  // The channel's own account may be named in any certain way.
  const isElsewhere = linked.length > 0 && !linked.some(({ id }) => id === candidate.id);
  const isSeveralWords = key.includes(' ');
  if (as === 'key') {
    if (ambiguous === 'likely') return false;
    if (ambiguous === 'perhaps' && !isSeveralWords)
      return /^\p{Lu}/u.test(text) && beginsWithDeed(rest) && !isElsewhere;
    if (led.goesOn.length > 0 || !bounded) return opening === 'note' || opening === 'bare';
    return opening !== 'unsure' || hasHan(rest.slice(0, 1));
  }
  if (!isLongEnough(key)) return false;
  if (ambiguous !== 'never') return isSeveralWords && beginsWithDeed(rest) && !isElsewhere;
  const isEnded = opening === 'note' || opening === 'bare';
  if (isElsewhere) return isEnded && bounded && (hasHan(key) || isSeveralWords);
  return isEnded || (bounded && (opening === 'words' || strongSeparator.test(text.slice(led.end, led.from))));
}

/** Fewer letters, or one Chinese character, are as likely a word of the note. */
const isLongEnough = (key: string): boolean => (hasHan(key) ? [...key].length >= 2 : key.length >= 4);

/** Could the line's beginning be another account's name? */
function isPlausible({ led, line, verb, isPerson }: LineFacts): boolean {
  if (led.kind === 'none') return false;
  const opening = openingOf(line.slice(verb.from), isPerson);
  const ambiguous = couldBeNote(led.key);
  const isNamed = led.kind === 'many' || led.candidate.match === 'exact' || led.candidate.match === 'alias';
  // "may called", "first bak called": the word begins a name, and what follows is what was done, or the name misspelt.
  const isWords = led.as === 'words' && (led.bounded || hasHan(led.key));
  const goesOn = isWords && (beginsWithDeed(led.rest) || !isNoteLike(led, isPerson));
  if (ambiguous === 'likely') return !isDeed(led.key) && (goesOn || (led.as === 'key' && beginsWithDeed(led.rest)));
  if (led.as === 'key') return isNamed || ambiguous === 'never' || opening !== 'note';
  if (ambiguous === 'perhaps') return opening !== 'note' || goesOn;
  if (hasHan(led.key) && !led.bounded) return [...led.key].length > 1;
  return led.as === 'words' || opening !== 'note';
}

const isNoteLike = ({ rest }: LeadPlace, isPerson: LineFacts['isPerson']): boolean =>
  ['note', 'bare'].includes(openingOf(rest, isPerson));

const namedIn = (led: Led, offset: number): readonly Named[] => {
  if (led.kind === 'none') return [];
  if (led.kind === 'one')
    return [
      { candidate: led.candidate, from: offset + led.from },
      ...led.goesOn.map((candidate) => ({ candidate, from: offset + led.from })),
    ];
  return led.candidates.map((candidate, at) => ({ candidate, from: offset + (led.places[at]?.from ?? led.from) }));
};

function headNamed({ head, verb }: LineFacts): readonly Named[] {
  if (!head) return [];
  const { match } = head;
  const found = match.kind === 'one' ? [match.candidate] : match.kind === 'many' ? match.candidates : match.near;
  return found.map((candidate) => ({ candidate, from: verb.from + head.from }));
}

/** The first place of an account counts: what stands before a colon before what is the longest name. */
const eachOnce = (named: readonly Named[]): readonly Named[] =>
  named.filter((one, at) => named.findIndex(({ candidate }) => candidate.id === one.candidate.id) === at);
