import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** A running program and what it takes to stop it. */
export interface Running extends AsyncDisposable {
  readonly pid: number;
  /** Milliseconds from start to ready. */
  readonly readyAfter: number;
}

/** Node's flags as `npm start` gives them: what is measured is what people get. */
const { scripts } = JSON.parse(readFileSync(here('../package.json'), 'utf8')) as { scripts: { start: string } };
const flags = /node (.*) dist\/main\.js/.exec(scripts.start)?.[1]?.split(' ') ?? [];

/** Starts the built app and waits until it says that it is ready. */
export async function startDossier(env: Record<string, string>): Promise<Running> {
  const started = performance.now();
  const child = spawn(process.execPath, [...flags, here('../dist/main.js')], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const chunk of child.stdout.iterator({ destroyOnReturn: false }))
    if (String(chunk).includes('is ready')) break;
  child.stdout.resume();
  return running(child, performance.now() - started);
}

/** Starts the floor's program. */
export async function startFloor(env: Record<string, string>): Promise<Running> {
  const started = performance.now();
  const child = fork(here('./floor.ts'), { env: { ...process.env, ...env }, execArgv: ['--import', 'tsx'] });
  await once(child, 'message');
  return running(child, performance.now() - started);
}

function running(child: ChildProcess, readyAfter: number): Running {
  return {
    pid: child.pid ?? 0,
    readyAfter,
    async [Symbol.asyncDispose]() {
      if (child.exitCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

/** Resident memory of a process in MiB (Linux). */
export function residentMiB(pid: number): number {
  const kib = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kib) / 1024;
}
