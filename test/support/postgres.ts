import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';

/** A database of the test's own on the run's server; disposing drops it, whoever is still connected. */
export interface TestDatabase extends AsyncDisposable {
  /** Connects as superuser. */
  readonly url: string;
}

/** A migrated database without rows. About 50 ms: make one per test file. */
export function aDatabase(): Promise<TestDatabase> {
  return copyOf(inject('templateDatabase'));
}

/** A database with nothing in it, not even the tables. */
export function anEmptyDatabase(): Promise<TestDatabase> {
  return copyOf('template1');
}

async function copyOf(template: string): Promise<TestDatabase> {
  const name = `test_${randomBytes(8).toString('hex')}`;
  await onServer(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  const url = new URL(inject('postgresUrl'));
  url.pathname = `/${name}`;
  return {
    url: url.href,
    [Symbol.asyncDispose]: () => onServer(`DROP DATABASE ${name} WITH (FORCE)`),
  };
}

async function onServer(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('postgresUrl') });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
