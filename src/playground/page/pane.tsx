import type { UiChannel } from '../protocol.ts';
import { BusinessTime } from './clock.tsx';
import { Composer } from './composer.tsx';
import { channelTitle, type Desk, useDesk } from './desk.ts';
import { Menu } from './elements/menu.tsx';
import { Home } from './home.tsx';
import { Messages } from './messages.tsx';
import { Tips } from './tips.tsx';

/** The main pane: its head, then Home or a channel with the composer. */
export function Pane() {
  const desk = useDesk();
  const { state } = desk;
  const channel = shownChannel(desk);
  return (
    <main class="pane" inert={state.drawerOpen}>
      <PhoneStrip />
      <PaneHead channel={channel} />
      <Banner />
      {state.pane.kind === 'home' ? (
        <div class="scroll" key="home">
          <Tips />
          <Home />
        </div>
      ) : (
        channel && (
          <>
            <Messages channel={channel} />
            <Composer channel={channel} />
          </>
        )
      )}
    </main>
  );
}

function shownChannel({ state }: Desk): UiChannel | undefined {
  const { pane } = state;
  return pane.kind === 'home' ? undefined : state.snapshot.channels.find((each) => each.id === pane.id);
}

function PaneHead({ channel }: { channel: UiChannel | undefined }) {
  const desk = useDesk();
  const { state, store, words } = desk;
  const ofApp = !channel || channel.kind === 'dm';
  return (
    <header class="pane-head">
      <button
        type="button"
        class="icon drawer-open"
        aria-label={words.openMenu}
        aria-controls="sidebar"
        aria-expanded={state.drawerOpen}
        onClick={() => store.update((now) => ({ ...now, drawerOpen: true }))}
      >
        ☰
      </button>
      <h2>{channel ? channelTitle(desk, channel) : state.snapshot.app.name}</h2>
      {ofApp ? <AppTabs /> : <p class="topic">{channel.topic}</p>}
      {state.snapshot.clock.offsetMs !== 0 && (
        <span class="pane-clock">
          <BusinessTime />
        </span>
      )}
      {channel && channel.kind !== 'dm' && <Members channel={channel} />}
    </header>
  );
}

/** On a phone the sidebar is away: what it says about the stand-in and the clock stands here. */
function PhoneStrip() {
  const { state, words } = useDesk();
  return (
    <p class="phone-strip">
      <strong>{words.standIn}</strong>
      {state.snapshot.clock.offsetMs !== 0 && <BusinessTime />}
    </p>
  );
}

function AppTabs() {
  const { state, words, gestures } = useDesk();
  const dm = state.snapshot.channels.find((each) => each.kind === 'dm');
  const home = state.pane.kind === 'home';
  return (
    <div class="tabs" role="tablist">
      <button type="button" role="tab" aria-selected={home} onClick={() => void gestures.goTo({ kind: 'home' })}>
        {words.tabHome}
      </button>
      {dm && (
        <button
          type="button"
          role="tab"
          aria-selected={!home}
          onClick={() => void gestures.goTo({ kind: 'channel', id: dm.id })}
        >
          {words.tabMessages}
        </button>
      )}
    </div>
  );
}

function Members({ channel }: { channel: UiChannel }) {
  const { state, words, gestures } = useDesk();
  const away = state.snapshot.people.filter((each) => !each.deleted && !channel.members.includes(each.id));
  const items = away.map((person) => ({
    key: person.id,
    text: person.realName,
    note: person.kind === 'app' ? words.appBadge : person.title,
    pick: () => void gestures.make('invite', 'invite', { channelId: channel.id, userId: person.id }),
  }));
  const count = words.members(channel.members.length);
  return (
    <Menu label={`${words.invite} (${count})`} items={items} empty={words.inviteNobody} class="members right">
      <span aria-hidden="true">👥</span> {channel.members.length} <span aria-hidden="true">＋</span>
    </Menu>
  );
}

function Banner() {
  const { state, words } = useDesk();
  if (!state.online) {
    return (
      <p class="banner" role="alert">
        {words.offline}
      </p>
    );
  }
  if (state.snapshot.app.connected) return null;
  return (
    <p class="banner" role="status">
      {words.appAway(state.snapshot.app.name)}
    </p>
  );
}
