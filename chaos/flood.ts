import { setTimeout as sleep } from 'node:timers/promises';
import { broken, type Extent, type Finding } from './fault.ts';
import { anOffice } from './office.ts';

/** Slack takes one message a second and conversation. */
const slackRate = 1;

/** Many notices to one person, and to many: they leave as fast as Slack takes them, in order, and none is lost. */
export async function flooded(extent: Extent): Promise<readonly Finding[]> {
  const [toOne, toMany] = extent.isShort ? [30, 200] : [1_000, 1_000];
  return [await flood(extent, toOne, 1), await flood(extent, toMany, extent.isShort ? 40 : 200)];
}

async function flood(extent: Extent, count: number, people: number): Promise<Finding> {
  await using office = await anOffice(extent.server, { people, replicas: 3 });
  const { slack, queue, db } = office;
  slack.script.limitPosts(true);
  await queue.put(
    Array.from({ length: count }, (_, n) => ({
      key: `flood:${String(n).padStart(5, '0')}`,
      target: office.people[n % people] ?? '',
    })),
  );
  const ideal = Math.max(count / people - 1, 1) / slackRate;
  const end = Date.now() + (ideal * 3 + 120) * 1_000;
  while ((await queue.open('flood:')) > 0 && Date.now() < end) await sleep(200);
  const posts = slack.journal.requests('chat.postMessage');
  const tookSeconds = ((posts.at(-1)?.at.getTime() ?? 0) - (posts[0]?.at.getTime() ?? 0)) / 1_000;
  const tooFast = posts.filter(({ answer }) => answer?.status === 429).length;
  const told = await Promise.all(office.people.map((person) => queue.seen([person])));
  const said = told.flat().map(({ key }) => key);
  const isInOrder = told.every((seen) => seen.every(({ key }, n) => n === 0 || (seen[n - 1]?.key ?? '') < key));
  const rate = (count / people - 1) / tookSeconds;
  const rest = Number(await db.one(meanRest));
  extent.tell(`${count} notices to ${people}`);
  return {
    fault: `${count} notices to ${people === 1 ? 'one person' : `${people} people`}`,
    ran: `3 replicas, Slack takes ${slackRate} a second and conversation`,
    found: `${said.length} said in ${tookSeconds.toFixed(1)} s (${(count / tookSeconds).toFixed(1)}/s, ${rate.toFixed(2)}/s and conversation), ${rest.toFixed(2)} s between one and the next, ${tooFast} calls too early`,
    broken: broken({
      'none is lost': new Set(said).size === count,
      'none is said twice': said.length === new Set(said).size,
      'order of each conversation': isInOrder,
      'no call too early': tooFast === 0,
      // What saying itself takes is this machine's; with many conversations it is slower than Slack.
      'no conversation rests longer than Slack wants, give or take a tenth': people > 1 || rest <= 1.1 / slackRate,
    }),
  };
}

/** Seconds from one message's being settled to the taking up of the next one in its conversation, on the average. */
const meanRest = `
  WITH said AS (
    SELECT o.target, c.state, c.at, lag(c.at) OVER (PARTITION BY o.target ORDER BY c.n) AS before
    FROM chaos_step c JOIN "Outbox" o USING (id) WHERE c.state IN ('sending', 'delivered'))
  SELECT extract(epoch FROM avg(at - before))::float8 FROM said WHERE state = 'sending' AND before IS NOT NULL`;
