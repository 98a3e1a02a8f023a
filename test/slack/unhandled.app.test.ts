import { describe, expect, test } from 'vitest';
import { ANNA, GENERAL } from '../playground/stage.ts';
import { aDesk, transports } from './desk.ts';

describe.each(transports)('over %s', (transport) => {
  test('what nobody handles is acknowledged and answered: command, button, modal, shortcut, select', async () => {
    await using desk = await aDesk({ transport });
    const anna = desk.slack.as(ANNA);
    expect(await anna.command('/probe x', GENERAL)).toEqual({ ok: true });
    await anna.waitFor((p) => p.messages(GENERAL).find(({ text }) => text.includes('no longer in use')));
    expect(await anna.shortcut('probe_global')).toEqual({ ok: true });
    await anna.waitFor((p) => p.dm().find(({ text }) => text.includes('no longer in use')));

    const common = { user: { id: ANNA, team_id: 'T0LOCAL' }, team: { id: 'T0LOCAL' }, channel: { id: GENERAL } };
    const press = {
      type: 'block_actions',
      ...common,
      trigger_id: 't.1',
      actions: [{ type: 'button', action_id: 'gone' }],
    };
    expect(await desk.slack.script.deliver('interactive', press)).toMatchObject({ kind: 'answered' });
    const linked = {
      ...press,
      trigger_id: 't.2',
      actions: [{ type: 'button', action_id: 'go', url: 'https://x.example' }],
    };
    expect(await desk.slack.script.deliver('interactive', linked)).toMatchObject({ kind: 'answered' });
    const view = {
      id: 'V1',
      hash: 'h',
      type: 'modal',
      callback_id: 'gone',
      title: { type: 'plain_text', text: 'Old' },
      blocks: [],
    };
    const submitted = { type: 'view_submission', ...common, view };
    expect(await desk.slack.script.deliver('interactive', submitted)).toMatchObject({
      kind: 'answered',
      body: { response_action: 'update' },
    });
    const closed = { type: 'view_closed', ...common, view };
    expect(await desk.slack.script.deliver('interactive', closed)).toMatchObject({ kind: 'answered' });
    const query = { type: 'block_suggestion', ...common, action_id: 'gone', block_id: 'b', value: 'a' };
    expect(await desk.slack.script.deliver('interactive', query)).toMatchObject({
      kind: 'answered',
      body: { options: [] },
    });
    const legacy = { type: 'dialog_submission', ...common, callback_id: 'old', submission: {} };
    expect(await desk.slack.script.deliver('interactive', legacy)).toMatchObject({ kind: 'answered' });
    expect(await desk.slack.script.deliver('interactive', { type: 'nobody_knows' })).toMatchObject({
      kind: 'answered',
    });
    await anna.waitFor((p) => p.messages(GENERAL).filter(({ text }) => text.includes('no longer in use')).length >= 2);
  });
});
