import { isCompanyWord } from '../search/search-fold.ts';
import { compoundSurnames, notTitle, surnames, titles } from './line-names.ts';
import {
  chineseDeeds,
  chineseFillers,
  chineseNouns,
  chineseOrganisation,
  deeds,
  fillers,
  nameLike,
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
/** Is the word something that was done? */
export const isDeed = (word: string): boolean =>
  deeds.has(word.toLowerCase()) || (past.test(word) && !notPast.includes(word));
const isNoteWord = (word: string): boolean => {
  const low = word.toLowerCase();
  return deeds.has(low) || fillers.has(low) || ordinary.has(low) || nameLike.has(low);
};

const emoji = /^(?::[a-z0-9_+-]{2,30}:\s*|\p{Extended_Pictographic}\s*)+/u;
const shortForm = /^(?!(?:mr|mrs|ms|dr|prof|sr|jr|st|no)\.)\p{L}{1,4}\.(?=\s)/iu;
/** Between two words of one name: Johnson and Wales, Bank of Ireland. */
const connectives = ['and', '&', '+', 'of', 'de', 'du', 'la', 'und', 'et', 'y', 'von', 'van', 'der', 'the'];

/** How `text` begins, where `isPerson` knows the words of the account's people. */
export function openingOf(text: string, isPerson: (word: string) => boolean): Opening {
  if (text.trim() === '') return 'bare';
  if (han.test(text)) return chineseOpening(text, isPerson);
  const spoken = text.replace(emoji, '');
  const [first, second] = [wordAt(spoken, 0), wordAt(spoken, 1)];
  if (first === '') return 'unsure';
  if (connectives.includes(first.toLowerCase())) return 'name';
  if (/^(?:q[1-4]|\d{1,3}(?:st|nd|rd|th))$/i.test(first) && !isDeed(second)) return 'note';
  if (/^\d{1,4}%?$/.test(first) && /^\p{Ll}/u.test(second) && !isDeed(second)) return 'words';
  if (isDeed(first) || isPerson(first)) return 'note';
  // Acme, In. called: a short form, as names end with.
  if (shortForm.test(spoken)) return isCompanyWord(first.toLowerCase()) ? 'name' : 'unsure';
  if (fillers.has(first.toLowerCase())) return 'note';
  if (isCompanyWord(first.toLowerCase())) return 'name';
  if (ordinary.has(first.toLowerCase())) return 'note';
  // Somebody acts, and it is nobody known here: the word may be part of another name, or another name.
  if (/^\p{Lu}/u.test(first) || isDeed(second)) return 'unsure';
  return /^[\p{Ll}]/u.test(first) ? 'words' : 'unsure';
}

function chineseOpening(text: string, isPerson: (word: string) => boolean): Opening {
  const run = /^[\p{Script=Han}\p{L}\p{N}]+/u.exec(text.slice(0, 60))?.[0] ?? '';
  const begins = (word: string): boolean => text.startsWith(word);
  const isNoun = chineseNouns.some(begins);
  // Behind a name that is written onto it, a noun may belong to a longer one: 会议中心, 服务 拜访李总.
  if (isNoun && chineseOrganisation.test(run)) return 'name';
  const isSomebody = isAddressed(run) || [2, 3, 4].some((length) => isPerson(run.slice(0, length)));
  const isStart = isNoun || chineseDeeds.some(begins) || chineseFillers.some(begins);
  if (!isSomebody && isActor(run, text.slice(run.length))) return 'unsure';
  if (isStart || isSomebody || isWithSomebody(text, isPerson) || isOnTheWay(run)) return 'note';
  return chineseOrganisation.test(run) && run.length <= 16 ? 'name' : 'unsure';
}

/** 老板电器 拜访李总: a word of its own, and what was done follows it. It is somebody unless it says when or how. */
function isActor(run: string, behind: string): boolean {
  if (run.length > 8 || !/^\s/u.test(behind) || !beginsWithDeed(behind.trimStart())) return false;
  if (chineseDeeds.some((deed) => run.startsWith(deed)) && !chineseNouns.includes(run)) return false;
  return withoutFillers(run) !== '';
}

function withoutFillers(run: string): string {
  const filler = chineseFillers.find((word) => run.startsWith(word));
  return filler ? withoutFillers(run.slice(filler.length)) : run;
}

/** 李总, 欧阳主任, 李伟经理. */
function isAddressed(run: string): boolean {
  const family =
    compoundSurnames.find((name) => run.startsWith(name)) ?? (surnames.has(run.slice(0, 1)) ? run.slice(0, 1) : '');
  if (family === '') return false;
  return [0, 1, 2].some((given) => {
    const behind = run.slice(family.length + given);
    const title = titles.find((each) => behind.startsWith(each) && (given === 0 || each.length > 1));
    return title !== undefined && !notTitle.test(behind);
  });
}

/** 和李总, 给王芳, 跟Li Wei. */
function isWithSomebody(text: string, isPerson: (word: string) => boolean): boolean {
  if (!/^[和与跟同给向约请陪找问对为见催]/u.test(text)) return false;
  const run = text.slice(1, 12).trimStart();
  return (
    /^\p{Script=Latin}/u.test(run) || isAddressed(run) || [2, 3, 4].some((length) => isPerson(run.slice(0, length)))
  );
}

/** 去南京拜访, 在展会上碰到. */
const isOnTheWay = (run: string): boolean =>
  /^[去到在][\p{Script=Han}]{1,6}?(?:拜访|见了|见到|见|碰到|遇到|碰|参观|考察|开会|交流|谈|吃饭)/u.test(run) &&
  !/公司|集团|科技|股份/u.test(run.slice(0, 8));

/** Is what was typed as a name made of words that begin a note as well? Then it needs more to be a name. */
export function couldBeNote(key: string): 'never' | 'perhaps' | 'likely' {
  if (han.test(key)) {
    if (chineseDeeds.includes(key) || chineseMarkers.includes(key)) return 'likely';
    return chineseFillers.includes(key) ? 'perhaps' : 'never';
  }
  const words = key.split(' ');
  if (!words.every((word) => isNoteWord(word))) return 'never';
  const [first = ''] = words;
  return words.length === 1 && (deeds.has(first) || fillers.has(first)) ? 'likely' : 'perhaps';
}

/** The words of a next step (line-parts.ts): before anything was noted they are hardly the beginning of a name. */
const chineseMarkers = ['下一步', '待办'];

/** Does something that was done stand at the beginning of the text? */
export const beginsWithDeed = (text: string): boolean =>
  isDeed(wordAt(text, 0)) || chineseDeeds.some((deed) => text.startsWith(deed));
