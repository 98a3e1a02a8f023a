// Measures what people wait for, from the request's departure to the answer's arrival, against bare Bolt handlers in the
// same run. Prints tables in Markdown; nothing here passes or fails. `npm run bench -- 1000 10000 100000`, or only the
// look-ups (`look`) or the daily loop (`loop`): `npm run bench -- loop 1000`
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { startEmbedded } from '../src/db/embedded.ts';
import { createVault } from '../src/lib/vault.ts';
import { signingSecret } from './command.ts';
import { ms, table, times } from './figures.ts';
import { fillAccounts } from './fill.ts';
import { fillTalks, fillTimeline, talksEach } from './fill-talks.ts';
import { type LookRows, lookRounds, measureLooking } from './looking.ts';
import { inTurn } from './lookup.ts';
import { homeTimes, logTimes, timelineTimes } from './loop.ts';
import { type People, settlePeople } from './people.ts';
import { residentMiB, startDossier, startFloor } from './programs.ts';
import { type Sink, startSink } from './sink.ts';

const words = process.argv.slice(2);
const sizes = words.map(Number).filter(Boolean);
const measures = { look: !words.includes('loop'), loop: !words.includes('look') };
const lookPorts = { dossier: 39_210, bare: 39_211, read: 39_212 };
const ports = { ...lookPorts, insert: 39_213 };
const say = (text: string): void => void process.stdout.write(`${text}\n`);
const key = randomBytes(32);

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
    ENCRYPTION_KEY: key.toString('base64'),
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
  const look: LookRows = { answers: [], paced: [], pages: [] };
  const loop: LoopRows = { logs: [], homes: [], timelines: [] };
  await inTurn({ dossier: ports.dossier }, () => 'nobody', 3, sink);
  const workspaceId = await idOf(client, 'SELECT id FROM "Workspace"');
  const people = await settlePeople(client, workspaceId);
  const databaseUrl = env['DATABASE_URL'] ?? '';
  let filled = 0;
  for (const count of counts) {
    await fillAccounts(client, workspaceId, people.managerId, filled, count);
    filled = count;
    const accountId = await idOf(client, 'SELECT id FROM "Account" WHERE number = 7');
    const at = { count, workspaceId, accountId, databaseUrl };
    if (measures.look) await measureLooking(look, at, lookPorts, sink);
    if (measures.loop) await measureLoop(loop, at, people, client, sink);
    say(`${count} accounts measured`);
  }
  if (measures.look) tellLook(look);
  if (measures.loop) tellLoop(loop);
  say(
    `\nStart to ready: first ${Math.round(firstStart)} ms (database there, tables made), warm ${Math.round(dossier.readyAfter)} ms. Memory at the end: ${Math.round(residentMiB(dossier.pid))} MiB resident beside Postgres.`,
  );
}

interface LoopRows {
  readonly logs: string[][];
  readonly homes: string[][];
  readonly timelines: string[][];
}

async function measureLoop(
  rows: LoopRows,
  at: { count: number; workspaceId: string; accountId: string; databaseUrl: string },
  people: People,
  client: pg.Client,
  sink: Sink,
): Promise<void> {
  const { workspaceId, databaseUrl, count } = at;
  const vault = createVault([key]);
  const by = { owner: people.managerId, colleague: people.colleagueId };
  const started = performance.now();
  await fillTalks(client, vault.within(workspaceId), workspaceId, by);
  const talks = (count * talksEach).toLocaleString('en');
  say(`${talks} talks written in ${Math.round((performance.now() - started) / 1000)} s`);
  const size = [count.toLocaleString('en'), talks];
  {
    await using _floor = await startFloor({
      SLACK_API_URL: sink.apiUrl,
      FLOOR_ACCOUNT: at.accountId,
      FLOOR_INSERTS: 'yes',
      FLOOR_PORT: String(ports.insert),
      FLOOR_DATABASE_URL: databaseUrl,
    });
    const { p50, p99, floor } = await logTimes({ dossier: ports.dossier, insert: ports.insert }, count, client, sink);
    rows.logs.push([...size, ms(p50), ms(p99), ms(floor), times(p50 / floor)]);
  }
  const own = await homeTimes(ports.dossier, people.manager, sink);
  const all = await homeTimes(ports.dossier, people.head, sink);
  rows.homes.push([...size, String(Math.ceil(count / 200)), ms(own.p50), ms(own.p99), ms(all.p50), ms(all.p99)]);
  const ownAccountId = await idOf(client, 'SELECT id FROM "Account" WHERE number = 1');
  await fillTimeline(client, vault.within(workspaceId), workspaceId, by, ownAccountId, 1_100);
  const who = { workspaceId, slackUserId: people.manager };
  const { first, fiftieth } = await timelineTimes(databaseUrl, vault, who, ownAccountId);
  rows.timelines.push([...size, ms(first), ms(fiftieth)]);
}

function tellLook({ answers, paced, pages }: LookRows): void {
  const head = [
    'accounts',
    'question',
    'p50',
    'p99',
    '(a) bare Bolt p50',
    '(b) + one read p50',
    'p50 : (a)',
    'p50 : (b)',
  ];
  say(`\n/account <words>, one at a time, ${lookRounds} each, milliseconds from request to answer\n`);
  say(table(head, answers));
  say('\n/account <words> at 20 requests a second for 20 s, milliseconds\n');
  say(table(['accounts', 'ack p50', 'ack p99', 'answer p50', 'answer p99'], paced));
  say("\nA page of fifteen of one's own accounts, read by key, milliseconds (median of 200)\n");
  say(table(['accounts', 'own', 'first page', 'last page'], pages));
}

function tellLoop({ logs, homes, timelines }: LoopRows): void {
  say('\nOne line logged (`log <account>: …; next: … friday`), one at a time, milliseconds from request to echo\n');
  say(table(['accounts', 'talks', 'p50', 'p99', '(c) bare Bolt + one insert p50', 'p50 : (c)'], logs));
  say('\nHome, milliseconds from the event to its publication\n');
  say(table(['accounts', 'talks', 'own accounts', 'p50', 'p99', 'a head’s p50', 'a head’s p99'], homes));
  say('\nA page of an account’s timeline with 1,100 talks, read by key, milliseconds (median of 100)\n');
  say(table(['accounts', 'talks', 'page 1', 'page 50'], timelines));
}

async function idOf(client: pg.Client, sql: string): Promise<string> {
  const { rows } = await client.query<{ id: string }>(sql);
  if (!rows[0]) throw new Error(`nothing found by: ${sql}`);
  return rows[0].id;
}
