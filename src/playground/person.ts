import type { Gestures } from './gestures.ts';
import type { Local } from './local.ts';
import { channelOf, personById } from './on-screen.ts';
import type {
  UiElementAt,
  UiMessage,
  UiNote,
  UiOptionsOutcome,
  UiOutcome,
  UiPlace,
  UiSubmitOutcome,
  UiValue,
  UiValues,
  UiView,
} from './protocol.ts';
import { scene } from './scene.ts';
import { messagesOf, uiView } from './snapshot.ts';
import { modalsOf } from './views.ts';
import type { Waiting } from './wait.ts';
import { waitUntil } from './wait.ts';
import { dmOf } from './world.ts';

/** An element: its action id, or action and block id where one action id stands in several blocks. */
type ElementName = string | { readonly actionId: string; readonly blockId: string };

/**
 * One person at their screen. Gestures answer once the app has acked; what the app does later is waited for.
 * Every gesture throws `Impossible` when what it names is not on this person's screen.
 */
export interface PersonAtScreen {
  readonly id: string;
  /** A whole command line, in a channel or (without one) in the conversation with the app. */
  command(line: string, channelId?: string): Promise<UiOutcome>;
  say(channelId: string, text: string, threadTs?: string): Promise<UiOutcome>;
  shortcut(callbackId: string): Promise<UiOutcome>;
  messageShortcut(callbackId: string, message: UiMessage): Promise<UiOutcome>;
  openHome(tab?: 'home' | 'messages'): Promise<UiOutcome>;
  /** Presses or chooses. Buttons that share an action id are told apart by their `value`. */
  click(target: UiView | UiMessage, element: ElementName, value?: UiValue): Promise<UiOutcome>;
  /** Types and chooses in a view's fields, without sending. */
  fill(view: UiView, values: UiValues): Promise<UiOutcome>;
  options(target: UiView | UiMessage, element: ElementName, query: string): Promise<UiOptionsOutcome>;
  submit(view: UiView, values?: UiValues): Promise<UiSubmitOutcome>;
  close(view: UiView, all?: boolean): Promise<UiOutcome>;
  dismiss(message: UiMessage): Promise<UiOutcome>;
  invite(channelId: string, userId: string): Promise<UiOutcome>;
  /** What this person sees of a channel, oldest first, their own ephemerals among it. */
  messages(channelId: string): readonly UiMessage[];
  /** The same for the conversation with the app. */
  dm(): readonly UiMessage[];
  /** That conversation's channel id. */
  readonly dmId: string;
  home(): UiView | undefined;
  /** Open modals, the front one last. */
  views(): readonly UiView[];
  /** What went wrong on the screen: `operation_timeout` and the like. */
  notes(): readonly UiNote[];
  /** Waits until `look` finds something; looks again after every change. @throws Error with the whole scene when it never does. */
  waitFor<Found>(
    look: (person: PersonAtScreen) => Found,
    waiting?: Waiting,
  ): Promise<Exclude<Found, undefined | null | false>>;
}

export function personAtScreen(local: Local, gestures: Gestures, id: string): PersonAtScreen {
  const { world } = local;
  const dmId = dmOf(id);
  const me = () => personById(world, id);
  const person: PersonAtScreen = {
    id,
    dmId,
    command: async (line, channelId = dmId) => gestures.command(me(), { line, channelId }),
    say: async (channelId, text, threadTs) =>
      gestures.say(me(), { channelId, text, ...(threadTs === undefined ? {} : { threadTs }) }),
    shortcut: async (callbackId) => gestures.shortcut(me(), { callbackId }),
    messageShortcut: async (callbackId, { channelId, ts }) =>
      gestures['message-shortcut'](me(), { callbackId, channelId, ts }),
    openHome: async (tab = 'home') => gestures.home(me(), { tab }),
    click: async (target, element, value) =>
      gestures.click(me(), { ...at(target, element), ...(value === undefined ? {} : { value }) }),
    fill: async (view, values) => gestures.input(me(), { viewId: view.id, values }),
    options: async (target, element, query) => gestures.options(me(), { ...at(target, element), query }),
    submit: async (view, values = {}) => gestures.submit(me(), { viewId: view.id, values }),
    close: async (view, all = false) => gestures.close(me(), { viewId: view.id, all }),
    dismiss: async ({ channelId, ts }) => gestures.dismiss(me(), { channelId, ts }),
    invite: async (channelId, userId) => gestures.invite(me(), { channelId, userId }),
    messages: (channelId) => messagesOf(channelOf(world, me(), channelId), me()),
    dm: () => person.messages(dmId),
    home() {
      const home = world.homes.get(id);
      return home && uiView(home);
    },
    views: () => modalsOf(world, id).map(uiView),
    notes: () => world.notes.get(id) ?? [],
    waitFor: (look, waiting) =>
      waitUntil(
        world,
        () => look(person),
        () => scene(world, me()),
        {
          what: look.toString(),
          ...waiting,
        },
      ),
  };
  return person;
}

function at(target: UiView | UiMessage, element: ElementName): UiElementAt {
  const place: UiPlace = 'hash' in target ? { viewId: target.id } : { channelId: target.channelId, ts: target.ts };
  return typeof element === 'string' ? { in: place, actionId: element } : { in: place, ...element };
}
