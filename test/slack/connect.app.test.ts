import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createLog } from '../../src/lib/log.ts';
import { startLocalSlack } from '../../src/playground/local-slack.ts';
import { connectSlack } from '../../src/slack/connect.ts';
import { type SlackTokenRefused, SlackUnreachable } from '../../src/slack/errors.ts';
import { onCommand, onSubmit } from '../../src/slack/handler.ts';
import { ANNA, company, GENERAL } from '../playground/stage.ts';
import { until } from '../support/until.ts';
import { aDesk, transports } from './desk.ts';
import { line, message, openName, signal, submission } from './samples.ts';

const hello = onCommand({ needs: 'desk.open', accepts: line, run: (gesture) => gesture.answer(message('hello')) });

describe.each(transports)('over %s', (transport) => {
  test('a wrong bot token is named before anything starts', async () => {
    const wrong = aDesk({ transport, access: (access) => ({ ...access, botToken: 'xoxb-0-wrong' }) });
    await expect(wrong).rejects.toMatchObject({ name: 'SlackTokenRefused', token: 'bot', code: 'invalid_auth' });
  });

  test('asks Slack once who the app is, and nothing more for each gesture', async () => {
    await using desk = await aDesk({ transport, handlers: [hello] });
    const anna = desk.slack.as(ANNA);
    for (const n of [1, 2, 3]) {
      await anna.command(`/probe ${n}`, GENERAL);
      await anna.waitFor((p) => p.messages(GENERAL).length === n);
    }
    expect(desk.slack.journal.requests('auth.test')).toHaveLength(1);
    expect(desk.connection.identity).toMatchObject({ teamId: company.team.id, botUserId: company.app.botUserId });
  });

  test('stopping waits for a submission under way, whose answer still arrives, and takes nothing new (T-09)', async () => {
    const release = signal();
    const begun = signal();
    await using desk = await aDesk({
      transport,
      handlers: [
        openName,
        onSubmit('name', {
          needs: 'desk.open',
          accepts: submission,
          run: async () => {
            begun.give();
            await release.given;
            return { next: 'close' };
          },
        }),
      ],
    });
    const anna = desk.slack.as(ANNA);
    await anna.command('/probe x');
    const view = await anna.waitFor((p) => p.views()[0]);
    const submitting = anna.submit(view, { name: 'Acme' });
    await begun.given;
    const stopping = desk.connection.stop();
    desk.slack.script.ackWithin(200);
    expect(await anna.command('/probe y')).toMatchObject({ ok: false });
    release.give();
    expect(await submitting).toMatchObject({ ok: true });
    expect(await stopping).toBe(true);
  });

  test('stopping gives up on what does not end (T-09)', async () => {
    await using desk = await aDesk({
      transport,
      handlers: [onCommand({ needs: 'desk.open', accepts: line, run: () => new Promise(() => {}) })],
    });
    await desk.slack.as(ANNA).command('/probe x');
    expect(await desk.connection.stop(20)).toBe(false);
  });
});

test("a wrong app token is named, with Slack's code, instead of being tried for ever", async () => {
  const wrong = aDesk({ access: (access) => ({ ...access, appToken: 'xapp-1-wrong' }) });
  await expect(wrong).rejects.toMatchObject({ name: 'SlackTokenRefused', token: 'app', code: 'invalid_auth' });
});

test('an app token revoked while running is one clear line and no unhandled rejection', async () => {
  const fatal: SlackTokenRefused[] = [];
  const unhandled: unknown[] = [];
  const note = (reason: unknown): void => void unhandled.push(reason);
  process.on('unhandledRejection', note);
  try {
    await using desk = await aDesk({ onFatal: (error) => void fatal.push(error) });
    desk.slack.script.revoke('app');
    desk.slack.script.dropSockets();
    await until(() => fatal.length > 0);
    expect(fatal[0]?.message).toMatch(/^Slack refuses the app-level token .*\.$/);
    expect(desk.connection.slackState()).not.toBe('connected');
  } finally {
    process.off('unhandledRejection', note);
  }
  expect([fatal.length, unhandled]).toEqual([1, []]);
});

test('after a short outage the socket is there again and commands are answered', async () => {
  await using desk = await aDesk({ handlers: [hello] });
  expect(desk.connection.slackState()).toBe('connected');
  const end = desk.slack.script.outage();
  await until(() => desk.connection.slackState() !== 'connected');
  end();
  await until(() => desk.connection.slackState() === 'connected');
  const anna = desk.slack.as(ANNA);
  expect(await anna.command('/probe x', GENERAL)).toEqual({ ok: true });
  await anna.waitFor((p) => p.messages(GENERAL).length === 1);
});

test('stopping while the socket reconnects is quiet', async () => {
  const unhandled: unknown[] = [];
  const note = (reason: unknown): void => void unhandled.push(reason);
  process.on('unhandledRejection', note);
  try {
    await using desk = await aDesk();
    const end = desk.slack.script.outage();
    await until(() => desk.connection.slackState() !== 'connected');
    await desk.connection.stop();
    end();
  } finally {
    process.off('unhandledRejection', note);
  }
  expect(unhandled).toEqual([]);
});

test('a Slack that does not answer at the start is reported as that', async () => {
  const slack = await startLocalSlack({ company, delivery: { by: 'socket' } });
  const { apiUrl, botToken, appToken } = slack;
  await slack.stop();
  const log = createLog({ level: 'silent' });
  const connecting = connectSlack({ access: { mode: 'socket', botToken, appToken, apiUrl }, log, onFatal: () => {} });
  await expect(connecting).rejects.toThrow(SlackUnreachable);
});

test("neither tokens nor people's words reach the log, whatever fails (T-80)", async () => {
  await using desk = await aDesk({
    handlers: [
      onCommand({
        needs: 'desk.open',
        accepts: z.object({ text: z.string() }),
        run: async (gesture, { text }) => {
          await gesture.post('C0NOWHERE', message(text));
        },
      }),
    ],
  });
  await desk.slack.as(ANNA).command('/probe canary@example.com called +8613800138000');
  await until(() => desk.complaints().length > 0);
  const said = JSON.stringify(desk.lines);
  for (const secret of ['canary', '13800138000', desk.slack.botToken, desk.slack.appToken])
    expect(said).not.toContain(secret);
});
