import { Impossible } from './impossible.ts';
import type { Json } from './json.ts';
import { isJson, objectsOf, textOf, textsOf } from './json.ts';
import type { UiOption, UiRichText, UiStateValue, UiText, UiValue } from './protocol.ts';
import { typed } from './slack-text.ts';

type Member = Exclude<keyof UiStateValue, 'type'>;

/** How an element type keeps its value: under which member of `state.values`, from which initial member. */
interface Kind {
  readonly member: Member;
  readonly initial: string;
  readonly read: 'text' | 'rich-text' | 'option' | 'options' | 'id' | 'ids' | 'seconds';
}

const PICKED: Readonly<Record<string, Kind>> = {
  plain_text_input: { member: 'value', initial: 'initial_value', read: 'text' },
  email_text_input: { member: 'value', initial: 'initial_value', read: 'text' },
  url_text_input: { member: 'value', initial: 'initial_value', read: 'text' },
  number_input: { member: 'value', initial: 'initial_value', read: 'text' },
  rich_text_input: { member: 'rich_text_value', initial: 'initial_value', read: 'rich-text' },
  datepicker: { member: 'selected_date', initial: 'initial_date', read: 'id' },
  timepicker: { member: 'selected_time', initial: 'initial_time', read: 'id' },
  datetimepicker: { member: 'selected_date_time', initial: 'initial_date_time', read: 'seconds' },
  radio_buttons: { member: 'selected_option', initial: 'initial_option', read: 'option' },
  checkboxes: { member: 'selected_options', initial: 'initial_options', read: 'options' },
  static_select: { member: 'selected_option', initial: 'initial_option', read: 'option' },
  external_select: { member: 'selected_option', initial: 'initial_option', read: 'option' },
  users_select: { member: 'selected_user', initial: 'initial_user', read: 'id' },
  conversations_select: { member: 'selected_conversation', initial: 'initial_conversation', read: 'id' },
  channels_select: { member: 'selected_channel', initial: 'initial_channel', read: 'id' },
  multi_static_select: { member: 'selected_options', initial: 'initial_options', read: 'options' },
  multi_external_select: { member: 'selected_options', initial: 'initial_options', read: 'options' },
  multi_users_select: { member: 'selected_users', initial: 'initial_users', read: 'ids' },
  multi_conversations_select: { member: 'selected_conversations', initial: 'initial_conversations', read: 'ids' },
  multi_channels_select: { member: 'selected_channels', initial: 'initial_channels', read: 'ids' },
};

/** What an element holds before anybody touches it; nothing for one that keeps no value (a button, an overflow menu). */
export function initialValue(element: Json): UiStateValue | undefined {
  const type = String(element['type']);
  const kind = PICKED[type];
  if (!kind) return undefined;
  const initial = element[kind.initial];
  return { type, [kind.member]: initial ?? (isList(kind) ? [] : null) };
}

function isList(kind: Kind): boolean {
  return kind.read === 'options' || kind.read === 'ids';
}

/**
 * What an element holds once a person has typed or chosen `value`.
 * @param offered the options that an external select has shown so far
 * @throws Impossible when that choice is not on the screen
 */
export function chosenValue(element: Json, value: UiValue, offered: readonly UiOption[]): UiStateValue {
  const type = String(element['type']);
  const kind = PICKED[type];
  if (!kind) throw new Impossible(`a ${type} takes no value`);
  if (value === null || value === '') return { type, [kind.member]: isList(kind) ? [] : null };
  return { type, [kind.member]: read(kind, type, value, [...optionsIn(element), ...offered]) };
}

function read(kind: Kind, type: string, value: Exclude<UiValue, null>, options: readonly UiOption[]): unknown {
  if (kind.read === 'rich-text') return typeof value === 'string' ? richText(value) : value;
  if (isList(kind)) {
    const values = typeof value === 'string' ? [value] : textsOf(value);
    return kind.read === 'ids' ? values : values.map((each) => optionFor(each, options, type));
  }
  if (typeof value !== 'string') throw new Impossible(`a ${type} takes one text`);
  if (kind.read === 'option') return optionFor(value, options, type);
  return kind.read === 'seconds' ? Number(value) : value;
}

function optionFor(value: string, options: readonly UiOption[], type: string): UiOption {
  const option = options.find((each) => each.value === value);
  if (option) return option;
  throw new Impossible(
    `this ${type} does not offer "${value}"; it offers ${options.map((each) => each.value).join(', ')}`,
  );
}

/** Every option that an element carries, in groups or not, and its initial ones. */
export function optionsIn(element: Json): readonly UiOption[] {
  const groups = objectsOf(element['option_groups']).flatMap((group) => objectsOf(group['options']));
  const initial = [element['initial_option']].filter(isJson);
  return [...objectsOf(element['options']), ...groups, ...initial, ...objectsOf(element['initial_options'])].flatMap(
    asOption,
  );
}

/** Reads one option; nothing when it is none. */
export function asOption(option: Json): readonly UiOption[] {
  const value = textOf(option['value']);
  const text = asText(option['text']);
  if (value === undefined || !text) return [];
  const description = asText(option['description']);
  return [{ text, value, ...(description ? { description } : {}) }];
}

export function asText(value: unknown): UiText | undefined {
  if (!isJson(value)) return undefined;
  const { type, text } = value;
  if ((type !== 'plain_text' && type !== 'mrkdwn') || typeof text !== 'string') return undefined;
  return { type, text, ...(type === 'plain_text' ? { emoji: true } : {}) };
}

function richText(text: string): UiRichText {
  return {
    type: 'rich_text',
    elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: typed(text) }] }],
  };
}

/** Whether nothing stands in a field. */
export function isEmpty(value: UiStateValue | undefined): boolean {
  if (!value) return true;
  const [held] = Object.entries(value)
    .filter(([member]) => member !== 'type')
    .map(([, each]: [string, unknown]) => each);
  return held === null || held === undefined || held === '' || (Array.isArray(held) && held.length === 0);
}
