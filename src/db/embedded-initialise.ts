import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Binaries } from './embedded-binaries.ts';
import type { EmbeddedHome } from './embedded-home.ts';
import { asOrdinaryUser } from './embedded-owner.ts';

// The character classes that pg_trgm asks for come from here: under C it takes Chinese for punctuation. macOS has no
// C.UTF-8. Order and case come from Postgres' own C.UTF-8, the same everywhere and on every version of the system.
const CHARACTER_TYPES = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8';

/** Makes the data directory if there is none. Whole or not at all: it gets its name when it is finished. */
export function initialise(home: EmbeddedHome, binaries: Binaries): void {
  if (existsSync(home.data)) return;
  const unfinished = `${home.data}.unfinished`;
  const data = path.join(unfinished, 'data');
  const passwordCopy = path.join(unfinished, 'password');
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o711 });
  mkdirSync(data, { mode: 0o700 });

  const password = randomBytes(24).toString('base64url');
  writeFileSync(home.password, password, { mode: 0o600, flush: true });
  const prefix = asOrdinaryUser(data);
  writeFileSync(passwordCopy, password, { mode: 0o600 });
  chownSync(passwordCopy, statSync(data).uid, statSync(data).gid);

  run([...prefix, binaries.initdb, '-D', data, '--username=postgres', `--pwfile=${passwordCopy}`, ...SETTINGS]);
  renameSync(data, home.data);
  rmSync(unfinished, { recursive: true });
}

const SETTINGS = [
  '--auth=scram-sha-256',
  '--encoding=UTF8',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--locale=C',
  `--lc-ctype=${CHARACTER_TYPES}`,
  '--no-instructions',
];

function run([command = '', ...args]: string[]): void {
  execFileSync(command, args, { stdio: ['ignore', 'ignore', 'pipe'] });
}
