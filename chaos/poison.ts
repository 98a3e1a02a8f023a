import { setTimeout as sleep } from 'node:timers/promises';
import type { JournalRequest } from '../src/playground/journal.ts';
import { keyOf } from './crash-points.ts';
import { ADMINISTRATOR } from './crowd.ts';
import { broken, type Extent, type Finding } from './fault.ts';
import { anOffice, type Office } from './office.ts';

/** How long others may wait because of it, in seconds. */
const patience = 5;

/** Notices that cannot be put into words, and ones whose words never come, in a single process: others go on. */
export async function poisoned(extent: Extent): Promise<readonly Finding[]> {
  await using office = await anOffice(extent.server, { people: 10, replicas: 1 });
  const { queue, db } = office;
  const [thrower = '', ...rest] = office.people;
  const sleepers = rest.slice(0, 3);
  await db.rows(neverEnding(sleepers));
  await queue.put([
    { key: 'poison:throws', target: thrower, refs: { nobody: 'knows' } },
    ...sleepers.map((target) => ({ key: `poison:sleeps:${target}`, target })),
  ]);
  const delays = await meanwhile(office, rest.slice(3), extent.isShort ? 20 : 120);
  const dead = await untilDead(office, 'poison:throws');
  extent.tell('poison');
  const tellings = await untilTold(office);
  const slowest = Math.max(...delays.said);
  return [
    {
      fault: 'poison: one notice throws, three never end',
      ran: `1 process, ${delays.asked} other notices meanwhile`,
      found: `others after ${slowest.toFixed(1)} s at most, ${delays.said.length} said; dead after ${dead.attempts} attempts; the administrator told ${tellings} time(s)`,
      broken: broken({
        'others are delayed 5 s at most': slowest <= patience,
        'others are all said': delays.said.length === delays.asked,
        'dead after its attempts': dead.state === 'dead' && dead.attempts === 12,
        'the administrator is told once': tellings === 1,
      }),
    },
  ];
}

/** Reading these people takes for ever: the database does not answer. */
const neverEnding = (people: readonly string[]): string => `
  ALTER FUNCTION enter_workspace RENAME TO enter_workspace_at_once;
  CREATE FUNCTION enter_workspace(workspace uuid, slack_user text)
  RETURNS TABLE (now timestamptz, id uuid, roles text[], kind text, active boolean, "teamId" uuid,
    "languageOverride" text, locale text, zone text, leads uuid[], "standsInFor" uuid[])
  LANGUAGE plpgsql AS $$
  BEGIN
    IF slack_user IN (${people.map((id) => `'${id}'`).join()}) THEN PERFORM pg_sleep(3600); END IF;
    RETURN QUERY SELECT * FROM enter_workspace_at_once(workspace, slack_user);
  END $$;`;

/** Puts a notice for somebody else every half second, and gives after how many seconds each was said. */
async function meanwhile({ slack, queue }: Office, people: readonly string[], count: number) {
  const puts: { key: string; at: number }[] = [];
  for (let n = 0; n < count; n += 1) {
    const key = `meanwhile:${n}`;
    puts.push({ key, at: Date.now() });
    await queue.put([{ key, target: people[n % people.length] ?? '' }]);
    await sleep(500);
  }
  const postOf = (key: string): JournalRequest | undefined =>
    slack.journal.requests('chat.postMessage').find((post) => keyOf(post) === key);
  const end = Date.now() + 20_000;
  while (puts.some(({ key }) => !postOf(key)) && Date.now() < end) await sleep(100);
  const said = puts.flatMap(({ key, at }) => {
    const post = postOf(key);
    return post ? [(post.at.getTime() - at) / 1_000] : [];
  });
  return { asked: count, said };
}

async function untilDead({ queue, db }: Office, key: string): Promise<{ state: string; attempts: number }> {
  const end = Date.now() + 60_000;
  while ((await queue.open(key)) > 0 && Date.now() < end) {
    await db.rows(`UPDATE "Outbox" SET "notBefore" = now() WHERE key = $1`, [key]);
    await sleep(100);
  }
  const [row] = await db.rows('SELECT state, attempts FROM "Outbox" WHERE key = $1', [key]);
  return { state: String(row?.['state']), attempts: Number(row?.['attempts']) };
}

async function untilTold({ slack, db }: Office): Promise<number> {
  const end = Date.now() + 15_000;
  const open = `SELECT count(*)::int FROM "Outbox" WHERE kind = 'operations.given-up' AND "settledAt" IS NULL`;
  while ((await db.one(open)) !== 0 && Date.now() < end) await sleep(100);
  return slack.as(ADMINISTRATOR).dm().length;
}
