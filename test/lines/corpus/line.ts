/** One line as somebody types it, and what has to become of it. */
export interface CorpusLine {
  readonly line: string;
  /** In the channel of an account of the world (`world.ts`); else where there is none. */
  readonly channel?: keyof typeof corpusChannels;
  /** The day on which it is typed, at ten in the morning in Shanghai. */
  readonly on?: string;
  readonly language?: 'en' | 'zh';
  /** The account it is written to, by its name in the world, or null: it is asked, and nothing is written. */
  readonly to: string | null;
  /** Null: the kind is asked. */
  readonly kind?: 'meeting' | 'call' | 'email' | 'visit' | 'wechat' | 'social' | 'event' | null;
  /** Reached unless it says otherwise. */
  readonly outcome?: 'attempt';
  /** The account's people who are found. */
  readonly people?: readonly string[];
  /** Said of somebody who could be several. */
  readonly open?: readonly string[];
  /** `on`: the day, `ask`: of several, null: none. */
  readonly steps?: readonly { readonly title: string; readonly on: string | null; readonly time?: string }[];
}

/** The channels of the world, and whose they are. */
export const corpusChannels = { huatai: '华泰科技有限公司', umbrella: 'Umbrella Corporation' } as const;

/** A Friday, when a line does not say another day. */
export const corpusDay = '2026-11-27';
