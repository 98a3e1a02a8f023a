import { useLayoutEffect, useRef } from 'preact/hooks';
import type { UiChannel, UiPerson } from '../protocol.ts';
import { Avatar } from './avatar.tsx';
import { Clock } from './clock.tsx';
import { useDesk } from './desk.ts';
import type { Words } from './words.ts';

/** The workspace: who one is, where one can go, and what time it is. */
export function Sidebar() {
  const { state, store, words } = useDesk();
  const { team, app, channels } = state.snapshot;
  const open = channels.filter((channel) => channel.kind !== 'dm');
  const own = channels.find((channel) => channel.kind === 'dm');
  const closeDrawer = () => store.update((now) => ({ ...now, drawerOpen: false }));
  const closeButton = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    if (!state.drawerOpen) return;
    closeButton.current?.focus();
    const onKey = (event: KeyboardEvent) => event.key === 'Escape' && closeDrawer();
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('keydown', onKey);
      document.querySelector<HTMLElement>('.drawer-open')?.focus();
    };
  }, [state.drawerOpen]);
  return (
    <nav class={state.drawerOpen ? 'sidebar open' : 'sidebar'} id="sidebar" aria-label={words.sidebar}>
      <header class="team">
        <div>
          <h1>{team.name}</h1>
          <span class="stand-in" title={words.standInWhy}>
            {words.standIn}
          </span>
        </div>
        <button
          type="button"
          class="icon drawer-close"
          ref={closeButton}
          aria-label={words.closeMenu}
          onClick={closeDrawer}
        >
          ✕
        </button>
      </header>
      <PersonSwitch />
      <div class="places">
        <h2>{words.apps}</h2>
        <ul>
          <li>
            <AppLink name={app.name} unread={own?.unread ?? 0} />
          </li>
        </ul>
        <h2>{words.channels}</h2>
        <ul>
          {open.map((channel) => (
            <li key={channel.id}>
              <ChannelLink channel={channel} />
            </li>
          ))}
        </ul>
      </div>
      <Clock />
    </nav>
  );
}

function PersonSwitch() {
  const { state, words, gestures } = useDesk();
  const { me, people } = state.snapshot;
  const others = people.filter((person) => person.kind !== 'app' && !person.deleted);
  return (
    <div class="person-switch">
      <Avatar person={me} />
      <label title={me.title}>
        <span>{words.youAre}</span>
        <select value={me.id} onChange={(event) => void gestures.beAs(event.currentTarget.value)}>
          {others.map((person) => (
            <option key={person.id} value={person.id}>
              {personLine(person, words)}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

function personLine(person: UiPerson, words: Words): string {
  const kind = person.kind === 'guest' || person.kind === 'outsider' ? words[person.kind] : '';
  return [person.realName, person.title, kind].filter((part) => part !== '').join(' · ');
}

function AppLink({ name, unread }: { name: string; unread: number }) {
  const { state, gestures } = useDesk();
  const dm = state.snapshot.channels.find((channel) => channel.kind === 'dm');
  const here = state.pane.kind === 'home' || state.pane.id === dm?.id;
  const bot = state.snapshot.people.find((person) => person.id === state.snapshot.app.botUserId);
  // New messages are what one comes for; without any, Home is.
  const goTo = () => void gestures.goTo(unread > 0 && dm ? { kind: 'channel', id: dm.id } : { kind: 'home' });
  return (
    <button type="button" class={placeLook(here, unread)} {...(here && { 'aria-current': 'page' })} onClick={goTo}>
      {bot && <Avatar person={bot} />}
      <span class="place-name">{name}</span>
      <Unread count={unread} />
    </button>
  );
}

function ChannelLink({ channel }: { channel: UiChannel }) {
  const { state, words, gestures } = useDesk();
  const here = state.pane.kind === 'channel' && state.pane.id === channel.id;
  const marks = [
    channel.kind === 'private' ? words.private : '',
    channel.shared ? words.shared : '',
    channel.archived ? words.archived : '',
  ].filter((mark) => mark !== '');
  return (
    <button
      type="button"
      class={placeLook(here, channel.unread)}
      {...(here && { 'aria-current': 'page' })}
      title={marks.join(', ')}
      onClick={() => void gestures.goTo({ kind: 'channel', id: channel.id })}
    >
      <span class="sigil" aria-hidden="true">
        {channel.kind === 'private' ? '🔒' : '#'}
      </span>
      <span class="place-name">{channel.name}</span>
      {channel.shared && <span aria-hidden="true">⇄</span>}
      <Unread count={channel.unread} />
    </button>
  );
}

function placeLook(here: boolean, unread: number): string {
  return ['place', here ? 'here' : '', unread > 0 ? 'unread' : ''].join(' ');
}

function Unread({ count }: { count: number }) {
  const { words } = useDesk();
  if (count === 0) return null;
  return (
    <span class="count">
      <span aria-hidden="true">{count}</span>
      <span class="quiet">{words.unread(count)}</span>
    </span>
  );
}
