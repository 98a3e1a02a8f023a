import { entriesSinceVersion } from '../audit/audit.store.ts';
import { openChanges } from '../audit/sealing.ts';
import type { Work } from '../db/work.ts';
import { type Step, versionField } from './revision.ts';

/** The changes that led a record from `version` to where it stands, newest first. For accounts and contacts alike. */
export async function stepsSince(work: Work, subjectId: string, version: number): Promise<readonly Step[]> {
  const rows = await entriesSinceVersion(work.db, subjectId, version);
  const from = (row: (typeof rows)[number]): number => Number(row.changes[versionField]?.from);
  return rows
    .toSorted((one, other) => from(other) - from(one))
    .map((row) => ({ changes: openChanges(row, work.vault), at: row.at, actorId: row.actorId }));
}
