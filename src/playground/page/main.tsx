import { render } from 'preact';
import { fetchState } from './api.ts';
import { App } from './app.tsx';
import { createGestures, type Gestures, lastNote, paneFor } from './gestures.ts';
import { createStore, type PageState, type Pane } from './store.ts';
import { wordsFor } from './words.ts';

const TICK_MS = 20_000;
const RETRY_MS = 2_000;

/** Who and what the address asks for: `#U…/home` or `#U…/C…`. */
function readAddress(hash: string): { as: string; pane: Pane | null } {
  const [, as = '', place] = /^#([A-Z0-9]+)\/(\w+)$/.exec(hash) ?? [];
  if (place === undefined) return { as, pane: null };
  return { as, pane: place === 'home' ? { kind: 'home' } : { kind: 'channel', id: place } };
}

async function start(root: HTMLElement): Promise<void> {
  const wanted = readAddress(location.hash);
  const snapshot = (await fetchState(wanted.as, null)) ?? (await fetchState('', null));
  if (!snapshot) throw new Error('the local Slack holds nobody');
  const initial: PageState = {
    snapshot,
    pane: paneFor(snapshot, wanted.pane),
    drafts: {},
    lines: {},
    pending: new Set(),
    toasts: [],
    seenNote: lastNote(snapshot),
    online: true,
    drawerOpen: false,
    tipsHidden: false,
    confirm: null,
  };
  let gestures: Gestures | null = null;
  const draw = (state: PageState) => {
    if (!gestures) return;
    const { me, app, clock } = state.snapshot;
    document.documentElement.lang = me.locale;
    document.title = app.name;
    const now = new Date(Date.now() + clock.offsetMs);
    render(<App desk={{ state, store, gestures, words: wordsFor(me.locale), now }} />, root);
  };
  const store = createStore(initial, draw);
  gestures = createGestures(store);
  draw(store.get());
  setInterval(() => draw(store.get()), TICK_MS);
  await gestures.goTo(store.get().pane);
}

function startWhenServed(root: HTMLElement): void {
  start(root).catch(() => setTimeout(() => startWhenServed(root), RETRY_MS));
}

const root = document.getElementById('page');
if (root) startWhenServed(root);
