import { z } from 'zod';
import type { Vault } from '../lib/vault.ts';
import type { Changes } from './audit.ts';

/** What a personal value looks like inside an audit entry: it can be made unreadable without touching the entry. */
const sealedValue = z.strictObject({ sealed: z.string() });
const place = 'AuditEntry.changes';

/** Seals the values of personal fields: the audit holds no plain personal data (T-112). */
export function sealChanges(changes: Changes, isPersonal: (field: string) => boolean, vault: Vault): Changes {
  const seal = (value: unknown) => (value === null ? null : { sealed: vault.seal(JSON.stringify(value), place) });
  return mapChanges(changes, (value, field) => (isPersonal(field) ? seal(value) : value));
}

/** The other way round, for a reader who may see them. */
export function openChanges(changes: Changes, vault: Vault): Changes {
  return mapChanges(changes, (value) => {
    const read = sealedValue.safeParse(value);
    return read.success ? (JSON.parse(vault.open(read.data.sealed, place)) as unknown) : value;
  });
}

function mapChanges(changes: Changes, map: (value: unknown, field: string) => unknown): Changes {
  return Object.fromEntries(
    Object.entries(changes).map(([field, change]) => [
      field,
      { from: map(change.from, field), to: map(change.to, field) },
    ]),
  );
}
