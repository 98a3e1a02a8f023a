import { randomInt } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { readIfThere } from './file.ts';

// Below the range from which the system takes the near ends of outgoing connections: one of those would keep a
// crashed server from coming back on its port.
const LOWEST = 20_000;
const HIGHEST = 32_000;

/** The port that the file remembers, or a new free one (remembered) when there is none or another program has it. */
export async function keptPort(file: string): Promise<number> {
  const kept = Number(readIfThere(file));
  if (Number.isInteger(kept) && kept > 0 && kept < 65_536 && (await isFree(kept))) return kept;
  const port = await freePort();
  writeFileSync(file, `${port}\n`, { mode: 0o600 });
  return port;
}

async function freePort(): Promise<number> {
  const port = randomInt(LOWEST, HIGHEST);
  return (await isFree(port)) ? port : freePort();
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
