import { expect, test } from 'vitest';
import { z } from 'zod';
import { noticeKind } from '../../src/outbox/notice.ts';
import { anOutboxDesk, saying } from './desk.ts';

test('A notice whose words never come keeps one hand; what is put meanwhile is said, and stopping takes up nothing new (T-09, T-10)', async () => {
  await using desk = await anOutboxDesk(3);
  const { workspaceId } = desk.house;
  let open = (): void => {};
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  const slow = noticeKind({
    kind: 'slow',
    onUnknown: 'leave',
    refs: z.unknown(),
    async render() {
      await gate;
      return { withhold: 'late' };
    },
  });
  const [first, second, third] = desk.readers;
  if (!first || !second || !third) throw new Error('three readers are needed');
  const outbox = desk.outbox({ kinds: [saying(), slow] });
  await desk.put({ key: 'slow', kind: 'slow', target: first.slackUserId });
  const hanging = outbox.deliver(workspaceId);
  await expect.poll(async () => (await desk.rows())[0]?.['state']).toBe('sending');
  await desk.put({ key: 'meanwhile', target: second.slackUserId });
  await outbox.deliver(workspaceId);
  expect(desk.told(second)).toEqual(['meanwhile']);

  outbox.stop();
  await desk.put({ key: 'later', target: third.slackUserId });
  expect(await outbox.deliver(workspaceId)).toBe(0);
  open();
  await hanging;
  expect((await desk.rows()).map(({ state }) => state)).toEqual(['withheld', 'delivered', 'waiting']);
});
