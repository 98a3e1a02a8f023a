import { z } from 'zod';
import { click, input } from './gesture-element.ts';
import { command, dismiss, invite, messageShortcut, openHome, read, say, shortcut } from './gesture-message.ts';
import { options } from './gesture-options.ts';
import { close, submit } from './gesture-view.ts';
import type { Local } from './local.ts';
import type { UiGesture, UiGestures, UiOutcome, UiRichText, UiValue } from './protocol.ts';
import type { Person } from './world.ts';

/** What each gesture does, by its name in the protocol. */
export type Gestures = {
  readonly [Name in UiGesture]: (person: Person, asks: UiGestures[Name]['asks']) => Promise<UiGestures[Name]['gives']>;
};

/** @param setClock moves everybody's clock */
export function newGestures(local: Local, setClock: (offsetMs: number) => Promise<void>): Gestures {
  return {
    command: (person, asks) => command(local, person, asks),
    say: (person, asks) => say(local, person, asks),
    shortcut: (person, asks) => shortcut(local, person, asks),
    'message-shortcut': (person, asks) => messageShortcut(local, person, asks),
    home: (person, asks) => openHome(local, person, asks),
    read: (person, asks) => read(local, person, asks),
    click: (person, asks) => click(local, person, asks),
    input: (person, asks) => input(local, person, asks),
    options: (person, asks) => options(local, person, asks),
    submit: (person, asks) => submit(local, person, asks),
    close: (person, asks) => close(local, person, asks),
    dismiss: (person, asks) => dismiss(local, person, asks),
    invite: (person, asks) => invite(local, person, asks),
    async clock(_person, { offsetMs }): Promise<UiOutcome> {
      await setClock(offsetMs);
      return { ok: true };
    },
  };
}

const richText = z.custom<UiRichText>(
  (value) => z.object({ type: z.literal('rich_text'), elements: z.array(z.unknown()) }).safeParse(value).success,
);
const value: z.ZodType<UiValue> = z.union([z.string(), z.array(z.string()), richText, z.null()]);
const values = z.record(z.string(), value);
const messageAt = { channelId: z.string(), ts: z.string() };
const elementAt = {
  in: z.union([z.object({ viewId: z.string() }), z.object(messageAt)]),
  actionId: z.string(),
  blockId: z.string().exactOptional(),
};

/** Reads each gesture's body at the door. */
export const ASKS: { readonly [Name in UiGesture]: z.ZodType<UiGestures[Name]['asks']> } = {
  command: z.object({ line: z.string(), channelId: z.string() }),
  say: z.object({ channelId: z.string(), text: z.string(), threadTs: z.string().exactOptional() }),
  shortcut: z.object({ callbackId: z.string() }),
  'message-shortcut': z.object({ ...messageAt, callbackId: z.string() }),
  home: z.object({ tab: z.enum(['home', 'messages']).exactOptional() }),
  read: z.object({ channelId: z.string() }),
  click: z.object({ ...elementAt, value: value.exactOptional(), values: values.exactOptional() }),
  input: z.object({ viewId: z.string(), values }),
  options: z.object({ ...elementAt, query: z.string() }),
  submit: z.object({ viewId: z.string(), values: values.exactOptional() }),
  close: z.object({ viewId: z.string(), all: z.boolean().exactOptional() }),
  dismiss: z.object(messageAt),
  invite: z.object({ channelId: z.string(), userId: z.string() }),
  clock: z.object({ offsetMs: z.int() }),
};
