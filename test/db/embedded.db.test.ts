import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterEach, describe, expect, onTestFinished, test } from 'vitest';
import { type EmbeddedServer, startEmbedded } from '../../src/db/embedded.ts';
import { findBinaries } from '../../src/db/embedded-binaries.ts';
import { copyDataDirectory } from '../../src/db/embedded-copy.ts';
import { asOrdinaryUser } from '../../src/db/embedded-owner.ts';
import { postmasterOf } from '../../src/db/embedded-postmaster.ts';
import { aChild } from '../support/child.ts';
import { until } from '../support/until.ts';

const USER = path.join(import.meta.dirname, 'programs/embedded-user.ts');
const atTheEnd: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const step of atTheEnd.splice(0).reverse()) await step();
});

function aDirectory(): string {
  const directory = mkdtempSync(path.join(tmpdir(), 'dossier-embedded-'));
  atTheEnd.push(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

async function aServer(directory: string): Promise<EmbeddedServer> {
  const server = await startEmbedded(directory, { database: 'app', flags: ['-c', 'fsync=off'], log: () => {} });
  atTheEnd.push(() => server.stop());
  return server;
}

async function one(url: string, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url, query_timeout: 5000 });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query(sql);
    return Object.values(rows[0] ?? {})[0];
  } finally {
    await client.end().catch(() => {});
  }
}

const pidOf = (directory: string) => postmasterOf(path.join(directory, 'data'));

describe('the built-in database', () => {
  test('is UTF-8, folds accented letters and finds Chinese by trigrams', async () => {
    const { url } = await aServer(aDirectory());
    expect(await one(url, 'SHOW server_encoding')).toBe('UTF8');
    expect(await one(url, `SELECT lower('É') = 'é'`)).toBe(true);
    await one(url, 'CREATE EXTENSION pg_trgm');
    expect(await one(url, `SELECT similarity('北京华为技术', '华为技术') > 0.3`)).toBe(true);
    expect(await one(url, 'SELECT version()')).toContain('PostgreSQL 18.4');
  });

  test('asks for the password, which only its owner can read', async () => {
    const directory = aDirectory();
    const { url } = await aServer(directory);
    const without = new URL(url);
    without.password = 'guess';
    await expect(one(without.href, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
    expect(statSync(path.join(directory, 'password')).mode & 0o777).toBe(0o600);
    expect(readFileSync(path.join(directory, 'server.log'), 'utf8')).not.toContain(new URL(url).password);
  });

  test('is one server for all who open the directory, at the same moment too, until the last of them stops', async () => {
    const directory = aDirectory();
    const [first, second] = await Promise.all([aServer(directory), aServer(directory)]);
    expect(second.url).toBe(first.url);
    await first.stop();
    expect(await one(second.url, 'SELECT 1')).toBe(1);
    await second.stop();
    expect(pidOf(directory)).toBeUndefined();
  });

  test('outlives a killed user while another is there, and stops when the last is killed', async () => {
    const directory = aDirectory();
    await using starter = aChild(USER, [directory]);
    const url = await starter.line();
    await using other = aChild(USER, [directory]);
    expect(await other.line()).toBe(url);
    await starter.kill();
    expect(await one(url, 'SELECT 1')).toBe(1);
    await other.kill();
    await until(() => pidOf(directory) === undefined);
  });

  test('comes back on the same port, with its rows, after it crashed', async () => {
    const directory = aDirectory();
    const { url } = await aServer(directory);
    await one(url, 'CREATE TABLE kept AS SELECT 7 AS n');
    for (let crash = 0; crash < 2; crash += 1) {
      const pid = await until(() => pidOf(directory));
      process.kill(pid, 'SIGKILL');
      expect(await until(() => one(url, 'SELECT n FROM kept').catch(() => undefined))).toBe(7);
      expect(pidOf(directory)).not.toBe(pid);
    }
  });

  test('keeps its port when it is started again, and takes another when a program has it', async () => {
    const directory = aDirectory();
    const first = await aServer(directory);
    await first.stop();
    const second = await aServer(directory);
    expect(second.url).toBe(first.url);
    await second.stop();
    const intruder = createServer().listen(Number(new URL(first.url).port), '127.0.0.1');
    onTestFinished(() => void intruder.close());
    const third = await aServer(directory);
    expect(new URL(third.url).port).not.toBe(new URL(first.url).port);
    expect(await one(third.url, 'SELECT 1')).toBe(1);
  });

  test.skipIf(process.getuid?.() !== 0)('runs as nobody where root cannot have a user namespace', async () => {
    const directory = aDirectory();
    chmodSync(directory, 0o711);
    const first = await aServer(directory);
    await first.stop();
    const prefix = asOrdinaryUser(path.join(directory, 'data'), () => false);
    expect(prefix).toEqual(['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups']);
    const second = await aServer(directory);
    expect(await one(second.url, 'SELECT 1')).toBe(1);
    expect(statSync(`/proc/${pidOf(directory)}`).uid).toBe(65534);
  });

  test('says at once why it does not start', async () => {
    const directory = aDirectory();
    const flags = ['-c', 'shared_buffers=nonsense'];
    const start = startEmbedded(directory, { database: 'app', flags, log: () => {} });
    await expect(start).rejects.toThrow(/did not start[\s\S]*shared_buffers/);
  });

  test('asks for DATABASE_URL where it cannot run', () => {
    expect(() => findBinaries('win32', 'x64')).toThrow(/cannot run here.*win32.*Set DATABASE_URL/);
    expect(() => findBinaries('linux', 's390x')).toThrow(/linux-s390x is not installed\. Set DATABASE_URL/);
  });
});

describe('a copy of the data directory', () => {
  test('holds what was committed and can be opened by itself; only the last two are kept', async () => {
    const directory = aDirectory();
    const { url } = await aServer(directory);
    await one(url, 'CREATE TABLE kept AS SELECT generate_series(1, 5000) AS n');
    const busy = { stop: false };
    const writing = (async () => {
      while (!busy.stop) await one(url, 'INSERT INTO kept SELECT max(n) + 1 FROM kept');
    })();
    const copies = [];
    for (const name of ['1_first', '2_second', '3_third']) copies.push(await copyDataDirectory(directory, url, name));
    busy.stop = true;
    await writing;
    await one(url, 'DROP TABLE kept');

    const [gone = '', , last = ''] = copies;
    expect(() => statSync(gone)).toThrow(/ENOENT/);
    const copy = await aServer(last);
    expect(await one(copy.url, 'SELECT count(*) >= 5000 AND count(*) = max(n) FROM kept')).toBe(true);
  });
});
