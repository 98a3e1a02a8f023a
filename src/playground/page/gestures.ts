import type { UiGesture, UiGestures, UiOptionsOutcome, UiPlace, UiRefusal, UiState, UiValues } from '../protocol.ts';
import { fetchState, listenAs, postGesture } from './api.ts';
import { type Pane, type Store, withSnapshot } from './store.ts';
import { wordsFor } from './words.ts';

type Answer<G extends UiGesture> = UiGestures[G]['gives'] | UiRefusal;

/** Everything a person can do on the page. Each one settles only when the screen shows its effect, and never rejects. */
export interface Gestures {
  refresh(): Promise<void>;
  goTo(pane: Pane): Promise<void>;
  beAs(personId: string): Promise<void>;
  /** Sends a composer line, a command or words. False when it failed and the text should come back. */
  send(channelId: string, line: string): Promise<boolean>;
  make<G extends UiGesture>(key: string, name: G, asks: UiGestures[G]['asks']): Promise<Answer<G> | null>;
  /** Asks for options without touching the screen. */
  search(place: UiPlace, blockId: string, actionId: string, query: string): Promise<UiOptionsOutcome | null>;
  /** Tells the server what stands in fields, silently, so that a reload keeps it. */
  keep(viewId: string, values: UiValues): Promise<void>;
  toast(text: string): void;
}

/** The pane to show a person: the wanted one if it is theirs to see, else their conversation with the app. */
export function paneFor(snapshot: UiState, wanted: Pane | null): Pane {
  if (wanted?.kind === 'home') return wanted;
  if (wanted && snapshot.channels.some((channel) => channel.id === wanted.id)) return wanted;
  const own = snapshot.channels.find((channel) => channel.kind === 'dm') ?? snapshot.channels[0];
  return own ? { kind: 'channel', id: own.id } : { kind: 'home' };
}

export function createGestures(store: Store): Gestures {
  let running: Promise<void> | null = null;
  let stale = false;
  let stopListening = () => {};
  let toasts = 0;

  const me = () => store.get().snapshot.me.id;
  const words = () => wordsFor(store.get().snapshot.me.locale);
  const channelOf = (pane: Pane) => (pane.kind === 'channel' ? pane.id : null);

  function listen(): void {
    stopListening();
    stopListening = listenAs(
      me(),
      () => void refresh(),
      (online) => {
        const cameBack = online && !store.get().online;
        store.update((state) => (state.online === online ? state : { ...state, online }));
        if (cameBack) void refresh();
      },
    );
  }

  async function load(): Promise<void> {
    const { pane } = store.get();
    const as = me();
    try {
      const snapshot = await fetchState(as, channelOf(pane));
      if (me() !== as || store.get().pane !== pane) return;
      if (!snapshot) return leaveLost(as);
      store.update((state) => withSnapshot(state, snapshot));
      markRead(snapshot, pane);
    } catch {
      store.update((state) => ({ ...state, online: false }));
    }
  }

  /** The channel on screen is gone for this person: show what is left. */
  async function leaveLost(as: string): Promise<void> {
    const snapshot = await fetchState(as, null);
    if (!snapshot) return;
    store.update((state) => ({ ...withSnapshot(state, snapshot), pane: paneFor(snapshot, null) }));
    stale = true;
  }

  /** One load at a time: a change during a load asks for one more, so that an old answer never lands after a new one. */
  function refresh(): Promise<void> {
    stale = true;
    running ??= (async () => {
      while (stale) {
        stale = false;
        await load();
      }
    })().finally(() => {
      running = null;
    });
    return running;
  }

  function markRead(snapshot: UiState, pane: Pane): void {
    const shown = snapshot.channels.find((channel) => channel.id === channelOf(pane));
    if (shown && shown.unread > 0) void postGesture(me(), 'read', { channelId: shown.id }).catch(() => {});
  }

  async function make<G extends UiGesture>(
    key: string,
    name: G,
    asks: UiGestures[G]['asks'],
  ): Promise<Answer<G> | null> {
    store.update((state) => ({ ...state, pending: new Set([...state.pending, key]) }));
    try {
      const answer = await postGesture(me(), name, asks);
      if (!answer.ok && answer.problem === 'impossible') toast(answer.text);
      await refresh();
      return answer;
    } catch {
      toast(words().failed);
      return null;
    } finally {
      store.update((state) => ({ ...state, pending: new Set([...state.pending].filter((each) => each !== key)) }));
    }
  }

  async function goTo(pane: Pane): Promise<void> {
    const blank = { ...store.get().snapshot, messages: null };
    store.update((state) => ({ ...state, pane, snapshot: blank, drawerOpen: false }));
    remember(me(), pane);
    await refresh();
    if (pane.kind === 'home') await make('home', 'home', { tab: 'home' });
  }

  async function beAs(personId: string): Promise<void> {
    try {
      const snapshot = await fetchState(personId, null);
      if (!snapshot) return;
      store.update((state) => ({
        ...withSnapshot({ ...state, seenNote: lastNote(snapshot) }, snapshot),
        pane: paneFor(snapshot, state.pane),
      }));
      listen();
      await goTo(store.get().pane);
    } catch {
      toast(words().failed);
    }
  }

  async function send(channelId: string, line: string): Promise<boolean> {
    const answer = line.startsWith('/')
      ? await make('command', 'command', { line, channelId })
      : await make('say', 'say', { channelId, text: line });
    return answer?.ok === true;
  }

  async function search(place: UiPlace, blockId: string, actionId: string, query: string) {
    try {
      const answer = await postGesture(me(), 'options', { in: place, blockId, actionId, query });
      return answer.ok || answer.problem !== 'impossible' ? answer : null;
    } catch {
      return null;
    }
  }

  async function keep(viewId: string, values: UiValues): Promise<void> {
    await postGesture(me(), 'input', { viewId, values }).catch(() => {});
  }

  function toast(text: string): void {
    toasts += 1;
    store.update((state) => ({ ...state, toasts: [...state.toasts, { id: `page-${toasts}`, kind: null, text }] }));
  }

  listen();
  return { refresh, goTo, beAs, send, make, search, keep, toast };
}

/** The highest note of a snapshot: what happened before is not news. */
export function lastNote(snapshot: UiState): number {
  return Math.max(0, ...snapshot.notes.map((note) => note.id));
}

/** Writes person and pane into the address, so that a reload or a copied link shows the same. */
function remember(personId: string, pane: Pane): void {
  history.replaceState(null, '', `#${personId}/${pane.kind === 'home' ? 'home' : pane.id}`);
}
