import { languages } from '../i18n/language.ts';
import { readCountry } from '../lib/country.ts';
import { readDate } from '../lib/date.ts';
import { readEmail } from '../lib/email.ts';
import { readMoney } from '../lib/money.ts';
import { readNumber } from '../lib/number.ts';
import { readPhone } from '../lib/phone.ts';
import { type Problem, type Read, refused, took } from '../lib/read.ts';
import { cleanName, cleanNote, fold, nameLength, noteLength } from '../lib/text.ts';
import { readUrl } from '../lib/url.ts';
import { yesOrNo } from './field.format.ts';
import { emptyValue, type Field, type FieldFacts, type FieldValue, isEmpty, type Values } from './field.ts';
import { offered } from './option.ts';

/** What reading depends on besides the text. */
export interface ReadContext {
  /** ISO 3166 alpha-2 of the account, for national phone numbers; null when unknown. */
  readonly country: string | null;
  /** ISO 4217, for amounts without a currency. */
  readonly defaultCurrency: string;
  readonly facts: FieldFacts;
  /** The values that are stored now: a retired choice may stay where it is. */
  readonly current: Values;
}

/** Every value that came, or every problem at once; and the names of what came but is no field of the form (T-50). */
export type ReadFields = (
  | { readonly ok: true; readonly values: Values }
  | { readonly ok: false; readonly problems: Readonly<Record<string, Problem>> }
) & { readonly ignored: readonly string[] };

/**
 * Reads what a form sent, by block id (a field's id), into standard values. A field that did not come is left out of the
 * values rather than emptied; a required one must come.
 */
export function readFields(
  fields: readonly Field[],
  sent: Readonly<Record<string, unknown>>,
  context: ReadContext,
): ReadFields {
  const ignored = Object.keys(sent).filter((id) => !fields.some((field) => field.id === id));
  const asked = fields.filter((field) => field.required || Object.hasOwn(sent, field.id));
  const reads = asked.map((field) => {
    const came = Object.hasOwn(sent, field.id) ? sent[field.id] : null;
    return { id: field.id, read: readField(field, came, context) };
  });
  const problems = reads.flatMap(({ id, read }) => (read.ok ? [] : [[id, problemOf(read)] as const]));
  if (problems.length > 0) return { ok: false, problems: Object.fromEntries(problems), ignored };
  const values = reads.flatMap(({ id, read }) => (read.ok ? [[id, read.value] as const] : []));
  return { ok: true, values: Object.fromEntries(values), ignored };
}

/** Reads one field. Nothing but text is ever read: an object where text is expected is refused (T-49). */
export function readField(field: Field, came: unknown, context: ReadContext): Read<FieldValue> {
  if (came !== null && came !== undefined && typeof came !== 'string') return refused('not-text', '');
  const text = came ?? '';
  const read = text.trim() === '' ? took(emptyValue(field)) : readText(field, text, context);
  return read.ok && isEmpty(read.value) && field.required ? refused('required', text) : read;
}

function readText(field: Field, text: string, context: ReadContext): Read<FieldValue> {
  switch (field.type) {
    case 'text':
      return cleanName(text, field.maxLength ?? nameLength);
    case 'longText':
      return cleanNote(text, field.maxLength ?? noteLength);
    case 'phone':
      return readPhone(text, context);
    case 'money':
      return readMoney(text, context);
    case 'tags':
      return readList(text, /[,，、;；\n]/, ', ');
    case 'list':
      return readList(text, /\n/, '\n');
    case 'choice':
      return readChoice(field.id, field.dimension, text, context);
    case 'person':
      return readPerson(text, context);
    case 'team':
      return context.facts.teams.some((team) => team.id === text) ? took(text) : refused('not-offered', text);
    case 'account':
      return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text) ? took(text) : refused('not-offered', text);
    case 'channel':
      return /^[CG][A-Z0-9]{1,30}$/.test(text) ? took(text) : refused('not-offered', text);
    case 'yesNo':
      return readYesNo(text);
    default:
      return plainReaders[field.type](text);
  }
}

/** The types whose texts mean the same everywhere. */
const plainReaders = { date: readDate, email: readEmail, url: readUrl, country: readCountry, number: readNumber };

/** Entries in order, each once, without a leading `#`; together no longer than an input can show them again. */
function readList(text: string, separator: RegExp, joint: string): Read<readonly string[]> {
  const tooLong = refused('too-long', text, { detail: { max: noteLength } });
  if (text.length > noteLength * 2) return tooLong;
  const entries = new Map<string, string>();
  for (const part of text.split(separator)) {
    const read = cleanName(part.replace(/^\s*[#＃]/, ''));
    if (!read.ok) return read;
    if (read.value !== null && !entries.has(read.value.toLowerCase()))
      entries.set(read.value.toLowerCase(), read.value);
  }
  const list = [...entries.values()];
  return list.join(joint).length > noteLength ? tooLong : took(list);
}

/** A choice by its key, as Slack sends it, or by its label in either language, as people write it. */
function readChoice(fieldId: string, dimension: string, text: string, { facts, current }: ReadContext): Read<string> {
  const options = offered(facts.options, dimension, current[fieldId]);
  const words = text.length > nameLength ? '' : fold(text).toLowerCase();
  const found =
    options.find((option) => option.key === text) ??
    options.find((option) => languages.some((language) => fold(option.labels[language]).toLowerCase() === words));
  return found ? took(found.key) : refused('not-offered', text);
}

function readPerson(slackUserId: string, { facts }: ReadContext): Read<string> {
  const person = facts.people.find((each) => each.slackUserId === slackUserId);
  return person ? took(person.memberId) : refused('person-unknown', slackUserId);
}

function readYesNo(text: string): Read<boolean> {
  const said = text.trim().toLowerCase();
  const means = (answer: 'yes' | 'no') =>
    said === answer || languages.some((language) => yesOrNo[language][answer].toLowerCase() === said);
  if (means('yes')) return took(true);
  return means('no') ? took(false) : refused('not-offered', text);
}

function problemOf({ problem, came, example, detail }: Problem): Problem {
  return { problem, came, ...(example !== undefined && { example }), ...(detail && { detail }) };
}
