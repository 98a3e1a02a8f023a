/** One line of a list of accounts. */
export interface AccountLine {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly city: string | null;
  readonly tierKey: string | null;
  readonly contractEnd: Date | null;
}

/** A page of a list that is paged by key. */
export interface Page {
  readonly lines: readonly AccountLine[];
  /** The key after which the next page begins; null on the last. */
  readonly next: string | null;
}
