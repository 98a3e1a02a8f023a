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
  /** The message the pressed button stands on, or that a message shortcut was used on. */
  readonly messageTs: string | null;
  /** The modal or Home view the gesture came from. */
  readonly view: PlaceView | null;
}

/** A modal or Home view as the person had it in front of them. `meta` and `values` are hints, to be parsed like any input. */
export interface PlaceView {
  readonly id: string;
  readonly hash: string;
  readonly type: 'modal' | 'home';
  /** Parsed private_metadata. */
  readonly meta: unknown;
  /** What stands in the fields, by block id; see `stateValues`. */
  readonly values: Readonly<Record<string, unknown>>;
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
   * a second press of submit gets the first one's result (`T` must survive JSON). A result with `ok: false` is not kept:
   * nothing was written, and the corrected form may be sent again.
   */
  once<T>(fn: (work: Work) => Promise<T>): Promise<T>;
  /** Answers only the person: by response_url where there is one, else ephemeral in the channel, else by DM. `replace` puts it in the pressed message's place. */
  answer(message: Message, how?: { replace?: boolean }): Promise<void>;
  /** Opens a modal, or pushes one when the gesture came from a modal. Returns the view's id. */
  open(view: ModalView, how?: { push?: boolean }): Promise<string>;
  /** Replaces a modal; `hash` guards against overwriting a newer one. */
  update(viewId: string, view: ModalView, hash?: string): Promise<void>;
  /** Publishes the acting person's Home. `meta` comes back with whatever is pressed there: ids only. */
  publishHome(blocks: readonly KnownBlock[], meta?: unknown): Promise<void>;
  /** A direct message from the app to a person. */
  tell(slackUserId: string, message: Message): Promise<void>;
  /** A message everybody in the channel sees. Throws `SlackRefused` with Slack's code. */
  post(channelId: string, message: Message): Promise<void>;
  /** What Slack says of a channel now: is it shared with another company, is it private. */
  channel(channelId: string): Promise<{ name: string; shared: boolean; private: boolean } | null>;
  /** The address of a message; null where the app cannot see it. */
  permalink(channelId: string, messageTs: string): Promise<string | null>;
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
/**
 * What a shortcut's `accepts` is given: the message that it was used on, its words in Slack's markup; null for a global one.
 * Its place is the gesture's.
 */
export interface ShortcutInput {
  readonly message: { readonly text: string; readonly slackUserId: string | null } | null;
}
/** What an external select's `accepts` is given; the modal around it is in `gesture.place.view`. */
export interface OptionsInput {
  readonly query: string;
}

/** A handler that has read its input: ready to run, or the places (paths) in it that it does not accept. */
export type Accepted<Out> =
  | { readonly ok: true; readonly run: (gesture: Gesture) => Promise<Out> }
  | { readonly ok: false; readonly refused: readonly (readonly PropertyKey[])[] };

interface Takes<Out> {
  readonly needs: Verb;
  readonly accept: (sent: unknown) => Accepted<Out>;
}

/** One registered reaction to something Slack sends. The type of its input is closed over. */
export type Handler =
  | ({ readonly on: 'command' } & Takes<void>)
  | ({ readonly on: 'action'; readonly id: string } & Takes<void>)
  | ({ readonly on: 'submit'; readonly id: string } & Takes<SubmitAnswer>)
  | ({ readonly on: 'shortcut'; readonly id: string } & Takes<void>)
  | ({ readonly on: 'options'; readonly id: string } & Takes<readonly Choice[]>)
  | ({ readonly on: 'event'; readonly id: string } & Takes<void>);

/** The handlers of one kind. */
export type Handling<On extends Handler['on']> = Extract<Handler, { on: On }>;

/** The slash command; `accepts` is given a `CommandInput`. */
export const onCommand = <In>(h: Handles<In, void>): Handler => ({ on: 'command', ...taking(h) });

/**
 * A press or a choice, by action id. `accepts` is given a button's value (parsed JSON), or what was chosen or typed as
 * `stateValues` would give it.
 */
export const onAction = <In>(id: string, h: Handles<In, void>): Handler => ({ on: 'action', id, ...taking(h) });

/** A submitted modal, by callback id; `accepts` is given a `SubmitInput`. */
export const onSubmit = <In>(id: string, h: Handles<In, SubmitAnswer>): Handler => ({ on: 'submit', id, ...taking(h) });

/** A global or message shortcut, by callback id; `accepts` is given a `ShortcutInput`. */
export const onShortcut = <In>(id: string, h: Handles<In, void>): Handler => ({ on: 'shortcut', id, ...taking(h) });

/** What an external select offers, by action id; `accepts` is given an `OptionsInput`. */
export const onOptions = <In>(id: string, h: Handles<In, readonly Choice[]>): Handler => ({
  on: 'options',
  id,
  ...taking(h),
});

/**
 * An event of the Events API, by type; `accepts` is given the event. A handler that throws is run again later. An event
 * without a person (`app_uninstalled`) acts as the app's own bot user, who is no member: such a handler cannot use `inWorkspace`.
 */
export const onEvent = <In>(id: string, h: Handles<In, void>): Handler => ({ on: 'event', id, ...taking(h) });

const taking = <In, Out>({ needs, accepts, run }: Handles<In, Out>): Takes<Out> => ({
  needs,
  accept(sent) {
    const read = accepts.safeParse(sent);
    if (read.success) return { ok: true, run: (gesture) => run(gesture, read.data) };
    return { ok: false, refused: read.error.issues.map((issue) => issue.path) };
  },
});
