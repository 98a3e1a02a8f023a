import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ClientBase } from 'pg';
import { readKey } from '../lib/key.ts';
import { SealBroken, type Vault } from '../lib/vault.ts';
import { hasCode, readIfThere } from './file.ts';

/** The keys are not to be used as they are; nothing was changed. The message is for the operator. */
export class KeysRefused extends Error {
  override readonly name = 'KeysRefused';
}

/**
 * The keys for `createVault`: those of the environment, then those of the file `keys` in the home folder (one key per
 * line, the first one seals), which is made when there is no key at all. Throws `KeysRefused`.
 */
export function loadKeys({ home, fromEnv }: { home: string; fromEnv: readonly Buffer[] }): Buffer[] {
  const file = path.join(home, 'keys');
  if (fromEnv.length === 0 && readIfThere(file) === undefined) createKeyFile(home, file);
  const text = readIfThere(file);
  return [...fromEnv, ...(text === undefined ? [] : parseKeyFile(file, text))];
}

function parseKeyFile(file: string, text: string): Buffer[] {
  const mode = statSync(file).mode & 0o777;
  if (mode & 0o077) {
    throw new KeysRefused(`Others can read the key file ${file} (mode ${mode.toString(8)}). Run: chmod 600 ${file}`);
  }
  return text.split(/\s+/).map((line, index) => {
    const key = readKey(line);
    if (!key) throw new KeysRefused(`Line ${index + 1} of the key file ${file} is not a key of 32 bytes in base64.`);
    return key;
  });
}

/** Whole and on the disk before it has its name: of two processes that start at once, one makes it and both read it. */
function createKeyFile(home: string, file: string): void {
  mkdirSync(home, { recursive: true });
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  writeFileSync(draft, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flag: 'wx', flush: true });
  try {
    linkSync(draft, file);
    syncFolder(home);
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
  } finally {
    rmSync(draft);
  }
}

function syncFolder(folder: string): void {
  const opened = openSync(folder, 'r');
  fsyncSync(opened);
  closeSync(opened);
}

const CONTEXT = 'KeyCheck.sealed';

/** What a database is used for: the invented company of the local Slack, or a real workspace. Never both. */
export type Purpose = 'demo' | 'live';

/**
 * Compares keys and purpose with those that the database was first opened with: a text kept in it must open, and it is
 * the purpose. When keys are replaced, it is the last thing to be sealed again. Throws `KeysRefused`.
 *
 * @param client may write the table "KeyCheck"
 */
export async function assertSameKeys(client: Pick<ClientBase, 'query'>, vault: Vault, purpose: Purpose): Promise<void> {
  await client.query('INSERT INTO "KeyCheck" (id, sealed) VALUES (1, $1) ON CONFLICT (id) DO NOTHING', [
    vault.seal(purpose, CONTEXT),
  ]);
  const { rows } = await client.query<{ sealed: string }>('SELECT sealed FROM "KeyCheck" WHERE id = 1');
  for (const { sealed } of rows) {
    const found = opened(vault, sealed);
    if (found !== purpose) throw new KeysRefused(otherPurpose[purpose]);
  }
}

const otherPurpose: Record<Purpose, string> = {
  demo: 'This database belongs to a real workspace; the local Slack and its invented company are not put into it. Set the Slack tokens, or another DATABASE_URL.',
  live: 'This database holds the invented company of the local Slack; a real workspace is not put into it. Set another DATABASE_URL.',
};

function opened(vault: Vault, sealed: string): string {
  try {
    return vault.open(sealed, CONTEXT);
  } catch (error) {
    if (!(error instanceof SealBroken)) throw error;
    throw new KeysRefused(
      'The encryption key does not fit the database: what it holds was sealed with another key. ' +
        `Start Dossier with the key file or ENCRYPTION_KEY that it had before. (${error.message})`,
      { cause: error },
    );
  }
}
