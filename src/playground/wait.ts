import type { World } from './world.ts';

/** How long a test waits before it gives up. Only a failing test ever waits so long. */
const PATIENCE_MS = 5000;

export interface Waiting {
  /** What is waited for, for the failure's text. */
  readonly what?: string;
  readonly withinMs?: number;
}

/**
 * Waits until a condition holds, looking after every change instead of every so often.
 * @param look gives what was waited for, or something empty (`undefined`, `null`, `false`) for "not yet"
 * @param scene says what there is instead, for the failure's text
 * @throws Error when it does not come to hold in time
 */
export function waitUntil<Found>(
  world: World,
  look: () => Found,
  scene: () => string,
  { what = look.toString(), withinMs = PATIENCE_MS }: Waiting = {},
): Promise<Exclude<Found, undefined | null | false>> {
  return new Promise((resolve, reject) => {
    const finish = (end: () => void) => {
      clearTimeout(timer);
      stop();
      end();
    };
    const check = () => {
      try {
        const found = look();
        if (isFound(found)) finish(() => resolve(found));
      } catch (error) {
        finish(() => reject(error));
      }
    };
    const timer = setTimeout(
      () => finish(() => reject(new Error(`Waited ${withinMs} ms in vain for: ${what}\nThere is:\n${scene()}`))),
      withinMs,
    );
    const stop = world.onChange(check);
    check();
  });
}

function isFound<Found>(found: Found): found is Exclude<Found, undefined | null | false> {
  return found !== undefined && found !== null && found !== false;
}
