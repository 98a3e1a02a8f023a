import { elementsOf } from '../../src/playground/elements.ts';
import { isJson } from '../../src/playground/json.ts';
import type { UiMessage, UiView } from '../../src/playground/protocol.ts';

/** What a person has before them: a message, a window or Home. */
export type Shown = UiMessage | UiView;

interface ButtonAt {
  readonly actionId: string;
  readonly blockId: string;
  readonly value?: string;
}

/** Everything that can be read there, a line for each text, as it is shown: titles, labels and buttons included. */
export function wordsOf(shown: Shown): string {
  const title = 'hash' in shown && shown.title ? [shown.title] : [];
  return textsIn([...title, ...shown.blocks])
    .map(decoded)
    .join('\n');
}

/** The labels of the buttons, in order. */
export const buttonsOn = (shown: Shown): readonly string[] =>
  elementsOf(shown.blocks).flatMap(({ element }) => (element['type'] === 'button' ? [labelOf(element)] : []));

/** The labels of the fields, in order. */
export const fieldsOn = (view: UiView): readonly string[] =>
  view.blocks.flatMap((block) => (block.type === 'input' ? textsIn(block['label']).map(decoded) : []));

/**
 * The button with this label, or of which a screen reader says this, or the choice in a menu.
 * @throws Error unless there is exactly one
 */
export function buttonOf(shown: Shown, label: string): ButtonAt {
  const buttons = elementsOf(shown.blocks).flatMap(({ element, actionId, blockId }) => {
    const says = labelOf(element) === label || decoded(String(element['accessibility_label'])) === label;
    const { value } = element;
    if (element['type'] !== 'button' || !says) return [];
    return [{ actionId, blockId, ...(typeof value === 'string' && { value }) }];
  });
  const found = [...buttons, ...choicesOn(shown).filter((choice) => choice.label === label)];
  const [first] = found;
  if (!first || found.length > 1) {
    const labels = [...buttonsOn(shown), ...choicesOn(shown).map((choice) => choice.label)];
    throw new Error(`${found.length} buttons say “${label}”; there are: ${labels.join(', ')}`);
  }
  const { actionId, blockId, value } = first;
  return { actionId, blockId, ...(value !== undefined && { value }) };
}

/** The choices of the menus that act when something is chosen, in order. */
function choicesOn(shown: Shown): readonly (Required<ButtonAt> & { readonly label: string })[] {
  return elementsOf(shown.blocks).flatMap(({ element, actionId, blockId, input }) => {
    if (input || (element['type'] !== 'overflow' && element['type'] !== 'static_select')) return [];
    const options = Array.isArray(element['options']) ? element['options'].filter(isJson) : [];
    return options.map((option) => {
      const label = textsIn(option['text']).map(decoded).join(' ');
      return { label, actionId, blockId, value: String(option['value']) };
    });
  });
}

/** The block id of a field: forms that are shown again have new ones. */
export function fieldBlock(view: UiView, fieldId: string): string {
  const ids = view.blocks.map((block) => block.block_id);
  return ids.find((id) => id === fieldId || id.startsWith(`${fieldId}~`)) ?? fieldId;
}

/** What stands in a field: its text, or the value that is chosen. */
export function fieldValue(view: UiView, fieldId: string): string | null {
  const [state] = Object.values(view.state[fieldBlock(view, fieldId)] ?? {});
  if (!state) return null;
  const { value, selected_option, selected_options, selected_user, selected_date, selected_time } = state;
  const several = selected_options?.map((each) => each.value).join(', ') || null;
  const one = value ?? selected_option?.value ?? selected_user ?? selected_date ?? selected_time ?? several;
  return one ?? state.selected_conversation ?? null;
}

const labelOf = (button: Readonly<Record<string, unknown>>): string => textsIn(button).map(decoded).join(' ');

/** Members whose texts are not on the screen until somebody opens them. */
const folded = ['options', 'option_groups', 'placeholder', 'initial_option', 'confirm'];

function textsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (!isJson(value)) return [];
  const own = typeof value['text'] === 'string' ? [value['text']] : [];
  const inner = Object.entries(value).filter(([member]) => !folded.includes(member));
  return [...own, ...inner.flatMap(([, part]) => textsIn(part))];
}

const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };
const decoded = (text: string): string => text.replace(/&(?:amp|lt|gt);/g, (entity) => entities[entity] ?? entity);
