import type { Check } from './block-rules-check.ts';
import { booleanMember, oneOfMember, onlyMembers, refuse, stringMember } from './block-rules-check.ts';
import { INPUTS } from './block-rules-inputs.ts';
import {
  checkConfirm,
  checkImageSource,
  checkInitialOptions,
  checkOptions,
  EITHER,
  PLAIN,
  textMember,
} from './block-rules-objects.ts';
import { SELECTS } from './block-rules-selects.ts';
import type { Json } from './json.ts';
import { isJson } from './json.ts';

export type ElementRule = (check: Check, element: Json, at: string) => void;

const SELECT_TYPES = Object.keys(SELECTS);
const CHOICES = ['checkboxes', 'radio_buttons'];
const PICKERS = ['datepicker', 'timepicker'];
const TEXTS = ['plain_text_input', 'email_text_input', 'url_text_input', 'number_input', 'rich_text_input'];

/** Which element types may stand where. */
export const ALLOWED = {
  accessory: ['button', 'image', 'overflow', 'workflow_button', ...CHOICES, ...PICKERS, ...SELECT_TYPES],
  actions: [
    'button',
    'overflow',
    'workflow_button',
    'datetimepicker',
    'rich_text_input',
    ...CHOICES,
    ...PICKERS,
    ...SELECT_TYPES,
  ],
  input: ['datetimepicker', 'file_input', ...TEXTS, ...CHOICES, ...PICKERS, ...SELECT_TYPES],
  cardActions: ['button'],
  contextActions: ['feedback_buttons', 'icon_button'],
  image: ['image'],
} as const satisfies Record<string, readonly string[]>;

const RULES: Readonly<Record<string, ElementRule>> = {
  ...SELECTS,
  ...INPUTS,
  button: checkButton,
  overflow: (check, element, at) => {
    onlyMembers(check, element, at, ['type', 'action_id', 'options', 'confirm']);
    checkOptions(check, element, at, { kinds: PLAIN, max: 5, url: true });
    checkConfirm(check, element, at);
  },
  checkboxes: (check, element, at) => checkChoices(check, element, at, 'initial_options'),
  radio_buttons: (check, element, at) => checkChoices(check, element, at, 'initial_option'),
  image: (check, element, at) => {
    onlyMembers(check, element, at, ['type', 'image_url', 'slack_file', 'alt_text']);
    checkImageSource(check, element, at);
  },
  workflow_button: (check, element, at) => {
    onlyMembers(check, element, at, ['type', 'action_id', 'text', 'workflow', 'style', 'accessibility_label']);
    textMember(check, element, 'text', at, { kinds: PLAIN, max: 75, required: true });
    if (!isJson(element['workflow'])) refuse(check, at, 'missing required field: workflow');
  },
  feedback_buttons: (check, element, at) => {
    onlyMembers(check, element, at, ['type', 'action_id', 'positive_button', 'negative_button']);
    for (const member of ['positive_button', 'negative_button']) checkFeedbackButton(check, element, member, at);
  },
  icon_button: (check, element, at) => {
    onlyMembers(check, element, at, [
      ...['type', 'action_id', 'icon', 'text', 'value', 'confirm'],
      ...['accessibility_label', 'visible_to_user_ids'],
    ]);
    stringMember(check, element, 'icon', at, { max: 75, required: true });
    textMember(check, element, 'text', at, { kinds: PLAIN, max: 75, required: true });
    stringMember(check, element, 'value', at, { max: 2000 });
    checkConfirm(check, element, at);
  },
};

/** Checks one element and that its type may stand in this place. */
export function checkElement(check: Check, element: unknown, at: string, allowed: readonly string[]): void {
  if (!isJson(element)) {
    refuse(check, at, 'must provide an object');
    return;
  }
  const type = element['type'];
  const rule = typeof type === 'string' && allowed.includes(type) ? RULES[type] : undefined;
  if (!rule) {
    refuse(check, `${at}/type`, `unsupported type: ${String(type)}`);
    return;
  }
  stringMember(check, element, 'action_id', at, { max: 255 });
  booleanMember(check, element, 'focus_on_load', at);
  if (element['focus_on_load'] === true) check.focused.push(at);
  rule(check, element, at);
}

function checkButton(check: Check, element: Json, at: string): void {
  onlyMembers(check, element, at, [
    ...['type', 'action_id', 'text', 'value', 'url', 'style', 'confirm', 'accessibility_label'],
  ]);
  textMember(check, element, 'text', at, { kinds: PLAIN, max: 75, required: true });
  stringMember(check, element, 'value', at, { max: 2000 });
  stringMember(check, element, 'url', at, { max: 3000 });
  stringMember(check, element, 'accessibility_label', at, { max: 75 });
  oneOfMember(check, element, 'style', at, ['primary', 'danger']);
  checkConfirm(check, element, at);
}

function checkChoices(check: Check, element: Json, at: string, initial: string): void {
  onlyMembers(check, element, at, ['type', 'action_id', 'options', initial, 'confirm', 'focus_on_load']);
  checkOptions(check, element, at, { kinds: EITHER, max: 10 });
  checkInitialOptions(check, element, at, initial);
  checkConfirm(check, element, at);
}

function checkFeedbackButton(check: Check, element: Json, member: string, at: string): void {
  const button = element[member];
  if (!isJson(button)) {
    refuse(check, at, `missing required field: ${member}`);
    return;
  }
  textMember(check, button, 'text', `${at}/${member}`, { kinds: PLAIN, max: 75, required: true });
  stringMember(check, button, 'value', `${at}/${member}`, { max: 2000, required: true });
  stringMember(check, button, 'accessibility_label', `${at}/${member}`, { max: 75 });
}
