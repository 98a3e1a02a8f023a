import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { type MigrationFile, readMigrations } from './migration-file.ts';
import { type MigrationRow, planMigrations } from './migration-plan.ts';
import { inMigrationSession } from './migration-session.ts';

export interface MigrateOptions {
  /** A connection as the owner of the schema, straight to the server: a pooler would lose the lock. */
  readonly url: string;
  /** Prisma's `migrations` folder. */
  readonly directory: string;
  readonly log: (line: string) => void;
  /** Called once before the first change to a database that has been migrated before, with the first pending name. */
  readonly beforeChange?: (pending: string) => Promise<void>;
}

/**
 * Applies the pending migrations as `prisma migrate deploy` does (same table, checksums and lock, so both can be used
 * on one database), but each file and its row in one transaction: whatever is killed, the schema is old or new.
 *
 * Throws `MigrationRefused` when database and folder do not belong together; nothing was changed then.
 */
export async function migrate({ url, directory, log, beforeChange }: MigrateOptions): Promise<{ applied: string[] }> {
  return inMigrationSession(url, log, async (client) => {
    await client.query(TABLE);
    const files = readMigrations(directory);
    const rows = await readRows(client);
    const pending = planMigrations(files, rows);
    const [first] = pending;
    if (first && rows.length > 0) await beforeChange?.(first.name);
    for (const file of pending) {
      await apply(client, file);
      log(`Applied migration ${file.name}`);
    }
    const left = planMigrations(files, await readRows(client));
    if (left.length > 0) throw new Error(`Applied, but not in _prisma_migrations: ${left.map((file) => file.name)}`);
    return { applied: pending.map((file) => file.name) };
  });
}

async function apply(client: pg.Client, file: MigrationFile): Promise<void> {
  try {
    await (file.outsideTransaction ? applyOutside(client, file) : applyInside(client, file));
  } catch (error) {
    if (!(error instanceof pg.DatabaseError)) throw error;
    throw new Error(`Migration ${file.name}${lineOf(file, error)} failed: ${error.message}`, { cause: error });
  }
}

async function applyInside(client: pg.Client, file: MigrationFile): Promise<void> {
  await client.query('BEGIN');
  try {
    const begun = await transaction(client);
    await client.query(file.sql);
    if ((await transaction(client)) !== begun) {
      throw new Error(`Migration ${file.name} ends its transaction itself; take out its COMMIT or ROLLBACK.`);
    }
    await record(client, file);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {}); // the connection may be what failed
    throw error;
  }
}

/**
 * One statement at a time, and the row when all are done. After a kill the whole file runs again, so it has to begin
 * by dropping what an unfinished run left: `DROP INDEX CONCURRENTLY IF EXISTS …;`. Statements end at the end of a line.
 */
async function applyOutside(client: pg.Client, file: MigrationFile): Promise<void> {
  await client.query('SET lock_timeout = 0'); // nobody waits behind a concurrent build
  for (const statement of file.sql.split(/(?<=;)\s*$/m)) await client.query(statement);
  await client.query(`SET lock_timeout = '15s'`);
  const { rows } = await client.query<{ name: string }>(
    'SELECT indexrelid::regclass::text AS name FROM pg_index WHERE NOT indisvalid',
  );
  const [invalid] = rows;
  if (invalid) throw new Error(`Migration ${file.name} left the index ${invalid.name} unusable: drop it there first.`);
  await record(client, file);
}

async function record(client: pg.Client, file: MigrationFile): Promise<void> {
  await client.query(
    `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, finished_at, applied_steps_count)
     VALUES ($1, $2, $3, clock_timestamp(), 1)`,
    [randomUUID(), file.checksum, file.name],
  );
}

async function transaction(client: pg.Client): Promise<string | undefined> {
  const { rows } = await client.query<{ id: string }>('SELECT pg_current_xact_id()::text AS id');
  return rows[0]?.id;
}

async function readRows(client: pg.Client): Promise<MigrationRow[]> {
  const { rows } = await client.query<MigrationRow>(
    `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished
     FROM "_prisma_migrations" WHERE rolled_back_at IS NULL ORDER BY started_at`,
  );
  return rows;
}

function lineOf(file: MigrationFile, { position }: pg.DatabaseError): string {
  if (!position || file.outsideTransaction) return '';
  return ` (line ${file.sql.slice(0, Number(position)).split('\n').length})`;
}

// As Prisma makes it.
const TABLE = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  id VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum VARCHAR(64) NOT NULL,
  finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL,
  logs TEXT,
  rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`;
