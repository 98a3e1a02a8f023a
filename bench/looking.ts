import { ms, percentile, times } from './figures.ts';
import { nameOf } from './fill.ts';
import { atPace, inTurn, type Question } from './lookup.ts';
import { pageTimes } from './paging.ts';
import { startFloor } from './programs.ts';
import type { Sink } from './sink.ts';

export const lookRounds = 300;

/** The rows of the tables about looking accounts up, a size each. */
export interface LookRows {
  readonly answers: string[][];
  readonly paced: string[][];
  readonly pages: string[][];
}

/** Measures `/account <words>` among `count` accounts, against a bare handler and one with a read. */
export async function measureLooking(
  rows: LookRows,
  at: { count: number; workspaceId: string; accountId: string; databaseUrl: string },
  ports: { readonly dossier: number; readonly bare: number; readonly read: number },
  sink: Sink,
): Promise<void> {
  const { count } = at;
  const size = count.toLocaleString('en');
  const floor = { SLACK_API_URL: sink.apiUrl, FLOOR_ACCOUNT: at.accountId };
  await using bare = await startFloor({ ...floor, FLOOR_PORT: String(ports.bare) });
  await using read = await startFloor({ ...floor, FLOOR_PORT: String(ports.read), FLOOR_DATABASE_URL: at.databaseUrl });
  await Promise.all([bare, read]);
  for (const [kind, question] of Object.entries(questions(count))) {
    await inTurn(ports, question, 50, sink);
    const found = await inTurn(ports, question, lookRounds, sink);
    const share = (name: string, part: number): number =>
      percentile(
        (found[name] ?? []).map((timing) => timing.answer),
        part,
      );
    rows.answers.push([
      size,
      kind,
      ms(share('dossier', 0.5)),
      ms(share('dossier', 0.99)),
      ms(share('bare', 0.5)),
      ms(share('read', 0.5)),
      times(share('dossier', 0.5) / share('bare', 0.5)),
      times(share('dossier', 0.5) / share('read', 0.5)),
    ]);
  }
  const steady = await atPace(ports.dossier, questions(count).prefix, 20, 20, sink);
  const part = (pick: (timing: (typeof steady)[number]) => number, share: number): string =>
    ms(percentile(steady.map(pick), share));
  rows.paced.push([
    size,
    part((t) => t.ack, 0.5),
    part((t) => t.ack, 0.99),
    part((t) => t.answer, 0.5),
    part((t) => t.answer, 0.99),
  ]);
  const page = await pageTimes(at.databaseUrl, at.workspaceId);
  rows.pages.push([size, String(page.accounts), ms(page.first), ms(page.last)]);
}

function questions(count: number): Readonly<Record<'exact' | 'prefix' | 'typo', Question>> {
  const someone = (n: number): string => nameOf(((n * 7919) % count) | 1);
  const swapped = (name: string): string => name.slice(0, 2) + (name[3] ?? '') + (name[2] ?? '') + name.slice(4);
  return {
    exact: someone,
    prefix: (n) => someone(n).slice(0, -1),
    typo: (n) => swapped(someone(n)),
  };
}
