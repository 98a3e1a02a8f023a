import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Process } from '../../src/slack/delivery.ts';
import { anEvent, anInbox, type InboxDesk } from './desk.ts';

let desk: InboxDesk;
beforeAll(async () => {
  desk = await anInbox();
});
afterAll(() => desk[Symbol.asyncDispose]());
beforeEach(() => desk.sql('DELETE FROM "Inbox"'));

const rows = () => desk.sql('SELECT key, state, attempts, "payloadSealed" IS NOT NULL AS payload FROM "Inbox"');
const letLeasesLapse = () => desk.sql(`UPDATE "Inbox" SET "leaseUntil" = now() - interval '1 second'`);
/** A handler that notes what it was given. */
function aListener(): { readonly heard: string[]; readonly process: Process } {
  const heard: string[] = [];
  return { heard, process: async ({ body }) => void heard.push(String(body['event_id'])) };
}
const failing: Process = async () => {
  throw new Error('the handler failed');
};
/** Stands for a process that dies at work: the promise never settles. */
const dying: Process = () => new Promise(() => {});

describe('an event', () => {
  test('is kept before it is acknowledged and acknowledged before it is worked off (T-20)', async () => {
    const order: string[] = [];
    const event = anEvent('Ev1');
    event.ack = async () => {
      order.push(`acknowledged with ${(await rows()).length} row`);
    };
    await desk.inbox.intake(event, async () => void order.push('worked off'));
    expect(order).toEqual(['acknowledged with 1 row', 'worked off']);
    expect(await rows()).toEqual([{ key: 'Ev1', state: 'done', attempts: 1, payload: false }]);
  });

  test('delivered four times at once is worked off once and acknowledged each time (T-20, T-21)', async () => {
    const { heard, process } = aListener();
    const events = Array.from({ length: 4 }, () => anEvent('Ev1'));
    await Promise.all(events.map((event) => desk.inbox.intake(event, process)));
    await desk.inbox.intake(anEvent('Ev1'), process);
    expect(heard).toEqual(['Ev1']);
    expect(events.map(({ acks }) => acks)).toEqual([1, 1, 1, 1]);
  });

  test('whose first delivery crashed is worked off by the retry, but not while its lease is alive (T-20)', async () => {
    const { heard, process } = aListener();
    void desk.inbox.intake(anEvent('Ev1'), dying);
    await expect.poll(rows).toHaveLength(1);
    const early = anEvent('Ev1');
    await desk.inbox.intake(early, process);
    expect([early.acks, heard]).toEqual([1, []]);
    await letLeasesLapse();
    await desk.inbox.intake(anEvent('Ev1'), process);
    expect(heard).toEqual(['Ev1']);
  });

  test('whose first delivery crashed is taken up by the sweep, with its payload (T-20)', async () => {
    void desk.inbox.intake(anEvent('Ev1', { text: '<secret> words' }), dying);
    await expect.poll(rows).toHaveLength(1);
    expect(JSON.stringify(await desk.sql('SELECT * FROM "Inbox"'))).not.toContain('secret');
    const texts: unknown[] = [];
    const process: Process = async ({ body }) => void texts.push(body['event'].text);
    expect(await desk.inbox.sweep(desk.workspaceId, process)).toBe(0);
    await letLeasesLapse();
    expect(await desk.inbox.sweep(desk.workspaceId, process)).toBe(1);
    expect(texts).toEqual(['<secret> words']);
    expect(await rows()).toEqual([{ key: 'Ev1', state: 'done', attempts: 2, payload: false }]);
  });

  test('that failed is worked off by the next delivery at once', async () => {
    const { heard, process } = aListener();
    await desk.inbox.intake(anEvent('Ev1'), failing);
    expect(await rows()).toEqual([{ key: 'Ev1', state: 'failed', attempts: 1, payload: true }]);
    await desk.inbox.intake(anEvent('Ev1'), process);
    expect(heard).toEqual(['Ev1']);
  });

  test('that fails five times is given up, said in the log with a reference, and never run again (T-10)', async () => {
    await desk.inbox.intake(anEvent('Ev1'), failing);
    for (let i = 0; i < 6; i += 1) {
      await letLeasesLapse();
      await desk.inbox.sweep(desk.workspaceId, failing);
    }
    expect(await rows()).toEqual([{ key: 'Ev1', state: 'dead', attempts: 5, payload: true }]);
    const [{ id } = {}] = await desk.sql('SELECT id FROM "Inbox"');
    expect(desk.lines.filter(({ level }) => level === 50)).toMatchObject([
      { msg: 'an event is given up', reference: id },
    ]);
    const { heard, process } = aListener();
    await desk.inbox.intake(anEvent('Ev1'), process);
    expect(heard).toEqual([]);
  });

  test('that takes the process with it is counted before it runs, and given up too (T-10)', async () => {
    void desk.inbox.intake(anEvent('Ev1'), dying);
    await expect.poll(rows).toHaveLength(1);
    for (let attempt = 2; attempt <= 5; attempt += 1) {
      await letLeasesLapse();
      void desk.inbox.sweep(desk.workspaceId, dying);
      await expect.poll(rows).toMatchObject([{ attempts: attempt }]);
    }
    await letLeasesLapse();
    expect(await desk.inbox.sweep(desk.workspaceId, dying)).toBe(0);
    expect(await rows()).toMatchObject([{ state: 'dead', attempts: 5 }]);
  });

  test.each(['finished', 'failed'])(
    '%s by somebody whose lease had lapsed leaves the later attempt alone (T-12)',
    async (how) => {
      let end = (): void => {};
      const slow = desk.inbox.intake(
        anEvent('Ev1'),
        () =>
          new Promise((resolve, reject) => {
            end = how === 'finished' ? resolve : () => reject(new Error('too late'));
          }),
      );
      await expect.poll(rows).toHaveLength(1);
      await letLeasesLapse();
      void desk.inbox.sweep(desk.workspaceId, dying);
      await expect.poll(rows).toMatchObject([{ attempts: 2 }]);
      end();
      await slow;
      expect(await rows()).toMatchObject([{ state: 'received', attempts: 2 }]);
    },
  );

  test('is taken up by one of several that sweep at once (T-21)', async () => {
    await Promise.all(['Ev1', 'Ev2', 'Ev3'].map((id) => desk.inbox.intake(anEvent(id), failing)));
    await letLeasesLapse();
    const { heard, process } = aListener();
    const swept = await Promise.all([1, 2, 3].map(() => desk.inbox.sweep(desk.workspaceId, process)));
    expect(swept.reduce((sum, n) => sum + n)).toBe(3);
    expect(heard.sort()).toEqual(['Ev1', 'Ev2', 'Ev3']);
  });

  test('that cannot be kept is not acknowledged, so that Slack delivers it again (T-06)', async () => {
    const { heard, process } = aListener();
    const event = anEvent('Ev1');
    await desk.sql('ALTER TABLE "Inbox" RENAME TO "InboxAway"');
    await expect(desk.inbox.intake(event, process)).rejects.toThrow();
    await desk.sql('ALTER TABLE "InboxAway" RENAME TO "Inbox"');
    expect([event.acks, heard]).toEqual([0, []]);
  });

  test('of a team without an installation is neither kept nor worked off (T-64)', async () => {
    const { heard, process } = aListener();
    await desk.inbox.intake(anEvent('Ev1', { teamId: 'T0OTHER' }), process);
    expect([heard, await rows()]).toEqual([[], []]);
  });
});

test('a gesture goes straight to the app, without the database', async () => {
  const { process, heard } = aListener();
  await desk.inbox.intake({ body: { command: '/account', event_id: 'none' }, ack: async () => {} }, process);
  expect([heard, await rows()]).toEqual([['none'], []]);
});

test('what was done a month ago is forgotten, what is dead is not', async () => {
  await desk.inbox.intake(anEvent('Ev1'), async () => {});
  await desk.inbox.intake(anEvent('Ev2'), failing);
  await desk.sql(`UPDATE "Inbox" SET at = now() - interval '31 days'`);
  await desk.sql(`UPDATE "Inbox" SET state = 'dead' WHERE key = 'Ev2'`);
  await desk.inbox.sweep(desk.workspaceId, failing);
  expect(await rows()).toMatchObject([{ key: 'Ev2', state: 'dead' }]);
});
