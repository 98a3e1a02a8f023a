import { randomUUID } from 'node:crypto';
import { closeSync, constants, openSync, readSync, writeSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { EmbeddedHome } from './embedded-home.ts';
import { hasCode, readIfThere } from './file.ts';

/**
 * Opens the users' pipe for writing and waits until the supervisor has counted us; the server runs as long as somebody
 * has the pipe open so. Undefined: there is no supervisor, or it was just leaving.
 */
export async function joinUsers(home: EmbeddedHome): Promise<number | undefined> {
  const held = openIfWatched(home.users);
  if (held === undefined || (await beCounted(home, held))) return held;
  closeSync(held);
  return undefined;
}

/**
 * To have the pipe open is not enough: the supervisor may have seen its end an instant before. So we say a name until
 * it is repeated to us. False: there is nobody to hear it.
 */
export async function beCounted(home: EmbeddedHome, held: number): Promise<boolean> {
  const me = randomUUID();
  for (let tries = 0; tries < 2000; tries += 1) {
    if (readIfThere(home.joined) === me) return true;
    if (!say(held, `${me}\n`)) return false;
    await sleep(5);
  }
  throw new Error(`The supervisor of the built-in database does not answer (${home.users}).`);
}

/** Closes our end. True: nobody else holds the pipe, so the supervisor stops the server now. */
export function leaveUsers(home: EmbeddedHome, held: number): boolean {
  closeSync(held);
  const probe = openSync(home.users, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const ignored = Buffer.alloc(4096);
    while (readSync(probe, ignored) > 0); // only repeats of names that were already counted
    return true;
  } catch (error) {
    if (hasCode(error, 'EAGAIN')) return false; // somebody has it open
    throw error;
  } finally {
    closeSync(probe);
  }
}

function openIfWatched(pipe: string): number | undefined {
  try {
    return openSync(pipe, constants.O_WRONLY | constants.O_NONBLOCK);
  } catch (error) {
    if (hasCode(error, 'ENXIO', 'ENOENT')) return undefined;
    throw error;
  }
}

/** False: nobody reads the pipe any more. */
function say(pipe: number, line: string): boolean {
  try {
    writeSync(pipe, line);
  } catch (error) {
    if (hasCode(error, 'EPIPE')) return false;
    if (!hasCode(error, 'EAGAIN')) throw error;
  }
  return true;
}
