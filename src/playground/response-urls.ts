import { randomUUID } from 'node:crypto';
import type { World } from './world.ts';

/** A response URL works five times, for half an hour. */
const USES = 5;
const LIVES_MS = 30 * 60_000;

/** Where an answer through a response URL goes, and which message it may replace. */
export interface ResponseTarget {
  readonly channelId: string;
  readonly userId: string;
  readonly messageTs: string | undefined;
}

export interface ResponseUrls {
  issue(target: ResponseTarget): string;
  /** One use. Nothing when the URL is unknown, worn out or too old. */
  use(id: string): ResponseTarget | undefined;
}

/** @param base where the local Slack listens, without a slash at the end */
export function newResponseUrls(world: World, base: string): ResponseUrls {
  const issued = new Map<string, { readonly target: ResponseTarget; readonly at: number; left: number }>();
  const now = () => world.clock.real().getTime();
  const forgetOld = () => {
    for (const [id, { at, left }] of issued) if (left === 0 || now() - at > LIVES_MS) issued.delete(id);
  };
  return {
    issue(target) {
      forgetOld();
      const id = randomUUID();
      issued.set(id, { target, at: now(), left: USES });
      return `${base}/hooks/${id}`;
    },
    use(id) {
      const hook = issued.get(id);
      if (!hook || hook.left === 0 || now() - hook.at > LIVES_MS) return undefined;
      hook.left -= 1;
      return hook.target;
    },
  };
}
