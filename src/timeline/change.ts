import { putBackField } from '../accounts/revision.ts';
import type { AuditVerb, Changes, FieldChange } from '../audit/audit.ts';
import { accountFields } from '../templates/account-fields.ts';
import { contactFields } from '../templates/contact-fields.ts';
import { type Field, type FieldValue, isEmpty as isEmptyValue } from '../templates/field.ts';

/** What stands in an account's timeline as a change; reads are for the audit, not for this page. */
export const toldVerbs = [
  'account.created',
  'account.changed',
  'account.shared',
  'contact.created',
  'contact.changed',
] as const satisfies readonly AuditVerb[];
type ToldVerb = (typeof toldVerbs)[number];

/** A change of an account's file or of one of its contacts. */
export interface Change {
  readonly id: string;
  readonly verb: ToldVerb;
  readonly at: Date;
  /** Slack id of who did it; null for Dossier itself. */
  readonly actor: string | null;
  /** The contact's name; null where it is about the account, or the reader may not know who is who. */
  readonly about: string | null;
  readonly changes: Changes;
  /** May the reader put back what it changed? */
  readonly mayPutBack: boolean;
}

/** The fields of the record that a change is about. */
export const fieldsOf = (verb: string): readonly Field[] =>
  verb.startsWith('contact.') ? contactFields : accountFields;

/** Personal values stay sealed for a reader who may not see them. */
export const isHidden = ({ from, to }: FieldChange): boolean =>
  [from, to].some((value) => typeof value === 'object' && value !== null && 'sealed' in value);

const isEmpty = (value: unknown): boolean => isEmptyValue(value as FieldValue);

/** The fields whose values an entry tells the reader, in the order of the form. */
export const toldFields = ({ verb, changes }: Pick<Change, 'changes'> & { verb: string }): readonly Field[] =>
  fieldsOf(verb).filter(({ id }) => {
    const change = changes[id];
    // What was created without a tag has an empty list of them: nothing to tell.
    return change !== undefined && !isHidden(change) && !(isEmpty(change.from) && isEmpty(change.to));
  });

/** Did it take an earlier change back? */
export const isPutBack = (changes: Changes): boolean => changes[putBackField] !== undefined;

/** Is there something before it that could be put back? What was created began empty. */
export const hasBefore = (verb: string): boolean => verb === 'account.changed' || verb === 'contact.changed';
