import { setTimeout as sleep } from 'node:timers/promises';

/** Polls until `check` answers something other than undefined or false; the test's own time-out is the limit. */
export async function until<T>(check: () => Promise<T | undefined | false> | T | undefined | false): Promise<T> {
  for (;;) {
    const answer = await check();
    if (answer !== undefined && answer !== false) return answer;
    await sleep(20);
  }
}
