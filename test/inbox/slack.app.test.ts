import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type Handler, onEvent, onSubmit } from '../../src/slack/handler.ts';
import { ANNA } from '../playground/stage.ts';
import { aDesk, type DeskOptions, type Transport, transports } from '../slack/desk.ts';
import { nameModal, openName, signal, submission } from '../slack/samples.ts';
import { anInbox, type InboxDesk } from './desk.ts';

let kept: InboxDesk;
beforeAll(async () => {
  kept = await anInbox();
});
afterAll(() => kept[Symbol.asyncDispose]());
// Each local Slack counts its ids from the beginning.
beforeEach(() => kept.sql('DELETE FROM "Inbox"'));

/** The plumbing over a real database. */
function aKeepingDesk(transport: Transport, handlers: readonly Handler[]): ReturnType<typeof aDesk> {
  const { workspaceId, db, inbox } = kept;
  const ports: DeskOptions['ports'] = {
    inWorkspace: db.inWorkspace,
    meet: async ({ slackUserId }) => ({ workspaceId, slackUserId, language: 'en' }),
  };
  return aDesk({ transport, handlers, ports, intake: inbox.intake });
}
const home = (run: () => Promise<void>): Handler =>
  onEvent('app_home_opened', { needs: 'desk.open', accepts: z.unknown(), run });

describe.each(transports)('over %s', (transport) => {
  test('two submits of one modal at once save once and both close (T-22)', async () => {
    let saved = 0;
    const release = signal();
    const save = onSubmit('name', {
      needs: 'desk.open',
      accepts: submission,
      run: async (gesture) => {
        await gesture.once(async () => {
          saved += 1;
          await release.given;
          return { ok: true };
        });
        return { next: 'close' };
      },
    });
    await using desk = await aKeepingDesk(transport, [openName, save]);
    const anna = desk.slack.as(ANNA);
    await anna.command('/probe x');
    const view = await anna.waitFor((p) => p.views()[0]);
    const first = anna.submit(view, { name: 'Acme' });
    const sent = await desk.slack.waitFor(() =>
      desk.slack.journal.deliveries('interactive').find(({ payload }) => payload['type'] === 'view_submission'),
    );
    const second = desk.slack.script.deliver('interactive', sent.payload);
    await expect.poll(() => saved).toBe(1);
    release.give();
    expect(await first).toMatchObject({ ok: true });
    expect(await second).toMatchObject({ kind: 'answered' });
    expect(saved).toBe(1);
  });

  test('a form that comes again in the same window is saved again, with what stands in it then', async () => {
    const saved: unknown[] = [];
    const save = onSubmit('name', {
      needs: 'desk.open',
      accepts: submission,
      run: async (gesture, { values }) => {
        await gesture.once(async () => {
          saved.push(values);
          return { ok: true };
        });
        return { next: 'update', view: nameModal() };
      },
    });
    await using desk = await aKeepingDesk(transport, [openName, save]);
    const anna = desk.slack.as(ANNA);
    await anna.command('/probe x');
    for (const name of ['Acme', 'Zenith']) {
      const form = await anna.waitFor((p) => p.views()[0]);
      expect(await anna.submit(form, { name })).toEqual({ ok: true, modal: 'updated' });
    }
    expect(saved).toEqual([{ name: 'Acme' }, { name: 'Zenith' }]);
  });

  test('an event delivered again is acknowledged and worked off once (T-20)', async () => {
    let runs = 0;
    await using desk = await aKeepingDesk(transport, [
      home(async () => {
        runs += 1;
      }),
    ]);
    await desk.slack.as(ANNA).openHome();
    await expect.poll(() => runs).toBe(1);
    const [event] = desk.slack.journal.deliveries('events_api');
    if (!event) throw new Error('no event was sent');
    const acks = await desk.slack.script.redeliver(event, { times: 3, parallel: true });
    expect(acks.map(({ kind }) => kind)).toEqual(['answered', 'answered', 'answered']);
    expect(runs).toBe(1);
  });

  test('an event whose handler fails is kept, said in the log, and worked off by the next delivery (T-20)', async () => {
    let runs = 0;
    await using desk = await aKeepingDesk(transport, [
      home(async () => {
        runs += 1;
        if (runs === 1) throw new Error('the database was away');
      }),
    ]);
    await desk.slack.as(ANNA).openHome();
    await expect.poll(() => kept.sql('SELECT state FROM "Inbox"')).toEqual([{ state: 'failed' }]);
    expect(kept.lines.at(-1)).toMatchObject({ msg: 'an event will be tried again', reference: expect.any(String) });
    const [event] = desk.slack.journal.deliveries('events_api');
    if (!event) throw new Error('no event was sent');
    await desk.slack.script.redeliver(event);
    await expect.poll(() => runs).toBe(2);
  });

  test('an event that cannot be kept is delivered again by Slack and then worked off (T-06)', async () => {
    let runs = 0;
    await using desk = await aKeepingDesk(transport, [
      home(async () => {
        runs += 1;
      }),
    ]);
    desk.slack.script.ackWithin(500);
    desk.slack.script.retryEvents([200]);
    await kept.sql('ALTER TABLE "Inbox" RENAME TO "InboxAway"');
    await desk.slack.as(ANNA).openHome();
    await expect.poll(() => desk.complaints()).toContain('what slack sent could not be worked off');
    await kept.sql('ALTER TABLE "InboxAway" RENAME TO "Inbox"');
    await expect.poll(() => runs, { timeout: 5_000 }).toBe(1);
  });
});
