import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { noticeKind } from '../../src/outbox/notice.ts';
import { resume } from '../../src/outbox/outbox.store.ts';
import { anOutboxDesk, type Desk, saying } from './desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await anOutboxDesk();
});
afterEach(() => desk[Symbol.asyncDispose]());

const deliver = (): Promise<number> => desk.outbox().deliver(desk.house.workspaceId);
const states = async () => (await desk.rows()).map((row) => row['state']);
/** Delivers, lets everything rest out, and again, so many times. */
async function rounds(times: number): Promise<void> {
  for (let i = 0; i < times; i += 1) {
    await deliver();
    await desk.later(700);
  }
}

describe('The outbox', () => {
  test('says a thing once, however often it is enqueued and however many processes deliver', async () => {
    await desk.put({ key: 'a' });
    await desk.put({ key: 'a' });
    await Promise.all([deliver(), deliver(), deliver()]);
    await rounds(2);
    expect(desk.told()).toEqual(['a']);
    expect(await states()).toEqual(['delivered']);
  });

  test('keeps the order of a conversation, one a second, while three processes deliver (T-13)', async () => {
    for (const key of ['1', '2', '3', '4']) await desk.put({ key });
    for (let i = 0; i < 6; i += 1) {
      await Promise.all([deliver(), deliver(), deliver()]);
      expect(desk.told()).toHaveLength(Math.min(i + 1, 4));
      await desk.later(1);
    }
    expect(desk.told()).toEqual(['1', '2', '3', '4']);
  });

  test('waits for its due moment, and drops what nobody needs to hear any more', async () => {
    const day = 86_400_000;
    await desk.put({ key: 'tomorrow', dueAt: new Date(Date.now() + day) });
    await desk.put({ key: 'yesterday', dueAt: new Date(Date.now() - 2 * day), expiresAt: new Date(Date.now() - day) });
    await rounds(2);
    expect(desk.told()).toEqual([]);
    expect((await desk.rows()).map((row) => [row['key'], row['state']])).toEqual(
      expect.arrayContaining([
        ['tomorrow', 'waiting'],
        ['yesterday', 'dropped'],
      ]),
    );
  });

  test.each([1, 2, 3])('shows one message where the answer got lost %i times (T-03)', async (times) => {
    desk.slack.script.next('chat.postMessage', { kind: 'accept-then-drop' }, times);
    await desk.put({ key: 'a' });
    await rounds(6);
    expect(desk.told()).toEqual(['a']);
    expect(await states()).toEqual(['delivered']);
  });

  test('says it again where it was looked for twice and is not there (T-15)', async () => {
    desk.slack.script.next('chat.postMessage', { kind: 'drop' });
    await desk.put({ key: 'a' });
    await rounds(2);
    expect(desk.told()).toEqual([]);
    await rounds(2);
    expect(desk.told()).toEqual(['a']);
  });

  test('goes on looking while Slack is out of order', async () => {
    desk.slack.script.next('chat.postMessage', { kind: 'accept-then-hang' });
    desk.slack.script.next('conversations.history', { kind: 'status', status: 503 }, 2);
    await desk.put({ key: 'a' });
    await rounds(5);
    expect(desk.told()).toEqual(['a']);
    expect(await states()).toEqual(['delivered']);
  });

  test('where it may not look, it does what its kind says: repeat with a word about it, or leave it to a person', async () => {
    for (const [onUnknown, told, state] of [
      ['repeat', 2, 'delivered'],
      ['leave', 3, 'unknown'],
    ] as const) {
      desk.slack.script.next('chat.postMessage', { kind: 'accept-then-drop' });
      desk.slack.script.next('conversations.history', { kind: 'error', code: 'missing_scope' });
      await desk.put({ key: onUnknown });
      for (let i = 0; i < 4; i += 1) {
        await desk.outbox({ kinds: [saying(onUnknown)] }).deliver(desk.house.workspaceId);
        await desk.later(700);
      }
      expect([onUnknown, desk.told().length]).toEqual([onUnknown, told]);
      expect((await states()).at(-1)).toBe(state);
    }
    expect(JSON.stringify(desk.slack.as(desk.reader.slackUserId).dm()[1]?.blocks)).toMatch(/twice/);
    expect(desk.givenUp).toEqual(['leave']);
  });

  test('makes no call before the time that Slack asks for has passed (T-13)', async () => {
    desk.slack.script.next('chat.postMessage', { kind: 'rate-limited', retryAfterSec: 300 });
    await desk.put({ key: 'a' });
    await desk.put({ key: 'b' });
    await deliver();
    await desk.later(298);
    await deliver();
    expect(desk.slack.journal.requests('chat.postMessage')).toHaveLength(1);
    await desk.later(2);
    await deliver();
    await desk.later(1);
    await deliver();
    expect(desk.told()).toEqual(['a', 'b']);
  });

  test.each([
    'channel_not_found',
    'is_archived',
    'not_in_channel',
    'restricted_action',
    'user_not_found',
    'msg_too_long',
  ])('gives up at once where no retry would help, and tells of it: %s (T-16)', async (code) => {
    desk.slack.script.next('chat.postMessage', { kind: 'error', code });
    await desk.put({ key: 'a' });
    await rounds(3);
    expect(desk.slack.journal.requests('chat.postMessage')).toHaveLength(1);
    expect([await states(), desk.givenUp]).toEqual([['dead'], ['a']]);
  });

  test.each(['token_revoked', 'account_inactive', 'invalid_auth', 'missing_scope'])(
    'falls silent and keeps its queue while Slack refuses the token: %s (T-17)',
    async (code) => {
      desk.slack.script.next('chat.postMessage', { kind: 'error', code });
      await desk.put({ key: 'a' });
      await desk.put({ key: 'b' });
      await rounds(3);
      expect(desk.slack.journal.requests('chat.postMessage')).toHaveLength(1);
      await desk.house.database.inSystem(desk.house.workspaceId, resume);
      await rounds(3);
      expect(desk.told()).toEqual(['a', 'b']);
    },
  );

  test('gives up a notice that cannot be put into words after its attempts, while others go on (T-10)', async () => {
    const poison = noticeKind({
      kind: 'poison',
      onUnknown: 'leave',
      refs: z.unknown(),
      render: async () => {
        throw new Error('never');
      },
    });
    await desk.put({ key: 'poison', kind: 'poison' });
    await desk.put({ key: 'a' });
    for (let i = 0; i < 14; i += 1) {
      await desk.outbox({ kinds: [saying(), poison] }).deliver(desk.house.workspaceId);
      if (i === 0) expect(desk.told()).toEqual(['a']);
      await desk.later(700);
    }
    expect([await states(), desk.givenUp]).toEqual([['dead', 'delivered'], ['poison']]);
  });

  test('a worker that comes back after its lease has lapsed settles nothing (T-12)', async () => {
    let open = (): void => {};
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    const slow = desk.outbox({
      post: {
        say: async () => {
          await gate;
          return { kind: 'refused', code: 'channel_not_found', retryAfterSeconds: null };
        },
        edit: async () => ({ kind: 'not-there' }),
        look: async () => ({ kind: 'not-there' }),
      },
    });
    await desk.put({ key: 'a' });
    const stale = slow.deliver(desk.house.workspaceId);
    await expect.poll(states).toEqual(['sending']);
    await desk.later(100);
    await rounds(4);
    open();
    await stale;
    expect([await states(), desk.told(), desk.givenUp]).toEqual([['delivered'], ['a'], []]);
  });

  test('withholds what its reader may not see any more, at the moment of sending (T-68)', async () => {
    const gated = noticeKind({
      kind: 'saying',
      onUnknown: 'leave',
      refs: z.unknown(),
      render: async ({ actor }) => (actor.active ? { say: { text: 'x', blocks: [] } } : { withhold: 'inactive' }),
    });
    await desk.put({ key: 'a' });
    await desk.house.slackSays(desk.reader, { active: false });
    await desk.outbox({ kinds: [gated] }).deliver(desk.house.workspaceId);
    expect([await states(), desk.told()]).toEqual([['withheld'], []]);
  });
});
