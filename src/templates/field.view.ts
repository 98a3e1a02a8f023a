import type { InputBlock, PlainTextInput, PlainTextOption, StaticSelect } from '@slack/types';
import type { Language } from '../i18n/language.ts';
import { nameLength } from '../lib/text.ts';
import { input, option } from '../slack/blocks.ts';
import { limits } from '../slack/limits.ts';
import { plain } from '../slack/text.ts';
import { typedText, yesOrNo } from './field.format.ts';
import { type Field, type FieldFacts, type FieldValue, isEmpty, type Values } from './field.ts';
import { fieldIds } from './field-ids.ts';
import { offered } from './option.ts';

/** For whom the inputs are, and what the ids in the values stand for. */
export interface FormReader {
  readonly language: Language;
  readonly facts: FieldFacts;
  /** What was typed before, by field id: shown in place of the value, so that nothing typed is lost. */
  readonly typed?: Readonly<Record<string, string>>;
}

type Element = InputBlock['element'];
const action_id = fieldIds.value;

/** The inputs of a form, in order; a field that has nothing to choose from is left out. */
export function fieldInputs(fields: readonly Field[], values: Values, reader: FormReader): readonly InputBlock[] {
  return fields.flatMap((field) => fieldInput(field, values[field.id], reader) ?? []);
}

/** One field's input, its block id the field's id; null when there is nothing to choose from. */
export function fieldInput(field: Field, value: FieldValue | undefined, reader: FormReader): InputBlock | null {
  const element = elementOf(field, value, reader);
  return (
    element &&
    input(field.id, field.label[reader.language], element, {
      optional: field.required !== true,
      ...(field.hint && { hint: field.hint[reader.language] }),
    })
  );
}

function elementOf(field: Field, value: FieldValue | undefined, reader: FormReader): Element | null {
  const { language, facts } = reader;
  const held = typeof value === 'string' ? value : null;
  switch (field.type) {
    case 'choice': {
      const options = offered(facts.options, field.dimension, held);
      return chooser(
        options.map(({ key, labels }) => [key, labels[language]]),
        held,
      );
    }
    case 'team':
      return chooser(
        facts.teams.map(({ id, name }) => [id, name]),
        held,
      );
    case 'yesNo':
      return chooser(Object.entries(yesOrNo[language]), typeof value === 'boolean' ? (value ? 'yes' : 'no') : null);
    case 'date':
      return { type: 'datepicker', action_id, ...(held !== null && { initial_date: held }) };
    case 'person':
      return { type: 'users_select', action_id, ...(held !== null && { initial_user: slackUser(held, facts) }) };
    case 'account':
      return accountPicker(held, facts);
    case 'channel':
      return {
        type: 'conversations_select',
        action_id,
        filter: { include: ['public', 'private'], exclude_external_shared_channels: true },
        ...(held !== null && { initial_conversation: held }),
      };
    default:
      return textInput(field, value, reader);
  }
}

function textInput(field: Field, value: FieldValue | undefined, { language, typed }: FormReader): PlainTextInput {
  const text =
    typed?.[field.id] ?? (isEmpty(value) || typeof value === 'boolean' ? '' : typedText(field, value, language));
  const longest = field.maxLength ?? (field.type === 'text' ? nameLength : limits.inputLength);
  return {
    type: 'plain_text_input',
    action_id,
    multiline: field.type === 'longText' || field.type === 'list',
    max_length: longest,
    placeholder: plain(field.example[language], limits.placeholder),
    ...(text !== '' && { initial_value: text.slice(0, longest) }),
  };
}

/** What is held is always among what is offered: an input that came up empty would take the value away when it is sent. */
function chooser(
  entries: readonly (readonly [key: string, label: string])[],
  held: string | null,
): StaticSelect | null {
  const known = held === null || entries.some(([key]) => key === held);
  const options = (known ? entries : [[held, held] as const, ...entries]).map(([key, label]) => option(label, key));
  const initial = options.find((each) => each.value === held);
  if (options.length === 0) return null;
  return { type: 'static_select', action_id, ...listed(options), ...(initial && { initial_option: initial }) };
}

/** Slack lists at most a hundred options; more of them go in groups of a hundred, named by their first and last. */
function listed(options: readonly PlainTextOption[]): Pick<StaticSelect, 'options' | 'option_groups'> {
  if (options.length <= limits.selectOptions) return { options: [...options] };
  const starts = options.map((_, i) => i).filter((i) => i % limits.selectOptions === 0);
  return {
    option_groups: starts.map((start) => {
      const group = options.slice(start, start + limits.selectOptions);
      return { label: plain(`${start + 1}–${start + group.length}`, limits.optionText), options: group };
    }),
  };
}

function accountPicker(held: string | null, facts: FieldFacts): Element {
  const name = facts.accounts.find(({ id }) => id === held)?.name;
  return {
    type: 'external_select',
    action_id: fieldIds.accountPick,
    min_query_length: 0,
    ...(held !== null && { initial_option: option(name ?? held, held) }),
  };
}

/** Throws when the facts lack the person: an input that came up empty would take them away when it is sent. */
function slackUser(memberId: string, { people }: FieldFacts): string {
  const person = people.find((each) => each.memberId === memberId);
  if (!person) throw new Error(`the facts of a form lack member ${memberId}`);
  return person.slackUserId;
}
