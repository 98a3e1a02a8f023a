import type { MigrationFile } from './migration-file.ts';

/** A row of `_prisma_migrations` that was not rolled back. */
export interface MigrationRow {
  readonly name: string;
  readonly checksum: string;
  readonly finished: boolean;
}

/** The database and the code do not belong together; nothing was changed. The message is for the operator. */
export class MigrationRefused extends Error {
  override readonly name = 'MigrationRefused';
  readonly reason: 'unfinished' | 'newer' | 'edited';
  constructor(reason: MigrationRefused['reason'], message: string) {
    super(message);
    this.reason = reason;
  }
}

/** The files that are still to be applied, in order. Throws `MigrationRefused`. */
export function planMigrations(files: readonly MigrationFile[], rows: readonly MigrationRow[]): MigrationFile[] {
  const unfinished = rows.filter((row) => !row.finished).map((row) => row.name);
  if (unfinished.length > 0) {
    throw new MigrationRefused(
      'unfinished',
      `A migration was begun by another tool and did not finish: ${unfinished.join(', ')}. ` +
        'Look at what it left behind, then mark it with "prisma migrate resolve".',
    );
  }
  const byName = new Map(files.map((file) => [file.name, file]));
  const unknown = rows.filter((row) => !byName.has(row.name)).map((row) => row.name);
  if (unknown.length > 0) {
    throw new MigrationRefused(
      'newer',
      `The database is newer than this version of Dossier: it has ${unknown.join(', ')}. ` +
        'Run the version that made it, or go back to a copy from before.',
    );
  }
  const edited = rows.filter((row) => byName.get(row.name)?.checksum !== row.checksum).map((row) => row.name);
  if (edited.length > 0) {
    throw new MigrationRefused(
      'edited',
      `A migration was edited after it had been applied: ${edited.join(', ')}. ` +
        'Restore the file as it was and put the change into a new migration.',
    );
  }
  const applied = new Set(rows.map((row) => row.name));
  return files.filter((file) => !applied.has(file.name));
}
