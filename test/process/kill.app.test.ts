import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { anOffice, GRACE, MAYA, openForm } from './office.ts';

/** Names so different that none is taken for another. */
const names =
  'Aldera Bronco Cedrus Dunkeld Everglow Fjordan Grimaldi Hokusai Izmirli Juniper Kestrel Lumbini Mozart Nautica Obsidian Pemberton Quixote Rhapsody Samarkand Tungsten'.split(
    ' ',
  );
/** Moments spread evenly over the first quarter second after a submission, in an order that looks like chance. */
const momentMs = (round: number): number => (round * 7919) % 250;

test('killed at twenty moments of a submission, it has saved it once or not at all, and sent again it is saved', {
  timeout: 240_000,
}, async () => {
  await using office = await anOffice();
  const { slack, grace, db } = office;
  const saved = (name: string) => db.one('SELECT count(*)::int FROM "Account" WHERE name = $1', [name]);
  let survived = 0;
  let app = await office.start();
  for (const [round, name] of names.entries()) {
    const submitting = grace.submit(await openForm(grace), { name });
    const sent = await slack.waitFor(() =>
      slack.journal.deliveries('interactive').find(({ payload }) => JSON.stringify(payload).includes(name)),
    );
    await sleep(momentMs(round));
    app.signal('SIGKILL');
    await app.ended;
    const outcome = await submitting;
    if (outcome.ok) expect(await saved(name)).toBe(1);
    if (await saved(name)) survived += 1;
    await slack.waitFor(() => slack.script.sockets() === 0);
    const [view] = grace.views();
    app = await office.start();
    await slack.script.redeliver(sent);
    expect(await saved(name)).toBe(1);
    if (view) await grace.close(view, true);
  }
  // Kills that all came too early, or all too late, would have shown nothing.
  expect(survived).toBeGreaterThan(0);
  expect(survived).toBeLessThan(names.length);
  const halves = `SELECT count(*)::int FROM "Account" a WHERE
    (SELECT count(*) FROM "AuditEntry" e WHERE e."subjectId" = a.id) <> 1
    OR NOT EXISTS (SELECT FROM "SearchKey" k WHERE k."accountId" = a.id)`;
  expect(await db.one(halves)).toBe(0);
  expect(await db.one('SELECT count(*)::int - count(DISTINCT number)::int FROM "Account"')).toBe(0);
});

test('an event whose first delivery took the process with it takes effect after the start, delivered again or not (T-20)', {
  timeout: 60_000,
}, async () => {
  await using office = await anOffice();
  const { slack } = office;
  slack.script.retryEvents([]);
  const app = await office.start();
  slack.script.next('views.publish', { kind: 'hang' }, 2);
  for (const who of [GRACE, MAYA]) await slack.as(who).openHome();
  await slack.waitFor(() => slack.journal.requests('views.publish').length === 2);
  app.signal('SIGKILL');
  await app.ended;
  await slack.waitFor(() => slack.script.sockets() === 0);
  await office.start();
  const [event] = slack.journal.deliveries('events_api');
  if (!event) throw new Error('no event was sent');
  expect((await slack.script.redeliver(event)).map(({ kind }) => kind)).toEqual(['answered']);
  for (const who of [GRACE, MAYA]) await slack.as(who).waitFor((p) => p.home(), { withinMs: 40_000 });
  expect(slack.journal.requests('views.publish')).toHaveLength(4);
});
