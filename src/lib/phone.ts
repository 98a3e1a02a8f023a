import {
  type CountryCode,
  getExampleNumber,
  isSupportedCountry,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/max';
import examples from 'libphonenumber-js/mobile/examples';
import { type Read, refused, took } from './read.ts';
import { fold } from './text.ts';

/** Words that stand before an extension, as people write them → the one the library reads. */
const extensionWords = /\s?(?:分机号?|转|ext\.?|extension|x)\s?:?\s?(?=\d{1,7}$)/i;
const extensionMark = ';ext=';
const longest = 60;

/**
 * A phone number in E.164, followed by `;ext=` and the extension where it has one (R20). A number without `+` is read as
 * a national one of `country` (ISO 3166 alpha-2, null when unknown). Letters are refused, not dialled: an `O` among
 * digits is a slip, and nobody but the person knows of what. Validity is checked against the full numbering plan, the
 * smaller metadata of the library knowing lengths only, or mobiles only.
 */
export function readPhone(text: string, { country }: { country: string | null }): Read<string> {
  const example = exampleOf(country);
  if (text.length > longest) return refused('phone-unreadable', text, { example });
  const dialled = fold(text).replace(extensionWords, extensionMark);
  if (/\p{L}/u.test(dialled.replace(extensionMark, ''))) return refused('phone-letters', text, { example });
  if (!dialled.startsWith('+') && country === null) return refused('phone-no-country', text, { example });
  const phone = parsePhoneNumberFromString(dialled, { ...defaultCountry(country), extract: false });
  if (!phone) return refused('phone-unreadable', text, { example });
  if (!phone.isValid()) return refused('phone-impossible', text, { example });
  return took(phone.ext ? `${phone.number}${extensionMark}${phone.ext}` : phone.number);
}

/**
 * `+8613800138000;ext=5` → `+86 138 0013 8000 ext. 5`: international code and local number, wherever the reader is (R20).
 * The library's own word for an extension changes with the country, and is not always one that it reads.
 */
export function formatPhone(phone: string): string {
  const [number = phone, extension] = phone.split(extensionMark);
  const shown = parsePhoneNumberFromString(number)?.formatInternational() ?? number;
  return extension === undefined ? shown : `${shown} ext. ${extension}`;
}

/** The parts by which a stored number is looked up: E.164 without the extension, and the number within its country. */
export function phoneParts(phone: string): { readonly number: string; readonly national: string } {
  const parsed = parsePhoneNumberFromString(phone);
  return { number: parsed?.number ?? phone, national: parsed?.nationalNumber ?? phone };
}

function defaultCountry(country: string | null): { defaultCountry?: CountryCode } {
  return country !== null && isSupportedCountry(country) ? { defaultCountry: country } : {};
}

function exampleOf(country: string | null): string {
  const known = country !== null && isSupportedCountry(country) ? country : 'CN';
  return getExampleNumber(known, examples)?.formatInternational() ?? '+86 131 2345 6789';
}

/** Is this stored number a mobile one and nothing else? Where a country tells them not apart, nobody knows: false. */
export const isMobile = (phone: string): boolean => parsePhoneNumberFromString(phone)?.getType() === 'MOBILE';
