import { expect, test } from 'vitest';
import { accessIds } from '../../src/access/access.ids.ts';
import { demoCompany } from '../../src/demo/company.ts';
import { anOffice, front, GENERAL, GRACE, MAYA, openForm, says } from './office.ts';

test('the code that the log prints makes its first user administrator, once', async () => {
  await using office = await anOffice({ env: { ADMIN_USER_IDS: '' } });
  const app = await office.start();
  const { slack, grace } = office;
  const line = await app.said(/There is no administrator yet/);
  const [, claim = ''] = /(\/account admin claim \S+)"/.exec(line.replace(/\.?"/, '"')) ?? [];
  await grace.command('/account admin claim WRONG-CODE', GENERAL);
  await grace.waitFor((p) => p.messages(GENERAL).length === 1);
  await grace.command(claim, GENERAL);
  await grace.waitFor(says(GENERAL, new RegExp(accessIds.people)));
  const maya = slack.as(MAYA);
  await maya.command(claim, GENERAL);
  await maya.waitFor((p) => p.messages(GENERAL)[0]);
  expect(await office.db.rows(`SELECT "slackUserId" FROM "Member" WHERE 'administrator' = ANY (roles)`)).toEqual([
    { slackUserId: GRACE },
  ]);
  app.signal('SIGTERM');
  await app.ended;
  const next = await office.start();
  expect(next.lines().join()).not.toMatch(/no administrator/);
});

test('the command has the name that the configuration gives it', async () => {
  await using office = await anOffice({ company: demoCompany('/kunden'), env: { COMMAND: '/kunden' } });
  await office.start();
  const { grace } = office;
  await grace.command('/kunden new Acme Robotics', GENERAL);
  await grace.submit(await grace.waitFor(front), { name: 'Acme Robotics' });
  await grace.command('/kunden help', GENERAL);
  const help = await grace.waitFor(says(GENERAL, /kunden/));
  expect(JSON.stringify(help.blocks)).not.toContain('/account');
});

test('whoever ADMIN_USER_IDS names administers from the start, also somebody who came before', async () => {
  await using office = await anOffice({ env: { ADMIN_USER_IDS: '' } });
  const { grace } = office;
  const before = await office.start();
  await grace.command('/account new', GENERAL);
  await grace.waitFor((p) => p.messages(GENERAL)[0]);
  before.signal('SIGTERM');
  await before.ended;
  const after = await office.start({ ADMIN_USER_IDS: `U0NOBODY01,${GRACE}` });
  await openForm(grace);
  expect(after.log().map(({ msg }) => msg)).toEqual(['somebody whom ADMIN_USER_IDS names cannot administer']);
});
