// Do the migrations make the schema? Asks Prisma on a throw-away server. Needs the built app, and an engine in
// PRISMA_SCHEMA_ENGINE_BINARY where Prisma's own cannot be downloaded. Exit code 0: in step, 2: they differ.
import { spawnSync } from 'node:child_process';
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded } from '../dist/db/embedded.js';

const directory = await realpath(await mkdtemp(join(tmpdir(), 'dossier-drift-')));
const server = await startEmbedded(directory, { database: 'drift', flags: ['-c', 'fsync=off'], log: () => {} });
const question = ['--from-migrations', 'prisma/migrations', '--to-schema', 'prisma/schema.prisma', '--exit-code'];
try {
  const { status } = spawnSync('npx', ['--no-install', 'prisma', 'migrate', 'diff', ...question], {
    stdio: 'inherit',
    env: { ...process.env, DATABASE_URL: server.url },
  });
  process.exitCode = status ?? 1;
} finally {
  await server.stop();
  await rm(directory, { recursive: true });
}
