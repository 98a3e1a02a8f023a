import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import { onCommand } from '../../src/slack/handler.ts';
import { ANNA, ELSEWHERE, GENERAL } from '../playground/stage.ts';
import { aDesk, transports } from './desk.ts';
import { line, message, nameModal, openName, signal } from './samples.ts';

describe.each(transports)('over %s', (transport) => {
  test.each(['expired_trigger_id', 'exchanged_trigger_id', 'hash_conflict'])(
    'a window that Slack refuses with %s is a friendly request to press again (T-19)',
    async (code) => {
      await using desk = await aDesk({ transport, handlers: [openName] });
      desk.slack.script.next('views.open', { kind: 'error', code });
      const anna = desk.slack.as(ANNA);
      await anna.command('/probe x', GENERAL);
      const said = await anna.waitFor((p) => p.messages(GENERAL).at(-1));
      expect(said.text).toBe('Slack was a moment too slow for that. Please try again.');
      expect(anna.views()).toEqual([]);
    },
  );

  test('a window that is too large is reported with a reference, for no second press would help (T-19)', async () => {
    await using desk = await aDesk({ transport, handlers: [openName] });
    desk.slack.script.next('views.open', { kind: 'error', code: 'view_too_large' });
    const anna = desk.slack.as(ANNA);
    await anna.command('/probe x', GENERAL);
    const said = await anna.waitFor((p) => p.messages(GENERAL).at(-1));
    expect(said.text).toContain('reference');
    expect(desk.lines.find(({ msg }) => msg === 'the handler failed')).toMatchObject({
      error: { name: 'SlackRefused', code: 'view_too_large' },
    });
  });

  test('a rate limit on posts does not hold up a window (T-13)', async () => {
    await using desk = await aDesk({
      transport,
      handlers: [
        onCommand({
          needs: 'desk.open',
          accepts: line,
          run: async (gesture) => {
            await gesture.post(GENERAL, message('to all')).catch(() => {});
            await gesture.open(nameModal());
          },
        }),
      ],
    });
    desk.slack.script.next('chat.postMessage', { kind: 'rate-limited', retryAfterSec: 30 });
    const anna = desk.slack.as(ANNA);
    await anna.command('/probe x');
    await anna.waitFor((p) => p.views()[0]);
    expect(desk.slack.journal.requests('chat.postMessage')).toHaveLength(1);
  });

  test('a post whose answer is lost is not sent again (T-03)', async () => {
    const failures: unknown[] = [];
    const done = signal();
    await using desk = await aDesk({
      transport,
      handlers: [
        onCommand({
          needs: 'desk.open',
          accepts: line,
          run: async (gesture) => {
            await gesture.post(GENERAL, message('once')).catch((error: unknown) => failures.push(error));
            done.give();
          },
        }),
      ],
    });
    desk.slack.script.next('chat.postMessage', { kind: 'accept-then-drop' });
    await desk.slack.as(ANNA).command('/probe x');
    await done.given;
    expect(failures).toMatchObject([{ name: 'PostUnconfirmed', code: 'lost' }]);
    expect(desk.slack.as(ANNA).messages(GENERAL)).toHaveLength(1);
  });

  test('an answer goes to Slack alone, whatever address a payload names (T-70)', async () => {
    await using desk = await aDesk({
      transport,
      handlers: [onCommand({ needs: 'desk.open', accepts: line, run: (gesture) => gesture.answer(message('here')) })],
    });
    const anna = desk.slack.as(ANNA);
    await anna.command('/probe x', GENERAL);
    const [honest] = desk.slack.journal.deliveries('slash_commands');
    await anna.waitFor((p) => p.messages(GENERAL).length === 1);
    const elsewhere = await aForeignServer();
    for (const [n, response_url] of [elsewhere.url, 'file:///etc/passwd', 'no url'].entries()) {
      await desk.slack.script.deliver('slash_commands', {
        ...honest?.payload,
        response_url,
        trigger_id: `forged.${n}`,
      });
      await anna.waitFor((p) => p.messages(GENERAL).length === n + 2);
    }
    expect(elsewhere.requests()).toBe(0);
    await elsewhere.close();
  });

  test('where the response_url fails the answer comes as an ephemeral, and where that fails as a direct message', async () => {
    await using desk = await aDesk({
      transport,
      handlers: [
        onCommand({ needs: 'desk.open', accepts: line, run: (gesture, { text }) => gesture.answer(message(text)) }),
      ],
    });
    const anna = desk.slack.as(ANNA);
    desk.slack.script.next('response_url', { kind: 'status', status: 500 });
    await anna.command('/probe first', GENERAL);
    const first = await anna.waitFor((p) => p.messages(GENERAL).find(({ text }) => text === 'first'));
    expect(first.ephemeral).toBe(true);
    desk.slack.script.next('response_url', { kind: 'drop' });
    await anna.command('/probe second', ELSEWHERE);
    await anna.waitFor((p) => p.dm().find(({ text }) => text === 'second'));
  });
});

/** A server that counts who calls it. */
async function aForeignServer(): Promise<{ url: string; requests(): number; close(): Promise<void> }> {
  let requests = 0;
  const server = createServer((_request, response) => {
    requests += 1;
    response.end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/hook`,
    requests: () => requests,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
