import { type Read, refused, took } from './read.ts';

/** The greatest lengths of a one-line name and of a note, in UTF-16 units as Slack and JavaScript count them. */
export const nameLength = 200;
export const noteLength = 3000;

/** As much of a text as `max` UTF-16 units hold, ending in … where it was cut; no character is halved. */
export const shortened = (text: string, max: number): string =>
  text.length <= max ? text : `${text.slice(0, max - 1).replace(/\p{Cs}$/u, '')}…`;

/** NUL (which Postgres cannot store), half a surrogate pair, and the mark a failed decoding leaves behind. */
const broken = /[\0\uFFFD\p{Cs}]/u;
/** Controls, bidi controls, and whatever shows nothing: zero-width, soft hyphen, fillers, variation selectors. */
const invisible = /[\p{Cc}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB]/gu;
/** Controls but tab and line feed. */
const controls = /[^\P{Cc}\t\n]/gu;
/** Bidi embeddings, overrides and isolates: one left open turns round the rest of the message it is shown in. */
const bidiSpans = /[\u202A-\u202E\u2066-\u2069]/g;

/** One line of text folded to the form that readers compare: NFKC, nothing invisible, single spaces. */
export function fold(text: string): string {
  // A byte order mark is invisible and yet space to `\s`: inside a word it must not become one.
  const seen = text.replaceAll('\uFEFF', '').replace(/\s+/g, ' ').replace(invisible, '');
  return seen.normalize('NFKC').replace(/\s+/g, ' ').trim();
}

/**
 * A name or another one-line text: NFKC, without zero-width, bidi and control characters, inner whitespace collapsed;
 * `null` when nothing is left. `max` is at most `nameLength` unless the field says otherwise.
 */
export function cleanName(text: string, max: number = nameLength): Read<string | null> {
  // Ten times: room for invisible characters and spaces, and a bound on the work.
  if (text.length > max * 10) return refused('too-long', text, { detail: { max } });
  if (broken.test(text)) return refused('broken-characters', text);
  const name = fold(text);
  if (name.length > max) return refused('too-long', name, { detail: { max } });
  return took(name || null);
}

/**
 * Lines of text: NFC (a note keeps its ½ and its full-width forms), line ends as `\n`, emoji sequences whole, without
 * control characters and bidi spans; `null` when there is nothing but space.
 */
export function cleanNote(text: string, max: number = noteLength): Read<string | null> {
  if (text.length > max * 10) return refused('too-long', text, { detail: { max } });
  if (broken.test(text)) return refused('broken-characters', text);
  const note = text.replace(/\r\n?/g, '\n').replace(controls, '').replace(bidiSpans, '').normalize('NFC').trim();
  if (note.length > max) return refused('too-long', note, { detail: { max } });
  return took(note || null);
}
