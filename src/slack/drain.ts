/** Counts work in flight, so that stopping can wait for it. */
export interface InFlight {
  /** Runs `work` and counts it until it has settled. */
  during<T>(work: () => Promise<T>): Promise<T>;
  count(): number;
  /** Waits until nothing is in flight, at most `capMs` milliseconds; true when all was done. */
  drain(capMs?: number): Promise<boolean>;
}

export function inFlight(): InFlight {
  let count = 0;
  let whenIdle: (() => void)[] = [];
  const done = (): void => {
    count -= 1;
    if (count > 0) return;
    for (const tell of whenIdle) tell();
    whenIdle = [];
  };
  return {
    during(work) {
      count += 1;
      return work().finally(done);
    },
    count: () => count,
    drain(capMs = 10_000) {
      if (count === 0) return Promise.resolve(true);
      return new Promise((resolve) => {
        const cap = setTimeout(() => resolve(false), capMs);
        whenIdle.push(() => {
          clearTimeout(cap);
          resolve(true);
        });
      });
    },
  };
}
