import type { Company, PersonKind } from './company.ts';
import type { Json } from './json.ts';
import type { UiBlock, UiNote, UiOption, UiStateValue, UiText } from './protocol.ts';

export type StateValues = Record<string, Record<string, UiStateValue>>;

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly realName: string;
  readonly title: string;
  readonly locale: string;
  readonly zone: string;
  readonly avatarColor: string;
  readonly kind: PersonKind | 'app';
  readonly deleted: boolean;
}

export interface Channel {
  readonly id: string;
  readonly name: string;
  kind: 'public' | 'private' | 'dm';
  shared: boolean;
  readonly topic: string;
  archived: boolean;
  readonly members: Set<string>;
  readonly messages: Message[];
  /** How many messages of the list each person has seen. */
  readonly seen: Map<string, number>;
}

export interface Message {
  readonly channelId: string;
  readonly ts: string;
  readonly user: string;
  /** Set on what the app wrote. */
  readonly byApp: boolean;
  text: string;
  blocks: readonly UiBlock[];
  metadata: Json | undefined;
  edited: string | undefined;
  readonly threadTs: string | undefined;
  /** The only person who sees it. */
  readonly onlyFor: string | undefined;
  /** What each person has chosen in it. */
  readonly state: Map<string, StateValues>;
  readonly offered: Map<string, readonly UiOption[]>;
}

/** A view as the app gave it, with ids filled in and texts escaped. */
export interface ViewSource {
  readonly type: 'modal' | 'home';
  readonly blocks: readonly UiBlock[];
  readonly title: UiText | null;
  readonly submit: UiText | null;
  readonly close: UiText | null;
  readonly callbackId: string;
  readonly privateMetadata: string;
  readonly externalId: string;
  readonly clearOnClose: boolean;
  readonly notifyOnClose: boolean;
}

export interface View {
  readonly id: string;
  readonly userId: string;
  readonly rootId: string;
  readonly previousId: string | null;
  hash: string;
  source: ViewSource;
  state: StateValues;
  fieldErrors: Record<string, string>;
  /** Options that an external select has offered so far, by `block_id/action_id`. */
  readonly offered: Map<string, readonly UiOption[]>;
}

/** Everything that the local Slack knows. Only the modules of this folder change it. */
export interface World {
  readonly company: Company;
  readonly people: Map<string, Person>;
  readonly channels: Map<string, Channel>;
  /** Open modals of each person, the front one last. */
  readonly modals: Map<string, readonly View[]>;
  readonly homes: Map<string, View>;
  readonly notes: Map<string, readonly UiNote[]>;
  readonly tokens: Tokens;
  readonly clock: Clock;
  /** Grows with every change that a person or a test could see. */
  version(): number;
  changed(): void;
  /** Wakes whoever waits, though nothing on a screen changed. */
  touched(): void;
  /** @returns how to stop listening. */
  onChange(listener: () => void): () => void;
  /** A new id: the prefix and a number that no other id has. */
  id(prefix: string): string;
  /** A new message timestamp, unique and in order within its second. */
  ts(): string;
}

interface Tokens {
  readonly bot: string;
  readonly app: string;
  readonly signingSecret: string;
  readonly verification: string;
  botRevoked: boolean;
  appRevoked: boolean;
}

interface Clock {
  /** The real time: what expires, expires by it. */
  real(): Date;
  /** The time that people see: real time moved by the offset. */
  now(): Date;
  offsetMs: number;
}

export const SLACKBOT = 'USLACKBOT';

/** The conversation of one person with the app: it exists for everybody and keeps its id. */
export function dmOf(userId: string): string {
  return `D${userId.slice(1)}`;
}

/** Builds the world of a company at the start: nobody has written anything yet. */
export function newWorld(company: Company, real: () => Date): World {
  const clock: Clock = { real, offsetMs: 0, now: () => new Date(real().getTime() + clock.offsetMs) };
  const listeners = new Set<() => void>();
  const touched = () => {
    for (const listener of listeners) listener();
  };
  let version = 1;
  let count = 0;
  // An app keeps the ids of what it has worked off: a world that starts afresh must not give the same ones again.
  const born = real().getTime().toString(36).toUpperCase();
  return {
    company,
    people: peopleOf(company),
    channels: channelsOf(company),
    modals: new Map(),
    homes: new Map(),
    notes: new Map(),
    tokens: tokensOf(company),
    clock,
    version: () => version,
    changed() {
      version += 1;
      touched();
    },
    touched,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    id(prefix) {
      count += 1;
      return `${prefix}${born}${String(count).padStart(6, '0')}`;
    },
    ts() {
      count += 1;
      return `${Math.floor(clock.now().getTime() / 1000)}.${String(count % 1_000_000).padStart(6, '0')}`;
    },
  };
}

function tokensOf({ team, app }: Company): Tokens {
  return {
    bot: `xoxb-local-${team.id}`,
    app: `xapp-1-${app.id}-local`,
    signingSecret: `local-signing-secret-${app.id}`,
    verification: `local-verification-${app.id}`,
    botRevoked: false,
    appRevoked: false,
  };
}

const COLORS = ['#4a7a8c', '#8c5a4a', '#5a8c4a', '#7a4a8c', '#8c7a2a', '#2a6a8c', '#8c3a5a', '#3a8c7a'];

function peopleOf({ people, app }: Company): Map<string, Person> {
  const rows = people.map(
    (person, index): Person => ({
      ...person,
      title: person.title ?? '',
      avatarColor: person.avatarColor ?? COLORS[index % COLORS.length] ?? '#666666',
      kind: person.kind ?? 'full',
      deleted: false,
    }),
  );
  const bot: Person = {
    ...{ id: app.botUserId, name: app.name.toLowerCase().replaceAll(' ', '_'), realName: app.name, title: '' },
    ...{ locale: 'en-US', zone: 'Etc/UTC', avatarColor: '#3f3f46', kind: 'app', deleted: false },
  };
  return new Map([...rows, bot].map((person) => [person.id, person]));
}

function channelsOf({ channels, people, app }: Company): Map<string, Channel> {
  const empty = () => ({ archived: false, messages: [], seen: new Map<string, number>() });
  const rooms = channels.map(
    (channel): Channel => ({
      ...{ id: channel.id, name: channel.name, kind: channel.private ? 'private' : 'public' },
      ...{ shared: channel.shared ?? false, topic: channel.topic ?? '', members: new Set(channel.members) },
      ...empty(),
    }),
  );
  const dms = people.map(
    (person): Channel => ({
      ...{ id: dmOf(person.id), name: 'directmessage', kind: 'dm', shared: false, topic: '' },
      ...{ members: new Set([person.id, app.botUserId]) },
      ...empty(),
    }),
  );
  return new Map([...rooms, ...dms].map((channel) => [channel.id, channel]));
}
