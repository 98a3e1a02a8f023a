import { execFileSync } from 'node:child_process';
import { lchownSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

const NOBODY = 65534;
const OWN_NAMESPACE = ['unshare', '--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`];

/**
 * What to put before a command of Postgres, which refuses to run as root.
 *
 * In a user namespace root looks like `nobody` to it and still owns its files. Where that is not allowed (Docker's
 * default profile), the data directory is given to `nobody`, who then runs the server; each folder above it must let
 * others through.
 */
export function asOrdinaryUser(data: string, namespaceAllowed: () => boolean = canMakeNamespace): string[] {
  if (process.getuid?.() !== 0) return [];
  const owner = statSync(data).uid;
  if (owner !== 0) return asUser(owner);
  if (namespaceAllowed()) return OWN_NAMESPACE;
  give(data, NOBODY);
  return asUser(NOBODY);
}

function asUser(id: number): string[] {
  return ['setpriv', `--reuid=${id}`, `--regid=${id}`, '--clear-groups'];
}

function canMakeNamespace(): boolean {
  try {
    execFileSync('unshare', [...OWN_NAMESPACE.slice(1), 'true'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function give(directory: string, id: number): void {
  lchownSync(directory, id, id);
  for (const name of readdirSync(directory, { recursive: true, encoding: 'utf8' })) {
    lchownSync(path.join(directory, name), id, id);
  }
}
