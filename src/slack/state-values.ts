import { z } from 'zod';

const option = z.object({ value: z.string() });
/** One element of a view's state, or a pressed element: every member that Slack uses for what was chosen or typed. */
const element = z.object({
  value: z.string().nullish(),
  selected_option: option.nullish(),
  selected_options: z.array(option).nullish(),
  selected_user: z.string().nullish(),
  selected_users: z.array(z.string()).nullish(),
  selected_channel: z.string().nullish(),
  selected_channels: z.array(z.string()).nullish(),
  selected_conversation: z.string().nullish(),
  selected_conversations: z.array(z.string()).nullish(),
  selected_date: z.string().nullish(),
  selected_time: z.string().nullish(),
  selected_date_time: z.number().nullish(),
  rich_text_value: z.unknown().optional(),
  files: z.array(z.object({ id: z.string() })).nullish(),
});
const state = z.record(z.string(), z.record(z.string(), z.unknown()));

/**
 * What one element holds: typed text, a date, a time or one choice is a string, several choices are a list of strings,
 * a date-time is a number of seconds, rich text is Slack's block; nothing chosen is null.
 */
export function elementValue(sent: unknown): unknown {
  const read = element.safeParse(sent);
  if (!read.success) return null;
  const held = read.data;
  return (
    held.selected_options?.map(({ value }) => value) ??
    held.selected_users ??
    held.selected_channels ??
    held.selected_conversations ??
    held.files?.map(({ id }) => id) ??
    held.selected_option?.value ??
    held.selected_user ??
    held.selected_channel ??
    held.selected_conversation ??
    held.selected_date ??
    held.selected_time ??
    held.selected_date_time ??
    held.rich_text_value ??
    (held.value || null)
  );
}

/** A view's `state.values` by block id. A block with several elements gives a record by action id. */
export function stateValues(sent: unknown): Readonly<Record<string, unknown>> {
  const read = state.safeParse(sent);
  if (!read.success) return {};
  return Object.fromEntries(Object.entries(read.data).map(([blockId, elements]) => [blockId, blockValue(elements)]));
}

function blockValue(elements: Readonly<Record<string, unknown>>): unknown {
  const held = Object.entries(elements).map(([actionId, sent]) => [actionId, elementValue(sent)] as const);
  return held.length === 1 ? held[0]?.[1] : Object.fromEntries(held);
}
