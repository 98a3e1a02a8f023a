import type { KnownBlock, ModalView } from '@slack/types';
import type { z } from 'zod';
import type { Verb } from '../access/policy.ts';
import type { Work } from '../db/work.ts';
import type { Language } from '../i18n/language.ts';

/** A message: blocks, and the text that notifications and screen readers use. */
export interface Message {
  readonly text: string;
  readonly blocks: readonly KnownBlock[];
}

/** Where a gesture was made. */
export interface Place {
  readonly channelId: string | null;
  /** The message the pressed button stands on, when it is one of ours. */
  readonly messageTs: string | null;
  /** The modal or Home view the gesture came from. */
  readonly view: { readonly id: string; readonly hash: string; readonly type: 'modal' | 'home' } | null;
}

/** What a handler is handed beside its parsed input. Everything shown goes to the person who acted unless it says otherwise. */
export interface Gesture {
  readonly who: { readonly workspaceId: string; readonly slackUserId: string };
  readonly place: Place;
  readonly language: Language;
  /** Shown to the person when something fails, and written in the log. */
  readonly reference: string;
  /** One short transaction for the acting person; the handler's verb is checked first. Never call Slack inside. */
  inWorkspace<T>(fn: (work: Work) => Promise<T>): Promise<T>;
  /**
   * As `inWorkspace`, taking effect once per gesture: the gesture's key is written with the change, and a redelivery or
   * a second press of submit gets the first one's result (`T` must survive JSON).
   */
  once<T>(fn: (work: Work) => Promise<T>): Promise<T>;
  /** Answers only the person: by response_url where there is one, else ephemeral in the channel, else by DM. */
  answer(message: Message, how?: { replace?: boolean }): Promise<void>;
  /** Opens a modal, or pushes one when the gesture came from a modal. Returns the view's id. */
  open(view: ModalView, how?: { push?: boolean }): Promise<string>;
  /** Replaces a modal; `hash` guards against overwriting a newer one. */
  update(viewId: string, view: ModalView, hash?: string): Promise<void>;
  /** Publishes the acting person's Home. */
  publishHome(blocks: readonly KnownBlock[]): Promise<void>;
  /** A direct message from the app to a person. */
  tell(slackUserId: string, message: Message): Promise<void>;
  /** A message everybody in the channel sees. Throws `SlackRefused` with Slack's code. */
  post(channelId: string, message: Message): Promise<void>;
  /** What Slack says of a channel now: is it shared with another company, is it private. */
  channel(channelId: string): Promise<{ name: string; shared: boolean; private: boolean } | null>;
}

/** What a submitted modal answers. */
export type SubmitAnswer =
  | { readonly next: 'close' }
  | { readonly next: 'close-all' }
  | { readonly next: 'errors'; readonly errors: Readonly<Record<string, string>> }
  | { readonly next: 'update'; readonly view: ModalView }
  | { readonly next: 'push'; readonly view: ModalView };

/** A choice offered by an external select. */
export interface Choice {
  readonly text: string;
  readonly value: string;
  readonly description?: string;
}

interface Handles<In, Out> {
  /** Policy verb, checked for the acting person in every transaction of the handler. */
  readonly needs: Verb;
  /** What Slack sends, parsed once. A hint: the handler reloads and authorises. */
  readonly accepts: z.ZodType<In>;
  readonly run: (gesture: Gesture, input: In) => Promise<Out>;
}
/** What a slash command's `accepts` is given. */
export interface CommandInput {
  readonly text: string;
}
/** What a submission's `accepts` is given: parsed private_metadata and the state's values by block id. */
export interface SubmitInput {
  readonly meta: unknown;
  readonly values: Readonly<Record<string, unknown>>;
}

/** One registered reaction to something Slack sends. `In` is erased after parsing. */
export type Handler =
  | ({ readonly on: 'command' } & Handles<never, void>)
  | ({ readonly on: 'action'; readonly id: string } & Handles<never, void>)
  | ({ readonly on: 'submit'; readonly id: string } & Handles<never, SubmitAnswer>)
  | ({ readonly on: 'shortcut'; readonly id: string } & Handles<never, void>)
  | ({ readonly on: 'options'; readonly id: string } & Handles<never, readonly Choice[]>)
  | ({ readonly on: 'event'; readonly id: string } & Handles<never, void>);

export const onCommand = <In>(h: Handles<In, void>): Handler => ({ on: 'command', ...(h as Handles<never, void>) });
export const onAction = <In>(id: string, h: Handles<In, void>): Handler => ({
  on: 'action',
  id,
  ...(h as Handles<never, void>),
});
export const onSubmit = <In>(id: string, h: Handles<In, SubmitAnswer>): Handler => ({
  on: 'submit',
  id,
  ...(h as unknown as Handles<never, SubmitAnswer>),
});
export const onShortcut = <In>(id: string, h: Handles<In, void>): Handler => ({
  on: 'shortcut',
  id,
  ...(h as Handles<never, void>),
});
export const onOptions = <In>(id: string, h: Handles<In, readonly Choice[]>): Handler => ({
  on: 'options',
  id,
  ...(h as Handles<never, readonly Choice[]>),
});
export const onEvent = <In>(id: string, h: Handles<In, void>): Handler => ({
  on: 'event',
  id,
  ...(h as Handles<never, void>),
});
