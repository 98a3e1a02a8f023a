// Starts the built app as a newcomer does, without any setting that matters: the page answers, everything is well, and
// a polite signal ends it with exit code 0.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

const patience = 60_000;
const home = await mkdtemp(join(tmpdir(), 'dossier-smoke-'));
const [port, pagePort] = [await freePort(), await freePort()];
const app = spawn(process.execPath, ['dist/main.js'], {
  stdio: ['ignore', 'pipe', 'inherit'],
  env: { PATH: process.env['PATH'], DATA_DIR: home, PORT: String(port), PLAYGROUND_PORT: String(pagePort) },
});
const exit = once(app, 'exit');
try {
  await readyLine(app);
  await expectAnswer(`http://127.0.0.1:${pagePort}/`, /<title>/);
  await expectAnswer(`http://127.0.0.1:${port}/healthz`, /"status":"ok"/);
  app.kill('SIGTERM');
  const [code] = await withinPatience(exit, 'the end');
  if (code !== 0) throw new Error(`SIGTERM ended it with exit code ${code}`);
  process.stdout.write('The app started, answered and stopped.\n');
} finally {
  app.kill('SIGKILL');
  await exit;
  await rm(home, { recursive: true, force: true });
}

/** Resolves when the app says where its page is. */
async function readyLine({ stdout }) {
  let said = '';
  const found = new Promise((resolve) => {
    stdout.on('data', (chunk) => {
      said += chunk;
      if (said.includes(`:${pagePort}`) && said.includes('is ready')) resolve(undefined);
    });
  });
  const died = exit.then(([code]) => {
    throw new Error(`the app ended with exit code ${code} before it was ready`);
  });
  await withinPatience(Promise.race([found, died]), 'the ready line');
}

async function expectAnswer(url, wanted) {
  const response = await fetch(url);
  const body = await response.text();
  if (response.status !== 200 || !wanted.test(body)) throw new Error(`${url} answered ${response.status}: ${body}`);
}

async function withinPatience(promise, what) {
  const giveUp = new AbortController();
  const late = setTimeout(patience, undefined, { signal: giveUp.signal }).then(() => {
    throw new Error(`waited ${patience / 1000} s for ${what}`);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    late.catch(() => undefined);
    giveUp.abort();
  }
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port: free } = server.address();
  server.close();
  await once(server, 'close');
  return free;
}
