/** When something is due: a calendar day, with a time of day (`HH:MM`) where one was agreed. */
export interface Due {
  readonly on: string;
  readonly time: string | null;
}

/** What the words behind a next-step marker say about when. `title` is what is left without them. */
export type DueRead =
  | {
      readonly kind: 'due';
      readonly due: Due;
      readonly title: string;
      /** Other days that the words could well mean, offered beside the answer: today, for a bare weekday that is today. */
      readonly also: readonly Due[];
    }
  /** The words are a date, but of several: `3/4`. Nothing is taken; a person says which. */
  | { readonly kind: 'ask'; readonly choices: readonly Due[]; readonly title: string }
  | { readonly kind: 'none'; readonly title: string };
