import { describe, expect, test } from 'vitest';
import { onSubmit } from '../../src/slack/handler.ts';
import { ANNA } from '../playground/stage.ts';
import { aDesk, transports } from './desk.ts';
import { openName, signal, submission } from './samples.ts';

describe.each(transports)('over %s', (transport) => {
  test('a slow submission says "Saving…" in time and is given its answer when it is there', async () => {
    const release = signal();
    await using desk = await aDesk({
      transport,
      slowAfterMs: 50,
      handlers: [
        openName,
        onSubmit('name', {
          needs: 'desk.open',
          accepts: submission,
          run: async () => {
            await release.given;
            return { next: 'close' };
          },
        }),
      ],
    });
    const anna = desk.slack.as(ANNA);
    await anna.command('/probe x');
    const view = await anna.waitFor((p) => p.views()[0]);
    expect(await anna.submit(view, { name: 'Acme' })).toEqual({ ok: true, modal: 'updated' });
    expect(anna.views()[0]?.title?.text).toBe('Saving…');
    release.give();
    await anna.waitFor((p) => p.views()[0]?.title?.text === 'Done');
  });

  test('errors that come late bring the form back, filled with what was typed', async () => {
    const release = signal();
    await using desk = await aDesk({
      transport,
      slowAfterMs: 50,
      handlers: [
        openName,
        onSubmit('name', {
          needs: 'desk.open',
          accepts: submission,
          run: async () => {
            await release.given;
            return { next: 'errors', errors: { name: 'Too short & sweet' } };
          },
        }),
      ],
    });
    const anna = desk.slack.as(ANNA);
    await anna.command('/probe x');
    const view = await anna.waitFor((p) => p.views()[0]);
    await anna.submit(view, { name: 'Kept' });
    release.give();
    const again = await anna.waitFor((p) => p.views().find(({ title }) => title?.text === 'Name'));
    expect(JSON.stringify(again.blocks)).toContain('Name: Too short &amp; sweet');
    expect(JSON.stringify(again.state)).toContain('Kept');
  });

  test('a late answer to a modal that was closed meanwhile comes as a direct message', async () => {
    const release = signal();
    await using desk = await aDesk({
      transport,
      slowAfterMs: 50,
      handlers: [
        openName,
        onSubmit('name', {
          needs: 'desk.open',
          accepts: submission,
          run: async () => {
            await release.given;
            return { next: 'close' };
          },
        }),
      ],
    });
    const anna = desk.slack.as(ANNA);
    await anna.command('/probe x');
    const view = await anna.waitFor((p) => p.views()[0]);
    await anna.submit(view, { name: 'Acme' });
    const saving = anna.views()[0];
    if (saving) await anna.close(saving);
    release.give();
    await anna.waitFor((p) => p.dm().find(({ text }) => text === '*Name*: saved.'));
  });

  test('a late refusal of a modal that was closed meanwhile brings back what was typed', async () => {
    const release = signal();
    await using desk = await aDesk({
      transport,
      slowAfterMs: 50,
      handlers: [
        openName,
        onSubmit('name', {
          needs: 'desk.open',
          accepts: submission,
          run: async () => {
            await release.given;
            return { next: 'errors', errors: { name: 'Too short' } };
          },
        }),
      ],
    });
    const anna = desk.slack.as(ANNA);
    await anna.command('/probe x');
    const view = await anna.waitFor((p) => p.views()[0]);
    await anna.submit(view, { name: 'Typed <with> care' });
    const saving = anna.views()[0];
    if (saving) await anna.close(saving);
    release.give();
    const said = await anna.waitFor((p) => p.dm().at(-1));
    expect(JSON.stringify(said.blocks)).toContain('You typed into *Name*: Typed &lt;with&gt; care');
  });
});
