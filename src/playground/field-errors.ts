import { isEmpty } from './element-values.ts';
import { elementsOf } from './elements.ts';
import type { Json } from './json.ts';
import type { UiStateValue } from './protocol.ts';
import type { View } from './world.ts';

/** What Slack's own client refuses before it sends a modal: by `block_id`, in Slack's words or near them. */
export function clientErrors(view: View): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const { blockId, actionId, element, input } of elementsOf(view.source.blocks)) {
    if (!input) continue;
    const value = view.state[blockId]?.[actionId];
    const error = isEmpty(value) ? missing(input['optional'] === true) : wrong(element, value);
    if (error) errors[blockId] = error;
  }
  return errors;
}

function missing(optional: boolean): string | undefined {
  return optional ? undefined : 'Please complete this required field.';
}

function wrong(element: Json, value: UiStateValue | undefined): string | undefined {
  const text = value?.value ?? '';
  switch (element['type']) {
    case 'plain_text_input':
      return wrongLength(element, text);
    case 'email_text_input':
      return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) ? undefined : 'Please enter a valid email address.';
    case 'url_text_input':
      return URL.canParse(text) && /^https?:/i.test(text) ? undefined : 'Please enter a valid URL.';
    case 'number_input':
      return wrongNumber(element, text);
    default:
      return wrongCount(element, value);
  }
}

function wrongLength(element: Json, text: string): string | undefined {
  const [min, max] = [Number(element['min_length'] ?? 0), Number(element['max_length'] ?? 3000)];
  if (text.length < min) return `Please enter at least ${min} characters.`;
  return text.length > max ? `Please enter at most ${max} characters.` : undefined;
}

function wrongNumber(element: Json, text: string): string | undefined {
  const form = element['is_decimal_allowed'] === true ? /^-?\d+(\.\d+)?$/ : /^-?\d+$/;
  if (!form.test(text))
    return element['is_decimal_allowed'] === true ? 'Please enter a number.' : 'Please enter a whole number.';
  const { min_value: min, max_value: max } = element;
  if (min !== undefined && Number(text) < Number(min)) return `Please enter a number of at least ${String(min)}.`;
  return max !== undefined && Number(text) > Number(max)
    ? `Please enter a number of at most ${String(max)}.`
    : undefined;
}

function wrongCount(element: Json, value: UiStateValue | undefined): string | undefined {
  const max = element['max_selected_items'];
  const lists = [
    value?.selected_options,
    value?.selected_users,
    value?.selected_channels,
    value?.selected_conversations,
  ];
  const count = Math.max(...lists.map((list) => list?.length ?? 0));
  return typeof max === 'number' && count > max ? `Please choose at most ${max}.` : undefined;
}
