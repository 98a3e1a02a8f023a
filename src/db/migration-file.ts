import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** First line of a migration that cannot run in a transaction, such as CREATE INDEX CONCURRENTLY. */
const OUTSIDE = '-- dossier: outside a transaction';

export interface MigrationFile {
  /** The folder's name, `<yyyymmddhhmmss>_<what>`. */
  readonly name: string;
  readonly sql: string;
  /** SHA-256 of the file's bytes, as Prisma computes it. */
  readonly checksum: string;
  readonly outsideTransaction: boolean;
}

/** The migrations of a Prisma `migrations` folder, in the order of their names. */
export function readMigrations(directory: string): MigrationFile[] {
  return readdirSync(directory, { withFileTypes: true })
    .map((entry) => ({ name: entry.name, file: path.join(directory, entry.name, 'migration.sql') }))
    .filter(({ file }) => existsSync(file))
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .map(({ name, file }) => parse(name, readFileSync(file)));
}

function parse(name: string, bytes: Buffer): MigrationFile {
  const sql = bytes.toString('utf8');
  const checksum = createHash('sha256').update(bytes).digest('hex');
  return { name, sql, checksum, outsideTransaction: sql.split(/\r?\n/, 1)[0] === OUTSIDE };
}
