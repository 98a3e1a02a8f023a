import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, constants, openSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { hasCode } from './file.ts';

const PATIENCE_SECONDS = 120;
const MACOS_O_EXLOCK = 0x20;

/**
 * Runs `work` while no other process is inside for the same file. The kernel holds the lock and drops it when its
 * owner is gone, however that went: a lock file with a process id in it can be neither trusted nor safely broken.
 */
export async function exclusively<T>(file: string, work: () => Promise<T>): Promise<T> {
  const held = process.platform === 'darwin' ? await lockAtOpen(file) : await lockByCommand(file);
  try {
    return await work();
  } finally {
    closeSync(held);
  }
}

/** The lock belongs to the open file, which `flock` shares with us: it stays when that command has ended. */
async function lockByCommand(file: string): Promise<number> {
  const held = openSync(file, constants.O_RDWR | constants.O_CREAT, 0o600);
  try {
    const command = spawn('flock', ['--exclusive', '--timeout', String(PATIENCE_SECONDS), '3'], {
      stdio: ['ignore', 'ignore', 'ignore', held],
    });
    const [code] = await once(command, 'exit');
    if (code === 0) return held;
  } catch (error) {
    closeSync(held);
    throw new Error('The built-in database needs the command flock (package util-linux).', { cause: error });
  }
  closeSync(held);
  throw stillLocked(file);
}

async function lockAtOpen(file: string): Promise<number> {
  const flags = constants.O_RDWR | constants.O_CREAT | constants.O_NONBLOCK | MACOS_O_EXLOCK;
  for (let waited = 0; waited < PATIENCE_SECONDS * 1000; waited += 50) {
    try {
      return openSync(file, flags, 0o600);
    } catch (error) {
      if (!hasCode(error, 'EAGAIN')) throw error;
    }
    await sleep(50);
  }
  throw stillLocked(file);
}

function stillLocked(file: string): Error {
  return new Error(`Another process has been starting or stopping the built-in database for two minutes (${file}).`);
}
