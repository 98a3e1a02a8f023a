import type { Words } from '../i18n/language.ts';
import type { Money } from '../lib/money.ts';
import type { Option } from './option.ts';

/** What a field holds; decides how it is asked for, read and shown. */
export const fieldTypes = [
  'text',
  'longText',
  'money',
  'date',
  'phone',
  'email',
  'url',
  'choice',
  'person',
  'account',
  'team',
  'country',
  'tags',
  'list',
  'yesNo',
  'number',
  'channel',
] as const;
type FieldType = (typeof fieldTypes)[number];

/** Who may see a value: `profile` whoever may read the card, `contact` and `notes` those who work on the account. */
type DataClass = 'profile' | 'contact' | 'notes';

interface Described {
  /** Never changes: the block id of its input, its key in values, history and templates. */
  readonly id: string;
  readonly of: 'account' | 'contact';
  readonly label: Words;
  readonly hint?: Words;
  /** A text that would be taken. */
  readonly example: Words;
  readonly required?: true;
  /** In characters; without it, `nameLength` or `noteLength`. */
  readonly maxLength?: number;
  readonly class: DataClass;
}

/** A field of the file, built in or of a template. A list of fields is in the order in which they are asked for. */
export type Field = Described &
  ({ readonly type: Exclude<FieldType, 'choice'> } | { readonly type: 'choice'; readonly dimension: string });

/**
 * One field's value: text, an ISO day, E.164, a key, an id, a decimal, each as a string; a list for `tags` and `list`,
 * where none is `[]`; otherwise none is `null`.
 */
export type FieldValue = string | readonly string[] | Money | boolean | null;

/** Values by field id. A field that is absent was not asked for. */
export type Values = Readonly<Record<string, FieldValue>>;

/** What the ids in fields stand for, as far as the record at hand needs it. */
export interface FieldFacts {
  readonly options: readonly Option[];
  readonly teams: readonly Named[];
  /** Persons are members here and users in Slack. */
  readonly people: readonly Person[];
  readonly accounts: readonly Named[];
}
interface Named {
  readonly id: string;
  readonly name: string;
}
interface Person {
  readonly memberId: string;
  readonly slackUserId: string;
  readonly name: string;
}

/** The same words in every language. */
export const inAnyLanguage = (text: string): Words => ({ en: text, zh: text });

/** What the field holds when it is empty. Lists are never null, so that two empty ones are the same. */
export const emptyValue = (field: Field): FieldValue => (isList(field) ? [] : null);
const isList = (field: Field): boolean => field.type === 'tags' || field.type === 'list';
/** Is there no value: absent, null or an empty list? */
export const isEmpty = (value: FieldValue | undefined): value is null | undefined | readonly [] =>
  value === null || value === undefined || (Array.isArray(value) && value.length === 0);
