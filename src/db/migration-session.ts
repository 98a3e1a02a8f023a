import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { hasCode } from './file.ts';
import { reachDatabase } from './reach.ts';

/** The key that Prisma's schema engine takes, so that the two tools wait for each other. */
const PRISMA_LOCK = 72_707_369;
const INVALID_VALUE = '22023';

/** Runs `work` in a session in which no other migrator is at work on this database. @throws DatabaseUnreachable */
export async function inMigrationSession<T>(
  url: string,
  log: (line: string) => void,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = await reachDatabase(url);
  try {
    await prepare(client);
    await lock(client, log);
    return await work(client);
  } finally {
    await client.end().catch(() => {}); // the lock goes with the session
  }
}

async function prepare(client: pg.Client): Promise<void> {
  await client.query(`SET statement_timeout = 0; SET idle_in_transaction_session_timeout = 0`);
  // Whoever waits for a table's lock makes everybody after it wait as well: rather fail and be started again.
  await client.query(`SET lock_timeout = '15s'`);
  try {
    // Otherwise the server finishes a long statement, and holds the lock, after we were killed.
    await client.query(`SET client_connection_check_interval = '500ms'`);
  } catch (error) {
    if (!hasCode(error, INVALID_VALUE)) throw error; // a server on a system that cannot look
  }
}

/**
 * By asking again, not by waiting in the server: a statement that waits keeps an old snapshot, for which the other
 * migrator's CREATE INDEX CONCURRENTLY would wait in turn.
 */
async function lock(client: pg.Client, log: (line: string) => void): Promise<void> {
  for (let tries = 0; tries < 6000; tries += 1) {
    const { rows } = await client.query<{ locked: boolean }>('SELECT pg_try_advisory_lock($1) AS locked', [
      PRISMA_LOCK,
    ]);
    if (rows[0]?.locked) return;
    if (tries === 0) log('Another process is migrating the database; waiting for it');
    await sleep(150);
  }
  throw new Error('Another process has been migrating the database for a quarter of an hour.');
}
