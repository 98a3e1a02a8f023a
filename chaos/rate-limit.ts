import { setTimeout as sleep } from 'node:timers/promises';
import { keyOf } from './crash-points.ts';
import { broken, type Extent, type Finding } from './fault.ts';
import { anOffice, type Office } from './office.ts';

/** How much of the wait is not waited: the database is told that it has passed. The last seconds pass really. */
const reallyWaited = 4;

/** Slack says how long it wants to be left alone: no call comes before, and nobody else waits. */
export async function rateLimited(extent: Extent): Promise<readonly Finding[]> {
  await using office = await anOffice(extent.server, { people: 4, replicas: 3 });
  const waits = [];
  for (const seconds of [1, 30, 300]) waits.push(await limited(office, seconds, office.people[waits.length] ?? ''));
  extent.tell('429');
  return [
    {
      fault: '429 with Retry-After 1, 30, 300 s',
      ran: `3 replicas, all but ${reallyWaited} s of a longer wait put into the past`,
      found: waits
        .map(({ afterSeconds, otherSeconds }) => `next call after ${afterSeconds} s, others ${otherSeconds} s`)
        .join('; '),
      broken: broken({
        'no call too early': waits.every(({ afterSeconds, asked }) => afterSeconds >= asked),
        'said soon after': waits.every(({ afterSeconds, asked }) => afterSeconds <= asked + 5),
        'other conversations go on': waits.every(({ otherSeconds }) => otherSeconds <= 5),
        'order of the conversation': waits.every(({ isInOrder }) => isInOrder),
      }),
    },
  ];
}

async function limited({ slack, queue, db, people }: Office, asked: number, target: string) {
  const posts = () =>
    slack.journal.requests('chat.postMessage').filter((post) => keyOf(post).startsWith(`limit:${asked}:`));
  slack.script.next('chat.postMessage', { kind: 'rate-limited', retryAfterSec: asked });
  await queue.put([0, 1, 2].map((n) => ({ key: `limit:${asked}:${n}`, target })));
  const refused = await slack.waitFor(() => posts().find(({ answer }) => answer?.status === 429), {
    withinMs: 15_000,
  });
  const put = Date.now();
  await queue.put([{ key: `other:${asked}`, target: people.at(-1) ?? '' }]);
  const skipped = Math.max(asked - reallyWaited, 0);
  while ((await db.one(`SELECT count(*)::int FROM "OutboxTarget" WHERE target = $1`, [target])) === 0) await sleep(20);
  await db.rows(`UPDATE "OutboxTarget" SET "notBefore" = "notBefore" - $2 * interval '1 second' WHERE target = $1`, [
    target,
    skipped,
  ]);
  const [, next] = await slack.waitFor(() => posts().length > 1 && posts(), { withinMs: 20_000 });
  const other = await slack.waitFor(
    () => slack.journal.requests('chat.postMessage').find((post) => keyOf(post) === `other:${asked}`),
    { withinMs: 20_000 },
  );
  while ((await queue.open(`limit:${asked}:`)) > 0) await sleep(100);
  const seen = (await queue.seen([target])).map(({ key }) => key);
  const waited = ((next?.at.getTime() ?? 0) - refused.at.getTime()) / 1_000 + skipped;
  return {
    asked,
    afterSeconds: Number(waited.toFixed(1)),
    otherSeconds: Number(((other.at.getTime() - put) / 1_000).toFixed(1)),
    isInOrder: seen.join() === [0, 1, 2].map((n) => `limit:${asked}:${n}`).join(),
  };
}
