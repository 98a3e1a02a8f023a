import type { Check } from './block-rules-check.ts';
import {
  booleanMember,
  integerMember,
  listMember,
  oneOfMember,
  onlyMembers,
  refuse,
  stringMember,
} from './block-rules-check.ts';
import type { ElementRule } from './block-rules-elements.ts';
import { checkConfirm, PLAIN, textMember } from './block-rules-objects.ts';
import { checkRichText } from './block-rules-rich-text.ts';
import type { Json } from './json.ts';
import { isJson } from './json.ts';

/** Slack's longest text that a person can type into one field. */
const LONGEST = 3000;
const TEXT_MEMBERS = [
  ...['type', 'action_id', 'initial_value', 'placeholder', 'dispatch_action_config', 'focus_on_load'],
];

/** The rule of each text field and picker. */
export const INPUTS: Readonly<Record<string, ElementRule>> = {
  plain_text_input: (check, element, at) => {
    checkTextInput(check, element, at, ['multiline', 'min_length', 'max_length']);
    booleanMember(check, element, 'multiline', at);
    checkLengths(check, element, at);
  },
  email_text_input: (check, element, at) => checkTextInput(check, element, at, []),
  url_text_input: (check, element, at) => checkTextInput(check, element, at, []),
  number_input: checkNumber,
  rich_text_input: (check, element, at) => {
    onlyMembers(check, element, at, [...TEXT_MEMBERS, 'min_lines', 'max_lines']);
    integerMember(check, element, 'min_lines', at, { min: 1, max: 100 });
    integerMember(check, element, 'max_lines', at, { min: 1, max: 100 });
    checkAround(check, element, at);
    const initial = element['initial_value'];
    if (initial === undefined) return;
    if (isJson(initial)) checkRichText(check, initial, `${at}/initial_value`);
    else refuse(check, `${at}/initial_value`, 'must provide a rich_text block');
  },
  datepicker: (check, element, at) => {
    checkPicker(check, element, at, ['initial_date', 'placeholder']);
    checkForm(check, element, 'initial_date', at, isDate, 'YYYY-MM-DD');
  },
  timepicker: (check, element, at) => {
    checkPicker(check, element, at, ['initial_time', 'placeholder', 'timezone']);
    checkForm(check, element, 'initial_time', at, (text) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text), 'HH:mm');
    stringMember(check, element, 'timezone', at, { max: 255 });
  },
  datetimepicker: (check, element, at) => {
    checkPicker(check, element, at, ['initial_date_time']);
    integerMember(check, element, 'initial_date_time', at, { min: 1_000_000_000, max: 9_999_999_999 });
  },
  file_input: (check, element, at) => {
    onlyMembers(check, element, at, ['type', 'action_id', 'filetypes', 'max_files']);
    integerMember(check, element, 'max_files', at, { min: 1, max: 10 });
    listMember(check, element, 'filetypes', at, { max: 100 });
  },
};

function checkTextInput(check: Check, element: Json, at: string, own: readonly string[]): void {
  onlyMembers(check, element, at, [...TEXT_MEMBERS, ...own]);
  stringMember(check, element, 'initial_value', at, { max: LONGEST, min: 0 });
  checkAround(check, element, at);
}

function checkAround(check: Check, element: Json, at: string): void {
  textMember(check, element, 'placeholder', at, { kinds: PLAIN, max: 150 });
  const config = element['dispatch_action_config'];
  if (config === undefined) return;
  const pointer = `${at}/dispatch_action_config`;
  if (!isJson(config)) {
    refuse(check, pointer, 'must provide an object');
    return;
  }
  for (const { item, at: place } of listMember(check, config, 'trigger_actions_on', pointer, { max: 2 }))
    oneOfMember(check, { trigger: item }, 'trigger', place, ['on_enter_pressed', 'on_character_entered']);
}

function checkLengths(check: Check, element: Json, at: string): void {
  integerMember(check, element, 'min_length', at, { min: 0, max: LONGEST });
  integerMember(check, element, 'max_length', at, { min: 1, max: LONGEST });
  const [min, max, initial] = [element['min_length'], element['max_length'], element['initial_value']];
  if (typeof min === 'number' && typeof max === 'number' && min > max)
    refuse(check, `${at}/min_length`, 'must not be greater than max_length');
  if (typeof max === 'number' && typeof initial === 'string' && initial.length > max)
    refuse(check, `${at}/initial_value`, `must be less than ${max + 1} characters`);
}

function checkNumber(check: Check, element: Json, at: string): void {
  checkTextInput(check, element, at, ['is_decimal_allowed', 'min_value', 'max_value']);
  if (element['is_decimal_allowed'] === undefined) refuse(check, at, 'missing required field: is_decimal_allowed');
  booleanMember(check, element, 'is_decimal_allowed', at);
  for (const member of ['min_value', 'max_value', 'initial_value'])
    checkForm(check, element, member, at, (text) => /^-?\d+(\.\d+)?$/.test(text), 'a number as a string');
  if (Number(element['min_value']) > Number(element['max_value']))
    refuse(check, `${at}/min_value`, 'must not be greater than max_value');
}

function checkPicker(check: Check, element: Json, at: string, own: readonly string[]): void {
  onlyMembers(check, element, at, ['type', 'action_id', 'confirm', 'focus_on_load', ...own]);
  textMember(check, element, 'placeholder', at, { kinds: PLAIN, max: 150 });
  checkConfirm(check, element, at);
}

function checkForm(
  check: Check,
  element: Json,
  member: string,
  at: string,
  fits: (text: string) => boolean,
  form: string,
): void {
  const value = element[member];
  if (value === undefined) return;
  if (typeof value !== 'string' || !fits(value)) refuse(check, `${at}/${member}`, `must be ${form}`);
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
