import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { urlOf } from '../../src/db/embedded-connect.ts';
import { openHome } from '../../src/db/embedded-home.ts';
import { aSession } from '../support/session.ts';
import { until } from '../support/until.ts';
import { anOffice, front, GENERAL, openForm } from './office.ts';

const names = ['Aldera', 'Bronco', 'Cedrus', 'Dunkeld', 'Everglow', 'Fjordan', 'Grimaldi', 'Hokusai'];

test('the built-in database may be killed under load: nothing that was confirmed is lost, and it comes back by itself (T-06)', async () => {
  await using office = await anOffice({ env: { DATABASE_URL: '' } });
  const { slack, grace, env } = office;
  const app = await office.start();
  const home = openHome(path.join(env['DATA_DIR'] ?? '', 'live', 'postgres'));
  const postmaster = (): number => Number(readFileSync(path.join(home.data, 'postmaster.pid'), 'utf8').split('\n')[0]);
  const first = postmaster();
  const confirmed: string[] = [];
  for (const [n, name] of names.entries()) {
    const said = grace.messages(GENERAL).length;
    await grace.command('/account new', GENERAL);
    const view = await grace.waitFor((p) => front(p) ?? (p.messages(GENERAL).length > said && 'told'), {
      withinMs: 15_000,
    });
    if (view === 'told') continue;
    const submitting = grace.submit(view, { name });
    if (n === 2) process.kill(postmaster(), 'SIGKILL');
    if ((await submitting).ok) confirmed.push(name);
    await grace.close(view, true);
  }
  await until(async () => (await fetch(`http://127.0.0.1:${env['PORT']}/healthz`)).status === 200);
  await openForm(grace);
  expect(postmaster()).not.toBe(first);
  await using db = await aSession(urlOf(home, 'dossier'));
  const kept = (await db.rows('SELECT name FROM "Account"')).map(({ name }) => name);
  expect(confirmed.filter((name) => !kept.includes(name))).toEqual([]);
  expect(slack.journal.deliveries().filter(({ ack }) => ack?.kind !== 'answered')).toEqual([]);
  app.signal('SIGTERM');
  expect(await app.ended).toBe(0);
});
