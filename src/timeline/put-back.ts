import { typedText } from '../templates/field.format.ts';
import type { Field, FieldFacts, FieldValue } from '../templates/field.ts';

/** What the window asks before a field is put back. */
export interface PutBackAsk {
  readonly accountId: string;
  readonly accountName: string;
  /** The contact's name, where it is about one. */
  readonly about: string | null;
  readonly entryId: string;
  /** Everything that the same change changed. */
  readonly fields: readonly Field[];
  readonly field: Field;
  readonly now: FieldValue;
  /** The value before the change: what the field goes back to. */
  readonly before: FieldValue;
  /** The version of the record that `now` stands in. */
  readonly version: number;
  /** The change itself, and those of the same field after it, oldest first. */
  readonly author: Author;
  readonly since: readonly (Author & { readonly to: FieldValue })[];
  readonly facts: FieldFacts;
}
interface Author {
  /** Slack id; null for Dossier itself. */
  readonly actor: string | null;
  readonly at: Date;
}

/**
 * A stored value as a form would send it, so that it is read by today's rules like anything that is typed. A person whom
 * the facts lack is sent as nobody Slack knows, and refused.
 */
export function asSent(field: Field, value: FieldValue, { people }: FieldFacts): string | null {
  if (value === null) return null;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (field.type === 'person') return people.find((person) => person.memberId === value)?.slackUserId ?? String(value);
  return typedText(field, value, 'en');
}
