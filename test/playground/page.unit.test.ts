import { describe, expect, it, test } from 'vitest';
import { completionsFor, hintFor } from '../../src/playground/page/completion.ts';
import { gestureValue, initialValue, shownValue, typedText } from '../../src/playground/page/element-value.ts';
import { formatSlackDate } from '../../src/playground/page/slack-date.ts';
import { draftKey, type PageState, withDraft, withSnapshot } from '../../src/playground/page/store.ts';
import { wordsFor } from '../../src/playground/page/words.ts';
import { fromWallClock, toWallClock } from '../../src/playground/page/zoned.ts';
import type { UiBlock, UiState, UiView } from '../../src/playground/protocol.ts';

const person = { id: 'U1', locale: 'en-US', zone: 'Europe/Berlin' };

function aSnapshot(more: { blocks?: readonly string[]; notes?: readonly number[]; viewId?: string } = {}): UiState {
  const blocks = (more.blocks ?? ['note']).map((block_id): UiBlock => ({ type: 'input', block_id }));
  const view = { id: more.viewId ?? 'V1', blocks } as unknown as UiView;
  const notes = (more.notes ?? []).map((id) => ({ id, at: 0, kind: 'operation_timeout', text: `note ${id}` }));
  return { me: person, views: [view], home: null, notes } as unknown as UiState;
}

function aPage(snapshot: UiState): PageState {
  return { snapshot, drafts: {}, toasts: [], seenNote: 0 } as unknown as PageState;
}

const typed = { type: 'plain_text_input', value: 'half a sent' };

describe('drafts', () => {
  const at = { blockId: 'note', actionId: 'text' };
  const withText = withDraft(aPage(aSnapshot()), 'V1', draftKey('note', 'text'), typed);

  it('outlive a new version of the view that has the same ids, even with another initial value', () => {
    const { drafts } = withSnapshot(withText, aSnapshot());
    const element = { type: 'plain_text_input', initial_value: 'from the app' };
    expect(shownValue(drafts['V1']?.[draftKey('note', 'text')], {}, at, element).value).toBe('half a sent');
  });

  it.each([
    ['its block', aSnapshot({ blocks: ['note2'] })],
    ['its view', aSnapshot({ viewId: 'V2' })],
  ])('end with %s', (_what, snapshot) => {
    expect(Object.keys(withSnapshot(withText, snapshot).drafts['V1'] ?? {})).toEqual([]);
  });

  it('win over what the server keeps, which wins over the initial value', () => {
    const state = { note: { text: { type: 'plain_text_input', value: 'kept' } } };
    const element = { type: 'plain_text_input', initial_value: 'initial' };
    expect(shownValue(typed, state, at, element).value).toBe('half a sent');
    expect(shownValue(undefined, state, at, element).value).toBe('kept');
    expect(shownValue(undefined, {}, at, element).value).toBe('initial');
  });
});

test('a note becomes one toast, however often it comes with a snapshot', () => {
  const once = withSnapshot(aPage(aSnapshot()), aSnapshot({ notes: [1] }));
  const twice = withSnapshot(once, aSnapshot({ notes: [1, 2] }));
  expect(twice.toasts.map((toast) => toast.text)).toEqual(['note 1', 'note 2']);
});

describe('an emptied field', () => {
  test.each([
    [{ type: 'plain_text_input', value: '' }, null],
    [{ type: 'static_select', selected_option: null }, null],
    [{ type: 'multi_users_select', selected_users: [] }, []],
    [{ type: 'checkboxes', selected_options: [] }, []],
    [{ type: 'datetimepicker', selected_date_time: null }, null],
  ])('is sent as one (%j)', (value, sent) => {
    expect(gestureValue(value)).toEqual(sent);
  });

  it('is not filled again with its initial value', () => {
    const element = { type: 'plain_text_input', initial_value: 'initial' };
    expect(initialValue(element).value).toBe('initial');
    const state = { b: { a: { type: 'plain_text_input', value: null } } };
    expect(shownValue(undefined, state, { blockId: 'b', actionId: 'a' }, element).value).toBeNull();
  });
});

test('rich text that the server keeps is shown as the lines that were typed', () => {
  const section = (text: string) => ({ type: 'rich_text_section', elements: [{ type: 'text', text }] });
  const kept = { type: 'rich_text' as const, elements: [section('one'), section('two')] };
  expect(typedText({ type: 'rich_text_input', rich_text_value: kept })).toBe('one\ntwo');
  expect(typedText(initialValue({ type: 'rich_text_input', initial_value: kept }))).toBe('one\ntwo');
  expect(typedText({ type: 'rich_text_input', value: '', rich_text_value: kept })).toBe('');
});

describe('wall clocks', () => {
  test.each([
    ['2026-03-29T01:59', 'Europe/Berlin', '2026-03-29T00:59:00Z'],
    ['2026-03-29T03:00', 'Europe/Berlin', '2026-03-29T01:00:00Z'],
    ['2026-10-25T04:00', 'Europe/Berlin', '2026-10-25T03:00:00Z'],
    ['2026-07-01T00:00', 'Asia/Shanghai', '2026-06-30T16:00:00Z'],
    ['2026-11-01T12:00', 'America/New_York', '2026-11-01T17:00:00Z'],
  ])('%s in %s is one instant, both ways', (wall, zone, instant) => {
    const seconds = Date.parse(instant) / 1000;
    expect(fromWallClock(wall, zone)).toBe(seconds);
    expect(toWallClock(seconds, zone)).toBe(wall);
  });

  test('an emptied picker is no instant', () => {
    expect(fromWallClock('', 'Europe/Berlin')).toBeNull();
  });
});

describe('Slack dates', () => {
  const now = new Date('2026-11-22T23:30:00Z');
  const at = Date.parse('2026-11-23T08:05:00Z') / 1000;

  test.each([
    ['en-US', 'Europe/Berlin', '{date_num} {time}', '2026-11-23 9:05 AM'],
    ['en-US', 'Europe/Berlin', 'due {date_short_pretty}', 'due today'],
    ['en-US', 'America/New_York', 'due {date_pretty}', 'due tomorrow'],
    ['en-US', 'Europe/Berlin', '{date_long}', 'Monday, November 23, 2026'],
    ['zh-CN', 'Asia/Shanghai', '{date_long} {time}', '2026年11月23日星期一 16:05'],
    ['en-US', 'Europe/Berlin', '{ago}', 'in 9 hours'],
    ['en-US', 'Europe/Berlin', '{nonsense} {date_num}', '{nonsense} 2026-11-23'],
  ])('%s in %s reads %j as %j', (locale, zone, format, text) => {
    expect(formatSlackDate(at, format, { locale, zone, now, ...wordsFor('en-US') })).toBe(text);
  });

  test('an instant that no calendar holds leaves the format as it was', () => {
    expect(formatSlackDate(1e15, '{date}', { locale: 'en', zone: 'UTC', now, ...wordsFor('en') })).toBe('{date}');
  });
});

describe('command completion', () => {
  const commands = ['/account', '/accounts-admin', '/Probe'].map((command) => ({
    command,
    description: '',
    hint: 'h',
  }));
  const offered = (line: string) => completionsFor(line, commands).map(({ command }) => command);

  test.each([
    ['/', ['/account', '/accounts-admin', '/Probe']],
    ['/acc', ['/account', '/accounts-admin']],
    ['/account', ['/accounts-admin']],
    ['/pro', ['/Probe']],
    ['/account ', []],
    ['hello /acc', []],
    ['', []],
  ])('%j offers %j', (line, names) => {
    expect(offered(line)).toEqual(names);
  });

  test('the hint stands while nothing follows the command', () => {
    expect([hintFor('/account ', commands), hintFor('/account x', commands)]).toEqual(['h', '']);
  });
});

test.each(['zh-CN', 'zh-TW', 'ZH'])('%s reads Chinese', (locale) => {
  expect(wordsFor(locale).send).toBe('发送');
});
