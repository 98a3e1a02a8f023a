import type { NameForms } from './line-contact.ts';
import type { Mention, Word } from './line-mention.ts';
import { ordinaryWords } from './line-names.ts';

const latinWord = /[\p{Script=Latin}\p{N}](?:[\p{Script=Latin}\p{M}\p{N}]|['’](?=\p{Script=Latin}))*/gu;

/** The Latin words of a note; of `Dana's` the name. */
export function wordsIn(note: string, fold: (text: string) => string): readonly Word[] {
  return [...note.matchAll(latinWord)].map(({ 0: whole, index }) => {
    const raw = whole.replace(/['’]s$/i, '');
    return { start: index, end: index + raw.length, raw, folded: fold(raw).replaceAll(' ', '') };
  });
}

/** The most words that a name is written in. */
const mostWords = 5;

/** Whole names in Latin letters: in either order, together or apart. */
export function fullLatin(note: string, words: readonly Word[], forms: readonly NameForms[]): readonly Mention[] {
  const keys = new Map<string, string[]>();
  for (const { contact, joined } of forms)
    for (const key of joined) if (key.length > 2) keys.set(key, [...(keys.get(key) ?? []), contact.id]);
  const mentions: Mention[] = [];
  for (let from = 0; from < words.length; from += 1) {
    let key = '';
    for (let to = from; to < Math.min(words.length, from + mostWords); to += 1) {
      const [first, previous, word] = [words[from], words[to - 1], words[to]];
      if (!first || !word || (to > from && previous && !/^[\s.,’'-]{1,2}$/.test(note.slice(previous.end, word.start))))
        break;
      key += word.folded;
      const ids = keys.get(key);
      if (ids) mentions.push({ start: first.start, end: word.end, ids: [...new Set(ids)] });
    }
  }
  return mentions;
}

const honorific =
  /(?<![\p{L}\p{N}])(mr|mrs|ms|miss|mister|madam|mme|dr|doctor|prof|professor|sir|herr|frau|director|manager|engineer|president|chairman|chairwoman|boss|ceo|cfo|cto|gm|vp)\.?\s{1,2}$/iu;
const always = /^(?:mr|mrs|ms|miss|mister|dr|prof|herr|frau)$/i;

/** Mr Li, Ms. Whitfield, Dr van Dyke: by the surname. */
export function titledLatin(note: string, words: readonly Word[], forms: readonly NameForms[]): readonly Mention[] {
  return words.flatMap((word, at): Mention[] => {
    const title = honorific.exec(note.slice(Math.max(0, word.start - 14), word.start));
    const isName = title !== null && (isCapital(word.raw) || always.test(title[1] ?? ''));
    if (!title || !isName || honorific.test(`${word.raw} `) || /^\d/.test(word.raw)) return [];
    const start = word.start - title[0].length;
    for (const count of [3, 2, 1]) {
      const group = words.slice(at, at + count);
      const end = group.at(-1)?.end ?? word.end;
      if (group.length < count || /[^\p{L}\s'’.-]/u.test(note.slice(word.start, end))) continue;
      const ids = bySurname(group.map(({ folded }) => folded).join(''), forms);
      if (ids.length > 0) return [{ start, end, ids }];
    }
    const end = surnameEnd(note, words, at);
    return [{ start, end, ids: [] }];
  });
}

const particles = new Set([
  'van',
  'von',
  'de',
  'der',
  'den',
  'del',
  'di',
  'da',
  'la',
  'le',
  'al',
  'el',
  'bin',
  'ten',
  'dos',
  'st',
]);

function surnameEnd(note: string, words: readonly Word[], at: number): number {
  let last = at;
  while (particles.has(words[last]?.folded ?? '') && words[last + 1]) last += 1;
  const [word, next] = [words[last], words[last + 1]];
  const isNext = word && next && /^[\s-]$/.test(note.slice(word.end, next.start)) && isName(next.raw);
  return (isNext ? next : word)?.end ?? 0;
}

function bySurname(joined: string, forms: readonly NameForms[]): readonly string[] {
  const fits = (test: (form: NameForms) => boolean): readonly string[] =>
    forms.filter(test).map(({ contact }) => contact.id);
  const bySurnames = fits(
    ({ words, surnameSaid }) =>
      surnameSaid.includes(joined) ||
      [1, 2, 3].some((count) => words.length > count && words.slice(-count).join('') === joined),
  );
  return bySurnames.length > 0 ? bySurnames : fits(({ words }) => words[0] === joined);
}

export const isCapital = (raw: string): boolean => /^\p{Lu}/u.test(raw);
const notSurname =
  /^(?:mon|tues?|wednes|wed|thurs?|thu|fri|satur|sat|sun)(?:day)?$|^(?:january|february|march|april|june|july|august|september|october|november|december|q[1-4])$|^(?:and|from|the|agreed|said|wants|will|asked|confirmed|next|todo|ok|ceo|cfo|cto|vp|gm)$/i;
/** Whether a word looks like the name of somebody, and not like a day, a month or an ordinary word. */
export const isName = (raw: string): boolean =>
  /^\p{Lu}\p{Ll}{2,}$/u.test(raw) && !notSurname.test(raw) && !ordinaryWords.has(raw.toLowerCase());
