import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { UiChannel, UiPerson } from '../protocol.ts';
import type { Gestures } from './gestures.ts';
import type { PageState, Store } from './store.ts';
import type { Words } from './words.ts';

/** What every component may use: the state it draws, the words it says it in, and what it can do. */
export interface Desk {
  readonly state: PageState;
  readonly store: Store;
  readonly gestures: Gestures;
  readonly words: Words;
  /** The business clock at this drawing. */
  readonly now: Date;
}

export const DeskContext = createContext<Desk | null>(null);

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('a component was drawn outside the page');
  return desk;
}

export function personOf(desk: Desk, id: string): UiPerson | undefined {
  return desk.state.snapshot.people.find((person) => person.id === id);
}

export function channelOf(desk: Desk, id: string): UiChannel | undefined {
  return desk.state.snapshot.channels.find((channel) => channel.id === id);
}

/** A channel as people say it: `#name`, or the app's name for the conversation with it. */
export function channelTitle(desk: Desk, channel: UiChannel): string {
  return channel.kind === 'dm' ? desk.state.snapshot.app.name : `#${channel.name}`;
}
