import { expect, test } from 'vitest';
import { anOutboxDesk } from './desk.ts';

test('A process takes up one notice at a time, however many are due at the same moment', async () => {
  await using desk = await anOutboxDesk(6);
  const dueAt = new Date();
  for (const { slackUserId } of desk.readers) await desk.put({ key: slackUserId, target: slackUserId, dueAt });
  expect(await desk.outbox().deliver(desk.house.workspaceId)).toBe(6);
  expect((await desk.rows()).map(({ state, attempts }) => [state, attempts])).toEqual(
    desk.readers.map(() => ['delivered', 1]),
  );
});
