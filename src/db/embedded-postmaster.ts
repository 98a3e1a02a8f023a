import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { hasCode, readIfThere } from './file.ts';

/** The process id of the server that runs on a data directory. */
export function postmasterOf(data: string): number | undefined {
  const pid = Number(readIfThere(pidFile(data))?.split('\n')[0]);
  return Number.isInteger(pid) && pid > 0 && commandLine(pid)?.includes(data) ? pid : undefined;
}

/** Resolves when no server runs on the directory; one that nobody supervises any more is told to stop. */
export async function untilStopped(data: string, { tell }: { tell: boolean }): Promise<void> {
  for (let tries = 0; tries < 1200; tries += 1) {
    const pid = postmasterOf(data);
    if (pid === undefined) return forgetReusedPid(data);
    if (tell) interrupt(pid);
    await sleep(50);
  }
  throw new Error(`The built-in database in ${data} did not stop within a minute.`);
}

function interrupt(pid: number): void {
  try {
    process.kill(pid, 'SIGINT');
  } catch (error) {
    if (!hasCode(error, 'ESRCH')) throw error; // it has just gone
  }
}

/** After a crash its number may belong to any program (in a container it often does); Postgres would not start then. */
function forgetReusedPid(data: string): void {
  const pid = Number(readIfThere(pidFile(data))?.split('\n')[0]);
  if (pid > 0 && commandLine(pid) !== undefined) rmSync(pidFile(data), { force: true });
}

function pidFile(data: string): string {
  return path.join(data, 'postmaster.pid');
}

function commandLine(pid: number): string | undefined {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return undefined;
  }
}
