import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accountIds } from '../../src/accounts/account.ids.ts';
import { aCard, anOffice, front, GENERAL, type Office, openForm, says, transports, untilAnswered } from './office.ts';

let office: Office;

describe.each(transports)('over %s', (transport) => {
  beforeAll(async () => {
    office = await anOffice({ transport });
    await office.start();
  });
  afterAll(() => office[Symbol.asyncDispose]());

  test('one submission sent five times, three of them at once, makes one account (T-22)', async () => {
    const { slack, grace, db } = office;
    const form = await openForm(grace);
    const submitting = grace.submit(form, { name: 'Twice Ltd' });
    const sent = await slack.waitFor(() =>
      slack.journal.deliveries('interactive').find(({ payload }) => payload['type'] === 'view_submission'),
    );
    const again = await slack.script.redeliver(sent, { times: 2, parallel: true });
    expect(await submitting).toMatchObject({ ok: true });
    const later = await slack.script.redeliver(sent, { times: 2 });
    expect([...again, ...later].map((ack) => ack.kind)).toEqual(['answered', 'answered', 'answered', 'answered']);
    expect(await db.one('SELECT count(*)::int FROM "Account"')).toBe(1);
    expect(await db.one(`SELECT count(*)::int FROM "AuditEntry" WHERE subject = 'account'`)).toBe(1);
    await grace.close(await grace.waitFor(front), true);
  });

  test('a command and a press that come several times are answered once (T-20)', async () => {
    const { slack, grace } = office;
    const message = await aCard(grace, 'Acme Robotics');
    slack.journal.clear();
    await grace.command('/account acme', GENERAL);
    await untilAnswered(slack, 1);
    const [command] = slack.journal.deliveries('slash_commands');
    await grace.click(message, accountIds.sendToMe);
    await untilAnswered(slack, 2);
    const [press] = slack.journal.deliveries('interactive');
    if (!command || !press) throw new Error('nothing was sent');
    await slack.script.redeliver(command, { times: 3, parallel: true });
    await slack.script.redeliver(press, { times: 3, parallel: true });
    // What a repetition did would be there by the time that a later command is answered.
    await grace.command('/account help', GENERAL);
    await untilAnswered(slack, 3);
    expect(slack.journal.requests('response_url')).toHaveLength(3);
    expect(slack.journal.requests('chat.postMessage')).toHaveLength(1);
  });

  test('a post whose confirmation is lost stands in the channel once, and the person is told to look (T-03)', async () => {
    const { slack, grace } = office;
    const message = await aCard(grace, 'Share Ltd');
    slack.journal.clear();
    await grace.click(message, accountIds.share);
    const preview = await grace.waitFor(front);
    slack.script.next('chat.postMessage', { kind: 'accept-then-drop' });
    const outcome = await grace.submit(preview, { channel: GENERAL });
    expect(outcome).toMatchObject({ ok: false, problem: 'field_errors' });
    expect(JSON.stringify(outcome)).toMatch(/may be there already/);
    expect(slack.journal.requests('chat.postMessage')).toHaveLength(1);
    expect(grace.messages(GENERAL).filter(({ ephemeral }) => !ephemeral)).toHaveLength(1);
    await grace.close(preview, true);
  });

  test('an answer whose confirmation is lost comes again only with the words that say so (T-03)', async () => {
    const { slack, grace } = office;
    await aCard(grace, 'Lost Ltd');
    const before = grace.messages(GENERAL).length;
    slack.script.next('response_url', { kind: 'accept-then-drop' });
    await grace.command('/account lost', GENERAL);
    const second = await grace.waitFor((p) => p.messages(GENERAL)[before + 1]);
    expect(JSON.stringify(second.blocks)).toMatch(/Lost Ltd.*you may see it twice/);
  });

  test('an answer that Slack did not take reaches the person another way', async () => {
    const { slack, grace } = office;
    for (const fault of [{ kind: 'status', status: 404 }, { kind: 'drop' }] as const) {
      slack.script.next('response_url', fault);
      const before = grace.messages(GENERAL).length;
      await grace.command('/account help', GENERAL);
      await grace.waitFor((p) => p.messages(GENERAL).length === before + 1);
    }
  });

  test('a limit on posts does not hold up a window, and the person hears of the post (T-13)', async () => {
    const { slack, grace } = office;
    const message = await aCard(grace, 'Limit Ltd');
    slack.script.next('chat.postMessage', { kind: 'rate-limited', retryAfterSec: 30 });
    slack.journal.clear();
    await grace.click(message, accountIds.sendToMe);
    await slack.waitFor(() => slack.journal.requests('chat.postMessage')[0]?.answer);
    await openForm(grace);
    await grace.waitFor(says(GENERAL, /try again/));
    expect(slack.journal.requests('chat.postMessage')).toHaveLength(1);
    expect(grace.notes()).toEqual([]);
  });
});
