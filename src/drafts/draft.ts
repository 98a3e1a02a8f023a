/** A line that was typed and is saved nowhere else yet. */
export interface Draft {
  readonly id: string;
  readonly line: string;
  readonly at: Date;
}
