import type { UiOption, UiRichText, UiStateValue, UiStateValues, UiValue } from '../protocol.ts';

type Plain = Readonly<Record<string, unknown>>;

/** What an element holds before anybody touched it: its `initial_…`, in the shape of Slack's `state.values`. */
export function initialValue(element: Plain & { readonly type: string }): UiStateValue {
  const { type } = element;
  const of = <T>(member: string) => (element[member] ?? null) as T | null;
  switch (type.replace(/^multi_/, 'multi ')) {
    case 'checkboxes':
    case 'multi static_select':
    case 'multi external_select':
      return { type, selected_options: of<UiOption[]>('initial_options') ?? [] };
    case 'multi users_select':
      return { type, selected_users: of<string[]>('initial_users') ?? [] };
    case 'multi channels_select':
      return { type, selected_channels: of<string[]>('initial_channels') ?? [] };
    case 'multi conversations_select':
      return { type, selected_conversations: of<string[]>('initial_conversations') ?? [] };
    case 'static_select':
    case 'external_select':
    case 'radio_buttons':
      return { type, selected_option: of<UiOption>('initial_option') };
    case 'users_select':
      return { type, selected_user: of<string>('initial_user') };
    case 'channels_select':
      return { type, selected_channel: of<string>('initial_channel') };
    case 'conversations_select':
      return { type, selected_conversation: of<string>('initial_conversation') };
    case 'datepicker':
      return { type, selected_date: of<string>('initial_date') };
    case 'timepicker':
      return { type, selected_time: of<string>('initial_time') };
    case 'datetimepicker':
      return { type, selected_date_time: of<number>('initial_date_time') };
    case 'rich_text_input':
      return { type, rich_text_value: of<UiRichText>('initial_value') };
    default:
      return { type, value: of<string>('initial_value') };
  }
}

/** What stands in a text field. Rich text is typed as plain lines here; the server makes rich text of them. */
export function typedText(value: UiStateValue): string {
  return value.value ?? richLines(value.rich_text_value?.elements ?? []);
}

function richLines(elements: readonly unknown[]): string {
  return elements
    .map((element) => {
      const { type, text, elements: inner } = element as { type?: string; text?: string; elements?: unknown[] };
      return (text ?? richLines(inner ?? [])) + (type === 'rich_text_section' ? '\n' : '');
    })
    .join('')
    .trimEnd();
}

/** The same value as a gesture carries it; see `UiValues`. */
export function gestureValue(value: UiStateValue): UiValue {
  const many = value.selected_users ?? value.selected_channels ?? value.selected_conversations;
  if (many) return many;
  if (value.selected_options) return value.selected_options.map((option) => option.value);
  if (typeof value.selected_date_time === 'number') return String(value.selected_date_time);
  const one = value.selected_user ?? value.selected_channel ?? value.selected_conversation;
  return (
    one ??
    value.selected_option?.value ??
    value.selected_date ??
    value.selected_time ??
    value.rich_text_value ??
    (value.value || null)
  );
}

/**
 * The value on screen. As in Slack, what was typed belongs to the pair of ids and not to the version of the view:
 * the draft wins, then what the server keeps, then what the element started with.
 */
export function shownValue(
  draft: UiStateValue | undefined,
  state: UiStateValues,
  at: { readonly blockId: string; readonly actionId: string },
  element: Plain & { readonly type: string },
): UiStateValue {
  return draft ?? state[at.blockId]?.[at.actionId] ?? initialValue(element);
}
