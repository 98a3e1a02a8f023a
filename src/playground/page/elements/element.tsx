import type { ActionsBlockElement, InputBlockElement, SectionBlockAccessory } from '@slack/types';
import { useDesk } from '../desk.ts';
import type { Spot } from '../surface.ts';
import { ButtonElement } from './button.tsx';
import { CheckboxesInput, RadioInput } from './choices.tsx';
import { OverflowElement } from './overflow.tsx';
import { DateInput, DateTimeInput, TimeInput } from './pickers.tsx';
import { Picture } from './picture.tsx';
import { SelectInput } from './select.tsx';
import { TextInput } from './text-input.tsx';

export type AnyElement = ActionsBlockElement | InputBlockElement | SectionBlockAccessory;

/** Draws whatever an app may put into a block. */
export function Element({ of, spot }: { of: AnyElement; spot: Spot }) {
  const { words } = useDesk();
  switch (of.type) {
    case 'button':
      return <ButtonElement of={of} spot={spot} />;
    case 'overflow':
      return <OverflowElement of={of} spot={spot} />;
    case 'image':
      return <Picture of={of} />;
    case 'datepicker':
      return <DateInput of={of} spot={spot} />;
    case 'timepicker':
      return <TimeInput of={of} spot={spot} />;
    case 'datetimepicker':
      return <DateTimeInput of={of} spot={spot} />;
    case 'checkboxes':
      return <CheckboxesInput of={of} spot={spot} />;
    case 'radio_buttons':
      return <RadioInput of={of} spot={spot} />;
    case 'plain_text_input':
    case 'email_text_input':
    case 'url_text_input':
    case 'number_input':
    case 'rich_text_input':
      return <TextInput of={of} spot={spot} />;
    case 'file_input':
    case 'workflow_button':
      return <p class="not-drawn">{words.notDrawn(of.type)}</p>;
    default:
      return <SelectInput of={of} spot={spot} />;
  }
}
