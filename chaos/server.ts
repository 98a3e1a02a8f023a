import { randomBytes } from 'node:crypto';
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { startEmbedded } from '../src/db/embedded.ts';
import { migrate } from '../src/db/migrate.ts';

const template = 'template_of_chaos';

/** A Postgres of the run's own, with one migrated database to copy. */
export interface Server extends AsyncDisposable {
  /** A new migrated database, as superuser. */
  newDatabase(): Promise<string>;
}

export async function startServer(): Promise<Server> {
  const directory = await realpath(await mkdtemp(path.join(tmpdir(), 'dossier-chaos-')));
  const server = await startEmbedded(directory, {
    database: template,
    flags: ['-c', 'max_connections=400', '-c', 'autovacuum=off'],
    log: () => {},
  });
  await migrate({ url: server.url, directory: 'prisma/migrations', log: () => {} });
  return {
    async newDatabase() {
      const name = `chaos_${randomBytes(6).toString('hex')}`;
      await once(server.url.replace(template, 'postgres'), `CREATE DATABASE ${name} TEMPLATE ${template}`);
      return server.url.replace(template, name);
    },
    async [Symbol.asyncDispose]() {
      await server.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

async function once(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
