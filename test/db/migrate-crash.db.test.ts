import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { startEmbedded } from '../../src/db/embedded.ts';
import { postmasterOf } from '../../src/db/embedded-postmaster.ts';
import { migrate } from '../../src/db/migrate.ts';
import { aChild } from '../support/child.ts';
import { aMigrationFolder } from '../support/migrations.ts';
import { anEmptyDatabase } from '../support/postgres.ts';
import { aSession, type Session } from '../support/session.ts';
import { until } from '../support/until.ts';

const MIGRATOR = path.join(import.meta.dirname, 'programs/migrator.ts');
const log = () => {};

/**
 * Each statement waits at a gate of its own number, which the test can hold shut. It looks again and again, for a wait
 * in a lock would end by `lock_timeout` as well.
 */
const gated = (tables: readonly number[]) =>
  tables
    .map(
      (n) => `DO $$ BEGIN
      WHILE NOT pg_try_advisory_xact_lock_shared(${n}) LOOP PERFORM pg_sleep(0.02); END LOOP;
    END $$;
    CREATE TABLE t${n} (id int);`,
    )
    .join('\n');
const FIRST = [1, 2, 3, 4, 5];
const SECOND = [6, 7, 8, 9, 10];
const GATES = [...FIRST, ...SECOND];
const NAMES = ['20260101000000_first', '20260102000000_second'] as const;
const migrations = { [NAMES[0]]: gated(FIRST), [NAMES[1]]: gated(SECOND) };

const shut = (session: Session, gate: number) => session.rows('SELECT pg_advisory_lock($1)', [gate]);
const open = (session: Session, gate: number) => session.rows('SELECT pg_advisory_unlock($1)', [gate]);
const untilWaiting = (session: Session) =>
  until(async () =>
    session
      .one(`SELECT count(*) > 0 FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'PgSleep'`)
      .then(Boolean),
  );
const untilAlone = (session: Session) =>
  until(async () =>
    session
      .one(
        `SELECT count(*) = 1 FROM pg_stat_activity WHERE datname = current_database() AND backend_type = 'client backend'`,
      )
      .then(Boolean),
  );

/** The migrations that are there with all their tables; throws when one is there in part or the books say otherwise. */
async function whole(session: Session): Promise<string[]> {
  const rows = await session.rows(`SELECT relname FROM pg_class WHERE relname ~ '^t[0-9]+$'`);
  const there = new Set(rows.map((row) => row['relname']));
  const done: string[] = [];
  for (const [name, tables] of [[NAMES[0], FIRST] as const, [NAMES[1], SECOND] as const]) {
    const made = tables.filter((n) => there.has(`t${n}`));
    if (made.length === tables.length) done.push(name);
    else expect(made, `${name} in part`).toEqual([]);
  }
  const books = await session.rows(
    'SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL ORDER BY 1',
  );
  expect(books.map((row) => row['migration_name'])).toEqual(done);
  return done;
}

describe('T-04: after kill -9 of the migrating process the schema is old or new, and the next run ends the work', () => {
  test.concurrent.each(GATES)('while statement %i runs: its session and its lock go with it', async (gate) => {
    await using database = await anEmptyDatabase();
    using folder = aMigrationFolder(migrations);
    await using session = await aSession(database.url);
    await shut(session, gate);
    await using child = aChild(MIGRATOR, [database.url, folder.directory]);
    await untilWaiting(session);
    await child.kill();
    await untilAlone(session); // the statement is still held up: the server saw that its client is gone
    expect(await whole(session)).toEqual(gate > 5 ? [NAMES[0]] : []);
    await open(session, gate);
    await migrate({ url: database.url, directory: folder.directory, log });
    expect(await whole(session)).toEqual(NAMES);
  });

  test.concurrent.each(GATES)('some milliseconds after statement %i', async (gate) => {
    await using database = await anEmptyDatabase();
    using folder = aMigrationFolder(migrations);
    await using session = await aSession(database.url);
    await shut(session, gate);
    await using child = aChild(MIGRATOR, [database.url, folder.directory]);
    await untilWaiting(session);
    await open(session, gate);
    await sleep((gate * 7) % 13);
    await child.kill();
    await untilAlone(session);
    await whole(session);
    await migrate({ url: database.url, directory: folder.directory, log });
    expect(await whole(session)).toEqual(NAMES);
  });
});

describe('T-04: when the server is killed', () => {
  test('the schema is old, and the next run ends the work', async () => {
    const directory = await mkdtemp(path.join(tmpdir(), 'dossier-crash-'));
    const server = await startEmbedded(directory, { database: 'app', log });
    using folder = aMigrationFolder(migrations);
    try {
      await using session = await aSession(server.url);
      await shut(session, 8);
      await using child = aChild(MIGRATOR, [server.url, folder.directory]);
      await untilWaiting(session);
      process.kill(await until(() => postmasterOf(path.join(directory, 'data'))), 'SIGKILL');
      expect(await child.ended()).toBe(1);
      await using again = await until(() => aSession(server.url).catch(() => undefined));
      expect(await whole(again)).toEqual([NAMES[0]]);
      await migrate({ url: server.url, directory: folder.directory, log });
      expect(await whole(again)).toEqual(NAMES);
    } finally {
      await server.stop();
      await rm(directory, { recursive: true });
    }
  });
});

describe('T-05: two migrators at once', () => {
  test('one applies, the other waits for it and finds nothing to do', async () => {
    await using database = await anEmptyDatabase();
    using folder = aMigrationFolder(migrations);
    await using session = await aSession(database.url);
    await shut(session, 3);
    await using first = aChild(MIGRATOR, [database.url, folder.directory]);
    await untilWaiting(session);
    await using second = aChild(MIGRATOR, [database.url, folder.directory]);
    expect(await second.line()).toMatch(/Another process is migrating/);
    await open(session, 3);
    expect([await first.line(), await first.line(), await first.line()].at(-1)).toBe('done: 2');
    expect(await second.line()).toBe('done: 0');
  });
});

describe('a migration that says it runs outside a transaction', () => {
  const indexed = (statements: string) => ({
    '20260101000000_table': 'CREATE TABLE busy (id int);',
    '20260102000000_index': `-- dossier: outside a transaction\n${statements}\n`,
  });

  test('is run again, whole, after kill -9 in the middle of building an index', async () => {
    await using database = await anEmptyDatabase();
    using folder = aMigrationFolder(
      indexed('DROP INDEX CONCURRENTLY IF EXISTS found;\nCREATE INDEX CONCURRENTLY found\n  ON busy (id);'),
    );
    await using session = await aSession(database.url);
    using onlyTable = aMigrationFolder({ '20260101000000_table': 'CREATE TABLE busy (id int);' });
    await migrate({ url: database.url, directory: onlyTable.directory, log });

    await using writer = await aSession(database.url);
    await writer.rows('BEGIN');
    await writer.rows('INSERT INTO busy VALUES (1)'); // the build waits for this transaction
    await using child = aChild(MIGRATOR, [database.url, folder.directory]);
    const state = `SELECT indisvalid FROM pg_index WHERE indexrelid = to_regclass('found')`;
    const building = `SELECT count(*)::int FROM pg_stat_activity
      WHERE datname = current_database() AND query LIKE '%CREATE INDEX%' AND pid <> pg_backend_pid()`;
    await until(async () => (await session.one(state)) === false);
    await child.kill();
    await until(async () => (await session.one(building)) === 0); // though it could not have been built yet
    await writer.rows('COMMIT');
    expect(await session.one(state)).toBe(false);

    await migrate({ url: database.url, directory: folder.directory, log });
    expect(await session.one(state)).toBe(true);
  });

  test('is not recorded while it leaves an index that cannot be used', async () => {
    await using database = await anEmptyDatabase();
    using folder = aMigrationFolder(indexed('CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS found ON busy (id);'));
    folder.write('20260101000000_table', 'CREATE TABLE busy AS SELECT 1 AS id FROM generate_series(1, 2);');
    const run = () => migrate({ url: database.url, directory: folder.directory, log });
    await expect(run()).rejects.toThrow(/could not create unique index/);
    await expect(run()).rejects.toThrow(/left the index found unusable/);
  });
});
