import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { input, modal, section } from '../../src/slack/blocks.ts';
import { type Gesture, onAction, onCommand, onEvent, onOptions, onShortcut } from '../../src/slack/handler.ts';
import { ANNA, GENERAL } from '../playground/stage.ts';
import { aDesk, transports } from './desk.ts';
import { anything, line, message, withButton } from './samples.ts';

describe.each(transports)('over %s', (transport) => {
  test('a button gives its value parsed, the place it stands in, and may replace its message', async () => {
    const seen: unknown[] = [];
    await using desk = await aDesk({
      transport,
      handlers: [
        onCommand({
          needs: 'desk.open',
          accepts: line,
          run: (gesture) => gesture.answer(withButton('press', { page: 2 })),
        }),
        onAction('press', {
          needs: 'desk.open',
          accepts: z.object({ page: z.int() }),
          run: async (gesture: Gesture, value) => {
            seen.push(value, gesture.place.channelId, typeof gesture.place.messageTs);
            await gesture.answer(message('pressed'), { replace: true });
          },
        }),
      ],
    });
    const anna = desk.slack.as(ANNA);
    await anna.command('/probe x', GENERAL);
    const sent = await anna.waitFor((p) => p.messages(GENERAL).at(-1));
    expect(await anna.click(sent, 'press')).toEqual({ ok: true });
    await anna.waitFor((p) => p.messages(GENERAL).some(({ text }) => text === 'pressed'));
    expect(anna.messages(GENERAL)).toHaveLength(1);
    expect(seen).toEqual([{ page: 2 }, GENERAL, 'string']);
  });

  test('an external select offers at most what Slack takes, and nothing where its handler fails', async () => {
    const pick = modal({
      callbackId: 'pick',
      title: 'Pick',
      submit: 'Save',
      close: 'Close',
      meta: { of: 'accounts' },
      blocks: ['many', 'broken'].map((id) =>
        input(id, 'Account', { type: 'external_select', action_id: id, min_query_length: 1 }),
      ),
    });
    await using desk = await aDesk({
      transport,
      handlers: [
        onCommand({ needs: 'desk.open', accepts: line, run: async (gesture) => void (await gesture.open(pick)) }),
        onOptions('many', {
          needs: 'account.read',
          accepts: z.object({ query: z.string() }),
          run: async (gesture, { query }) =>
            Array.from({ length: 150 }, (_, i) => ({
              text: `${query} ${JSON.stringify(gesture.place.view?.meta)} <${i}>`,
              value: `${i}`,
            })),
        }),
        onOptions('broken', {
          needs: 'account.read',
          accepts: anything,
          run: async () => {
            throw new Error('no');
          },
        }),
      ],
    });
    const anna = desk.slack.as(ANNA);
    await anna.command('/probe x');
    const view = await anna.waitFor((p) => p.views()[0]);
    const offered = await anna.options(view, 'many', 'ac');
    expect(offered.ok && offered.options).toHaveLength(100);
    expect(offered.ok && offered.options[0]?.text.text).toBe('ac {"of":"accounts"} &lt;0&gt;');
    expect(await anna.options(view, 'broken', 'ac')).toMatchObject({ ok: true, options: [] });
  });

  test('a message shortcut is given the message; an event its person; Home is published', async () => {
    const seen: unknown[] = [];
    await using desk = await aDesk({
      transport,
      handlers: [
        onShortcut('probe_message', {
          needs: 'desk.open',
          accepts: z.object({ message: z.object({ text: z.string(), slackUserId: z.string().nullable() }) }),
          run: async (_gesture, sent) => void seen.push(sent),
        }),
        onEvent('app_home_opened', {
          needs: 'desk.open',
          accepts: z.object({ tab: z.string() }),
          run: async (gesture, { tab }) => {
            seen.push(tab, gesture.who.slackUserId);
            await gesture.publishHome([section('my day')]);
          },
        }),
      ],
    });
    const anna = desk.slack.as(ANNA);
    await anna.say(GENERAL, 'met Li Wei');
    const [said] = anna.messages(GENERAL);
    if (said) await anna.messageShortcut('probe_message', said);
    await anna.openHome();
    await anna.waitFor((p) => JSON.stringify(p.home() ?? null).includes('my day'));
    expect(seen).toEqual([{ message: { text: 'met Li Wei', slackUserId: ANNA } }, 'home', ANNA]);
  });
});
