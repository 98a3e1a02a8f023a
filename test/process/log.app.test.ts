import { expect, test } from 'vitest';
import { accountIds } from '../../src/accounts/account.ids.ts';
import { anOffice, front, GENERAL, openForm, says, titled, untilAnswered, wordsOf } from './office.ts';

const canary = {
  account: 'Canarybird Industries',
  person: 'Kanari Vogelsang',
  email: 'kanari@canary-mail.example',
  phone: '+86 138 0013 8007',
  remark: 'canaryremark\n{"level":50,"msg":"forged"}\n\u001b[31mred',
};
const traces = ['anary', 'Kanari', 'Vogelsang', '13800138007', '0013 8007', 'forged'];

test('what people write is in no line of the output, whatever fails, and every line of the log is one event (T-80, T-81)', async () => {
  await using office = await anOffice({ env: { LOG_LEVEL: 'debug' } });
  const app = await office.start();
  const { slack, grace, db } = office;
  const first = await openForm(grace, canary.account);
  await grace.click(first, accountIds.allFields);
  const form = await grace.waitFor((p) => p.views().find(({ hash }) => hash !== first.hash));
  await grace.submit(form, { name: canary.account, website: 'canary.example', remarks: canary.remark });
  const card = await grace.waitFor(titled(/Canarybird/));
  await grace.click(card, accountIds.contacts);
  await grace.click(await grace.waitFor((p) => p.views()[1]), accountIds.contactNew);
  const contact = await grace.waitFor((p) => p.views()[2]);
  const fields = { name: canary.person, email: canary.email, mobile: canary.phone };
  await db.rows('ALTER TABLE "ContactPoint" RENAME COLUMN blind TO gone');
  // The database refuses it, with the values in its message.
  expect(await grace.submit(contact, fields)).toMatchObject({ ok: false });
  await db.rows('ALTER TABLE "ContactPoint" RENAME COLUMN gone TO blind');
  expect(await grace.submit(contact, fields)).toMatchObject({ ok: true });
  await grace.waitFor((p) => p.views().find((view) => /Vogelsang/.test(wordsOf(view))));
  await grace.close(await grace.waitFor(front), true);

  slack.script.next('views.open', { kind: 'error', code: 'invalid_arguments' });
  const lines = [
    canary.phone,
    canary.email,
    canary.person,
    `new ${canary.account} 2`,
    `${canary.account}: met ${canary.person}`,
  ];
  for (const line of lines) await grace.command(`/account ${line}`, GENERAL);
  await untilAnswered(slack, lines.length);
  slack.script.next('response_url', { kind: 'drop' });
  slack.script.next('chat.postEphemeral', { kind: 'error', code: 'channel_not_found' });
  await grace.command(`/account ${canary.person}`, GENERAL);
  await grace.waitFor(says(grace.dmId, /Kanari/));
  await db.rows('ALTER TABLE "Account" RENAME TO "Away"');
  await grace.command(`/account ${canary.email}`, GENERAL);
  await app.said(/the handler failed.*$/);
  app.signal('SIGTERM');
  expect(await app.ended).toBe(0);

  const output = app.lines().join('\n');
  for (const trace of [...traces, slack.botToken, slack.appToken]) expect(output).not.toContain(trace);
  const [ready, ...rest] = app.lines().filter((line) => !line.startsWith('{'));
  expect(ready).toMatch(/is ready in Slack/);
  expect(rest).toEqual([]);
  for (const line of app.log()) expect(line).toMatchObject({ level: expect.any(Number), msg: expect.any(String) });
  const failures = app.log().filter(({ msg }) => msg === 'the handler failed');
  for (const failure of failures) expect(failure['reference']).toMatch(/^[A-Z0-9]{4}-[A-Z0-9]{4}$/);
  expect(failures.length).toBeGreaterThan(0);
});
