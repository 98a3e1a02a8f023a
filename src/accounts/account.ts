import type { Kept } from '../access/policy.ts';
import { isPersonal } from '../templates/account-fields.ts';
import type { Values } from '../templates/field.ts';

/** One account's file as it stands: its field values by field id, and who keeps it. */
export interface Account {
  readonly id: string;
  readonly number: number;
  readonly version: number;
  readonly values: Values;
  readonly kept: Kept;
  readonly archivedAt: Date | null;
  readonly mergedIntoId: string | null;
}

/** `KA-000012`: how an account's number is written. */
export const accountNumber = (number: number): string => `KA-${String(number).padStart(6, '0')}`;

/** The name of a file's account; every account has one. */
export const nameOf = (values: Values): string => String(values['name'] ?? '');

/** A file without what people have written about people: for readers who may not see that. */
export const withoutPersonal = (account: Account): Account => ({
  ...account,
  values: Object.fromEntries(Object.entries(account.values).filter(([field]) => !isPersonal(field))),
});
