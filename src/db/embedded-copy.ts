import { constants } from 'node:fs';
import { copyFile, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { openHome } from './embedded-home.ts';
import { hasCode } from './file.ts';

const KEPT = 2;
// What a running server makes anew: https://www.postgresql.org/docs/18/continuous-archiving.html, 25.3.4.3.
const MADE_ANEW = [
  'pg_dynshmem',
  'pg_notify',
  'pg_replslot',
  'pg_serial',
  'pg_snapshots',
  'pg_stat_tmp',
  'pg_subtrans',
];
const LEFT_OUT = ['postmaster.pid', 'postmaster.opts', 'pg_internal.init'];

/**
 * Copies the data directory of a running embedded server, as consistent as a base backup, and keeps the last two
 * copies (by name). To go back: stop everything that uses the server and put the copy's `data` in the place of `data`.
 *
 * @param url a superuser's connection to the server of that directory
 * @param name sorts after the names of earlier copies; a copy of the same name is replaced
 * @returns the copy's folder, which can also be opened by `startEmbedded` as it is
 */
export async function copyDataDirectory(directory: string, url: string, name: string): Promise<string> {
  const home = openHome(directory);
  const copy = path.join(home.copies, name);
  const unfinished = path.join(home.copies, '.unfinished');
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true, mode: 0o700 });
  await copyFile(home.password, path.join(unfinished, 'password'));
  await copyWhileRunning(url, home.data, path.join(unfinished, 'data'));
  await rm(copy, { recursive: true, force: true });
  await rename(unfinished, copy);
  await keepLast(home.copies);
  return copy;
}

async function copyWhileRunning(url: string, data: string, copy: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    // The slot keeps the log from being recycled while we copy; it goes with the session.
    await client.query(`SELECT pg_create_physical_replication_slot('copy', true, true)`);
    await client.query(`SELECT pg_backup_start('before migration', true)`);
    await copyTree(data, copy, (file) => file !== 'pg_wal' && !MADE_ANEW.includes(file));
    for (const name of MADE_ANEW) await mkdir(path.join(copy, name), { mode: 0o700 });
    const { rows } = await client.query<{ labelfile: string }>('SELECT labelfile FROM pg_backup_stop(false)');
    await copyTree(path.join(data, 'pg_wal'), path.join(copy, 'pg_wal'), () => true);
    for (const { labelfile } of rows) await writeFile(path.join(copy, 'backup_label'), labelfile, { mode: 0o600 });
  } finally {
    await client.end();
  }
}

async function copyTree(from: string, to: string, wanted: (name: string) => boolean): Promise<void> {
  await mkdir(to, { mode: 0o700 });
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const { name } = entry;
    if (!wanted(name) || LEFT_OUT.includes(name) || name.startsWith('pgsql_tmp')) continue;
    const [source, target] = [path.join(from, name), path.join(to, name)];
    if (entry.isDirectory()) await copyTree(source, target, () => true);
    else await copyFile(source, target, constants.COPYFILE_FICLONE).catch(ignoreVanished);
  }
}

/** A relation that is dropped while we copy is dropped again when the copy replays the log. */
function ignoreVanished(error: unknown): void {
  if (!hasCode(error, 'ENOENT')) throw error;
}

async function keepLast(copies: string): Promise<void> {
  const names = (await readdir(copies)).sort();
  for (const name of names.slice(0, -KEPT)) await rm(path.join(copies, name), { recursive: true });
}
