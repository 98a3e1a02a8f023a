import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Program } from '../support/program.ts';
import { aProxy, type Middleman } from '../support/proxy.ts';
import { aCard, anOffice, front, GENERAL, type Office, openForm, says, untilAnswered } from './office.ts';

const names = Array.from({ length: 12 }, (_, n) => `${'ABCDEFGHIJKL'[n]?.repeat(9)} Holding`);

describe('with a database that goes away', () => {
  let office: Office;
  let proxy: Middleman;
  let app: Program;
  beforeAll(async () => {
    office = await anOffice({
      async databaseUrl(url) {
        proxy = await aProxy(Number(new URL(url).port));
        return Object.assign(new URL(url), { port: String(proxy.port) }).href;
      },
    });
    app = await office.start();
  });
  afterAll(async () => {
    await office[Symbol.asyncDispose]();
    await proxy[Symbol.asyncDispose]();
  });
  const health = async (): Promise<number> => (await fetch(`http://127.0.0.1:${office.env['PORT']}/healthz`)).status;

  test('for two seconds under load, people are told, what was said to be saved is saved, and it comes back by itself (T-06)', async () => {
    const { slack, grace, db } = office;
    await aCard(grace, 'Acme Robotics');
    const outcomes: { name: string; ok: boolean }[] = [];
    const away = sleep(300).then(async () => {
      proxy.goAway();
      await sleep(2_000);
      proxy.comeBack();
    });
    for (const name of names) {
      const said = grace.messages(GENERAL).length;
      await grace.command('/account new', GENERAL);
      const view = await grace.waitFor((p) => front(p) ?? (p.messages(GENERAL).length > said && 'told'), {
        withinMs: 15_000,
      });
      if (view === 'told') continue;
      const outcome = await grace.submit(view, { name });
      outcomes.push({ name, ok: outcome.ok });
      await grace.close(view, true);
    }
    await away;
    for (const { name, ok } of outcomes)
      if (ok) expect(await db.one('SELECT count(*)::int FROM "Account" WHERE name = $1', [name])).toBe(1);
    const back = await openForm(grace);
    expect(await grace.submit(back, { name: 'Back Again Ltd' })).toMatchObject({ ok: true });
    expect(await health()).toBe(200);
    await grace.close(back, true);
    expect(grace.notes()).toEqual([]);
    expect(slack.journal.deliveries().filter(({ ack }) => ack?.kind !== 'answered')).toEqual([]);
  });

  test('that is away is told to whoever asks, and to the health check', async () => {
    const { grace } = office;
    proxy.goAway();
    await grace.command('/account acme', GENERAL);
    await grace.waitFor(says(GENERAL, /Something went wrong on our side. Please try again/), { withinMs: 15_000 });
    expect(await health()).toBe(503);
    proxy.comeBack();
    expect(await health()).toBe(200);
  });

  test('that takes everything and answers nothing, so do people hear of it within ten seconds, and it is left for a new one (T-07)', async () => {
    const { slack, grace } = office;
    slack.journal.clear();
    proxy.fallSilent();
    const commands = Array.from({ length: 12 }, (_, n) => grace.command(`/account silent${n}`, GENERAL));
    expect(await health()).toBe(503);
    expect(await Promise.all(commands)).toEqual(commands.map(() => ({ ok: true })));
    await slack.waitFor(() => slack.journal.requests('response_url').length === commands.length, { withinMs: 20_000 });
    const last = slack.journal.requests('response_url').at(-1)?.at.getTime() ?? 0;
    const first = slack.journal.deliveries('slash_commands')[0]?.at.getTime() ?? 0;
    expect(last - first).toBeLessThan(10_500);
    proxy.comeBack();
    await grace.command('/account acme', GENERAL);
    await grace.waitFor(
      (p) =>
        p
          .messages(GENERAL)
          .slice(-3)
          .find((m) => /KA-000001/.test(JSON.stringify(m.blocks))),
      { withinMs: 20_000 },
    );
    expect(await health()).toBe(200);
  });

  test('and the process never ended', () => {
    expect(app.log().filter(({ msg }) => /nobody caught/.test(msg))).toEqual([]);
  });
});

test('fifty commands at once are all acknowledged in time and all answered (T-08)', async () => {
  await using office = await anOffice();
  await office.start();
  const { slack, grace } = office;
  await aCard(grace, 'Acme Robotics');
  slack.journal.clear();
  const lines = Array.from({ length: 50 }, (_, n) => (n % 2 ? '/account acme' : `/account number ${n}`));
  expect(await Promise.all(lines.map((line) => grace.command(line, GENERAL)))).toEqual(lines.map(() => ({ ok: true })));
  await untilAnswered(slack, lines.length);
  const told = slack.journal.requests('response_url').map(({ rawBody }) => rawBody);
  expect(told.filter((body) => /Something went wrong|moment too slow/.test(body))).toEqual([]);
});
