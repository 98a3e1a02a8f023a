/** What has to be closed again, in the reverse order in which it was opened. (Node 20 has no AsyncDisposableStack.) */
export interface Closing {
  /** To be closed later; gives it back. */
  use<T extends AsyncDisposable>(opened: T): T;
  defer(close: () => Promise<void>): void;
  /** Closes everything; one that fails does not keep the others open. Rejects with the first failure. */
  closeAll(): Promise<void>;
}

export function closing(): Closing {
  const closers: (() => Promise<void>)[] = [];
  return {
    use(opened) {
      closers.push(async () => opened[Symbol.asyncDispose]());
      return opened;
    },
    defer(close) {
      closers.push(close);
    },
    async closeAll() {
      const failures: unknown[] = [];
      for (let close = closers.pop(); close; close = closers.pop())
        await close().catch((error: unknown) => failures.push(error));
      if (failures.length > 0) throw failures[0];
    },
  };
}
