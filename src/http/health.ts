import { within } from '../lib/within.ts';
import { type Route, sendJson } from './server.ts';

/** What one part of the app says of itself in one word (`ok`, `connected`); not well where it throws or takes too long. */
interface Probe {
  readonly well: boolean;
  readonly word: string;
}
export type Probes = Readonly<Record<string, () => Promise<Probe>>>;

/**
 * `GET /healthz`: 200 when every probe is well, else 503; the words and the version as JSON, no details.
 * A probe that has not answered after `limitMs` is `slow`.
 */
export function healthRoute({
  version,
  probes,
  limitMs = 2_000,
}: {
  version: string;
  probes: Probes;
  limitMs?: number;
}): Route {
  return {
    method: 'GET',
    path: '/healthz',
    async handle(_request, response) {
      const found = await Promise.all(
        Object.entries(probes).map(async ([name, probe]) => [name, await limited(probe, limitMs)] as const),
      );
      const isWell = found.every(([, { well }]) => well);
      const words = Object.fromEntries(found.map(([name, { word }]) => [name, word]));
      sendJson(response, isWell ? 200 : 503, { status: isWell ? 'ok' : 'not ready', version, ...words });
    },
  };
}

async function limited(probe: () => Promise<Probe>, limitMs: number): Promise<Probe> {
  try {
    return (await within(limitMs, probe())) ?? { well: false, word: 'slow' };
  } catch {
    return { well: false, word: 'failing' };
  }
}
