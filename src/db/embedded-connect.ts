import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { EmbeddedHome } from './embedded-home.ts';
import { hasCode, readIfThere } from './file.ts';

const WRONG_PASSWORD = '28P01';

/** Where a database of this server is, with the superuser's name and password. */
export function urlOf(home: EmbeddedHome, database: string): string {
  const password = readIfThere(home.password);
  const port = readIfThere(home.port);
  if (!password || !port) throw new Error(`${password ? home.port : home.password} of the built-in database is gone.`);
  return `postgresql://postgres:${password}@127.0.0.1:${port}/${encodeURIComponent(database)}`;
}

/** Waits for the server, recovery from a crash included. Throws when `gaveUp` says so, or after two minutes. */
export async function untilAnswers(home: EmbeddedHome, gaveUp: () => boolean = () => false): Promise<void> {
  for (let tries = 0; tries < 4000 && !gaveUp(); tries += 1) {
    if (await answers(home)) return;
    await sleep(25);
  }
  const said = readIfThere(home.log)?.split('\n').slice(-5).join('\n') ?? '';
  throw new Error(`The built-in database did not start. The end of ${home.log}:\n${said}`);
}

/** Makes the database if there is none of that name. */
export async function ensureDatabase(home: EmbeddedHome, database: string): Promise<void> {
  await connected(home, async (client) => {
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${pg.escapeIdentifier(database)}`);
  });
}

async function answers(home: EmbeddedHome): Promise<boolean> {
  try {
    await connected(home, async () => {});
    return true;
  } catch (error) {
    if (hasCode(error, WRONG_PASSWORD)) throw error;
    return false;
  }
}

async function connected<T>(home: EmbeddedHome, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: urlOf(home, 'postgres'), connectionTimeoutMillis: 2000 });
  client.on('error', () => {}); // whatever is in hand fails with it
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}
