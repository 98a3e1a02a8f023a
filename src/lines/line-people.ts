import { fold } from '../search/search-fold.ts';
import { type ContactName, formsOf } from './line-contact.ts';
import { claim, type Mention } from './line-mention.ts';
import { singleLatin } from './line-people-alone.ts';
import { fullLatin, titledLatin, wordsIn } from './line-people-en.ts';
import { familiarHan, fullHan, titledHan } from './line-people-zh.ts';

/** Who a note speaks of. */
export interface PeopleRead {
  /** Contacts that are meant for certain, in the order in which they are named, each once. */
  readonly found: readonly string[];
  /** Words that fit several. */
  readonly ambiguous: readonly { readonly said: string; readonly contactIds: readonly string[] }[];
  /** Words said of a person whom no contact fits. */
  readonly unknown: readonly string[];
}

/** A longer note is a letter, and its beginning says who was there. */
const readLength = 2000;
const mostContacts = 2000;

/**
 * The contacts that a note names: in full (either order, as characters or in pinyin), by surname and title (李总, Mr Li), or
 * by one name where only one has it. Who has left is meant only by the whole name.
 */
export function matchPeople(note: string, contacts: readonly ContactName[]): PeopleRead {
  const text = note.slice(0, readLength);
  const all = contacts.slice(0, mostContacts).map(formsOf);
  const here = all.filter(({ contact }) => contact.leftOn === null);
  const gone = new Set(contacts.filter(({ leftOn }) => leftOn !== null).map(({ id }) => id));
  const words = wordsIn(text, fold);
  const full = merged([...fullLatin(text, words, all), ...fullHan(text, all)]).map((mention) =>
    preferHere(mention, gone),
  );
  const named = claim([], full);
  const titled = claim(named, merged([...titledLatin(text, words, here), ...titledHan(text, here)]));
  const mentions = claim(titled, merged([...singleLatin(text, words, here), ...familiarHan(text, here)]));
  return answered(text, mentions);
}

/** Who is still there is meant rather than somebody of the same name who left. */
function preferHere(mention: Mention, gone: ReadonlySet<string>): Mention {
  const ids = mention.ids.filter((id) => !gone.has(id));
  return ids.length > 0 ? { ...mention, ids } : mention;
}

/** Mentions in one place are one, of all they could be. */
function merged(mentions: readonly Mention[]): readonly Mention[] {
  const places = new Map<string, Mention>();
  for (const mention of mentions) {
    const key = `${mention.start}-${mention.end}`;
    const known = places.get(key);
    places.set(key, known ? { ...known, ids: [...new Set([...known.ids, ...mention.ids])] } : mention);
  }
  return [...places.values()];
}

function answered(text: string, mentions: readonly Mention[]): PeopleRead {
  const ordered = [...mentions].sort((one, other) => one.start - other.start);
  const found = new Set(ordered.flatMap(({ ids }) => (ids.length === 1 ? ids : [])));
  const said = ({ start, end }: Mention): string => text.slice(start, end).trim();
  // Somebody named in full elsewhere in the note is who the shorter words mean.
  const open = ordered.filter(({ ids }) => ids.length > 1 && !ids.some((id) => found.has(id)));
  return {
    found: [...found],
    ambiguous: uniqueBy(
      open.map((mention) => ({ said: said(mention), contactIds: mention.ids })),
      (each) => each.said,
    ),
    unknown: [...new Set(ordered.filter(({ ids }) => ids.length === 0).map(said))],
  };
}

const uniqueBy = <T>(all: readonly T[], key: (each: T) => string): readonly T[] => [
  ...new Map(all.map((each) => [key(each), each])).values(),
];
