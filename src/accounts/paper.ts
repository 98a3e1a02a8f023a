import { fold } from '../search/search-fold.ts';
import { isEmpty, type Values } from '../templates/field.ts';
import type { PaperCard } from './paper-card.ts';
import { companyFields } from './paper-field.ts';
import { readSignature } from './signature.ts';
import { readVcard } from './vcard.ts';
import { isVcard } from './vcard-lines.ts';

/** Reads what was typed or pasted of somebody's card. `country` (ISO alpha-2 or null) reads national phone numbers. */
export const readPaper = (text: string, country: string | null): PaperCard =>
  isVcard(text) ? readVcard(text, country) : readSignature(text, country);

/** What the card adds to an account's file: what is empty there, and a name by which it is not known yet. */
export function additionsTo(file: Values, { company }: Pick<PaperCard, 'company'>): Values {
  const { name } = company;
  const aliases = Array.isArray(file['aliases']) ? file['aliases'].map(String) : [];
  const isKnown =
    typeof name !== 'string' || [String(file['name']), ...aliases].some((known) => fold(known) === fold(name));
  const own = companyFields.filter(({ id }) => id !== 'aliases' && isEmpty(file[id]) && !isEmpty(company[id]));
  return {
    ...(isKnown ? {} : { aliases: [...aliases, name] }),
    ...Object.fromEntries(own.map(({ id }) => [id, company[id] ?? null])),
  };
}

/** Of what a person accepted, what still adds to the file: what somebody else has filled in meanwhile stands. */
export function stillNew(file: Values, accepted: Values): Values {
  const known = Array.isArray(file['aliases']) ? file['aliases'].map(String) : [];
  const entries = Object.entries(accepted).flatMap(([id, value]): [string, Values[string]][] => {
    if (isEmpty(value)) return [];
    if (id === 'aliases' && Array.isArray(value)) return [[id, [...new Set([...known, ...value.map(String)])]]];
    return isEmpty(file[id]) ? [[id, value]] : [];
  });
  return Object.fromEntries(entries);
}
