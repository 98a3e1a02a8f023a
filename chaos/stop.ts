import { setTimeout as sleep } from 'node:timers/promises';
import { chance } from './chance.ts';
import { broken, type Extent, type Finding } from './fault.ts';
import { anOffice, type Office, type Replica } from './office.ts';

/** SIGTERM with a long queue and messages under way: what is in hand is finished, the rest is left to others. */
export async function stopped(extent: Extent): Promise<readonly Finding[]> {
  await using office = await anOffice(extent.server, { people: 30, replicas: 3 });
  const { slack, queue, people } = office;
  const next = chance(extent.seed);
  slack.script.delay('chat.postMessage', 150);
  await queue.put(
    Array.from({ length: 600 }, (_, n) => ({
      key: `stop:${String(n).padStart(4, '0')}`,
      target: people[n % 30] ?? '',
    })),
  );
  const ends = [];
  for (const replica of office.replicas().slice(1)) {
    await sleep(1_000 + next() * 1_000);
    ends.push(await terminated(office, replica));
  }
  const left = office.replicas()[0];
  slack.script.next('chat.postMessage', { kind: 'accept-then-hang' }, 4);
  await sleep(1_500);
  const hung = left && (await terminated(office, left));
  if (hung) ends.push(hung);
  await office.start();
  slack.script.clear();
  slack.script.delay('chat.postMessage', 0);
  const end = Date.now() + 120_000;
  while ((await queue.open('stop:')) > 0 && Date.now() < end) {
    await queue.hurry(office.replicas().map(({ name }) => name));
    await sleep(250);
  }
  const said = (await queue.seen(people)).map(({ key }) => key);
  const slowest = Math.max(...ends.map(({ seconds }) => seconds));
  extent.tell('SIGTERM');
  return [
    {
      fault: 'SIGTERM with work in flight',
      ran: `3 replicas, 600 notices waiting; the last one while Slack answers nothing`,
      found: `ended after ${ends.map(({ seconds }) => seconds.toFixed(1)).join(', ')} s with ${ends.map(({ code }) => code).join(', ')}; ${600 - new Set(said).size} lost, ${said.length - new Set(said).size} twice`,
      broken: broken({
        'ended within 10 s': slowest <= 10,
        'exit code 0': ends.every(({ code }) => code === 0),
        'nothing lost': new Set(said).size === 600,
        'nothing twice': said.length === new Set(said).size,
      }),
    },
  ];
}

async function terminated(office: Office, replica: Replica): Promise<{ seconds: number; code: number | null }> {
  const began = performance.now();
  replica.program.signal('SIGTERM');
  const code = await replica.program.ended;
  await office.kill(replica);
  return { seconds: (performance.now() - began) / 1_000, code };
}
