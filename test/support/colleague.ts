import type { PersonAtScreen } from '../../src/playground/person.ts';
import type { UiMessage, UiSubmitOutcome, UiValue, UiView } from '../../src/playground/protocol.ts';
import { buttonOf, fieldBlock, type Shown } from './screen.ts';

/** One person of the company at their screen, in the words of the product: they type, press, fill in and read. */
export interface Colleague {
  readonly screen: PersonAtScreen;
  /** Types a line, in a channel or in the conversation with the app, and reads the answer. */
  asks(line: string, channelId?: string): Promise<UiMessage>;
  /** Types a line that opens a window. */
  opens(line: string, channelId?: string): Promise<UiView>;
  /** Presses a button, by what stands on it or what a screen reader says of it, and reads the answer. */
  pressed(on: Shown, label: string): Promise<UiMessage>;
  /** Presses a button that opens a window, or changes the one in front. */
  turned(on: Shown, label: string): Promise<UiView>;
  press(on: Shown, label: string): Promise<void>;
  /** Fills in a form, by field, and sends it. */
  sends(form: UiView, values?: Readonly<Record<string, UiValue>>): Promise<UiSubmitOutcome>;
  /** Sends a form and reads the window that it turns into. */
  saves(form: UiView, values?: Readonly<Record<string, UiValue>>): Promise<UiView>;
  /** Sends a form and reads what is wrong with it, by field. */
  errors(form: UiView, values: Readonly<Record<string, UiValue>>): Promise<Readonly<Record<string, string>>>;
  /** Opens Home and reads it when it is there. */
  home(): Promise<UiView>;
  /** The window in front. */
  front(): UiView;
  /** The next message in the conversation with the app, after what `before` does. */
  told(before: () => Promise<unknown>): Promise<UiMessage>;
}

export function colleague(screen: PersonAtScreen): Colleague {
  const front = (): UiView => {
    const view = screen.views().at(-1);
    if (!view) throw new Error(`${screen.id} has no window open`);
    return view;
  };
  const read = async (channelId: string, gesture: () => Promise<unknown>): Promise<UiMessage> => {
    const seen = screen.messages(channelId).length;
    await gesture();
    return screen.waitFor((me) => me.messages(channelId)[seen], { what: 'an answer' });
  };
  const see = async (gesture: () => Promise<unknown>): Promise<UiView> => {
    const before = screen.views().at(-1)?.hash;
    await gesture();
    return screen.waitFor((me) => me.views().at(-1)?.hash !== before && me.views().at(-1), { what: 'a window' });
  };
  const press = async (on: Shown, label: string): Promise<void> => {
    const { value, ...at } = buttonOf(on, label);
    await succeeded(screen.click(on, at, value));
  };
  const sends: Colleague['sends'] = (form, values = {}) =>
    screen.submit(form, Object.fromEntries(Object.entries(values).map(([id, value]) => [fieldBlock(form, id), value])));
  return {
    screen,
    asks: (line, channelId = screen.dmId) => read(channelId, () => succeeded(screen.command(line, channelId))),
    opens: (line, channelId = screen.dmId) => see(() => succeeded(screen.command(line, channelId))),
    pressed: (on, label) => read('hash' in on ? screen.dmId : on.channelId, () => press(on, label)),
    turned: (on, label) => see(() => press(on, label)),
    press,
    sends,
    saves: async (form, values) => {
      await succeeded(sends(form, values));
      return front();
    },
    async errors(form, values) {
      const outcome = await sends(form, values);
      if (outcome.ok || outcome.problem !== 'field_errors')
        throw new Error(`no field was refused: ${JSON.stringify(outcome)}`);
      return Object.fromEntries(Object.entries(outcome.errors).map(([id, text]) => [id.split('~', 1)[0] ?? id, text]));
    },
    async home() {
      const before = screen.home()?.hash;
      await succeeded(screen.openHome());
      return screen.waitFor((me) => me.home()?.hash !== before && me.home(), { what: 'Home' });
    },
    front,
    told: (before) => read(screen.dmId, before),
  };
}

async function succeeded(gesture: Promise<{ readonly ok: boolean }>): Promise<void> {
  const outcome = await gesture;
  if (!outcome.ok) throw new Error(`the gesture failed: ${JSON.stringify(outcome)}`);
}
