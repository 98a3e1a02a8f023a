import { fold as foldLine } from '../lib/text.ts';

/** The longest key, in UTF-16 units: far above a name's 200, far below what a btree row can hold. */
export const keyLength = 240;
/** More than this of a query is not read: nothing so long is anybody's name. */
const readLength = 4 * keyLength;

/** Marks that stand inside a word as people leave them out: Inc., O'Brien, 迪·奥. */
const dropped = /[.'’‘`´·・‧]/gu;
/** Everything else that is neither letter, digit nor vowel sign; a few marks stay, for they tell names apart (C++, 100%). */
const separators = /[^\p{L}\p{N}\p{M}%+#@$]+/gu;
const accents = /[\u0300-\u036f]/g;
/** Latin letters that decomposition leaves whole. */
const letters: Readonly<Record<string, string>> = { ß: 'ss', ø: 'o', æ: 'ae', œ: 'oe', ł: 'l', đ: 'd', ı: 'i' };
const wholeLetters = /[ßøæœłđı]/g;
/** Chinese and Japanese are written without spaces, and typed with them at will. */
const spacesAtHan =
  / (?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])|(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]) /gu;

/**
 * The form in which names are compared and kept as keys: NFKC, lower case by code point rules (never the database's
 * locale), nothing invisible, no accents, punctuation to single spaces. A text of nothing but marks (`%`, `🎉`) stands
 * for itself. Empty when nothing visible is left.
 */
export function fold(text: string): string {
  // To a regular expression the zero-width U+FEFF is white space, and would cut a word in two.
  const line = foldLine(text.slice(0, readLength).replaceAll('\ufeff', ''))
    .toLowerCase()
    .replace(/\p{Cs}/gu, '');
  const plain = line
    .normalize('NFKD')
    .replace(accents, '')
    .normalize('NFC')
    .replace(wholeLetters, (letter) => letters[letter] ?? letter)
    .replace(dropped, '')
    .replace(separators, ' ')
    .trim()
    .replace(spacesAtHan, '');
  return cut(plain || line, keyLength + 1);
}

/** The first `length` units, without leaving half a character behind. */
export const cut = (text: string, length: number): string =>
  text.length <= length
    ? text
    : text
        .slice(0, length)
        .replace(/\p{Cs}$/u, '')
        .trim();

/** Without spaces: `green plus` and `greenplus` are one name typed two ways. */
export const compact = (folded: string): string => folded.replaceAll(' ', '');

export const hasHan = (text: string): boolean => /\p{Script=Han}/u.test(text);

/** Words that say what kind of company a name is, not which. Only ever taken off the end. */
const legalWords = new Set(
  (
    'inc incorporated corp corporation co company companies ltd limited llc llp lp plc gmbh ag kg kgaa ug se sa sas sarl srl ' +
    'spa bv nv oy oyj ab as asa aps kk pty pte pvt pt private sdn bhd ltda cv doo sro zrt kft eood'
  ).split(' '),
);
export const isLegalWord = (word: string): boolean => legalWords.has(word);
/** Words that people leave out or write otherwise (`&`). */
const looseWords = new Set(['the', 'and']);
/** The same in Chinese and Japanese, longer forms before those they end in. */
export const legalChinese: readonly string[] = [
  '股份有限公司',
  '有限责任公司',
  '有限責任公司',

  '股份公司',
  '有限公司',
  '有限合伙',
  '公司',
  '株式会社',
  '合同会社',
  '有限会社',
];

/**
 * The name without its legal form: `Acme, Inc.` and `Acme Corporation` have one core, 华泰科技有限公司 has 华泰科技. For finding
 * what could be meant, never for deciding that two names are the same. The whole name where nothing would be left.
 */
export function core(folded: string): string {
  const words = folded.split(' ').filter((word) => !looseWords.has(word));
  while (words.length > 1 && legalWords.has(words.at(-1) ?? '')) words.pop();
  return withoutChinese(words.join(' ')) || folded;
}

/** Words that so many names have that likeness in them says nothing, and costs a look at each of those names. */
const commonWords = new Set(
  (
    'holding holdings group international global worldwide technology technologies tech systems solutions services ' +
    'service industries industrial industry partners capital ventures consulting management enterprises trading logistics'
  ).split(' '),
);

/** The words by which a name's likeness to others is judged: its core without what many have, unless that is all of it. */
export function distinctive(folded: string): string {
  const short = core(folded);
  const words = short.split(' ').filter((word) => !commonWords.has(word));
  return words.join(' ').length < shortestLike ? short : words.join(' ');
}

/** What companies do, as many of them say in their names: part of a name, but not of what tells it from others. */
const tradeWords = new Set(
  (
    'airlines automotive bank beverages chemical chemicals communications construction electric electronics energy ' +
    'engineering food foods health healthcare hotels instruments insurance laboratories labs manufacturing materials media ' +
    'medical metals mining motors networks oil optics packaging paper pharma pharmaceuticals plastics power printing ' +
    'products retail robotics sciences shipping software steel stores studios telecom textiles tools transport travel water'
  ).split(' '),
);

/** Does the word say what kind of company it is, or what it does? Then it goes on a name that was begun. */
export const isCompanyWord = (word: string): boolean =>
  legalWords.has(word) || commonWords.has(word) || tradeWords.has(word);

/** The words of a name that are its own: what a slip of the finger is looked for in. */
export function ownWords(folded: string): string {
  const short = distinctive(folded);
  const own = short.split(' ').filter((word) => !tradeWords.has(word));
  return own.join(' ').length < shortestLike ? short : own.join(' ');
}

/** A shorter text is like everything. */
export const shortestLike = 3;

function withoutChinese(name: string): string {
  const end = legalChinese.find((form) => name.endsWith(form) && name.length > form.length);
  const rest = end ? name.slice(0, -end.length) : name;
  const start = legalChinese.find((form) => rest.startsWith(form) && rest.length > form.length);
  return (start ? rest.slice(start.length) : rest).trim();
}
