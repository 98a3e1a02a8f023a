import type { App } from '@slack/bolt';
import { describe, expect, it } from 'vitest';
import { ANNA, GENERAL, httpStage, LI, nameModal, plain, socketStage } from './stage.ts';

/** Answers a command at once, opens a modal, refuses one name, and lets a press change its message. */
function build(app: App): void {
  app.command('/probe', async ({ ack, command, respond, client }) => {
    await ack();
    if (command.text === 'modal') {
      await client.views.open({ trigger_id: command.trigger_id, view: nameModal({ notify_on_close: true }) });
      return;
    }
    await respond({
      text: `you said ${command.text}`,
      blocks: [
        { type: 'section', text: { type: 'mrkdwn', text: `You said ${command.text}` } },
        { type: 'actions', elements: [{ type: 'button', action_id: 'again', text: plain('Again'), value: 'v1' }] },
      ],
    });
  });
  app.action('again', async ({ ack, respond, action }) => {
    await ack();
    await respond({ replace_original: true, text: `pressed ${'value' in action ? action.value : ''}` });
  });
  app.view('name_modal', async ({ ack, view, client, body }) => {
    const name = view.state.values['name']?.['name_text']?.value;
    if (name === 'taken') return ack({ response_action: 'errors', errors: { name: 'This name is taken.' } });
    if (name === 'more') return ack({ response_action: 'push', view: nameModal({ title: plain('Second') }) });
    if (name === 'change') return ack({ response_action: 'update', view: nameModal({ title: plain('Changed') }) });
    await ack();
    await client.chat.postMessage({ channel: body.user.id, text: `saved ${name}` });
  });
}

describe.each([
  ['Socket Mode', socketStage],
  ['signed HTTP', httpStage],
])('a Bolt app over %s', (_transport, stage) => {
  it('answers a command, and a press replaces the answer', async () => {
    await using set = await stage(build);
    const anna = set.slack.as(ANNA);
    expect(await anna.command('/probe a < b', GENERAL)).toEqual({ ok: true });
    const answer = await anna.waitFor((who) => who.messages(GENERAL).at(-1));
    expect(answer).toMatchObject({ text: 'you said a &lt; b', ephemeral: true });
    expect(set.slack.as(LI).messages(GENERAL)).toEqual([]);
    await anna.click(answer, 'again');
    const changed = await anna.waitFor((who) => who.messages(GENERAL).find((each) => each.text === 'pressed v1'));
    expect(changed).toMatchObject({ ts: answer.ts, edited: true });
  });

  it('sends what stands in a message’s pickers with a press, and the chosen entry of a menu', async () => {
    await using set = await stage((app) => app.action(/.*/, async ({ ack }) => ack()));
    const option = (value: string) => ({ text: plain(value), value });
    const picker = { type: 'static_select' as const, action_id: 'pick', options: [option('a'), option('b')] };
    const menu = { type: 'overflow' as const, action_id: 'menu', options: [option('x'), option('y')] };
    const rows = ['1', '2'].map((value) => ({
      ...{ type: 'actions' as const, block_id: `row${value}` },
      elements: [{ type: 'button' as const, action_id: 'open', text: plain('Open'), value }],
    }));
    const elements = [{ ...picker, initial_option: option('a') }, menu];
    const blocks = [{ type: 'actions' as const, block_id: 'top', elements }, ...rows];
    await set.app.client.chat.postMessage({ channel: GENERAL, text: 'pick', blocks });
    const anna = set.slack.as(ANNA);
    const [message] = anna.messages(GENERAL);
    if (!message) throw new Error('no message');
    await anna.click(message, 'open', '2');
    await anna.click(message, 'pick', 'b');
    await anna.click(message, 'menu', 'y');
    await expect(anna.click(message, 'open')).rejects.toThrow('2 elements match */open');
    await expect(anna.click(message, 'menu', 'z')).rejects.toThrow('does not offer "z"');
    const sent = set.slack.journal.deliveries('interactive').map(({ payload }) => payload);
    expect(sent).toMatchObject([
      {
        actions: [{ action_id: 'open', block_id: 'row2', value: '2' }],
        state: { values: { top: { pick: { selected_option: { value: 'a' } } } } },
      },
      {
        actions: [{ selected_option: { value: 'b' } }],
        state: { values: { top: { pick: { selected_option: { value: 'b' } } } } },
      },
      {
        actions: [{ type: 'overflow', selected_option: { value: 'y' } }],
        container: { type: 'message', is_ephemeral: false },
      },
    ]);
    expect(sent[0]).toMatchObject({ user: { id: ANNA }, channel: { id: GENERAL }, message: { ts: message.ts } });
  });

  it('opens a modal, shows field errors, changes it, stacks one on it and closes it', async () => {
    await using set = await stage(build);
    const anna = set.slack.as(ANNA);
    await anna.command('/probe modal');
    const modal = await anna.waitFor((who) => who.views()[0]);
    expect(await anna.submit(modal)).toMatchObject({ errors: { name: 'Please complete this required field.' } });
    expect(set.slack.journal.deliveries('interactive')).toEqual([]);
    expect(await anna.submit(modal, { name: 'taken' })).toMatchObject({ errors: { name: 'This name is taken.' } });
    expect(anna.views()[0]?.fieldErrors).toEqual({ name: 'This name is taken.' });
    expect(await anna.submit(modal, { name: 'change' })).toEqual({ ok: true, modal: 'updated' });
    expect(anna.views()[0]).toMatchObject({ id: modal.id, title: { text: 'Changed' }, fieldErrors: {} });
    expect(await anna.submit(modal, { name: 'more' })).toEqual({ ok: true, modal: 'pushed' });
    const [, second] = anna.views();
    expect(second?.title?.text).toBe('Second');
    if (second) await anna.close(second);
    expect(await anna.submit(modal, { name: 'fine' })).toEqual({ ok: true, modal: 'closed' });
    expect(anna.views()).toEqual([]);
    await anna.waitFor((who) => who.dm().find((each) => each.text === 'saved fine'));
  });
});
