import { expect, test } from 'vitest';
import { interactionArrival, type SentView } from '../../src/slack/arrival.ts';
import { section } from '../../src/slack/blocks.ts';
import { fieldsOf, refilled, titleOf, withNotice } from '../../src/slack/sent-view.ts';

const label = { type: 'plain_text', text: 'A &amp; B' };
const option = { text: label, value: 'a' };

/** A modal with one field as Slack sends it back. */
function sentView(element: object, held: object): SentView {
  const { view } = interactionArrival({
    user: { id: 'U1' },
    view: {
      id: 'V1',
      hash: '1.a',
      type: 'modal',
      callback_id: 'form',
      title: { type: 'plain_text', text: 'R &amp; D' },
      submit: label,
      private_metadata: '{"id":1}',
      blocks: [
        { type: 'section', block_id: 'words', text: label },
        { type: 'input', block_id: 'field', label, element: { action_id: 'v', ...element } },
      ],
      state: { values: { field: { v: held } } },
    },
  });
  if (!view) throw new Error('no view');
  return view;
}

const elementIn = (view: { blocks: readonly unknown[] }): unknown =>
  (view.blocks.at(-1) as { element: unknown }).element;

test.each([
  ['plain_text_input', { value: 'typed' }, { initial_value: 'typed' }],
  ['static_select', { selected_option: option }, { initial_option: option }],
  ['checkboxes', { selected_options: [option] }, { initial_options: [option] }],
  ['users_select', { selected_user: 'U2' }, { initial_user: 'U2' }],
  ['multi_users_select', { selected_users: ['U2'] }, { initial_users: ['U2'] }],
  ['channels_select', { selected_channel: 'C1' }, { initial_channel: 'C1' }],
  ['conversations_select', { selected_conversation: 'C1' }, { initial_conversation: 'C1' }],
  ['datepicker', { selected_date: '2026-03-02' }, { initial_date: '2026-03-02' }],
  ['timepicker', { selected_time: '08:30' }, { initial_time: '08:30' }],
  ['datetimepicker', { selected_date_time: 1772438400 }, { initial_date_time: 1772438400 }],
  ['plain_text_input', { value: null }, {}],
  ['multi_users_select', { selected_users: [] }, {}],
])('a %s is filled again with what was submitted: %j', (type, held, initial) => {
  const before = { type, initial_value: 'before', initial_option: 'before' };
  const view = refilled(sentView(before, { type, ...held }), []);
  expect(elementIn(view)).toEqual({ type, action_id: 'v', ...initial });
});

test('shown again a modal keeps its ids and metadata, and one notice on top however often it is refused', () => {
  const first = withNotice(sentView({ type: 'plain_text_input' }, {}), [section('no'), section('never')]);
  expect(first).toMatchObject({ type: 'modal', callback_id: 'form', private_metadata: '{"id":1}', submit: label });
  const again = interactionArrival({ user: { id: 'U1' }, view: { id: 'V1', hash: '2.a', ...first } }).view;
  const second = again && withNotice(again, [section('still no')]);
  expect(second?.blocks.map((block) => block.type)).toEqual(['section', 'section', 'input']);
  expect(second).not.toHaveProperty('hash');
});

test('titles and labels read as people read them, and fields know what was typed', () => {
  const view = sentView({ type: 'plain_text_input' }, { type: 'plain_text_input', value: 'x < y' });
  expect(titleOf(view)).toBe('R & D');
  expect(fieldsOf(view)).toEqual([{ id: 'field', label: 'A & B', typed: 'x < y' }]);
});
