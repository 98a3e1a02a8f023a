import { setTimeout as sleep } from 'node:timers/promises';
import { broken, type Extent, type Finding } from './fault.ts';
import { anOffice, type Office } from './office.ts';

/** Answers get lost: of the post alone, of the post and of looking for it, and where nobody may look. */
const ways = ['the post', 'the post and the look', 'every post, where nobody may look'] as const;

/** How often a message may stand in Slack, and whether the second one says why. */
export async function repliesLost(extent: Extent): Promise<readonly Finding[]> {
  await using office = await anOffice(extent.server, { people: 9, replicas: 3 });
  const findings: Finding[] = [];
  for (const [index, way] of ways.entries()) {
    const outcomes = [];
    for (const times of [1, 2, 3]) {
      const target = office.people[3 * index + times - 1] ?? '';
      outcomes.push(await lost(office, way, times, target));
    }
    findings.push({
      fault: `replies lost: ${way}`,
      ran: '1, 2, 3 times',
      found: outcomes.map(({ state, count }) => `${count} seen, ${state}`).join('; '),
      broken: broken({
        'something is there': outcomes.every(({ count }) => count > 0),
        'one message where it can be looked for': way === ways[2] || outcomes.every(({ count }) => count === 1),
        'nothing is said twice in silence': outcomes.every(({ inSilence }) => !inSilence),
        'it is settled': outcomes.every(({ state }) => state === 'delivered' || state === 'unknown'),
      }),
    });
  }
  extent.tell('replies lost');
  return findings;
}

async function lost(office: Office, way: (typeof ways)[number], times: number, target: string) {
  const { slack, queue, db } = office;
  const key = `lost:${ways.indexOf(way)}:${times}`;
  slack.script.next('chat.postMessage', { kind: 'accept-then-drop' }, way === ways[1] ? 1 : times);
  if (way === ways[1]) slack.script.next('conversations.history', { kind: 'drop' }, times);
  if (way === ways[2]) slack.script.next('conversations.history', { kind: 'error', code: 'missing_scope' }, times);
  await queue.put([{ key, target }]);
  const alive = office.replicas().map(({ name }) => name);
  const end = Date.now() + 60_000;
  while ((await queue.open(key)) > 0 && Date.now() < end) {
    await queue.hurry(alive);
    await sleep(100);
  }
  slack.script.clear();
  const seen = (await queue.seen([target])).filter((message) => message.key === key);
  return {
    state: String(await db.one('SELECT state FROM "Outbox" WHERE key = $1', [key])),
    count: seen.length,
    inSilence: seen.slice(1).some(({ words }) => !/twice/.test(words)),
  };
}
