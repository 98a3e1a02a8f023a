import type { NameForms } from './line-contact.ts';
import type { Mention, Word } from './line-mention.ts';
import { beforeMonth, beforeName, monthWords, ordinaryWords } from './line-names.ts';
import { isCapital, isName } from './line-people-en.ts';

/** A given name or a surname alone, as English speakers say it. */
export function singleLatin(note: string, words: readonly Word[], forms: readonly NameForms[]): readonly Mention[] {
  const given = indexOf(forms, (form) => form.words.slice(0, 1));
  const family = indexOf(forms, ({ words: all, surnameSaid }) => [
    ...surnameSaid,
    ...all
      .slice(1)
      .slice(-1)
      .filter((word) => word.length > 2),
  ]);
  return words.flatMap((word, at): Mention[] => {
    const families = isCapital(word.raw) ? (family.get(word.folded) ?? []) : [];
    const fitting = [...new Set([...(given.get(word.folded) ?? []), ...families])];
    if (fitting.length === 0 || !standsAsName(note, word)) return [];
    const neighbour = neighbourOf(note, words, at, fitting);
    if (neighbour) return [{ start: neighbour.start, end: neighbour.end, ids: [] }];
    return [{ start: word.start, end: word.end, ids: fitting.map(({ contact }) => contact.id) }];
  });
}

function indexOf(forms: readonly NameForms[], keysOf: (form: NameForms) => readonly string[]) {
  const index = new Map<string, NameForms[]>();
  for (const form of forms)
    for (const key of keysOf(form)) {
      const known = index.get(key);
      if (known) known.push(form);
      else index.set(key, [form]);
    }
  return index;
}

const deedBefore = /(?:met|with|called|saw|phoned|rang|visited|mailed)\s+$/i;
/** What somebody does whose name opens a sentence. */
const acts =
  /^ (?:did|didn|does|doesn|is|isn|was|wasn|has|hasn|had|hadn|said|says|told|called|wants|wanted|agreed|agrees|asked|asks|confirmed|replied|answered|phoned|came|visited|sent|hung|promised|left|and \p{Lu})(?!\p{L})/u;
const pronouns = /^(?:he|she|you|an|a|me|so|be|do|go|no|in|on|it|is|as|at|by|or|to|up|us|we|can|long)$/;

/** Whether a word is somebody here, where it could be another word. */
function standsAsName(note: string, { raw, folded, start, end }: Word): boolean {
  if (folded.length < 2 || pronouns.test(folded)) return false;
  const before = note.slice(Math.max(0, start - 30), start);
  const after = note.slice(end, end + 12);
  if (
    monthWords.has(folded) &&
    (beforeMonth.test(before) || /^\s+\d/.test(after) || /\d(?:st|nd|rd|th)?(?: of)?\s+$/.test(before))
  )
    return false;
  if (!ordinaryWords.has(folded)) return isCapital(raw) || folded.length > 2;
  if (beforeName.test(before))
    return (
      isCapital(raw) ||
      deedBefore.test(before) ||
      (/(?:and|&|,)\s*$/i.test(before) && /^\s*(?:$|[,.;:!?]|\p{L}\.)/u.test(after))
    );
  return (
    isCapital(raw) &&
    (!/(?:^|[.!?;:\n。])\s*$/.test(before) || (!monthWords.has(folded) && /^['’]s /.test(after)) || acts.test(after))
  );
}

/** Dana Smith is not Dana Whitfield: somebody of another surname, or another given name, whose words these are. */
function neighbourOf(note: string, words: readonly Word[], at: number, fitting: readonly NameForms[]) {
  const [previous, word, next] = [words[at - 1], words[at], words[at + 1]];
  if (!word) return null;
  const isGiven = fitting.some((form) => form.words[0] === word.folded && form.words.length > 1);
  const isFamily = fitting.some((form) => form.words.length > 1 && form.words.at(-1) === word.folded);
  if (isGiven && next && note.slice(word.end, next.start) === ' ' && isName(next.raw))
    return { start: word.start, end: next.end };
  const between = previous ? note.slice(previous.end, word.start) : '';
  const starts = previous ? note.slice(0, previous.start) : '';
  if (
    isFamily &&
    !isGiven &&
    previous &&
    between === ' ' &&
    isName(previous.raw) &&
    !beforeName.test(`${previous.raw} `) &&
    !/^\s*$/.test(starts)
  )
    return { start: previous.start, end: word.end };
  return null;
}
