import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';

/** The built app as a process of its own, so that it can be looked at from outside, stopped and killed. */
export interface Program extends AsyncDisposable {
  readonly pid: number;
  /** What it printed so far, standard output and standard error by line, in the order in which it came. */
  lines(): readonly string[];
  /** The lines of its log. */
  log(): readonly LogLine[];
  /** The first line that matches, printed already or to come; rejects when the program ends without one. */
  said(pattern: RegExp): Promise<string>;
  signal(name: NodeJS.Signals): void;
  /** How it ended: its exit code, or null after a signal. */
  readonly ended: Promise<number | null>;
}

export type LogLine = Readonly<Record<string, unknown>> & { readonly msg: string; readonly level: number };

const main = 'dist/main.js';

/** Starts the built app with exactly these variables. Disposing kills it. */
export function aProgram(env: Readonly<Record<string, string>>): Program {
  if (!existsSync(main)) throw new Error(`${main} is not there: run "npm run build" first (npm test does)`);
  const { PATH = '' } = process.env;
  const child = spawn(process.execPath, [main], { env: { PATH, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  const lines: string[] = [];
  const waiting = new Set<() => void>();
  const wake = (): void => {
    for (const look of waiting) look();
  };
  for (const stream of [child.stdout, child.stderr]) {
    let rest = '';
    stream.setEncoding('utf8').on('data', (text: string) => {
      const parts = `${rest}${text}`.split('\n');
      rest = parts.pop() ?? '';
      lines.push(...parts);
      wake();
    });
    stream.on('end', () => {
      if (rest !== '') lines.push(rest);
    });
  }
  let isOver = false;
  // 'close' rather than 'exit': then everything that it printed has been read.
  const ended = once(child, 'close').then(([code]) => {
    isOver = true;
    wake();
    return code as number | null;
  });
  return {
    pid: child.pid ?? 0,
    lines: () => [...lines],
    log: () => lines.filter((line) => line.startsWith('{')).map((line) => JSON.parse(line) as LogLine),
    said: (pattern) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const found = lines.find((line) => pattern.test(line));
          if (found === undefined && !isOver) return;
          waiting.delete(look);
          if (found !== undefined) resolve(found);
          else reject(new Error(`The program ended without ${pattern}. It said:\n${lines.join('\n')}`));
        };
        waiting.add(look);
        look();
      }),
    signal: (name) => void child.kill(name),
    ended,
    async [Symbol.asyncDispose]() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** A port of this machine that nobody listens on. */
export async function aFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
