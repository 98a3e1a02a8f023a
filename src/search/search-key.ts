import { domainOf, readUrl } from '../lib/url.ts';
import { compact, core, cut, fold, hasHan, keyLength } from './search-fold.ts';
import { readingsOf } from './search-pinyin.ts';

/**
 * What a key was made from. `core` is a name without its legal form, also where it has none; `part` is what follows a
 * later word of it, or a later Chinese character, so that the beginning of a key finds the middle of a name.
 */
export const keyKinds = ['name', 'alias', 'core', 'part', 'pinyin', 'initials', 'contact', 'tag', 'domain'] as const;
export type KeyKind = (typeof keyKinds)[number];

/** One row of "SearchKey", but for whose it is. */
export interface Key {
  readonly kind: KeyKind;
  readonly key: string;
}

/** What the keys of an account are made from. */
export interface KeySource {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly tags: readonly string[];
  /** As stored: an address that `readUrl` gave. */
  readonly website: string | null;
  readonly contactNames: readonly string[];
}

/** An account has at most so many keys; those of its name come first. */
const mostKeys = 400;
const most = { aliases: 20, tags: 50, contacts: 100, parts: 16 } as const;
const partLength = 40;

/** Every key by which an account is found, each once. */
export function keysOf(source: KeySource): readonly Key[] {
  const keys = [
    ...nameKeys('name', source.name),
    ...domainKeys(source.website),
    ...source.aliases.slice(0, most.aliases).flatMap((alias) => nameKeys('alias', alias)),
    ...source.tags.slice(0, most.tags).map((tag): Key => ({ kind: 'tag', key: fold(tag) })),
    ...source.contactNames.slice(0, most.contacts).flatMap(contactKeys),
  ];
  return [...new Map(keys.filter(isUsable).map((key) => [`${key.kind} ${key.key}`, key])).values()].slice(0, mostKeys);
}

const isUsable = ({ key }: Key): boolean => key !== '' && key.length <= keyLength;

function nameKeys(kind: 'name' | 'alias', name: string): Key[] {
  const folded = cut(fold(name), keyLength);
  const short = core(folded);
  return [
    { kind, key: folded },
    { kind: 'core', key: short },
    ...readingKeys(short),
    ...wordInitials(folded.startsWith('the ') ? `the ${short}` : short),
    ...wordInitials(short),
    ...partsOf(short).map((key): Key => ({ kind: 'part', key })),
  ];
}

const readingKeys = (folded: string): Key[] =>
  readingsOf(folded).flatMap(({ full, initials }): Key[] => [
    { kind: 'pinyin', key: full },
    ...(initials.length > 1 ? [{ kind: 'initials', key: initials } as const] : []),
  ]);

/** `tnyi` for The New York Inquirer; one word has none. */
function wordInitials(folded: string): Key[] {
  const words = hasHan(folded) ? [] : folded.split(' ');
  return words.length > 1 ? [{ kind: 'initials', key: words.map((word) => [...word][0]).join('') }] : [];
}

/** What follows each later beginning in a name, and the name as one word: 华泰科技 → 泰科技, 科技; green plus → plus, greenplus. */
export function partsOf(folded: string): readonly string[] {
  const starts = [...folded.matchAll(/(?<= )\S|(?<!^)\p{Script=Han}|(?<=\p{Script=Han})[^\p{Script=Han} ]/gu)];
  const parts = starts.slice(0, most.parts).map(({ index }) => cut(folded.slice(index), partLength));
  const joined = folded.includes(' ') ? [cut(compact(folded), keyLength)] : [];
  return [...joined, ...parts.filter((part) => [...part].length > 1)];
}

function contactKeys(name: string): Key[] {
  const folded = fold(name);
  const forms = [folded, compact(folded), ...readingsOf(folded).map(({ full }) => full)];
  return [...new Set(forms)].map((key) => ({ kind: 'contact', key }));
}

function domainKeys(website: string | null): Key[] {
  const domain = domainIn(website ?? '');
  return domain === null ? [] : [{ kind: 'domain', key: domain }];
}

/** The domain that a text names, without `www.`, or null when it is no web address. */
export function domainIn(text: string): string | null {
  const read = readUrl(text);
  return read.ok ? domainOf(read.value) : null;
}
