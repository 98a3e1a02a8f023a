import { type InteractionKind, type Outcome, usualOutcome } from '../interactions/interaction.ts';
import { noteLength, shortened } from '../lib/text.ts';
import { readCues } from './line-cues.ts';

const token = /<([@#!]?)([^<>|]*)(?:\|([^<>]*))?>/g;

/** The people whom a message mentions, as Slack's ids. */
export const mentionedIn = (markup: string): readonly string[] =>
  [...markup.matchAll(token)].flatMap(([, sign, id]) => (sign === '@' && id ? [id] : []));

/** A message's markup as the words that people read: names for mentions, addresses for links, no entities. */
export function plainWords(markup: string, nameOf: (slackUserId: string) => string | null): string {
  const words = markup.replace(token, (_whole, sign: string, target: string, label?: string) => {
    if (sign === '@') return `@${nameOf(target) ?? label ?? target}`;
    if (sign === '#') return `#${label || target}`;
    if (sign === '!') return label || `@${target.split('^')[0]}`;
    const address = target.replace(/^(?:mailto|tel):/, '');
    return label && !address.includes(label) ? `${label} (${address})` : address;
  });
  return words.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&').trim();
}

/** As much of a message as a note holds, never ending within a character. */
export function asSummary(words: string): { summary: string; wasCut: boolean } {
  return { summary: shortened(words, noteLength), wasCut: words.length > noteLength };
}

/** Where in a message a customer's name may stand: at the beginning of its first lines and sentences. */
const placesRead = 6;
export const beginningsOf = (words: string): readonly string[] =>
  words
    .slice(0, 1000)
    .split(/\n+|(?<=[.!?;])\s+|(?<=[。！？；])/u)
    .map((part) => part.replace(/^[\s>*•\-–—]+/u, ''))
    .filter((part) => part !== '')
    .slice(0, placesRead);

/**
 * How people met, as the words of a message say it. A message that does not say is a written one: one way until somebody
 * says that they answered, so that saving it never makes an account look better cared for than it is. The outcome is null
 * where it is the usual one: it then follows the kind that the person chooses.
 */
export function kindOfMessage(words: string): { kind: InteractionKind; outcome: Outcome | null } {
  const cues = readCues(words);
  const kind = cues.kind ?? 'email';
  return { kind, outcome: cues.outcome === usualOutcome(kind) ? null : cues.outcome };
}
