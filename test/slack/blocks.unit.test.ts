import { describe, expect, test } from 'vitest';
import {
  actions,
  button,
  confirm,
  context,
  fields,
  header,
  input,
  modal,
  option,
  section,
} from '../../src/slack/blocks.ts';
import { limits } from '../../src/slack/limits.ts';
import { hostileTexts } from '../lib/hostile.ts';

/** Every string that stands in a block, by its path. */
function stringsIn(value: unknown, path = ''): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([member, inner]) => stringsIn(inner, `${path}/${member}`));
}

describe.each(hostileTexts)('every builder with %j', (text) => {
  const view = modal({
    callbackId: 'c',
    title: text,
    submit: text || 'x',
    close: text,
    blocks: [
      header(text),
      section(text, button('b', text, { label: text || 'x' })),
      fields([text, text]),
      context(text),
      actions([button('b', text, { confirm: confirm({ title: text, text, yes: text, no: text }) })]),
      input('i', text, { type: 'static_select', action_id: 'v', options: [option(text, 'v')] }, { hint: text || 'x' }),
    ],
  });

  test('holds no control sequence of its own and nothing that Slack finds empty (T-41)', () => {
    for (const [path, string] of stringsIn(view)) {
      expect(string, path).not.toMatch(/[<>]/);
      expect(string.trim(), path).not.toBe('');
    }
  });

  test("stays within Slack's lengths", () => {
    const longest = (name: string): number =>
      Math.max(
        ...stringsIn(view)
          .filter(([path]) => path.includes(name))
          .map(([, { length }]) => length),
      );
    expect(longest('/title/text')).toBeLessThanOrEqual(limits.confirmTitle);
    expect(view.title.text.length).toBeLessThanOrEqual(limits.viewTitle);
    expect(longest('/blocks/0')).toBeLessThanOrEqual(limits.header);
    expect(longest('/accessory')).toBeLessThanOrEqual(limits.buttonText);
    expect(longest('/fields')).toBeLessThanOrEqual(limits.sectionField);
    expect(longest('/options')).toBeLessThanOrEqual(limits.optionText);
    expect(longest('/confirm/confirm/text')).toBeLessThanOrEqual(limits.confirmButton);
  });
});

test.each([
  ['private metadata', () => modal({ callbackId: 'c', title: 't', close: 'c', blocks: [], meta: 'x'.repeat(3_000) })],
  ['a button value', () => button('b', 'words', { value: 'x'.repeat(2_000) })],
  ['an option value', () => option('words', 'x'.repeat(76))],
  ['an action id', () => button('x'.repeat(256), 'words')],
  ['a block id', () => actions([], 'x'.repeat(256))],
  ['a field id', () => input('x'.repeat(256), 'label', { type: 'datepicker', action_id: 'v' })],
  ['a callback id', () => modal({ callbackId: 'x'.repeat(256), title: 't', close: 'c', blocks: [] })],
])('%s that is too long is an error, for cut it would mean something else', (_what, build) => {
  expect(build).toThrow(/characters long, Slack takes \d+/);
});
