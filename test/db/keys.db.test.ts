import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { assertSameKeys, KeysRefused, loadKeys } from '../../src/db/keys.ts';
import { createVault } from '../../src/lib/vault.ts';
import { aChild } from '../support/child.ts';
import { aDatabase, type TestDatabase } from '../support/postgres.ts';

function aHome(): string {
  const home = mkdtempSync(path.join(tmpdir(), 'dossier-keys-'));
  onTestFinished(() => rmSync(home, { recursive: true }));
  return home;
}

describe('the key file', () => {
  test('is made once, for its owner alone, and read from then on', () => {
    const home = path.join(aHome(), 'live');
    const [key, ...others] = loadKeys({ home, fromEnv: [] });
    expect(key).toHaveLength(32);
    expect(others).toEqual([]);
    expect(statSync(path.join(home, 'keys')).mode & 0o777).toBe(0o600);
    expect(loadKeys({ home, fromEnv: [] })).toEqual([key]);
    expect(readdirSync(home)).toEqual(['keys']);
  });

  test('is not made when the environment brings a key', () => {
    const home = aHome();
    const key = randomBytes(32);
    expect(loadKeys({ home, fromEnv: [key] })).toEqual([key]);
    expect(readdirSync(home)).toEqual([]);
  });

  test('T-105: still opens after the environment has brought a key', () => {
    const home = aHome();
    const [old] = loadKeys({ home, fromEnv: [] });
    const key = randomBytes(32);
    expect(loadKeys({ home, fromEnv: [key] })).toEqual([key, old]);
  });

  test('may hold several keys, of which the first one seals', () => {
    const home = aHome();
    const keys = [randomBytes(32), randomBytes(32)];
    writeFileSync(path.join(home, 'keys'), keys.map((key) => `${key.toString('base64')}\n`).join(''), { mode: 0o600 });
    expect(loadKeys({ home, fromEnv: [] })).toEqual(keys);
  });

  test('is the same for processes that start at the same moment', async () => {
    const home = aHome();
    const program = path.join(import.meta.dirname, 'programs/key-loader.ts');
    const children = [1, 2, 3].map(() => aChild(program, [home]));
    const lines = await Promise.all(children.map((child) => child.line()));
    expect(new Set(lines)).toEqual(new Set([readFileSync(path.join(home, 'keys'), 'utf8').trim()]));
  });

  test.each([
    ['is empty', ''],
    ['holds a default key (T-82)', Buffer.alloc(32).toString('base64')],
    ['is cut short', 'aGFsZg=='],
  ])('is refused when it %s, and is left as it is', (_, text) => {
    const home = aHome();
    const file = path.join(home, 'keys');
    writeFileSync(file, text, { mode: 0o600 });
    expect(() => loadKeys({ home, fromEnv: [] })).toThrow(KeysRefused);
    expect(readFileSync(file, 'utf8')).toBe(text);
  });

  test('is refused when others can read it', () => {
    const home = aHome();
    loadKeys({ home, fromEnv: [] });
    chmodSync(path.join(home, 'keys'), 0o644);
    expect(() => loadKeys({ home, fromEnv: [] })).toThrow(/mode 644\). Run: chmod 600/);
  });
});

describe('T-104: the keys are those that the database was sealed with', () => {
  let database: TestDatabase;
  let client: pg.Client;
  beforeAll(async () => {
    database = await aDatabase();
    client = new pg.Client({ connectionString: database.url });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await database[Symbol.asyncDispose]();
  });
  beforeEach(async () => {
    await client.query('DELETE FROM "KeyCheck"');
  });

  const [one, other] = [randomBytes(32), randomBytes(32)];

  test('the first start seals the check, the same keys and a new one before them pass it', async () => {
    await assertSameKeys(client, createVault([one]), 'live');
    await assertSameKeys(client, createVault([one]), 'live');
    await assertSameKeys(client, createVault([other, one]), 'live');
  });

  test('another key is refused with a sentence, and nothing is written', async () => {
    await assertSameKeys(client, createVault([one]), 'live');
    const before = await client.query('SELECT * FROM "KeyCheck"');
    const refused = assertSameKeys(client, createVault([other]), 'live');
    await expect(refused).rejects.toThrow(KeysRefused);
    await expect(refused).rejects.toThrow(/The encryption key does not fit the database.*ENCRYPTION_KEY/);
    expect((await client.query('SELECT * FROM "KeyCheck"')).rows).toEqual(before.rows);
  });

  test.each([
    ['demo', 'live', 'a real workspace is not put into it'],
    ['live', 'demo', 'belongs to a real workspace'],
  ] as const)(
    'a database opened as %s is refused as %s: the invented company and a real one never mix',
    async (first, then, why) => {
      await assertSameKeys(client, createVault([one]), first);
      await expect(assertSameKeys(client, createVault([one]), then)).rejects.toThrow(why);
      await assertSameKeys(client, createVault([one]), first);
    },
  );

  test('of two that start a fresh database at once with different keys, one is refused', async () => {
    const second = new pg.Client({ connectionString: database.url });
    await second.connect();
    onTestFinished(() => second.end());
    const starts = [
      assertSameKeys(client, createVault([one]), 'live'),
      assertSameKeys(second, createVault([other]), 'live'),
    ];
    const outcomes = (await Promise.allSettled(starts)).map((start) => start.status);
    expect(outcomes.sort()).toEqual(['fulfilled', 'rejected']);
  });
});
