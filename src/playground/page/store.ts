import type { Confirm } from '@slack/types';
import type { UiProblemKind, UiState, UiStateValue } from '../protocol.ts';

/** What fills the main pane: the app's Home tab, or a channel (the conversation with the app included). */
export type Pane = { readonly kind: 'home' } | { readonly kind: 'channel'; readonly id: string };

export interface Toast {
  readonly id: string;
  /** What went wrong between page and app; null for the page's own words. */
  readonly kind: UiProblemKind | null;
  readonly text: string;
}

/** Values not (yet) kept by the server, by surface (a view's id, or a message's), then by block and action id. */
export type Drafts = Readonly<Record<string, Readonly<Record<string, UiStateValue>>>>;

export interface PageState {
  readonly snapshot: UiState;
  readonly pane: Pane;
  readonly drafts: Drafts;
  /** Half-typed lines by channel. */
  readonly lines: Readonly<Record<string, string>>;
  /** Keys of gestures that wait for an answer. */
  readonly pending: ReadonlySet<string>;
  readonly toasts: readonly Toast[];
  /** The last note turned into a toast. */
  readonly seenNote: number;
  readonly online: boolean;
  readonly drawerOpen: boolean;
  readonly tipsHidden: boolean;
  readonly confirm: { readonly ask: Confirm; readonly accept: () => void } | null;
}

export interface Store {
  get(): PageState;
  update(change: (state: PageState) => PageState): void;
}

/** Holds the page's one state and calls `onChange` after every change. */
export function createStore(initial: PageState, onChange: (state: PageState) => void): Store {
  let state = initial;
  return {
    get: () => state,
    update(change) {
      const next = change(state);
      if (next === state) return;
      state = next;
      onChange(state);
    },
  };
}

export function draftKey(blockId: string, actionId: string): string {
  return `${blockId}\n${actionId}`;
}

/** The state with one draft set. */
export function withDraft(state: PageState, surface: string, key: string, value: UiStateValue): PageState {
  return { ...state, drafts: { ...state.drafts, [surface]: { ...state.drafts[surface], [key]: value } } };
}

/**
 * The state after a new snapshot: notes become toasts, and drafts of views and elements that are gone are dropped,
 * so that an element that comes back later starts anew, as in Slack.
 */
export function withSnapshot(state: PageState, snapshot: UiState): PageState {
  const news = snapshot.notes.filter((note) => note.id > state.seenNote);
  return {
    ...state,
    snapshot,
    drafts: keepDrafts(state.drafts, snapshot),
    toasts: [...state.toasts, ...news.map(({ id, kind, text }) => ({ id: `note-${id}`, kind, text }))],
    seenNote: Math.max(state.seenNote, ...news.map((note) => note.id)),
  };
}

function keepDrafts(drafts: Drafts, snapshot: UiState): Drafts {
  const views = new Map([...snapshot.views, ...(snapshot.home ? [snapshot.home] : [])].map((view) => [view.id, view]));
  const kept: Record<string, Record<string, UiStateValue>> = {};
  for (const [surface, values] of Object.entries(drafts)) {
    const view = views.get(surface);
    if (!view && !surface.includes(':')) continue;
    const blocks = view && new Set(view.blocks.map((block) => block.block_id));
    const alive = ([key]: [string, UiStateValue]) => !blocks || blocks.has(key.slice(0, key.indexOf('\n')));
    kept[surface] = Object.fromEntries(Object.entries(values).filter(alive));
  }
  return kept;
}
