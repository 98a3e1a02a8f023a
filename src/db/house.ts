import path from 'node:path';
import type pg from 'pg';
import { createVault, type Vault } from '../lib/vault.ts';
import { startEmbedded } from './embedded.ts';
import { copyDataDirectory } from './embedded-copy.ts';
import { assertSameKeys, loadKeys, type Purpose } from './keys.ts';
import { migrate } from './migrate.ts';
import { reachDatabase } from './reach.ts';

/** A database that is in step with the code, and the keys that belong to it. */
export interface House {
  /** Connects as the owner of the schema. Holds a password. */
  readonly url: string;
  readonly vault: Vault;
  stop(): Promise<void>;
}

/**
 * Opens the database: the given one, or the built-in one in the home folder; brings it in step with the code; and makes
 * sure that it was sealed with these keys.
 * @throws EmbeddedUnavailable, DatabaseUnreachable, MigrationRefused, KeysRefused
 */
export async function openHouse(options: {
  home: string;
  databaseUrl: string | null;
  keys: readonly Buffer[];
  migrations: string;
  purpose: Purpose;
  log: (line: string) => void;
}): Promise<House> {
  const { home, databaseUrl, migrations, log } = options;
  const vault = createVault(loadKeys({ home, fromEnv: options.keys }));
  const directory = path.join(home, 'postgres');
  const server = databaseUrl === null ? await startEmbedded(directory, { database: 'dossier', log }) : null;
  const url = server?.url ?? databaseUrl ?? '';
  const stop = async (): Promise<void> => server?.stop();
  try {
    await migrate({
      url,
      directory: migrations,
      log,
      ...(server && {
        beforeChange: async (name: string) => {
          await copyDataDirectory(directory, url, name);
        },
      }),
    });
    await withClient(url, (client) => assertSameKeys(client, vault, options.purpose));
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, vault, stop };
}

async function withClient(url: string, run: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = await reachDatabase(url);
  try {
    await run(client);
  } finally {
    await client.end();
  }
}
