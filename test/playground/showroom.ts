import type { App } from '@slack/bolt';
import type { KnownBlock, ModalView } from '@slack/types';
import { plain } from './stage.ts';

const mrkdwn = (text: string) => ({ type: 'mrkdwn' as const, text });
const option = (text: string, value = text.toLowerCase()) => ({ text: plain(text), value });

/** One input of every kind, each under a block id that says what it is. */
const everyInput: KnownBlock[] = [
  input('note', 'Note', { type: 'plain_text_input', action_id: 'x', multiline: true }),
  input('title', 'Title', { type: 'plain_text_input', action_id: 'x' }),
  input('email', 'E-mail', { type: 'email_text_input', action_id: 'x' }),
  input('site', 'Web site', { type: 'url_text_input', action_id: 'x' }),
  input('amount', 'Amount', { type: 'number_input', action_id: 'x', is_decimal_allowed: true }),
  input('day', 'Day', { type: 'datepicker', action_id: 'x' }),
  input('hour', 'Hour', { type: 'timepicker', action_id: 'x' }),
  input('moment', 'Moment', { type: 'datetimepicker', action_id: 'x' }),
  input('tier', 'Tier', { type: 'static_select', action_id: 'x', options: [option('A'), option('B')] }),
  input('tags', 'Tags', { type: 'multi_static_select', action_id: 'x', options: [option('Vip'), option('New')] }),
  input('account', 'Account', { type: 'external_select', action_id: 'find', min_query_length: 1 }),
  input('owner', 'Owner', { type: 'users_select', action_id: 'x' }),
  input('team', 'Team', { type: 'multi_users_select', action_id: 'x' }),
  input('room', 'Room', { type: 'conversations_select', action_id: 'x' }),
  input('how', 'How', { type: 'radio_buttons', action_id: 'x', options: [option('Visit'), option('Call')] }),
  input('also', 'Also', { type: 'checkboxes', action_id: 'x', options: [option('Pin'), option('Tell')] }),
];

type Input = Extract<KnownBlock, { type: 'input' }>;

function input(block_id: string, label: string, element: Input['element']): Input {
  return { type: 'input', block_id, label: plain(label), optional: true, element };
}

/** A note with a button that makes the app change the view around it. */
function noteModal(noteBlock: string, title: string): ModalView {
  return {
    type: 'modal',
    callback_id: 'note',
    title: plain(title),
    submit: plain('Save'),
    blocks: [
      { ...input(noteBlock, 'Note', { type: 'plain_text_input', action_id: 'text' }), optional: false },
      { type: 'actions', block_id: 'more', elements: ['keep', 'reset', 'push'].map((id) => button(id, id)) },
    ],
  };
}

function button(action_id: string, text: string) {
  return { type: 'button' as const, action_id, text: plain(text), value: action_id };
}

const cardBlocks: KnownBlock[] = [
  { type: 'header', text: plain('Acme &amp; Sons') },
  {
    type: 'section',
    text: mrkdwn('*Owner* <@U0ANNA> · _silent_ ~3~ `41 days` <https://acme.example|site> <javascript:alert(1)|trap>'),
    accessory: { type: 'overflow', action_id: 'more_menu', options: [option('Merge'), option('Archive')] },
  },
  { type: 'divider' },
  {
    type: 'actions',
    elements: [
      button('open', 'Open'),
      {
        ...button('remove', 'Remove'),
        style: 'danger',
        confirm: { title: plain('Remove it?'), text: mrkdwn('*Acme* goes.'), confirm: plain('Yes'), deny: plain('No') },
      },
    ],
  },
  { type: 'context', elements: [mrkdwn('&lt;!channel&gt; :tada:')] },
];

/** An app that shows every part of the page. `told` gets a line for each thing the app heard. */
export function showroom(told: string[]) {
  return (app: App): void => {
    app.command('/probe', async ({ ack, command, respond, client }) => {
      if (command.text === 'silence') return;
      await ack();
      told.push(`command ${command.text}`);
      const open = (view: ModalView) => client.views.open({ trigger_id: command.trigger_id, view });
      if (command.text === 'note') await open(noteModal('note', 'Note'));
      else if (command.text === 'inputs') await open({ ...noteModal('-', 'Inputs'), blocks: everyInput });
      else await respond({ text: 'the card', blocks: cardBlocks });
    });
    app.view('note', async ({ ack, view }) => {
      told.push(`submit ${JSON.stringify(view.state.values)}`);
      const refused = view.state.values['note']?.['text']?.value === 'bad';
      if (refused) await ack({ response_action: 'errors', errors: { note: 'Say it more kindly.' } });
      else await ack();
    });
    app.action(/^(keep|reset|push)$/, async ({ ack, action, body, client }) => {
      await ack();
      if (body.type !== 'block_actions' || !('action_id' in action)) return;
      const view_id = body.view?.id ?? '';
      if (action.action_id === 'keep') await client.views.update({ view_id, view: noteModal('note', 'Kept') });
      if (action.action_id === 'reset') await client.views.update({ view_id, view: noteModal('note2', 'Fresh') });
      if (action.action_id !== 'push') return;
      await client.views.push({ trigger_id: body.trigger_id, view: noteModal('second', 'Second') });
    });
    app.action(/^(open|remove|more_menu)$/, async ({ ack, action }) => {
      await ack();
      if (!('action_id' in action)) return;
      const picked = 'selected_option' in action ? ` ${action.selected_option?.value}` : '';
      told.push(`action ${action.action_id}${picked}`);
    });
    app.options('find', async ({ ack, payload }) => {
      const found = ['Acme', 'Acme Berlin', '华泰科技'].filter((name) => name.toLowerCase().includes(payload.value));
      await ack({ options: found.map((name) => option(name, name)) });
    });
    app.shortcut(/^probe_/, async ({ ack, shortcut }) => {
      await ack();
      told.push(`shortcut ${shortcut.callback_id}`);
    });
    app.event('app_home_opened', async ({ event, client }) => {
      const blocks: KnownBlock[] = [{ type: 'header', text: plain('Your day') }, ...cardBlocks];
      await client.views.publish({ user_id: event.user, view: { type: 'home', blocks } });
    });
  };
}
