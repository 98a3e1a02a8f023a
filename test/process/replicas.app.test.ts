import { expect, test } from 'vitest';
import { aFreePort } from '../support/program.ts';
import { anOffice, front, GENERAL, openForm, untilAnswered } from './office.ts';

test('of two processes on one database an event, a submission and a press take effect once (T-21)', async () => {
  await using office = await anOffice();
  const { slack, grace, db } = office;
  await Promise.all([office.start(), office.start({ PORT: String(await aFreePort()) })]);
  expect(slack.script.sockets()).toBe(2);

  await grace.openHome();
  await grace.waitFor((p) => p.home());
  const [event] = slack.journal.deliveries('events_api');
  if (!event) throw new Error('no event was sent');
  const acks = await slack.script.redeliver(event, { times: 3, parallel: true });
  expect(acks.map(({ kind }) => kind)).toEqual(['answered', 'answered', 'answered']);
  expect(slack.journal.requests('views.publish')).toHaveLength(1);

  const submitting = grace.submit(await openForm(grace), { name: 'Acme Robotics' });
  const sent = await slack.waitFor(() =>
    slack.journal.deliveries('interactive').find(({ payload }) => payload['type'] === 'view_submission'),
  );
  const again = await slack.script.redeliver(sent, { times: 3, parallel: true });
  expect(await submitting).toMatchObject({ ok: true });
  expect(again.map(({ kind }) => kind)).toEqual(['answered', 'answered', 'answered']);
  expect(await db.one('SELECT count(*)::int FROM "Account"')).toBe(1);
  await grace.close(await grace.waitFor(front), true);

  await grace.command('/account lgo plum works: met Li Wei', GENERAL);
  const typed = await slack.waitFor(() => slack.journal.deliveries('slash_commands').at(-1));
  await slack.script.redeliver(typed, { times: 3, parallel: true });
  await grace.waitFor((p) => p.messages(GENERAL).find(({ text }) => text.includes('Your line is kept')));
  await untilAnswered(slack, 2);
  expect(await db.one('SELECT count(*)::int FROM "Draft"')).toBe(1);
});

test('when one of two processes is killed the other one goes on alone', async () => {
  await using office = await anOffice();
  const { slack, grace } = office;
  const [first] = await Promise.all([office.start(), office.start({ PORT: String(await aFreePort()) })]);
  first?.signal('SIGKILL');
  await slack.waitFor(() => slack.script.sockets() === 1);
  for (const n of [1, 2]) {
    expect(await grace.command('/account help', GENERAL)).toEqual({ ok: true });
    await untilAnswered(slack, n);
  }
});
