import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { migrate } from '../../src/db/migrate.ts';
import { MigrationRefused } from '../../src/db/migration-plan.ts';
import { aMigrationFolder } from '../support/migrations.ts';
import { anEmptyDatabase } from '../support/postgres.ts';
import { aSession } from '../support/session.ts';

const log = () => {};
const two = {
  '20260101000000_first': 'CREATE TABLE one (id int);\nINSERT INTO one VALUES (1);\n',
  '20260102000000_second': 'CREATE TABLE two (id int);\n',
};

/** What `migrate` was refused with. */
async function refusal(url: string, directory: string): Promise<MigrationRefused> {
  const error = await migrate({ url, directory, log }).then(
    () => undefined,
    (problem: unknown) => problem,
  );
  if (!(error instanceof MigrationRefused)) throw new Error('it was not refused', { cause: error });
  return error;
}

describe('migrating', () => {
  test('applies what is pending in order of names, once, with the rows that Prisma writes', async () => {
    await using database = await anEmptyDatabase();
    using folder = aMigrationFolder(two);
    const { url } = database;
    const names = Object.keys(two);
    expect(await migrate({ url, directory: folder.directory, log })).toEqual({ applied: names });
    expect(await migrate({ url, directory: folder.directory, log })).toEqual({ applied: [] });
    await using session = await aSession(url);
    const rows = await session.rows('SELECT * FROM _prisma_migrations ORDER BY migration_name');
    expect(rows.map((row) => row['migration_name'])).toEqual(names);
    expect(rows[1]).toMatchObject({
      id: expect.stringMatching(/^[\da-f-]{36}$/),
      checksum: createHash('sha256').update('CREATE TABLE two (id int);\n').digest('hex'),
      finished_at: expect.any(Date),
      started_at: expect.any(Date),
      rolled_back_at: null,
      logs: null,
      applied_steps_count: 1,
    });
  });

  test('asks for a copy before it changes a database that is in use, and only then', async () => {
    await using database = await anEmptyDatabase();
    using folder = aMigrationFolder(two);
    const asked: string[] = [];
    const run = () =>
      migrate({
        url: database.url,
        directory: folder.directory,
        log,
        beforeChange: async (name) => void asked.push(name),
      });
    await run();
    await run();
    expect(asked).toEqual([]);
    folder.write('20260103000000_third', 'CREATE TABLE three (id int);');
    folder.write('20260104000000_fourth', 'CREATE TABLE four (id int);');
    await run();
    expect(asked).toEqual(['20260103000000_third']);
  });

  test('takes a failing migration back whole and names its line; the one before it stays', async () => {
    await using database = await anEmptyDatabase();
    using folder = aMigrationFolder({ ...two, '20260102000000_second': 'CREATE TABLE two (id int);\nSELEC 1;\n' });
    const { url } = database;
    await expect(migrate({ url, directory: folder.directory, log })).rejects.toThrow(
      /20260102000000_second \(line 2\) failed: syntax error at or near "SELEC"/,
    );
    await using session = await aSession(url);
    expect(await session.one(`SELECT to_regclass('two')`)).toBeNull();
    folder.write('20260102000000_second', two['20260102000000_second']);
    expect(await migrate({ url, directory: folder.directory, log })).toEqual({ applied: ['20260102000000_second'] });
  });

  test('does not record a migration that ends the transaction itself', async () => {
    await using database = await anEmptyDatabase();
    using folder = aMigrationFolder({ '20260101000000_first': 'CREATE TABLE one (id int); COMMIT; BEGIN;' });
    const { url } = database;
    await expect(migrate({ url, directory: folder.directory, log })).rejects.toThrow(/take out its COMMIT/);
    await using session = await aSession(url);
    expect(await session.one('SELECT count(*)::int FROM _prisma_migrations')).toBe(0);
  });
});

describe('a database and a folder that do not belong together are refused', () => {
  test('T-05: when the database is newer than the code', async () => {
    await using database = await anEmptyDatabase();
    using folder = aMigrationFolder(two);
    await migrate({ url: database.url, directory: folder.directory, log });
    folder.remove('20260102000000_second');
    const { reason, message } = await refusal(database.url, folder.directory);
    expect(reason).toBe('newer');
    expect(message).toContain('20260102000000_second');
  });

  test('T-05: when an applied migration was edited, and then nothing is applied', async () => {
    await using database = await anEmptyDatabase();
    using folder = aMigrationFolder(two);
    const { url } = database;
    await migrate({ url, directory: folder.directory, log });
    folder.write('20260101000000_first', `${two['20260101000000_first']} `);
    folder.write('20260103000000_third', 'CREATE TABLE three (id int);');
    const { reason, message } = await refusal(url, folder.directory);
    expect(reason).toBe('edited');
    expect(message).toContain('20260101000000_first');
    await using session = await aSession(url);
    expect(await session.one(`SELECT to_regclass('three')`)).toBeNull();
  });

  test('when Prisma left a migration unfinished; one that was resolved as rolled back is applied again', async () => {
    await using database = await anEmptyDatabase();
    using folder = aMigrationFolder(two);
    const { url } = database;
    await using session = await aSession(url);
    using empty = aMigrationFolder();
    await migrate({ url, directory: empty.directory, log });
    await session.rows(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ('x', 'x', '20260101000000_first')`,
    );
    expect((await refusal(url, folder.directory)).reason).toBe('unfinished');
    await session.rows('UPDATE _prisma_migrations SET rolled_back_at = now()');
    expect((await migrate({ url, directory: folder.directory, log })).applied).toHaveLength(2);
  });
});
