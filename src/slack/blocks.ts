import type {
  ActionsBlockElement,
  Button,
  ConfirmationDialog,
  ContextBlock,
  DividerBlock,
  HeaderBlock,
  InputBlock,
  KnownBlock,
  ModalView,
  Overflow,
  PlainTextOption,
  SectionBlock,
  StaticSelect,
} from '@slack/types';
import { limits } from './limits.ts';
import { mrkdwn, plain, type Rich } from './text.ts';

type Text = Rich | string;

/** A paragraph of markup, with at most one element at its side. */
export const section = (text: Text, accessory?: NonNullable<SectionBlock['accessory']>): SectionBlock => ({
  type: 'section',
  text: mrkdwn(text, limits.section),
  ...(accessory && { accessory }),
});

/** Less than Slack's own limits: ten facts and a few lines of context leave a message room for the rest. */
const factText = 300;
const contextText = 1000;

/** Short facts in two columns; what is over Slack's ten is left out by the caller. */
export const fields = (texts: readonly Text[]): SectionBlock => ({
  type: 'section',
  fields: texts.slice(0, limits.sectionFields).map((text) => mrkdwn(text, factText)),
});

export const header = (text: string): HeaderBlock => ({ type: 'header', text: plain(text, limits.header) });
export const divider = (): DividerBlock => ({ type: 'divider' });
export const context = (...texts: readonly Text[]): ContextBlock => ({
  type: 'context',
  elements: texts.slice(0, limits.contextItems).map((text) => mrkdwn(text, contextText)),
});
export const actions = (elements: readonly ActionsBlockElement[], blockId?: string): KnownBlock => ({
  type: 'actions',
  elements: elements.slice(0, limits.actionsElements),
  ...(blockId !== undefined && { block_id: whole('block id', blockId, limits.id) }),
});

/** A button. `value` comes back as JSON and goes through the handler's schema: ids only, never trusted. */
export function button(
  id: string,
  words: string,
  how: {
    value?: unknown;
    style?: 'primary' | 'danger';
    confirm?: ConfirmationDialog;
    url?: string;
    label?: string;
  } = {},
): Button {
  return {
    type: 'button',
    action_id: whole('action id', id, limits.id),
    text: plain(words, limits.buttonText),
    ...(how.value !== undefined && { value: whole('button value', JSON.stringify(how.value), limits.buttonValue) }),
    ...(how.style && { style: how.style }),
    ...(how.confirm && { confirm: how.confirm }),
    ...(how.url && { url: how.url }),
    ...(how.label && { accessibility_label: plain(how.label, limits.buttonText).text }),
  };
}

/** Asks before something that cannot be undone. */
export const confirm = (ask: { title: string; text: string; yes: string; no: string }): ConfirmationDialog => ({
  title: plain(ask.title, limits.confirmTitle),
  text: plain(ask.text, limits.confirmText),
  confirm: plain(ask.yes, limits.confirmButton),
  deny: plain(ask.no, limits.confirmButton),
});

/** One choice of a select. `value` is an id of ours, at most 75 characters. */
export const option = (words: string, value: string): PlainTextOption => ({
  text: plain(words, limits.optionText),
  value: whole('option value', value, limits.optionValue),
});

/** What can be done with one of many, behind three dots: one to five choices. */
export const overflow = (id: string, options: readonly PlainTextOption[]): Overflow => ({
  type: 'overflow',
  action_id: whole('action id', id, limits.id),
  options: options.slice(0, limits.overflowOptions),
});

/** A menu that acts when something is chosen; `chosen` is what stands in it at first. */
export const menu = (id: string, options: readonly PlainTextOption[], chosen: string): StaticSelect => {
  const initial = options.find(({ value }) => value === chosen);
  return {
    type: 'static_select',
    action_id: whole('action id', id, limits.id),
    options: options.slice(0, limits.selectOptions),
    ...(initial && { initial_option: initial }),
  };
};

/** An input with its label; the block id is the field's id, so that an error finds its place. */
export function input(
  id: string,
  label: string,
  element: InputBlock['element'],
  how: { optional?: boolean; hint?: string; dispatch?: boolean } = {},
): InputBlock {
  return {
    type: 'input',
    block_id: whole('block id', id, limits.id),
    label: plain(label, limits.label),
    element,
    optional: how.optional ?? false,
    ...(how.hint && { hint: plain(how.hint, limits.hint) }),
    ...(how.dispatch && { dispatch_action: true }),
  };
}

/** A modal. `meta` comes back as private_metadata: ids only. */
export function modal(view: {
  callbackId: string;
  title: string;
  blocks: readonly KnownBlock[];
  submit?: string;
  close: string;
  meta?: unknown;
  tellWhenClosed?: boolean;
}): ModalView {
  return {
    type: 'modal',
    callback_id: whole('callback id', view.callbackId, limits.id),
    title: plain(view.title, limits.viewTitle),
    close: plain(view.close, limits.viewTitle),
    ...(view.submit && { submit: plain(view.submit, limits.viewTitle) }),
    ...(view.meta !== undefined && {
      private_metadata: whole('private metadata', JSON.stringify(view.meta), limits.privateMetadata),
    }),
    ...(view.tellWhenClosed && { notify_on_close: true }),
    blocks: view.blocks.slice(0, limits.viewBlocks),
  };
}

/** Ids and data of ours: unlike words they cannot be cut, so one that is too long is a mistake of the caller's. */
function whole(what: string, text: string, max: number): string {
  if (text.length <= max) return text;
  throw new RangeError(`${what} is ${text.length} characters long, Slack takes ${max}`);
}
