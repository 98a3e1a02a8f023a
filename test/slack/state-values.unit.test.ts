import { expect, test } from 'vitest';
import { elementValue, stateValues } from '../../src/slack/state-values.ts';

const option = (value: string) => ({ text: { type: 'plain_text', text: 'words' }, value });

test.each([
  ['typed text', { type: 'plain_text_input', value: 'Acme' }, 'Acme'],
  ['an empty text', { type: 'plain_text_input', value: null }, null],
  ['a number', { type: 'number_input', value: '12.5' }, '12.5'],
  ['one choice', { type: 'static_select', selected_option: option('a') }, 'a'],
  ['no choice', { type: 'static_select', selected_option: null }, null],
  ['several choices', { type: 'checkboxes', selected_options: [option('a'), option('b')] }, ['a', 'b']],
  ['none of several', { type: 'multi_static_select', selected_options: [] }, []],
  ['a person', { type: 'users_select', selected_user: 'U1' }, 'U1'],
  ['several people', { type: 'multi_users_select', selected_users: ['U1', 'U2'] }, ['U1', 'U2']],
  ['a channel', { type: 'channels_select', selected_channel: 'C1' }, 'C1'],
  ['a conversation', { type: 'conversations_select', selected_conversation: 'C1' }, 'C1'],
  ['a date', { type: 'datepicker', selected_date: '2026-03-02' }, '2026-03-02'],
  ['a time', { type: 'timepicker', selected_time: '08:30' }, '08:30'],
  ['a date-time', { type: 'datetimepicker', selected_date_time: 1772438400 }, 1772438400],
  ['files', { type: 'file_input', files: [{ id: 'F1', name: 'x.csv' }] }, ['F1']],
  [
    'rich text',
    { type: 'rich_text_input', rich_text_value: { type: 'rich_text', elements: [] } },
    { type: 'rich_text', elements: [] },
  ],
  ['an element of another shape', { type: 'plain_text_input', value: { not: '' } }, null],
])('%s', (_what, element, value) => {
  expect(elementValue(element)).toEqual(value);
  expect(stateValues({ field: { v: element } })).toEqual({ field: value });
});

test('a block with several elements is told apart by action id', () => {
  const state = { when: { date: { selected_date: '2026-03-02' }, time: { selected_time: null } } };
  expect(stateValues(state)).toEqual({ when: { date: '2026-03-02', time: null } });
});

test.each([null, undefined, 'x', [], { field: 'x' }])('what is no state holds nothing: %j', (sent) => {
  expect(stateValues(sent)).toEqual({});
});

test('a forged block id pollutes nothing (T-48)', () => {
  stateValues(JSON.parse('{"__proto__":{"v":{"value":"x"}},"constructor":{"prototype":{"value":"x"}}}'));
  expect(Object.hasOwn(Object.prototype, 'v')).toBe(false);
  expect(({} as { value?: unknown }).value).toBeUndefined();
});
