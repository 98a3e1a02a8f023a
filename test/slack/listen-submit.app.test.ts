import { describe, expect, test } from 'vitest';
import { onSubmit } from '../../src/slack/handler.ts';
import { ANNA } from '../playground/stage.ts';
import { aDesk, transports } from './desk.ts';
import { openName, submission } from './samples.ts';

describe.each(transports)('over %s', (transport) => {
  test('a submission is given its metadata and values, and closes', async () => {
    const seen: unknown[] = [];
    await using desk = await aDesk({
      transport,
      handlers: [
        openName,
        onSubmit('name', {
          needs: 'desk.open',
          accepts: submission,
          run: async (_gesture, sent) => {
            seen.push(sent);
            return { next: 'close' };
          },
        }),
      ],
    });
    const anna = desk.slack.as(ANNA);
    await anna.command('/probe x');
    const view = await anna.waitFor((p) => p.views()[0]);
    expect(await anna.submit(view, { name: 'Acme' })).toEqual({ ok: true, modal: 'closed' });
    expect(seen).toEqual([{ meta: { accountId: 'a-1' }, values: { name: 'Acme' } }]);
  });

  test('errors for what is no field are shown at the first field, never dropped', async () => {
    await using desk = await aDesk({
      transport,
      handlers: [
        openName,
        onSubmit('name', {
          needs: 'desk.open',
          accepts: submission,
          run: async () => ({ next: 'errors', errors: { name: 'Too <short>', elsewhere: 'And this', gone: '' } }),
        }),
      ],
    });
    const anna = desk.slack.as(ANNA);
    await anna.command('/probe x');
    const view = await anna.waitFor((p) => p.views()[0]);
    expect(await anna.submit(view, { name: 'A' })).toEqual({
      ok: false,
      problem: 'field_errors',
      errors: { name: 'Too &lt;short&gt;\nAnd this\n…' },
    });
  });

  test('a submission whose handler throws stays open with its text and shows the reference', async () => {
    await using desk = await aDesk({
      transport,
      handlers: [
        openName,
        onSubmit('name', {
          needs: 'desk.open',
          accepts: submission,
          run: async () => {
            throw new Error('boom');
          },
        }),
      ],
    });
    const anna = desk.slack.as(ANNA);
    await anna.command('/probe x');
    const view = await anna.waitFor((p) => p.views()[0]);
    const outcome = await anna.submit(view, { name: 'Typed with care' });
    expect(outcome).toMatchObject({
      problem: 'field_errors',
      errors: { name: expect.stringMatching(/Reference [0-9A-Z]{4}-[0-9A-Z]{4}/) },
    });
    expect(JSON.stringify(anna.views()[0]?.state)).toContain('Typed with care');
  });

  test('a submission that the policy refuses stays open with its text and the refusal on top (T-63)', async () => {
    await using desk = await aDesk({
      transport,
      handlers: [
        openName,
        onSubmit('name', {
          needs: 'people.manage',
          accepts: submission,
          run: async (gesture) => gesture.inWorkspace(async () => ({ next: 'close' as const })),
        }),
      ],
    });
    const anna = desk.slack.as(ANNA);
    await anna.command('/probe x');
    const view = await anna.waitFor((p) => p.views()[0]);
    expect(await anna.submit(view, { name: 'Typed' })).toEqual({ ok: true, modal: 'updated' });
    const again = anna.views()[0];
    expect(JSON.stringify(again?.blocks[0])).toContain('You may not: not-allowed');
    expect(JSON.stringify(again?.state)).toContain('Typed');
    if (again) await anna.submit(again);
    expect(anna.views()[0]?.blocks).toHaveLength(2);
  });
});
