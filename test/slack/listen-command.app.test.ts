import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { onCommand } from '../../src/slack/handler.ts';
import { ANNA, GENERAL, GUEST, LI } from '../playground/stage.ts';
import { aDesk, transports } from './desk.ts';
import { line, message, signal } from './samples.ts';

describe.each(transports)('over %s', (transport) => {
  test('a command is acknowledged before its handler has run and is answered to the person alone', async () => {
    const release = signal();
    await using desk = await aDesk({
      transport,
      handlers: [
        onCommand({
          needs: 'desk.open',
          accepts: line,
          run: async (gesture, { text }) => {
            await release.given;
            await gesture.answer(message(`heard ${text}`));
          },
        }),
      ],
    });
    const anna = desk.slack.as(ANNA);
    expect(await anna.command('/probe one two', GENERAL)).toEqual({ ok: true });
    release.give();
    const said = await anna.waitFor((p) => p.messages(GENERAL).find(({ text }) => text === 'heard one two'));
    expect(said.ephemeral).toBe(true);
    expect(desk.slack.as(LI).messages(GENERAL)).toEqual([]);
    expect(desk.complaints()).toEqual([]);
  });

  test('a handler that throws tells the person in their language, with a reference that stands in the log (T-06)', async () => {
    await using desk = await aDesk({
      transport,
      handlers: [
        onCommand({
          needs: 'desk.open',
          accepts: line,
          run: async () => {
            throw new Error('the note said: secret words');
          },
        }),
      ],
    });
    const li = desk.slack.as(LI);
    await li.command('/probe 记录 <华泰>', GENERAL);
    const said = await li.waitFor((p) => p.messages(GENERAL).at(-1));
    expect(said.text).toContain('请再试一次');
    expect(JSON.stringify(said.blocks)).toContain('您输入的是：/probe 记录 &lt;华泰&gt;');
    const reference = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(said.text)?.[0];
    const logged = desk.lines.find((entry) => entry.msg === 'the handler failed');
    expect(logged?.['reference']).toBe(reference);
    expect(JSON.stringify(desk.lines)).not.toContain('secret words');
  });

  test('input that the schema refuses is answered with everything that was typed', async () => {
    await using desk = await aDesk({
      transport,
      handlers: [onCommand({ needs: 'desk.open', accepts: z.object({ text: z.literal('x') }), run: async () => {} })],
    });
    const anna = desk.slack.as(ANNA);
    await anna.command('/probe a long line', GENERAL);
    const said = await anna.waitFor((p) => p.messages(GENERAL).at(-1));
    expect(said.text).toContain('could not be read');
    expect(JSON.stringify(said.blocks)).toContain('/probe a long line');
  });

  test('a refusal by the policy is told in words and changes nothing (T-61)', async () => {
    let changed = false;
    await using desk = await aDesk({
      transport,
      handlers: [
        onCommand({
          needs: 'account.create',
          accepts: line,
          run: async (gesture) => {
            await gesture.inWorkspace(async () => {
              changed = true;
            });
          },
        }),
      ],
    });
    const guest = desk.slack.as(GUEST);
    await guest.command('/probe x');
    await guest.waitFor((p) => p.dm().find(({ text }) => text === 'You may not: guest'));
    expect(changed).toBe(false);
    expect(desk.complaints()).toEqual([]);
  });

  test('a payload of a team without an installation is refused before its handler runs (T-64)', async () => {
    let ran = false;
    await using desk = await aDesk({
      transport,
      handlers: [
        onCommand({
          needs: 'desk.open',
          accepts: line,
          run: async () => {
            ran = true;
          },
        }),
      ],
    });
    const anna = desk.slack.as(ANNA);
    await anna.command('/probe x');
    const [honest] = desk.slack.journal.deliveries('slash_commands');
    ran = false;
    const ack = await desk.slack.script.deliver('slash_commands', {
      ...honest?.payload,
      team_id: 'T0OTHER',
      trigger_id: 'other.1',
    });
    expect(ack.kind).toBe('answered');
    await anna.waitFor((p) => p.dm().find(({ text }) => text === 'You may not: outsider'));
    expect(ran).toBe(false);
  });

  test('a redelivered command is acknowledged and not answered twice (T-20)', async () => {
    let runs = 0;
    await using desk = await aDesk({
      transport,
      handlers: [
        onCommand({
          needs: 'desk.open',
          accepts: line,
          run: async () => {
            runs += 1;
          },
        }),
      ],
    });
    await desk.slack.as(ANNA).command('/probe x');
    const [entry] = desk.slack.journal.deliveries('slash_commands');
    if (!entry) throw new Error('nothing was delivered');
    const acks = await desk.slack.script.redeliver(entry, { times: 3, parallel: true });
    expect(acks.map(({ kind }) => kind)).toEqual(['answered', 'answered', 'answered']);
    expect(runs).toBe(1);
  });
});
