import { compact, fold, hasHan } from '../search/search-fold.ts';
import { readingsOf } from '../search/search-pinyin.ts';
import { compoundSurnames } from './line-names.ts';

/** A contact of an account, as people in a note are compared with it. */
export interface ContactName {
  readonly id: string;
  readonly name: string;
  readonly title: string | null;
  /** The day on which they left; `null` while they are there. */
  readonly leftOn: string | null;
}

/** The ways to write a contact's name. */
export interface NameForms {
  readonly contact: ContactName;
  /** The name in Chinese characters; empty without. */
  readonly han: string;
  readonly surname: string;
  /** The folded words of the name in Latin letters. */
  readonly words: readonly string[];
  /** The whole name in Latin letters without spaces, in each order: `liwei`, `weili`. */
  readonly joined: readonly string[];
  /** How the Chinese surname is said. */
  readonly surnameSaid: readonly string[];
}

export function formsOf(contact: ContactName): NameForms {
  const han = (contact.name.match(/\p{Script=Han}+/gu) ?? []).join('');
  const words = fold(contact.name.replace(/\p{Script=Han}+/gu, ' '))
    .split(' ')
    .filter(Boolean);
  const surname = surnameOf(han);
  return {
    contact,
    han,
    surname,
    words: hasHan(words.join('')) ? [] : words,
    joined: [...new Set([...ordersOf(words), ...saidOrders(han, surname)])],
    surnameSaid: surname === '' ? [] : saidAs(surname),
  };
}

/** The surname that a name in Chinese characters begins with. */
const surnameOf = (han: string): string => {
  const two = han.slice(0, 2);
  return han.length > 2 && compoundSurnames.includes(two) ? two : han.slice(0, 1);
};

function ordersOf(words: readonly string[]): readonly string[] {
  const [first = '', last = ''] = [words[0], words.at(-1)];
  if (words.length < 2) return [];
  return [words.join(''), last + words.slice(0, -1).join(''), words.slice(1).join('') + first, first + last];
}

function saidOrders(han: string, surname: string): readonly string[] {
  if (han.length < 2) return [];
  const starts = saidAs(surname);
  return saidAs(han).flatMap((said) => {
    const start = starts.find((each) => said.startsWith(each));
    return start === undefined ? [said] : [said, said.slice(start.length) + start];
  });
}

/** How Chinese characters are said, without tones and spaces. */
export const saidAs = (han: string): readonly string[] => readingsOf(fold(han)).map(({ full }) => compact(full));
