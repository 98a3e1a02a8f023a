import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { aCard, anOffice, GENERAL, openForm, says, transports } from './office.ts';

/** The chaos run sets half a minute. */
const outageMs = Number(process.env['OUTAGE_MS'] ?? 5000);

test('after an outage of Slack the same process is connected again and answers (T-15)', {
  timeout: outageMs + 40_000,
}, async () => {
  await using office = await anOffice();
  const app = await office.start();
  const { slack, grace } = office;
  await aCard(grace, 'Acme Robotics');
  const end = slack.script.outage();
  const health = `http://127.0.0.1:${office.env['PORT']}/healthz`;
  const during = sleep(outageMs);
  await slack.waitFor(() => slack.script.sockets() === 0);
  expect(await grace.command('/account acme', GENERAL)).toMatchObject({ ok: false });
  await during;
  expect((await fetch(health)).status).toBe(503);
  end();
  await slack.waitFor(() => slack.script.sockets() > 0, { withinMs: 15_000 });
  const before = grace.messages(GENERAL).length;
  expect(await grace.command('/account acme', GENERAL)).toEqual({ ok: true });
  await grace.waitFor((p) => p.messages(GENERAL).length > before);
  expect((await fetch(health)).status).toBe(200);
  app.signal('SIGTERM');
  expect(await app.ended).toBe(0);
});

test('a socket that Slack says goodbye on is replaced at once', async () => {
  await using office = await anOffice();
  await office.start();
  const { slack, grace } = office;
  slack.script.warnSockets('refresh_requested');
  await slack.waitFor(
    () => slack.journal.requests('apps.connections.open').length === 2 && slack.script.sockets() === 1,
  );
  await openForm(grace);
});

test('an app token revoked while running ends it with one clear line (T-17)', async () => {
  await using office = await anOffice();
  const app = await office.start();
  office.slack.script.revoke('app');
  office.slack.script.dropSockets();
  expect(await app.ended).toBe(1);
  expect(app.lines().filter((line) => !line.startsWith('{'))).toEqual([
    expect.stringMatching(/is ready in Slack/),
    expect.stringMatching(/^Slack refuses the app-level token \(xapp-…\): token_revoked\. /),
  ]);
  expect(app.log().filter(({ msg }) => /nobody caught/.test(msg))).toEqual([]);
});

test.each(transports)(
  'over %s a bot token revoked while running is told to the person and to the operator, and nothing ends (T-17)',
  async (transport) => {
    await using office = await anOffice({ transport });
    const app = await office.start();
    const { slack, grace } = office;
    await aCard(grace, 'Acme Robotics');
    slack.script.revoke('bot');
    await grace.command('/account new', GENERAL);
    await grace.waitFor(says(GENERAL, /no longer has access/));
    await app.said(/Slack refuses the bot token \(xoxb-…\): token_revoked/);
    slack.script.revoke('bot', false);
    await openForm(grace);
  },
);

test('an app that is removed from the workspace says so in its log (T-18)', async () => {
  await using office = await anOffice();
  const app = await office.start();
  office.slack.admin.uninstall();
  await app.said(/Dossier was removed from its Slack workspace/);
  await app.said(/Slack has revoked the bot token/);
});
