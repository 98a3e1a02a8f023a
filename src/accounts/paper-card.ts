import { readCountry } from '../lib/country.ts';
import { readEmail } from '../lib/email.ts';
import { isMobile, phoneParts, readPhone } from '../lib/phone.ts';
import { type Read, refused, took } from '../lib/read.ts';
import { cleanName, fold } from '../lib/text.ts';
import { domainOf, readUrl } from '../lib/url.ts';
import type { FieldFacts, Values } from '../templates/field.ts';

/**
 * A piece of a pasted text and what it seems to be. `phone`: a number of which nothing says what kind it is.
 * `number-in-wechat`: a number that is a WeChat name as well.
 */
export interface Finding {
  readonly is:
    | 'name'
    | 'title'
    | 'mobile'
    | 'landline'
    | 'phone'
    | 'email'
    | 'wechat'
    | 'number-in-wechat'
    | 'company'
    | 'website'
    | 'address'
    | 'city'
    | 'country'
    | 'noise'
    | 'unread';
  /** Without its label. */
  readonly text: string;
  /** As it stands in the text; shown when it is not taken. */
  readonly raw: string;
}

/** What a pasted signature or vCard says of a person, in standard form. Nothing of it is saved before a person accepts it. */
export interface PaperCard {
  /** Of the person, by field id of a contact. */
  readonly values: Values;
  /** Of the company, by field id of an account; `name` as the card has it. */
  readonly company: Values;
  /** What nobody understood or what was no value, in its order. */
  readonly unread: readonly string[];
}

/** A card as it is put before a person. */
export interface Proposal {
  readonly account: { readonly id: string; readonly name: string };
  readonly person: Values;
  /** What it adds to the account's file. */
  readonly company: Values;
  readonly unread: readonly string[];
  readonly facts: FieldFacts;
}

/** So many lines are looked at: a longer text is no card, and its rest is unread. */
export const mostLines = 100;

/**
 * Puts findings where they belong. The first of a kind is taken, another one is unread, and so is what does not validate:
 * nothing is guessed. `country` (ISO alpha-2 or null) reads national numbers unless the card names its own.
 */
export function assemble(findings: readonly Finding[], country: string | null): PaperCard {
  const own = findings.flatMap(({ is, text }) => (is === 'country' ? [readCountry(text)] : []));
  const named = own.find((read) => read.ok);
  const context = { country: named?.ok ? named.value : country };
  const values: Record<string, string> = {};
  const company: Record<string, string> = {};
  const unread = new Set<string>();
  for (const finding of findings) {
    if (finding.is === 'noise' || place(finding, { values, company, context })) continue;
    unread.add(fold(finding.raw));
  }
  unread.delete('');
  return { values, company, unread: [...unread] };
}

interface Places {
  readonly values: Record<string, string>;
  readonly company: Record<string, string>;
  readonly context: { readonly country: string | null };
}

/** False when the finding was not taken. */
function place({ is, text }: Finding, { values, company, context }: Places): boolean {
  switch (is) {
    case 'mobile':
      return put(values, 'mobile', phone(text, context));
    case 'landline':
    case 'phone': {
      const read = phone(text, context);
      // "Tel." before a mobile number is common; a landline where a mobile should stand is not.
      const kind = read.ok && isMobile(read.value) && values['mobile'] === undefined ? 'mobile' : 'landline';
      return put(values, kind, read);
    }
    case 'number-in-wechat':
      return put(values, 'wechat', numberAsName(phone(text, context)));
    case 'wechat':
      return put(values, 'wechat', wechat(text));
    case 'email':
      return put(values, 'email', readEmail(text));
    case 'website':
      return put(company, 'website', website(text));
    case 'country':
      return put(company, 'country', readCountry(text));
    case 'company':
      return put(company, 'name', oneLine(text));
    case 'address':
    case 'city':
      return put(company, is, oneLine(text));
    case 'name':
    case 'title':
      return put(values, is, oneLine(text));
    case 'noise':
      return true;
    case 'unread':
      return false;
  }
}

function put(into: Record<string, string>, field: string, read: Read<string>): boolean {
  if (!read.ok) return false;
  into[field] ??= read.value;
  return into[field] === read.value;
}

/** `+49 (0)89 …` is how many print it; `021-6123 4567-8012` ends in an extension. */
function phone(text: string, context: { country: string | null }): Read<string> {
  const number = fold(text)
    .replace(/^(?:tel|phone|sms):/i, '')
    .replace(/^(\+|00)(\d{1,3})[\s.-]?\(0\)/, '$1$2 ')
    .replace(/^00(?=[1-9])/, '+');
  const read = readPhone(number, context);
  const extended = /^(.{6,40})-(\d{2,5})$/.exec(number);
  return read.ok || !extended ? read : readPhone(`${extended[1]} ext. ${extended[2]}`, context);
}

function oneLine(text: string): Read<string> {
  const read = cleanName(text);
  if (!read.ok) return read;
  return read.value === null ? refused('required', text) : took(read.value);
}

const wechatName = /^[\p{L}\p{N}_.@+-]{2,60}$/u;
function wechat(text: string): Read<string> {
  const read = oneLine(text);
  return read.ok && !wechatName.test(read.value) ? refused('not-text', text) : read;
}

/** People look for each other by the number as it is dialled at home. */
const numberAsName = (read: Read<string>): Read<string> => (read.ok ? took(phoneParts(read.value).national) : read);

/** Pages of a person elsewhere: no company's website. */
const elsewhere =
  /(?:^|\.)(?:linkedin|xing|facebook|twitter|x|instagram|youtube|github|weibo|calendly|wa|t)\.(?:com|me|cn)$/;
function website(text: string): Read<string> {
  const read = readUrl(text);
  return read.ok && elsewhere.test(domainOf(read.value)) ? refused('url-unreadable', text) : read;
}
