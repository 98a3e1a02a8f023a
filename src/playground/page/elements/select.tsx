import type { MultiSelect, Select } from '@slack/types';
import type { UiStateValue } from '../../protocol.ts';
import { type Desk, useDesk } from '../desk.ts';
import type { Spot } from '../surface.ts';
import { plainOf } from '../text.tsx';
import { useElement } from '../use-element.ts';
import { type Choice, choiceOfId, choiceOfOption, useChoices } from './choice-source.ts';
import { Combobox } from './combobox.tsx';
import { fieldAttributes } from './text-input.tsx';

/** Every select: of options, from the app, of people, of channels; one choice or many. */
export function SelectInput({ of, spot }: { of: Select | MultiSelect; spot: Spot }) {
  const desk = useDesk();
  const element = useElement(of, spot);
  const chosen = chosenOf(element.value, desk);
  const most = 'max_selected_items' in of ? of.max_selected_items : undefined;
  return (
    <Combobox
      field={fieldAttributes(element, spot)}
      chosen={chosen}
      many={of.type.startsWith('multi_')}
      full={most !== undefined && chosen.length >= most}
      clearable={spot.optional && !spot.tells}
      pending={element.pending}
      placeholder={plainOf(of.placeholder) || placeholderFor(of, desk)}
      useFound={(query, open) => useChoices(of, spot, query, open)}
      onChange={(choices) => element.choose(stateOf(of, choices))}
    />
  );
}

function placeholderFor(of: Select | MultiSelect, { words }: Desk): string {
  if (of.type.includes('users')) return words.choosePerson;
  return of.type.includes('channels') || of.type.includes('conversations') ? words.chooseChannel : words.choose;
}

function chosenOf(value: UiStateValue, desk: Desk): Choice[] {
  const options = value.selected_options ?? (value.selected_option ? [value.selected_option] : []);
  const many = value.selected_users ?? value.selected_channels ?? value.selected_conversations ?? [];
  const one = value.selected_user ?? value.selected_channel ?? value.selected_conversation;
  const ids = one ? [one] : many;
  return [...options.map((option) => choiceOfOption(option)), ...ids.map((id) => choiceOfId(id, desk))];
}

function stateOf(of: Select | MultiSelect, choices: readonly Choice[]): UiStateValue {
  const ids = choices.map((choice) => choice.value);
  const options = choices.flatMap((choice) => choice.option ?? []);
  switch (of.type) {
    case 'static_select':
    case 'external_select':
      return { type: of.type, selected_option: options[0] ?? null };
    case 'multi_static_select':
    case 'multi_external_select':
      return { type: of.type, selected_options: options };
    case 'users_select':
      return { type: of.type, selected_user: ids[0] ?? null };
    case 'multi_users_select':
      return { type: of.type, selected_users: ids };
    case 'channels_select':
      return { type: of.type, selected_channel: ids[0] ?? null };
    case 'multi_channels_select':
      return { type: of.type, selected_channels: ids };
    case 'conversations_select':
      return { type: of.type, selected_conversation: ids[0] ?? null };
    case 'multi_conversations_select':
      return { type: of.type, selected_conversations: ids };
  }
}
