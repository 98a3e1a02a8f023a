import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '../../src/db/embedded.ts';
import { migrate } from '../../src/db/migrate.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The run's server, as superuser. */
    postgresUrl: string;
    /** A migrated database to copy; nobody can connect to it. */
    templateDatabase: string;
  }
}

const TEMPLATE = 'template_of_tests';
// Durability is what the embedded server's own tests are for.
const FLAGS = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'autovacuum=off', 'max_connections=300'];

/** One embedded server for the whole run, with one migrated database for the tests to copy. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const directory = await realpath(await mkdtemp(path.join(tmpdir(), 'dossier-tests-')));
  const flags = FLAGS.flatMap((flag) => ['-c', flag]);
  const server = await startEmbedded(directory, { database: TEMPLATE, flags, log: () => {} });
  const url = server.url.replace(TEMPLATE, 'postgres');
  const stop = async () => {
    await server.stop();
    await rm(directory, { recursive: true });
  };
  try {
    await migrate({ url: server.url, directory: 'prisma/migrations', log: () => {} });
    await lockTemplate(url, directory);
  } catch (error) {
    await stop();
    throw error;
  }
  project.provide('postgresUrl', url);
  project.provide('templateDatabase', TEMPLATE);
  return stop;
}

async function lockTemplate(url: string, directory: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ data_directory: string }>('SHOW data_directory');
    if (!rows[0]?.data_directory.startsWith(directory)) throw new Error('The tests were given a foreign database.');
    await client.query(`ALTER DATABASE ${TEMPLATE} ALLOW_CONNECTIONS false`);
  } finally {
    await client.end();
  }
}
