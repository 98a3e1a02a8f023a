import type { Checkboxes, Option, RadioButtons } from '@slack/types';
import type { UiOption } from '../../protocol.ts';
import type { Spot } from '../surface.ts';
import { Text } from '../text.tsx';
import { type ElementHandle, useElement } from '../use-element.ts';
import { fieldAttributes } from './text-input.tsx';

export function CheckboxesInput({ of, spot }: { of: Checkboxes; spot: Spot }) {
  const element = useElement(of, spot);
  const chosen = new Set((element.value.selected_options ?? []).map((option) => option.value));
  const toggle = (option: Option) => {
    const next = new Set(chosen);
    if (!next.delete(option.value ?? '')) next.add(option.value ?? '');
    const selected_options = of.options.filter((each) => next.has(each.value ?? '')) as UiOption[];
    element.choose({ type: of.type, selected_options });
  };
  return (
    <fieldset class="choices" {...groupAttributes(element, spot)}>
      {of.options.map((option) => (
        <label class="choice" key={option.value}>
          <input type="checkbox" checked={chosen.has(option.value ?? '')} onChange={() => toggle(option)} />
          <ChoiceText of={option} />
        </label>
      ))}
    </fieldset>
  );
}

export function RadioInput({ of, spot }: { of: RadioButtons; spot: Spot }) {
  const element = useElement(of, spot);
  const chosen = element.value.selected_option?.value;
  return (
    <div class="choices" role="radiogroup" {...fieldAttributes(element, spot)}>
      {of.options.map((option) => (
        <label class="choice" key={option.value}>
          <input
            type="radio"
            name={element.id}
            checked={option.value === chosen}
            onChange={() => element.choose({ type: of.type, selected_option: option as UiOption })}
          />
          <ChoiceText of={option} />
        </label>
      ))}
    </div>
  );
}

/** A group is named and described like a field, but it cannot itself be required. */
function groupAttributes(element: ElementHandle, spot: Spot) {
  const { 'aria-required': _, ...rest } = fieldAttributes(element, spot);
  return rest;
}

function ChoiceText({ of }: { of: Option }) {
  return (
    <span class="choice-text">
      <Text of={of.text} />
      {of.description && (
        <span class="choice-description">
          <Text of={of.description} />
        </span>
      )}
    </span>
  );
}
