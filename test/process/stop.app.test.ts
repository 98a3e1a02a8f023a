import { expect, test } from 'vitest';
import { anOffice, GENERAL, openForm, transports } from './office.ts';

test.each(transports)(
  'over %s SIGTERM lets what was accepted be finished, takes nothing new, and ends with 0 (T-09)',
  async (transport) => {
    await using office = await anOffice({ transport });
    const app = await office.start();
    const { slack, grace, db } = office;
    const form = await openForm(grace);
    // Somebody else holds the table: the submission has been taken and waits.
    await db.rows('BEGIN');
    await db.rows('LOCK TABLE "Account" IN SHARE MODE');
    const submitting = grace.submit(form, { name: 'Acme Robotics' });
    await slack.waitFor(() => slack.journal.deliveries('interactive').at(-1)?.payload['type'] === 'view_submission');
    while ((await db.one(`SELECT count(*)::int FROM pg_locks WHERE NOT granted`)) === 0);
    app.signal('SIGTERM');
    await db.rows('COMMIT');
    expect(await submitting).toMatchObject({ ok: true });
    expect(await app.ended).toBe(0);
    expect(await db.one('SELECT count(*)::int FROM "Account"')).toBe(1);
    expect(await grace.command('/account help', GENERAL)).toMatchObject({ ok: false });
    expect(app.log().filter(({ level }) => level >= 40)).toEqual([]);
  },
);

test('a signal during the start ends it', async () => {
  await using office = await anOffice();
  const app = office.launch();
  await office.slack.waitFor(() => office.slack.journal.requests('auth.test').length === 1);
  app.signal('SIGTERM');
  expect(await app.ended).toBe(0);
});

test('work that does not end is given up after ten seconds (T-09)', { timeout: 40_000 }, async () => {
  await using office = await anOffice();
  const app = await office.start();
  const { slack, grace } = office;
  slack.script.next('views.publish', { kind: 'hang' }, 5);
  slack.script.next('users.info', { kind: 'hang' }, 5);
  await grace.openHome();
  await slack.waitFor(() => slack.journal.requests('users.info').length === 1);
  app.signal('SIGTERM');
  expect(await app.ended).toBe(0);
});

test('an error that nobody caught ends it with 1, after what is under way, and its words are not in the log (T-80)', async () => {
  await using office = await anOffice();
  const preloaded = `process.on("SIGUSR2",()=>{Promise.reject(new TypeError("Kan".concat("ari")))})`;
  const app = await office.start({ NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(preloaded)}` });
  app.signal('SIGUSR2');
  expect(await app.ended).toBe(1);
  expect(app.log().at(-1)).toMatchObject({ level: 50, msg: 'an error that nobody caught: stopping' });
  expect(app.lines().join()).not.toContain('Kanari');
});
