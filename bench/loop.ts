import type pg from 'pg';
import { enterWorkspace } from '../src/access/member.store.ts';
import { openDatabase } from '../src/db/database.ts';
import { timelineStreams } from '../src/handlers.ts';
import type { Vault } from '../src/lib/vault.ts';
import { readTimeline } from '../src/timeline/timeline.query.ts';
import { timelinePageSize } from '../src/timeline/timeline.view.ts';
import type { TimelineCursor } from '../src/timeline/timeline-wiring.ts';
import { openHome, type Timing } from './command.ts';
import { percentile } from './figures.ts';
import { nameOf } from './fill.ts';
import { inTurn } from './lookup.ts';
import type { Sink } from './sink.ts';

const rounds = 300;
const homes = 200;
const pages = 50;
const readings = 100;

const share = (timings: readonly Timing[] | undefined, at: number): number =>
  percentile(
    (timings ?? []).map((timing) => timing.answer),
    at,
  );

/** One line logged at a time, from the request to the echo; against a bare handler with one insert. Milliseconds. */
export interface LogFigures {
  readonly p50: number;
  readonly p99: number;
  readonly floor: number;
}

/** Logs lines to accounts all over, as a person types them. @throws Error when not each of them was saved */
export async function logTimes(
  ports: { readonly dossier: number; readonly insert: number },
  count: number,
  client: pg.Client,
  sink: Sink,
): Promise<LogFigures> {
  const line = (n: number): string =>
    `log ${nameOf(((n * 7919) % count) | 1)}: met, pilot agreed; next: send quote friday`;
  const logged = async (): Promise<number> => {
    const { rows } = await client.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM "AuditEntry" WHERE verb = 'interaction.logged'`,
    );
    return rows[0]?.n ?? 0;
  };
  await inTurn(ports, line, 50, sink);
  const before = await logged();
  const timings = await inTurn(ports, line, rounds, sink);
  const saved = (await logged()) - before;
  if (saved !== rounds) throw new Error(`${saved} of ${rounds} lines were saved`);
  return {
    p50: share(timings['dossier'], 0.5),
    p99: share(timings['dossier'], 0.99),
    floor: share(timings['insert'], 0.5),
  };
}

/** Somebody's Home, from the event to its publication. Milliseconds. */
export async function homeTimes(port: number, slackUserId: string, sink: Sink): Promise<{ p50: number; p99: number }> {
  const timings: Timing[] = [];
  for (let n = 0; n < homes + 20; n += 1) timings.push(await openHome(port, slackUserId, sink));
  const measured = timings.slice(20);
  return { p50: share(measured, 0.5), p99: share(measured, 0.99) };
}

/** Median milliseconds to read the first and the fiftieth page of an account's timeline, by key. */
export async function timelineTimes(
  url: string,
  vault: Vault,
  who: { workspaceId: string; slackUserId: string },
  accountId: string,
): Promise<{ first: number; fiftieth: number }> {
  await using database = openDatabase({ url, vault, enterWorkspace, connections: 1 });
  const page = async (before: TimelineCursor | null): Promise<TimelineCursor> => {
    const asked = { filter: null, before, size: timelinePageSize };
    const read = await database.inWorkspace(who, (work) => readTimeline(work, accountId, timelineStreams, asked));
    if (!read?.next) throw new Error('the timeline has too few pages');
    return read.next;
  };
  let last: TimelineCursor | null = null;
  for (let n = 1; n < pages; n += 1) last = await page(last);
  const timed = async (before: TimelineCursor | null): Promise<number> => {
    const figures: number[] = [];
    for (let n = 0; n < readings; n += 1) {
      const from = performance.now();
      await page(before);
      figures.push(performance.now() - from);
    }
    return percentile(figures, 0.5);
  };
  await timed(null);
  return { first: await timed(null), fiftieth: await timed(last) };
}
