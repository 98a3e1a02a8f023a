import type { ModalView, View } from '@slack/types';
import { describe, expect, it } from 'vitest';
import { checkBlocks, checkView } from '../../src/playground/block-rules.ts';
import { plain } from './stage.ts';

const mrkdwn = (text: string) => ({ type: 'mrkdwn' as const, text });
const option = (value: string) => ({ text: plain(value), value });
const options = (count: number) => Array.from({ length: count }, (_, index) => option(`o${index}`));
const section = (more: object = {}) => ({ type: 'section', text: mrkdwn('Hello'), ...more });
const inputOf = (element: object, more: object = {}) => ({ type: 'input', label: plain('Label'), element, ...more });
const actions = (...elements: object[]) => ({ type: 'actions', elements });
const button = (more: object = {}) => ({ type: 'button', action_id: 'go', text: plain('Go'), ...more });
const richText = {
  type: 'rich_text' as const,
  elements: [
    { type: 'rich_text_section' as const, elements: [{ type: 'text' as const, text: 'hi' }] },
    {
      type: 'rich_text_list' as const,
      style: 'bullet' as const,
      elements: [{ type: 'rich_text_section' as const, elements: [{ type: 'user' as const, user_id: 'U1' }] }],
    },
  ],
};

/** Each element once, in everything it may have. */
const ELEMENTS = {
  plain_text_input: { multiline: true, min_length: 1, max_length: 3000, initial_value: 'x', placeholder: plain('…') },
  email_text_input: { initial_value: 'a@b.example' },
  url_text_input: { dispatch_action_config: { trigger_actions_on: ['on_enter_pressed'] } },
  number_input: { is_decimal_allowed: false, min_value: '1', max_value: '9', initial_value: '3' },
  rich_text_input: { initial_value: richText },
  datepicker: { initial_date: '2024-02-29' },
  timepicker: { initial_time: '23:59', timezone: 'Asia/Shanghai' },
  datetimepicker: { initial_date_time: 1_700_000_000 },
  checkboxes: { options: options(10), initial_options: [option('o1')] },
  radio_buttons: { options: [{ text: mrkdwn('*a*'), value: 'a', description: mrkdwn('b') }] },
  static_select: { options: options(100), initial_option: option('o99') },
  multi_static_select: { option_groups: [{ label: plain('Group'), options: options(2) }], max_selected_items: 2 },
  external_select: { min_query_length: 0, initial_option: option('kept') },
  multi_external_select: { initial_options: [option('kept')] },
  users_select: { initial_user: 'U1' },
  multi_users_select: { initial_users: ['U1', 'U2'] },
  conversations_select: { filter: { include: ['private'] }, default_to_current_conversation: true },
  multi_conversations_select: { initial_conversations: ['C1'] },
  channels_select: { response_url_enabled: true },
  multi_channels_select: {},
};

const modal = (more: object = {}) => ({
  type: 'modal',
  title: plain('Title'),
  submit: plain('OK'),
  blocks: [section()],
  ...more,
});

describe('checkView', () => {
  it.each(Object.entries(ELEMENTS))('takes a %s in an input block of a modal', (type, element) => {
    expect(checkView(modal({ blocks: [inputOf({ type, action_id: 'x', ...element })] }))).toEqual([]);
  });

  it('takes what @slack/types calls a view, with every kind of layout a modal knows', () => {
    const view: ModalView = {
      ...{ type: 'modal', callback_id: 'c', private_metadata: 'p'.repeat(3000), external_id: 'e' },
      ...{ title: plain('t'.repeat(24)), submit: plain('s'), close: plain('c'), notify_on_close: true },
      blocks: [
        { type: 'header', text: plain('h'.repeat(150)) },
        { type: 'divider' },
        { type: 'alert', level: 'warning', text: mrkdwn('Careful') },
        {
          type: 'context',
          elements: [mrkdwn('c'), { type: 'image', image_url: 'https://x.example/a.png', alt_text: 'a' }],
        },
        { type: 'image', image_url: 'https://x.example/a.png', alt_text: 'a', title: plain('A') },
        {
          type: 'section',
          text: mrkdwn('x'.repeat(3000)),
          fields: Array.from({ length: 10 }, () => mrkdwn('f'.repeat(2000))),
        },
        { type: 'actions', elements: [{ type: 'overflow', action_id: 'o', options: options(5) }] },
        richText,
      ],
    };
    const home: View = { type: 'home', blocks: [{ type: 'divider' }] };
    expect(checkView(view)).toEqual([]);
    expect(checkView(home)).toEqual([]);
  });

  it.each<[string, object, string]>([
    ['a title of 25 characters', { title: plain('t'.repeat(25)) }, '/title/text'],
    ['no title', { title: undefined }, ''],
    ['a mrkdwn title', { title: mrkdwn('x') }, '/title/type'],
    ['a submit button of 25 characters', { submit: plain('t'.repeat(25)) }, '/submit/text'],
    ['a close button of 25 characters', { close: plain('t'.repeat(25)) }, '/close/text'],
    ['private_metadata of 3,001 characters', { private_metadata: 'p'.repeat(3001) }, '/private_metadata'],
    ['a callback_id of 256 characters', { callback_id: 'c'.repeat(256) }, '/callback_id'],
    ['an external_id of 256 characters', { external_id: 'c'.repeat(256) }, '/external_id'],
    ['101 blocks', { blocks: Array.from({ length: 101 }, () => ({ type: 'divider' })) }, '/blocks'],
    ['no blocks', { blocks: undefined }, ''],
    ['an unknown member', { submit_text: 'x' }, ''],
    ['an input without a submit button', { submit: undefined, blocks: [inputOf({ type: 'users_select' })] }, '/submit'],
    [
      'more than 250 KB',
      {
        blocks: Array.from({ length: 100 }, () =>
          section({ fields: [mrkdwn('f'.repeat(2000)), mrkdwn('f'.repeat(2000))] }),
        ),
      },
      '',
    ],
    ['a block id twice', { blocks: [section({ block_id: 'b' }), section({ block_id: 'b' })] }, '/blocks/1/block_id'],
    [
      'two elements that want the focus',
      { blocks: [1, 2].map(() => inputOf({ type: 'users_select', focus_on_load: true })) },
      '/blocks/1/element',
    ],
    ['a table', { blocks: [{ type: 'table', rows: [[{ type: 'raw_text', text: 'a' }]] }] }, '/blocks/0/type'],
  ])('refuses a modal with %s', (_what, change, pointer) => {
    expect(checkView(modal(change)).map((problem) => problem.pointer)).toContain(pointer);
  });
});

describe('checkBlocks', () => {
  it.each<[string, object, string]>([
    ['a section without text', { type: 'section' }, ''],
    ['an empty text', section({ text: mrkdwn('') }), '/text/text'],
    ['a section text of 3,001 characters', section({ text: mrkdwn('x'.repeat(3001)) }), '/text/text'],
    ['a text that is too long once escaped', section({ text: plain('&'.repeat(601)) }), '/text/text'],
    ['11 fields', section({ fields: Array.from({ length: 11 }, () => mrkdwn('f')) }), '/fields'],
    ['a field of 2,001 characters', section({ fields: [mrkdwn('f'.repeat(2001))] }), '/fields/0/text'],
    ['a text field as accessory', section({ accessory: { type: 'plain_text_input' } }), '/accessory/type'],
    ['a header of 151 characters', { type: 'header', text: plain('h'.repeat(151)) }, '/text/text'],
    ['a mrkdwn header', { type: 'header', text: mrkdwn('h') }, '/text/type'],
    ['26 buttons', actions(...Array.from({ length: 26 }, (_, i) => button({ action_id: `a${i}` }))), '/elements'],
    ['no buttons', actions(), '/elements'],
    ['one action id twice in a block', actions(button(), button()), '/elements'],
    ['a button label of 76 characters', actions(button({ text: plain('b'.repeat(76)) })), '/elements/0/text/text'],
    ['a mrkdwn button label', actions(button({ text: mrkdwn('b') })), '/elements/0/text/type'],
    ['a button value of 2,001 characters', actions(button({ value: 'v'.repeat(2001) })), '/elements/0/value'],
    ['a button style that is none', actions(button({ style: 'loud' })), '/elements/0/style'],
    ['a misspelt member', actions(button({ actionId: 'x' })), '/elements/0'],
    [
      'a confirm title of 101 characters',
      actions(button({ confirm: { title: plain('t'.repeat(101)), text: plain('x') } })),
      '/elements/0/confirm/title/text',
    ],
    [
      'a confirm button of 31 characters',
      actions(button({ confirm: { text: plain('x'), confirm: plain('c'.repeat(31)) } })),
      '/elements/0/confirm/confirm/text',
    ],
    ['an action id of 256 characters', actions(button({ action_id: 'a'.repeat(256) })), '/elements/0/action_id'],
    ['11 context items', { type: 'context', elements: Array.from({ length: 11 }, () => mrkdwn('c')) }, '/elements'],
    ['an overflow menu of 6', actions({ type: 'overflow', options: options(6) }), '/elements/0/options'],
    ['101 options', actions({ type: 'static_select', options: options(101) }), '/elements/0/options'],
    ['no options', actions({ type: 'static_select', options: [] }), '/elements/0/options'],
    ['options and groups', actions({ type: 'static_select', options: options(1), option_groups: [] }), '/elements/0'],
    [
      'one option value twice',
      actions({ type: 'static_select', options: [option('a'), option('a')] }),
      '/elements/0/options/1/value',
    ],
    [
      'an option value of 76 characters',
      actions({ type: 'static_select', options: [option('v'.repeat(76))] }),
      '/elements/0/options/0/value',
    ],
    [
      'a mrkdwn option in a select',
      actions({ type: 'static_select', options: [{ text: mrkdwn('a'), value: 'a' }] }),
      '/elements/0/options/0/text/type',
    ],
    [
      'an initial option that is not offered',
      actions({ type: 'static_select', options: options(1), initial_option: option('b') }),
      '/elements/0/initial_option',
    ],
    [
      'a placeholder of 151 characters',
      actions({ type: 'users_select', placeholder: plain('p'.repeat(151)) }),
      '/elements/0/placeholder/text',
    ],
    ['11 checkboxes', actions({ type: 'checkboxes', options: options(11) }), '/elements/0/options'],
    ['an impossible date', actions({ type: 'datepicker', initial_date: '2025-02-30' }), '/elements/0/initial_date'],
    ['an impossible time', actions({ type: 'timepicker', initial_time: '24:00' }), '/elements/0/initial_time'],
    ['an input without a label', { type: 'input', element: { type: 'users_select' } }, ''],
    [
      'a label of 2,001 characters',
      inputOf({ type: 'users_select' }, { label: plain('l'.repeat(2001)) }),
      '/label/text',
    ],
    ['a button as input', inputOf(button()), '/element/type'],
    ['a number field that does not say whether decimals may be typed', inputOf({ type: 'number_input' }), '/element'],
    [
      'a number as number',
      inputOf({ type: 'number_input', is_decimal_allowed: true, min_value: 1 }),
      '/element/min_value',
    ],
    ['a max_length of 3,001', inputOf({ type: 'plain_text_input', max_length: 3001 }), '/element/max_length'],
    ['an alert', { type: 'alert', text: plain('x') }, '/type'],
    ['an unknown block', { type: 'sectoin' }, '/type'],
    [
      'a table of 101 rows',
      { type: 'table', rows: Array.from({ length: 101 }, () => [{ type: 'raw_text', text: 'a' }]) },
      '/rows',
    ],
    [
      'a table of 21 columns',
      { type: 'table', rows: [Array.from({ length: 21 }, () => ({ type: 'raw_text', text: 'a' }))] },
      '/rows/0',
    ],
    ['an empty table cell', { type: 'table', rows: [[{ type: 'raw_text', text: '' }]] }, '/rows/0/0/text'],
    ['a card body of 201 characters', { type: 'card', body: mrkdwn('b'.repeat(201)) }, '/body/text'],
    ['an empty card', { type: 'card' }, ''],
    [
      'a carousel of 11',
      { type: 'carousel', elements: Array.from({ length: 11 }, () => ({ type: 'card', body: mrkdwn('b') })) },
      '/elements',
    ],
    ['an image without words for it', { type: 'image', image_url: 'https://x.example/a.png' }, ''],
    [
      'a broken rich text',
      { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'link' }] }] },
      '/elements/0/elements/0',
    ],
  ])('refuses in a message: %s', (_what, block, pointer) => {
    expect(checkBlocks('message', [block]).map((problem) => problem.pointer)).toContain(`/blocks/0${pointer}`);
  });

  it('takes 50 blocks in a message and refuses 51, takes 100 in Home and refuses 101', () => {
    const dividers = (count: number) => Array.from({ length: count }, () => ({ type: 'divider' }));
    expect(checkBlocks('message', dividers(50))).toEqual([]);
    expect(checkBlocks('message', dividers(51))).toEqual([
      { pointer: '/blocks', text: 'no more than 50 items allowed' },
    ]);
    expect(checkBlocks('home', dividers(100))).toEqual([]);
    expect(checkBlocks('home', dividers(101))).toHaveLength(1);
  });

  it('refuses a message whose blocks hold more than 13,200 characters together', () => {
    const block = section({ text: mrkdwn('x'.repeat(2640)) });
    expect(checkBlocks('message', [block, block, block, block, block])).toEqual([]);
    const problems = checkBlocks('message', [block, block, block, block, block, section({ text: mrkdwn('x') })]);
    expect(problems.map(({ pointer }) => pointer)).toEqual(['/blocks']);
  });
});
