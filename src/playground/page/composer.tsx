import { useEffect, useRef, useState } from 'preact/hooks';
import type { UiChannel } from '../protocol.ts';
import { type Command, completionsFor, hintFor } from './completion.ts';
import { channelTitle, useDesk } from './desk.ts';
import { Menu } from './elements/menu.tsx';

const LIST = 'command-list';
const MOST_PX = 200;

/** Where people type words and commands. A line that could not be sent comes back. */
export function Composer({ channel }: { channel: UiChannel }) {
  const desk = useDesk();
  const { state, store, words, gestures } = desk;
  const { commands } = state.snapshot;
  const field = useRef<HTMLTextAreaElement>(null);
  const [at, setAt] = useState(0);
  const [shut, setShut] = useState(false);
  const line = state.lines[channel.id] ?? '';
  const offers = shut ? [] : completionsFor(line, commands);
  const hint = hintFor(line, commands);

  useEffect(() => {
    if (!field.current) return;
    field.current.style.height = 'auto';
    field.current.style.height = `${Math.min(field.current.scrollHeight, MOST_PX)}px`;
  }, [line]);

  // As in Slack, one can type at once; not where that would open a keyboard on the screen.
  useEffect(() => {
    if (matchMedia('(hover: hover)').matches) field.current?.focus();
  }, [channel.id]);

  const write = (text: string) => {
    setAt(0);
    setShut(false);
    store.update((now) => ({ ...now, lines: { ...now.lines, [channel.id]: text } }));
  };
  const complete = ({ command }: Command) => {
    write(`${command} `);
    field.current?.focus();
  };
  const send = async () => {
    if (line.trim() === '') return;
    write('');
    const sent = await gestures.send(channel.id, line.trim());
    if (!sent && !store.get().lines[channel.id]) write(line);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    const offer = offers[at];
    const keys: Record<string, (() => void) | undefined> = {
      Enter: event.shiftKey ? undefined : () => (offer ? complete(offer) : void send()),
      Tab: offer && (() => complete(offer)),
      ArrowDown: offer && (() => setAt((at + 1) % offers.length)),
      ArrowUp: offer && (() => setAt((at + offers.length - 1) % offers.length)),
      Escape: offer && (() => setShut(true)),
    };
    const act = keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };

  if (channel.archived) return <p class="composer-note">{words.archivedHelp}</p>;
  const name = words.messageTo(channelTitle(desk, channel));
  return (
    <div class="composer">
      {offers.length > 0 && <Offers offers={offers} at={at} pick={complete} />}
      <div class="composer-box">
        <ShortcutMenu write={complete} />
        <div class="composer-text">
          <textarea
            ref={field}
            rows={1}
            aria-label={name}
            placeholder={name}
            aria-autocomplete="list"
            aria-controls={LIST}
            aria-describedby="composer-help"
            {...(offers.length > 0 && { 'aria-activedescendant': `${LIST}-${at}` })}
            value={line}
            onInput={(event) => write(event.currentTarget.value)}
            onKeyDown={onKeyDown}
          />
          {hint && (
            <span class="composer-hint" aria-hidden="true">
              <span class="ghost">{line.trimEnd()} </span>
              {hint}
            </span>
          )}
        </div>
        <button
          type="button"
          class="send"
          aria-label={words.send}
          disabled={line.trim() === ''}
          onClick={() => void send()}
        >
          ➤
        </button>
      </div>
      <p class="composer-note" id="composer-help">
        {words.composerHelp}
      </p>
    </div>
  );
}

function Offers({ offers, at, pick }: { offers: readonly Command[]; at: number; pick: (command: Command) => void }) {
  const { words } = useDesk();
  return (
    <div class="offers" id={LIST} role="listbox" aria-label={words.commandsHeading}>
      {offers.map((offer, i) => (
        <div
          key={offer.command}
          id={`${LIST}-${i}`}
          role="option"
          class={i === at ? 'option active' : 'option'}
          aria-selected={i === at}
          tabIndex={-1}
          onMouseDown={(event) => {
            event.preventDefault();
            pick(offer);
          }}
        >
          <span>
            <strong>{offer.command}</strong> <span class="option-hint">{offer.hint}</span>
          </span>
          <span class="option-note">{offer.description}</span>
        </div>
      ))}
    </div>
  );
}

/** The ⚡ menu: what the app offers from anywhere, and its commands. */
function ShortcutMenu({ write }: { write: (command: Command) => void }) {
  const { state, words, gestures } = useDesk();
  const { shortcuts, commands, app } = state.snapshot;
  const global = shortcuts.filter((each) => each.type === 'global');
  const items = [
    ...global.map(({ callbackId, name }) => ({
      key: callbackId,
      text: name,
      note: app.name,
      pick: () => void gestures.make('shortcut', 'shortcut', { callbackId }),
    })),
    ...commands.map((each) => ({
      key: each.command,
      text: each.command,
      note: each.description,
      pick: () => write(each),
    })),
  ];
  return (
    <Menu
      label={words.openShortcuts}
      items={items}
      empty={words.noShortcuts}
      busy={state.pending.has('shortcut')}
      class="shortcut-menu up"
    >
      ⚡
    </Menu>
  );
}
