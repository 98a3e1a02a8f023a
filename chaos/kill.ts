import { setTimeout as sleep } from 'node:timers/promises';
import { chance, oneOf } from './chance.ts';
import { type CrashPoint, crashPoints, prefixOf } from './crash-points.ts';
import { broken, type Extent, type Finding } from './fault.ts';
import { anOffice, type Office } from './office.ts';
import type { Put, Seen } from './queue.ts';

/** How long a round may take to come right again, with its rests cut short, in milliseconds. */
const patienceMs = 60_000;

/** How many notices a process has in hand at once. */
const inHandOfOne = 4;

/** SIGKILL at each crash point, with three processes: nothing is lost, and nothing said twice in silence. */
export async function killed(extent: Extent): Promise<readonly Finding[]> {
  await using office = await anOffice(extent.server, { people: 12, replicas: 3 });
  const next = chance(extent.seed);
  const findings: Finding[] = [];
  for (const point of crashPoints) findings.push(await rounds(extent, office, point, next));
  return findings;
}

interface Count {
  said: number;
  lost: number;
  doubled: number;
  inSilence: number;
  stuck: number;
}

async function rounds(extent: Extent, office: Office, point: CrashPoint, next: () => number): Promise<Finding> {
  const count: Count = { said: 0, lost: 0, doubled: 0, inSilence: 0, stuck: 0 };
  for (let round = 0; round < extent.rounds; round += 1) await aRound(office, point, next, round, count);
  extent.tell(`kill -9 ${point.name}: ${extent.rounds} rounds`);
  const { said, lost, doubled, inSilence, stuck } = count;
  return {
    fault: `kill -9 ${point.name}`,
    ran: `${extent.rounds} kills, 3 replicas, ${said} notices`,
    found: `${lost} lost, ${doubled} seen twice, ${inSilence} of these in silence`,
    broken: broken({
      'nothing is lost': lost === 0,
      'everything is settled within a minute': stuck === 0,
      'nothing is said twice in silence': inSilence === 0,
      'nothing is said twice where it can be looked for': point.mayDouble || doubled === 0,
      'no more is said twice than the killed had in hand': doubled <= inHandOfOne * extent.rounds,
    }),
  };
}

async function aRound(
  office: Office,
  point: CrashPoint,
  next: () => number,
  round: number,
  count: Count,
): Promise<void> {
  const since = new Date(Date.now() - 1_000);
  const notices = noticesOf(office, `${point.name.replaceAll(/\W/g, '')}:${round}:`, next);
  const { replica, letGo } = await point.reach({ office, notices, next });
  const victim = office.replicas().find(({ name }) => name === replica) ?? oneOf(office.replicas(), next);
  await office.kill(victim);
  await letGo();
  const another = office.start();
  if (!(await recovered(office, prefixOf(notices)))) count.stuck += 1;
  await another;
  office.slack.script.clear();
  judge(
    await keysOf(office, prefixOf(notices)),
    await office.queue.seen(
      notices.map(({ target }) => target),
      since,
    ),
    count,
  );
}

/** To four people each time: what one process has in hand, and what the others do meanwhile. */
function noticesOf({ people }: Office, prefix: string, next: () => number): readonly Put[] {
  const first = Math.floor(next() * people.length);
  return [0, 1, 2, 3].map((n) => ({ key: `${prefix}${n}`, target: people[(first + n) % people.length] ?? '' }));
}

/** Waits until everything is settled, and lets the rests and the leases of the dead pass in a moment. */
async function recovered(office: Office, prefix: string): Promise<boolean> {
  const end = Date.now() + patienceMs;
  while ((await office.queue.open(prefix)) > 0) {
    if (Date.now() > end) return false;
    await office.queue.hurry(office.replicas().map(({ name }) => name));
    await sleep(100);
  }
  return true;
}

const keysOf = async ({ db }: Office, prefix: string): Promise<readonly string[]> =>
  (await db.rows('SELECT key FROM "Outbox" WHERE key LIKE $1', [`${prefix}%`])).map(({ key }) => String(key));

/** Of a message that stands there twice, the second one must say so. */
function judge(keys: readonly string[], seen: readonly Seen[], count: Count): void {
  for (const key of keys) {
    const [, ...again] = seen.filter((message) => message.key === key);
    count.said += 1;
    if (!seen.some((message) => message.key === key)) count.lost += 1;
    if (again.length > 0) count.doubled += 1;
    if (again.some(({ words }) => !/twice/.test(words))) count.inSilence += 1;
  }
}
