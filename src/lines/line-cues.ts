import { type InteractionKind, type Outcome, usualOutcome } from '../interactions/interaction.ts';
import type { Cue } from './line-cue.ts';
import { englishCues, englishIntent, englishNegation } from './line-cues-en.ts';
import { chineseCues, chineseIntent, chineseNegation } from './line-cues-zh.ts';
import { outcomeIn } from './line-outcome.ts';

/** How people met, by the words of a note. */
export interface Cues {
  /** `null`: the note does not say. */
  readonly kind: InteractionKind | null;
  /** `null`: the note does not say, and the kind is not known or counts as reached. */
  readonly outcome: Outcome | null;
  /** The words that said the kind; empty when none did. */
  readonly cue: string;
}

/** A note says in its first sentences how people met. */
const readLength = 1000;
/** How far before a cue a plan or a negation is looked for. */
const beforeLength = 40;

interface Found extends Cue {
  readonly at: number;
  readonly text: string;
}

/**
 * Kind and outcome of what a note tells: the first deed counts (called to arrange a meeting: a call), what was planned or
 * did not happen does not. A meeting at a fair is an event, one at their office a visit.
 */
export function readCues(note: string): Cues {
  const text = note.slice(0, readLength);
  const found = [...englishCues, ...chineseCues].flatMap((cue) =>
    [...text.matchAll(cue.words)].map((match): Found => ({ ...cue, at: match.index, text: match[0] })),
  );
  const deeds = found
    .filter((each) => each.isMeans || !isPlan(text, each))
    .sort((one, other) => one.at - other.at || other.text.length - one.text.length);
  const first = deeds[0];
  const kind = first ? (placeOf(text, first, deeds) ?? first.kind) : null;
  const outcome = outcomeIn(text, kind);
  return {
    kind: kind ?? outcome?.implies ?? null,
    outcome: outcome ? outcome.outcome : kind === null || usualOutcome(kind) === 'reached' ? null : usualOutcome(kind),
    cue: first?.text ?? (outcome?.implies ? outcome.words : ''),
  };
}

const noun = /^(?:meeting|mtg|workshop|demo)/i;

/** Whether the words before a cue, in its clause, make it something that is to come or did not happen. */
function isPlan(text: string, { at, text: words, kind }: Found): boolean {
  const clause =
    text
      .slice(Math.max(0, at - beforeLength), at)
      .split(/[,;.!?:，；。！？：\n]/)
      .at(-1) ?? '';
  // One goes to a dinner, but to call is yet to come.
  const before = kind === 'event' || noun.test(words) ? clause.replace(/(?<![\p{L}])to (?:\S+ )?$/iu, '') : clause;
  const after = text.slice(at + words.length, at + words.length + beforeLength);
  return (
    englishIntent.test(before) ||
    englishNegation.before.test(before) ||
    englishNegation.after.test(after) ||
    chineseIntent(before, words, after) ||
    chineseNegation.before.test(before) ||
    chineseNegation.after.test(after)
  );
}

const clauseEnd = /[;,.!?；，。！？\n]/;
const sentenceEnd = /[;.!?；。！？\n]/;
const placeBefore = /(?<![\p{L}])(?:at|during|over|for|on|in)(?: (?!the end)\S+){0,2} $/iu;

/** Where people met says more than that they met: at a fair, at their office, by phone. */
function placeOf(text: string, first: Found, deeds: readonly Found[]): InteractionKind | null {
  if (first.kind !== 'meeting') return null;
  const rest = text.slice(first.at);
  const ends = [clauseEnd, sentenceEnd]
    .map((end) => rest.search(end))
    .map((end) => (end < 0 ? text.length : first.at + end));
  const [clause = 0, sentence = 0] = ends;
  const place = deeds.find(({ kind, at, isMeans }) => {
    const isPlace = kind === 'event' || kind === 'visit' || isMeans === true;
    return (
      isPlace &&
      at > first.at &&
      (at < clause || (at < sentence && placeBefore.test(text.slice(Math.max(0, at - 30), at))))
    );
  });
  return place?.kind ?? null;
}
