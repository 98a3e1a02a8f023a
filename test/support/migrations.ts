import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A migrations folder of the test's own; disposing removes it. */
export interface MigrationFolder extends Disposable {
  readonly directory: string;
  /** Adds a migration, or changes it. */
  write(name: string, sql: string): void;
  remove(name: string): void;
}

export function aMigrationFolder(migrations: Readonly<Record<string, string>> = {}): MigrationFolder {
  const directory = mkdtempSync(path.join(tmpdir(), 'dossier-migrations-'));
  const write = (name: string, sql: string) => {
    mkdirSync(path.join(directory, name), { recursive: true });
    writeFileSync(path.join(directory, name, 'migration.sql'), sql);
  };
  for (const [name, sql] of Object.entries(migrations)) write(name, sql);
  return {
    directory,
    write,
    remove: (name) => rmSync(path.join(directory, name), { recursive: true }),
    [Symbol.dispose]: () => rmSync(directory, { recursive: true }),
  };
}
