import { once } from 'node:events';
import { createServer } from 'node:net';
import { describe, expect, test } from 'vitest';
import { anEmptyDatabase } from '../support/postgres.ts';
import { aFreePort, type Program } from '../support/program.ts';
import { aProxy } from '../support/proxy.ts';
import { aSession } from '../support/session.ts';
import { anOffice, GENERAL, type Office, openForm, says, transports } from './office.ts';

test.each(transports)(
  'over %s the built app starts, says that it is well, and creates and finds an account',
  async (transport) => {
    await using office = await anOffice({ transport });
    const app = await office.start();
    const { grace } = office;
    const health = await fetch(`http://127.0.0.1:${office.env['PORT']}/healthz`);
    const well = { status: 'ok', database: 'ok', slack: 'connected' };
    expect([health.status, await health.json()]).toMatchObject([200, well]);
    expect(await grace.submit(await openForm(grace), { name: 'Acme Robotics' })).toMatchObject({ ok: true });
    await grace.command('/account acme', GENERAL);
    await grace.waitFor(says(GENERAL, /Acme Robotics/));
    expect(await office.db.one('SELECT count(*)::int FROM "Account"')).toBe(1);
    expect(app.log().filter(({ level }) => level >= 40)).toEqual([]);
  },
);

describe('what does not fit is told in one line, with exit code 1', () => {
  /** Ends by itself with code 1; what it said for people, once it is certain that no secret and no stack is in it. */
  async function refusalOf(office: Office, app: Program): Promise<readonly string[]> {
    expect(await app.ended).toBe(1);
    const said = app.lines().join('\n');
    const { SLACK_BOT_TOKEN = '', SLACK_APP_TOKEN = '', DATABASE_URL = '' } = office.env;
    for (const secret of [SLACK_BOT_TOKEN, SLACK_APP_TOKEN, new URL(DATABASE_URL).password, 'WRONG'])
      expect(said).not.toContain(secret);
    expect(said).not.toMatch(/^\s+at |node:internal|Error:/m);
    return app.lines().filter((line) => !line.startsWith('{'));
  }
  const elsewhere = (url: string, change: Partial<Pick<URL, 'port' | 'password' | 'pathname' | 'hostname'>>): string =>
    Object.assign(new URL(url), change).href;

  test('tokens that Slack refuses', async () => {
    await using office = await anOffice();
    const bot = office.launch({ SLACK_BOT_TOKEN: 'xoxb-1234567890-WRONG' });
    expect(await refusalOf(office, bot)).toEqual([
      expect.stringMatching(/^Dossier could not start\. Slack refuses the bot token \(xoxb-…\): invalid_auth\. /),
    ]);
    const app = office.launch({ SLACK_APP_TOKEN: 'xapp-1234567890-WRONG' });
    expect(await refusalOf(office, app)).toEqual([
      expect.stringMatching(/^Dossier could not start\. Slack refuses the app-level token \(xapp-…\): invalid_auth\. /),
    ]);
  });

  test('settings, all of them at once', async () => {
    await using office = await anOffice();
    const app = office.launch({ SLACK_APP_TOKEN: '', PORT: 'http', DATABASE_URL: 'mysql://root:WRONG@localhost/x' });
    expect(await refusalOf(office, app)).toEqual([
      'Dossier cannot start with these settings:',
      expect.stringMatching(/^- DATABASE_URL: /),
      expect.stringMatching(/^- PORT: /),
      expect.stringMatching(/^- SLACK_BOT_TOKEN is set alone/),
    ]);
  });

  test('a Slack that is not there', async () => {
    await using office = await anOffice();
    await using nobody = await aProxy(1);
    nobody.goAway();
    const app = office.launch({ SLACK_API_URL: `http://127.0.0.1:${nobody.port}/api/` });
    expect(await refusalOf(office, app)).toEqual([expect.stringMatching(/Slack cannot be reached: lost/)]);
  });

  test('a port that another program has', async () => {
    await using office = await anOffice();
    const other = createServer().listen(Number(office.env['PORT']), '0.0.0.0');
    await once(other, 'listening');
    const app = office.launch();
    expect(await refusalOf(office, app)).toEqual([expect.stringMatching(/port \d+ is in use by another program/)]);
    other.close();
  });

  test.each<[string, (url: string) => string, RegExp]>([
    ['is not there', (url) => elsewhere(url, { port: '1' }), /nothing listens at its host and port/],
    ['refuses the password', (url) => elsewhere(url, { password: 'WRONG' }), /refuses the user or the password/],
    ['has no such database', (url) => elsewhere(url, { pathname: '/nowhere' }), /no database of that name/],
    ['is on an unknown host', (url) => elsewhere(url, { hostname: 'nowhere.invalid' }), /its host/],
  ])('a database that %s', async (_, changed, words) => {
    await using office = await anOffice();
    const [line, ...more] = await refusalOf(office, office.launch({ DATABASE_URL: changed(office.databaseUrl) }));
    expect(line).toMatch(/^Dossier could not start\. The database cannot be reached: /);
    expect(line).toMatch(words);
    expect(more).toEqual([]);
  });

  test('a database that takes the connection and never answers (T-07)', async () => {
    await using office = await anOffice();
    await using silent = await aProxy(1);
    silent.fallSilent();
    const app = office.launch({ DATABASE_URL: elsewhere(office.databaseUrl, { port: String(silent.port) }) });
    expect(await refusalOf(office, app)).toEqual([expect.stringMatching(/cannot be reached: it does not answer/)]);
  });

  test('a database that is newer than the code, and one with an edited migration (T-05)', async () => {
    await using office = await anOffice();
    await office.db.rows(`UPDATE "_prisma_migrations" SET checksum = 'edited' WHERE migration_name LIKE '%foundation'`);
    expect(await refusalOf(office, office.launch())).toEqual([
      expect.stringMatching(/edited after it had been applied/),
    ]);
    await office.db.rows(`INSERT INTO "_prisma_migrations" (id, checksum, migration_name, finished_at)
      VALUES ('later', 'x', '29990101000000_later', now())`);
    expect(await refusalOf(office, office.launch())).toEqual([
      expect.stringMatching(/newer than this version of Dossier/),
    ]);
  });

  test('a database that was sealed with another key', async () => {
    await using office = await anOffice();
    const first = await office.start();
    first.signal('SIGTERM');
    await first.ended;
    const app = office.launch({ DATA_DIR: `${office.env['DATA_DIR']}/another` });
    expect(await refusalOf(office, app)).toEqual([expect.stringMatching(/encryption key does not fit the database/)]);
  });
});

test('two processes that start at once on an empty database bring it up together (T-05)', async () => {
  await using office = await anOffice();
  await using empty = await anEmptyDatabase();
  await Promise.all([
    office.start({ DATABASE_URL: empty.url }),
    office.start({ DATABASE_URL: empty.url, PORT: String(await aFreePort()) }),
  ]);
  await using db = await aSession(empty.url);
  const names = await db.rows('SELECT migration_name, count(*)::int AS n FROM "_prisma_migrations" GROUP BY 1');
  expect(names.filter(({ n }) => n !== 1)).toEqual([]);
  expect(await db.one('SELECT count(*)::int FROM "Workspace"')).toBe(1);
});
