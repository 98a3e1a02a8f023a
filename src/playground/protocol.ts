/**
 * What the local Slack's server and its browser page say to each other: types alone, nothing to run.
 *
 * - `GET  /ui/state?as=U…&channel=C…`  → `UiState`. `as` defaults to the first person, `channel` to none.
 * - `GET  /ui/events?as=U…`            → server-sent events; each `changed` carries `UiChanged` as JSON. Refetch the state.
 * - `POST /ui/<name>?as=U…`            → body: JSON of `UiGestures[name]['asks']`, answer: JSON of `UiGestures[name]['gives']`.
 *   The content type must be `application/json`. A gesture that cannot exist (no such view, no such button, a closed
 *   channel) answers 400 with `UiRefusal`; one that the app failed to answer is a 200 with `ok: false` and a problem.
 * - `GET  /modules/preact.js`, `/modules/preact-hooks.js`, `/modules/preact-jsx-runtime.js` are Preact's ES modules. Inside them the
 *   bare name `preact` is already rewritten; the page may import them by path or through an import map.
 * - `GET  /<file>` is a file of the page; `/` is its `index.html`.
 *
 * Every text is as Slack stores it: `&`, `<` and `>` of people's words stand as `&amp;`, `&lt;`, `&gt;`. In `mrkdwn` what is left
 * between `<` and `>` is a control sequence (`<@U1>`, `<#C1>`, `<!channel>`, `<!date^…>`, `<https://x|label>`): read those first,
 * then decode the three entities. In `plain_text` only decode.
 */

/** What a person typed or chose; see `UiValues` for which element takes what. `null` empties the field. */
export type UiValue = string | readonly string[] | UiRichText | null;

/**
 * Values of inputs by `block_id` (an `action_id` is understood where no block has that id). Texts, e-mail addresses, URLs and numbers are
 * strings; a date is `YYYY-MM-DD`, a time `HH:mm`, a date-time whole seconds since 1970 as a string; one choice is its option's
 * `value` (a user's or channel's id); several choices are a list of those.
 */
export type UiValues = Readonly<Record<string, UiValue>>;

/** A `rich_text` block as `rich_text_input` gives it. A plain string is accepted in its place. */
export interface UiRichText {
  readonly type: 'rich_text';
  readonly elements: readonly unknown[];
}

/** A Block Kit block as the app sent it, with a `block_id` on every block and an `action_id` on every element. */
export interface UiBlock {
  readonly type: string;
  readonly block_id: string;
  readonly [member: string]: unknown;
}

export type UiText = { readonly type: 'plain_text' | 'mrkdwn'; readonly text: string; readonly emoji?: boolean };

export interface UiOption {
  readonly text: UiText;
  readonly value: string;
  readonly description?: UiText;
}

export interface UiPerson {
  readonly id: string;
  readonly name: string;
  readonly realName: string;
  readonly title: string;
  /** As Slack writes it: `en-US`, `zh-CN`. */
  readonly locale: string;
  /** IANA name. */
  readonly zone: string;
  /** CSS colour. */
  readonly avatarColor: string;
  /** `app` is the app's own bot user. */
  readonly kind: 'full' | 'guest' | 'outsider' | 'app';
  readonly deleted: boolean;
}

export interface UiChannel {
  readonly id: string;
  readonly name: string;
  /** `dm`: the person's conversation with the app, which always exists. */
  readonly kind: 'public' | 'private' | 'dm';
  /** Shared with another company (Slack Connect). */
  readonly shared: boolean;
  readonly archived: boolean;
  readonly topic: string;
  readonly members: readonly string[];
  /** Messages that this person has not seen. */
  readonly unread: number;
}

export interface UiMessage {
  readonly channelId: string;
  readonly ts: string;
  /** The writer: a person's id, the app's bot user, or `USLACKBOT` for Slack's own words. */
  readonly user: string;
  readonly text: string;
  readonly blocks: readonly UiBlock[];
  /** Only this person sees it ("Only visible to you"). */
  readonly ephemeral: boolean;
  readonly edited: boolean;
  /** The parent's `ts` when the message stands in a thread. */
  readonly threadTs: string | null;
  /** What this person has chosen in the message's pickers so far, by block and action id. */
  readonly state: UiStateValues;
}

/** Slack's `state.values`: by `block_id`, then `action_id`. */
export type UiStateValues = Readonly<Record<string, Readonly<Record<string, UiStateValue>>>>;

/** One element's present value, exactly as Slack would send it to the app. */
export interface UiStateValue {
  readonly type: string;
  readonly value?: string | null;
  readonly selected_option?: UiOption | null;
  readonly selected_options?: readonly UiOption[];
  readonly selected_user?: string | null;
  readonly selected_users?: readonly string[];
  readonly selected_channel?: string | null;
  readonly selected_channels?: readonly string[];
  readonly selected_conversation?: string | null;
  readonly selected_conversations?: readonly string[];
  readonly selected_date?: string | null;
  readonly selected_time?: string | null;
  readonly selected_date_time?: number | null;
  readonly rich_text_value?: UiRichText | null;
}

export interface UiView {
  readonly id: string;
  /** Changes with each version of the view. */
  readonly hash: string;
  readonly type: 'modal' | 'home';
  readonly callbackId: string;
  /** Absent in Home. */
  readonly title: UiText | null;
  readonly submit: UiText | null;
  readonly close: UiText | null;
  readonly blocks: readonly UiBlock[];
  readonly state: UiStateValues;
  /** By `block_id`: what the app refused at the last submit, or what Slack itself asks for ("Please complete this required field."). */
  readonly fieldErrors: Readonly<Record<string, string>>;
}

export interface UiNote {
  readonly id: number;
  /** Seconds since 1970, of the local Slack's (possibly moved) clock. */
  readonly at: number;
  readonly kind: UiProblemKind;
  /** In words, for a toast. */
  readonly text: string;
  /** Where it belongs, if the page wants to show it there. */
  readonly viewId?: string;
  readonly channelId?: string;
  readonly ts?: string;
}

/**
 * `operation_timeout`: the app did not answer in 3 s. `dispatch_failed`: no app is connected, or it answered with an error.
 * `invalid_answer`: it answered with something that Slack refuses (field errors for a block that is no input, a view that breaks a rule).
 */
export type UiProblemKind = 'operation_timeout' | 'dispatch_failed' | 'invalid_answer';

export interface UiShortcut {
  readonly name: string;
  readonly callbackId: string;
  readonly type: 'global' | 'message';
}

export interface UiState {
  /** Always true: the page says that this is not Slack. */
  readonly standIn: true;
  /** Grows by at least one with every change. */
  readonly version: number;
  readonly team: { readonly id: string; readonly name: string; readonly domain: string };
  readonly app: { readonly id: string; readonly name: string; readonly botUserId: string; readonly connected: boolean };
  readonly me: UiPerson;
  /** Everybody, the app's bot user included. */
  readonly people: readonly UiPerson[];
  /** Those that this person sees: public ones, private ones they are in, and `dm` with the app. */
  readonly channels: readonly UiChannel[];
  /** Oldest first; `null` when no channel was asked for. */
  readonly messages: readonly UiMessage[] | null;
  readonly home: UiView | null;
  /** The modals on top of each other; the last one is in front. */
  readonly views: readonly UiView[];
  readonly commands: readonly { readonly command: string; readonly description: string; readonly hint: string }[];
  readonly shortcuts: readonly UiShortcut[];
  /** `now` is an ISO instant with the offset already in it. */
  readonly clock: { readonly now: string; readonly offsetMs: number };
  /** The last twenty, oldest first. */
  readonly notes: readonly UiNote[];
}

export type UiChanged = { readonly version: number };

/** A gesture that cannot be made: the page (or test) asked for something that is not on the screen. */
export type UiRefusal = { readonly ok: false; readonly problem: 'impossible'; readonly text: string };

export type UiOutcome =
  | { readonly ok: true }
  | { readonly ok: false; readonly problem: UiProblemKind; readonly text: string };

/** After a submit: the modal closed, replaced, covered by another, the whole stack gone - or errors at fields. */
export type UiSubmitOutcome =
  | { readonly ok: true; readonly modal: 'closed' | 'updated' | 'pushed' | 'cleared' }
  | { readonly ok: false; readonly problem: 'field_errors'; readonly errors: Readonly<Record<string, string>> }
  | { readonly ok: false; readonly problem: UiProblemKind; readonly text: string };

export type UiOptionsOutcome =
  | {
      readonly ok: true;
      readonly options: readonly UiOption[];
      /** Set when the app answered in groups; `options` then holds all of them in order. */
      readonly groups: readonly { readonly label: UiText; readonly options: readonly UiOption[] }[] | null;
    }
  | { readonly ok: false; readonly problem: UiProblemKind; readonly text: string };

/** Where an element stands: in a modal or Home view, or in a message. */
export type UiMessageAt = { readonly channelId: string; readonly ts: string };
export type UiPlace = { readonly viewId: string } | UiMessageAt;

export type UiElementAt = { readonly in: UiPlace; readonly actionId: string; readonly blockId?: string };

/** Each `POST /ui/<name>`: what the page asks and what it gets. */
export interface UiGestures {
  /** The whole line as typed, e.g. `/account acme`. */
  command: { asks: { readonly line: string; readonly channelId: string }; gives: UiOutcome };
  /** Posts a message as this person. */
  say: { asks: { readonly channelId: string; readonly text: string; readonly threadTs?: string }; gives: UiOutcome };
  /** A shortcut from the global menu. */
  shortcut: { asks: { readonly callbackId: string }; gives: UiOutcome };
  'message-shortcut': { asks: UiMessageAt & { readonly callbackId: string }; gives: UiOutcome };
  /** Opens the app's Home tab (or its Messages tab): the app hears `app_home_opened`. */
  home: { asks: { readonly tab?: 'home' | 'messages' }; gives: UiOutcome };
  /** The channel is on screen: nothing in it is unread any more. */
  read: { asks: { readonly channelId: string }; gives: UiOutcome };
  /**
   * A press of a button, a choice in a menu, a change of a picker. `value` as in `UiValues`; none for a button. An element of an `input` block without
   * `dispatch_action` only keeps the value, as in Slack, so a page may send every choice here and typed text to `input`.
   * `values` are other fields of the same view not yet sent.
   */
  click: { asks: UiElementAt & { readonly value?: UiValue; readonly values?: UiValues }; gives: UiOutcome };
  /** Keeps what stands in fields now, without telling the app. */
  input: { asks: { readonly viewId: string; readonly values: UiValues }; gives: UiOutcome };
  /** What an external select offers for what was typed. */
  options: { asks: UiElementAt & { readonly query: string }; gives: UiOptionsOutcome };
  /** `values` are the fields not yet sent with `input`. */
  submit: { asks: { readonly viewId: string; readonly values?: UiValues }; gives: UiSubmitOutcome };
  /** `all` closes the whole stack (the X), else the front modal alone (its close button). */
  close: { asks: { readonly viewId: string; readonly all?: boolean }; gives: UiOutcome };
  /** "Dismiss message" on an ephemeral. */
  dismiss: { asks: UiMessageAt; gives: UiOutcome };
  /** Brings a person or the app's bot user into a channel. */
  invite: { asks: { readonly channelId: string; readonly userId: string }; gives: UiOutcome };
  /** Moves everybody's clock: whole milliseconds from the real time. */
  clock: { asks: { readonly offsetMs: number }; gives: UiOutcome };
}

export type UiGesture = keyof UiGestures;
