import { z } from 'zod';
import type { Vault } from '../lib/vault.ts';
import type { Changes } from './audit.ts';

/** What a personal value looks like inside an audit entry: it can be made unreadable without touching the entry. */
const sealedValue = z.strictObject({ sealed: z.string() });

type Side = 'from' | 'to';
/** Binds a value to its entry, field and side: none can stand in for another. */
const placeOf = (entryId: string, field: string, side: Side): string => `AuditEntry.${field}.${side}:${entryId}`;

/** Seals the values of personal fields for the entry of this id: the audit holds no plain personal data (T-112). */
export function sealChanges(
  changes: Changes,
  entryId: string,
  isPersonal: (field: string) => boolean,
  vault: Pick<Vault, 'seal'>,
): Changes {
  return mapChanges(changes, (value, field, side) => {
    if (value === null || !isPersonal(field)) return value;
    return { sealed: vault.seal(JSON.stringify(value), placeOf(entryId, field, side)) };
  });
}

/** The changes of an entry in plain text, for a reader who may see them. @throws SealBroken */
export function openChanges(entry: { readonly id: string; readonly changes: Changes }, vault: Vault): Changes {
  return mapChanges(entry.changes, (value, field, side) => {
    const read = sealedValue.safeParse(value);
    return read.success ? JSON.parse(vault.open(read.data.sealed, placeOf(entry.id, field, side))) : value;
  });
}

/** Does an entry hold personal values? Opening them is a read that the audit must tell of. */
export const holdsPersonal = (changes: Changes): boolean =>
  Object.values(changes).some(({ from, to }) => [from, to].some((value) => sealedValue.safeParse(value).success));

function mapChanges(changes: Changes, map: (value: unknown, field: string, side: Side) => unknown): Changes {
  return Object.fromEntries(
    Object.entries(changes).map(([field, { from, to }]) => [
      field,
      { from: map(from, field, 'from'), to: map(to, field, 'to') },
    ]),
  );
}
