import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { noticeKind, type Rendering } from '../../src/outbox/notice.ts';
import { retell } from '../../src/outbox/outbox.store.ts';
import { paragraphs } from '../../src/slack/message.ts';
import { rich } from '../../src/slack/text.ts';
import { anOutboxDesk, type Desk } from './desk.ts';

let desk: Desk;
/** What the thing that the notice tells of is like now. */
let words: string;
let how: 'on' | 'last' | 'withheld';
/** What happens while it is being put into words. */
let meanwhile: () => Promise<unknown>;
const about = randomUUID();

const telling = noticeKind({
  kind: 'saying',
  onUnknown: 'repeat',
  refs: z.unknown(),
  async render(_work, _refs, isThere): Promise<Rendering> {
    const said = words;
    await meanwhile();
    if (how === 'withheld') return { withhold: 'not-allowed' };
    const say = paragraphs(rich`${isThere ? 'now' : 'first'} ${said}`);
    return how === 'last' ? { say, isLast: true } : { say };
  },
});

beforeEach(async () => {
  desk = await anOutboxDesk();
  [words, how, meanwhile] = ['one', 'on', async () => {}];
});
afterEach(() => desk[Symbol.asyncDispose]());

const deliver = (): Promise<number> => desk.outbox({ kinds: [telling] }).deliver(desk.house.workspaceId);
const changes = (to: string): Promise<unknown> => {
  words = to;
  return desk.house.as(desk.house.founder, (work) => retell(work, [about]));
};
const rounds = async (times = 3): Promise<void> => {
  for (let i = 0; i < times; i += 1) {
    await desk.later(100);
    await deliver();
  }
};
const states = async () => (await desk.rows()).map((row) => row['state']);
const edits = () => desk.slack.journal.requests('chat.update').length;

describe('A message that tells of something', () => {
  test('is put right where it stands, also by several processes at once, and never said again', async () => {
    await desk.put({ key: 'a', about });
    await deliver();
    expect(desk.told()).toEqual(['first one']);
    await changes('two');
    await desk.later(1);
    await Promise.all([deliver(), deliver()]);
    await rounds();
    expect([desk.told(), edits(), await states()]).toEqual([['now two'], 1, ['delivered']]);
  });

  test('is put right once more when it changes while it is being said, or put right', async () => {
    await desk.put({ key: 'a', about });
    meanwhile = async () => {
      meanwhile = async () => {};
      await changes('two');
    };
    await deliver();
    expect(desk.told()).toEqual(['first one']);
    await rounds();
    expect(desk.told()).toEqual(['now two']);
  });

  test('is put right when it changes while nobody knows whether it was said (T-03)', async () => {
    desk.slack.script.next('chat.postMessage', { kind: 'accept-then-drop' });
    await desk.put({ key: 'a', about });
    await deliver();
    await changes('two');
    await rounds(5);
    expect([desk.told(), await states()]).toEqual([['now two'], ['delivered']]);
  });

  test('is put right in the end when Slack does not answer', async () => {
    await desk.put({ key: 'a', about });
    await deliver();
    await changes('two');
    desk.slack.script.next('chat.update', { kind: 'drop' });
    await rounds(4);
    expect([desk.told(), await states()]).toEqual([['now two'], ['delivered']]);
  });

  test('says only that it is settled to whoever may not read it any more, and is left alone after its last word', async () => {
    await desk.put({ key: 'a', about });
    await deliver();
    how = 'withheld';
    await changes('two');
    await rounds();
    expect(desk.told()).toEqual([expect.stringContaining('This is settled.')]);
    how = 'on';
    await changes('three');
    await rounds();
    expect([edits(), await states()]).toEqual([1, ['delivered']]);
  });

  test('that is gone from Slack is as good as put right, and what was never said stays unsaid', async () => {
    await desk.put({ key: 'a', about });
    await deliver();
    await changes('two');
    desk.slack.script.next('chat.update', { kind: 'error', code: 'message_not_found' });
    how = 'withheld';
    await desk.put({ key: 'b', about });
    await rounds();
    await changes('three');
    await rounds();
    expect([await states(), desk.givenUp]).toEqual([['delivered', 'withheld'], []]);
    expect(desk.told()).toHaveLength(1);
  });
});
