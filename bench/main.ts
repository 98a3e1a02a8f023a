// Measures `/account <words>` from the request's departure to the answer's arrival, against a bare Bolt handler in the
// same run. Prints tables in Markdown; nothing here passes or fails. `npm run bench -- 1000 10000 100000`
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { startEmbedded } from '../src/db/embedded.ts';
import { signingSecret } from './command.ts';
import { ms, percentile, table, times } from './figures.ts';
import { fillAccounts, nameOf } from './fill.ts';
import { atPace, inTurn, type Question } from './lookup.ts';
import { pageTimes } from './paging.ts';
import { residentMiB, startDossier, startFloor } from './programs.ts';
import { type Sink, startSink } from './sink.ts';

const sizes = process.argv.slice(2).map(Number).filter(Boolean);
const rounds = 300;
const ports = { dossier: 39_210, bare: 39_211, read: 39_212 };
const say = (text: string): void => void process.stdout.write(`${text}\n`);

await main(sizes.length > 0 ? sizes : [1_000, 10_000, 100_000]);

async function main(counts: readonly number[]): Promise<void> {
  const home = mkdtempSync(path.join(tmpdir(), 'dossier-bench-'));
  const server = await startEmbedded(path.join(home, 'postgres'), { database: 'bench', log: () => {} });
  await using sink = await startSink();
  const env = {
    SLACK_API_URL: sink.apiUrl,
    SLACK_BOT_TOKEN: 'xoxb-bench-0',
    SLACK_SIGNING_SECRET: signingSecret,
    DATABASE_URL: server.url,
    DATA_DIR: home,
    PORT: String(ports.dossier),
    ADMIN_USER_IDS: 'U0BENCH',
    LOG_LEVEL: 'error',
  };
  const client = new pg.Client({ connectionString: server.url });
  try {
    const first = await startDossier(env);
    await first[Symbol.asyncDispose]();
    await client.connect();
    await measure(counts, env, client, sink, first.readyAfter);
  } finally {
    await client.end();
    await server.stop();
    rmSync(home, { recursive: true, force: true });
  }
}

async function measure(
  counts: readonly number[],
  env: Record<string, string>,
  client: pg.Client,
  sink: Sink,
  firstStart: number,
): Promise<void> {
  await using dossier = await startDossier(env);
  const rows: string[][] = [];
  const paced: string[][] = [];
  const pages: string[][] = [];
  await inTurn({ dossier: ports.dossier }, () => 'nobody', 3, sink);
  const workspaceId = await idOf(client, 'SELECT id FROM "Workspace"');
  const ownerId = await idOf(client, 'SELECT id FROM "Member" LIMIT 1');
  let filled = 0;
  for (const count of counts) {
    await fillAccounts(client, workspaceId, ownerId, filled, count);
    filled = count;
    const accountId = await idOf(client, 'SELECT id FROM "Account" WHERE number = 7');
    const floor = { SLACK_API_URL: sink.apiUrl, FLOOR_ACCOUNT: accountId };
    await using bare = await startFloor({ ...floor, FLOOR_PORT: String(ports.bare) });
    await using read = await startFloor({
      ...floor,
      FLOOR_PORT: String(ports.read),
      FLOOR_DATABASE_URL: env['DATABASE_URL'] ?? '',
    });
    await Promise.all([bare, read]);
    for (const [kind, question] of Object.entries(questions(count))) {
      await inTurn(ports, question, 50, sink);
      const found = await inTurn(ports, question, rounds, sink);
      const at = (name: string, share: number): number =>
        percentile(
          (found[name] ?? []).map((timing) => timing.answer),
          share,
        );
      rows.push([
        count.toLocaleString('en'),
        kind,
        ms(at('dossier', 0.5)),
        ms(at('dossier', 0.99)),
        ms(at('bare', 0.5)),
        ms(at('read', 0.5)),
        times(at('dossier', 0.5) / at('bare', 0.5)),
        times(at('dossier', 0.5) / at('read', 0.5)),
      ]);
    }
    const steady = await atPace(ports.dossier, questions(count).prefix, 20, 20, sink);
    const share = (pick: (timing: (typeof steady)[number]) => number, at: number): string =>
      ms(percentile(steady.map(pick), at));
    paced.push([
      count.toLocaleString('en'),
      share((t) => t.ack, 0.5),
      share((t) => t.ack, 0.99),
      share((t) => t.answer, 0.5),
      share((t) => t.answer, 0.99),
    ]);
    const page = await pageTimes(env['DATABASE_URL'] ?? '', workspaceId);
    pages.push([count.toLocaleString('en'), String(page.accounts), ms(page.first), ms(page.last)]);
    say(`${count} accounts measured`);
  }
  say(`\n/account <words>, one at a time, ${rounds} each, milliseconds from request to answer\n`);
  say(
    table(
      ['accounts', 'question', 'p50', 'p99', '(a) bare Bolt p50', '(b) + one read p50', 'p50 : (a)', 'p50 : (b)'],
      rows,
    ),
  );
  say('\n/account <words> at 20 requests a second for 20 s, milliseconds\n');
  say(table(['accounts', 'ack p50', 'ack p99', 'answer p50', 'answer p99'], paced));
  say("\nA page of fifteen of one's own accounts, read by key, milliseconds (median of 200)\n");
  say(table(['accounts', 'own', 'first page', 'last page'], pages));
  say(
    `\nStart to ready: first ${Math.round(firstStart)} ms (database there, tables made), warm ${Math.round(dossier.readyAfter)} ms. Memory at the end: ${Math.round(residentMiB(dossier.pid))} MiB resident beside Postgres.`,
  );
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

async function idOf(client: pg.Client, sql: string): Promise<string> {
  const { rows } = await client.query<{ id: string }>(sql);
  if (!rows[0]) throw new Error(`nothing found by: ${sql}`);
  return rows[0].id;
}
