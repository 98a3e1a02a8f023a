import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** A TypeScript program of the tests, run as a process of its own so that it can be killed. */
export interface Child extends AsyncDisposable {
  readonly process: ChildProcess;
  /** The next line that it prints; rejects when it ends before that, with what it said. */
  line(): Promise<string>;
  /** Kills it with SIGKILL; resolves when it is gone. */
  kill(): Promise<void>;
  /** Resolves with its exit code (null after a signal). */
  ended(): Promise<number | null>;
}

/** Starts `program` (a path) with `args`. Disposing kills it. */
export function aChild(program: string, args: readonly string[]): Child {
  const child = spawn(process.execPath, ['--import', 'tsx', program, ...args], { stdio: ['pipe', 'pipe', 'pipe'] });
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  let complaints = '';
  child.stderr.on('data', (data) => {
    complaints += data;
  });
  const kill = async () => {
    child.kill('SIGKILL');
    await ended;
  };
  return {
    process: child,
    async line() {
      const next = await lines.next();
      if (next.done) throw new Error(`The program ended: ${complaints}`);
      return next.value;
    },
    kill,
    ended: () => ended,
    [Symbol.asyncDispose]: kill,
  };
}
