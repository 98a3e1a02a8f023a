import { isCompanyWord } from '../accounts/search-fold.ts';
import {
  chineseDeeds,
  chineseFillers,
  chineseOrganisation,
  chinesePerson,
  deeds,
  fillers,
  ordinary,
} from './note-words.ts';

/**
 * How a text begins: as a `note` does, with small `words` that nobody here knows, as the rest of a company's `name` does, or
 * as somebody's name may. `bare`: there is nothing.
 */
export type Opening = 'bare' | 'note' | 'words' | 'name' | 'unsure';

const han = /^\p{Script=Han}/u;
/** The first word as it is typed, without signs around it; apostrophes are straight. */
function wordAt(text: string, place: number): string {
  const words = text
    .slice(0, 300)
    .split(/[\s,;，。；、!?！？()（）"“”]+/u)
    .filter(Boolean);
  return (words[place] ?? '').replace(/’/g, "'").replace(/[.:：]+$/u, '');
}
/** A small word in the past tense is something that was done. */
const past = /^\p{Ll}{3,}ed$/u;
const notPast = ['united', 'allied', 'limited', 'consolidated', 'federated', 'associated', 'integrated', 'advanced'];
const isDeed = (word: string): boolean => deeds.has(word.toLowerCase()) || (past.test(word) && !notPast.includes(word));
const isNoteWord = (word: string): boolean => {
  const low = word.toLowerCase();
  return deeds.has(low) || fillers.has(low) || ordinary.has(low);
};

/** How `text` begins, where `isPerson` knows the words of the account's people. */
export function openingOf(text: string, isPerson: (word: string) => boolean): Opening {
  if (text.trim() === '') return 'bare';
  if (han.test(text)) return chineseOpening(text, isPerson);
  const [first, second] = [wordAt(text, 0), wordAt(text, 1)];
  if (first === '') return 'unsure';
  if (isDeed(first) || fillers.has(first.toLowerCase()) || isPerson(first)) return 'note';
  if (isCompanyWord(first.toLowerCase())) return 'name';
  if (ordinary.has(first.toLowerCase())) return 'note';
  // Somebody acts, and it is nobody known here: the word may be part of another name, or another name.
  if (/^\p{Lu}/u.test(first) || isDeed(second)) return 'unsure';
  return /^[\p{Ll}]/u.test(first) ? 'words' : 'unsure';
}

function chineseOpening(text: string, isPerson: (word: string) => boolean): Opening {
  const run = /^[\p{Script=Han}\p{L}\p{N}]+/u.exec(text.slice(0, 60))?.[0] ?? '';
  if (chineseOrganisation.test(run) && run.length <= 16) return 'name';
  const begins = (word: string): boolean => text.startsWith(word);
  if (chineseDeeds.some(begins) || chineseFillers.some(begins)) return 'note';
  if (chinesePerson.test(text)) return 'note';
  if ([2, 3, 4].some((length) => isPerson(text.slice(0, length)))) return 'note';
  return 'unsure';
}

/** Is what was typed as a name made of words that begin a note as well? Then it needs more to be a name. */
export function couldBeNote(key: string): 'never' | 'perhaps' | 'likely' {
  if (han.test(key)) {
    if (chineseDeeds.includes(key)) return 'likely';
    return chineseFillers.includes(key) ? 'perhaps' : 'never';
  }
  const words = key.split(' ');
  if (!words.every((word) => isNoteWord(word))) return 'never';
  const [first = ''] = words;
  return words.length === 1 && (deeds.has(first) || fillers.has(first)) ? 'likely' : 'perhaps';
}

/** Does something that was done stand at the beginning of the text? */
export const beginsWithDeed = (text: string): boolean =>
  isDeed(wordAt(text, 0)) || chineseDeeds.some((deed) => text.startsWith(deed));
