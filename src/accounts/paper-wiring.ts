import type { Work } from '../db/work.ts';

/** Where a pasted card is kept until a person has accepted it: drafts are a later slice. */
export interface PaperDrafts {
  /** Returns the draft's id. */
  readonly keep: (work: Work, line: string) => Promise<string>;
  /** Puts it away as used. */
  readonly settle: (work: Work, id: string) => Promise<unknown>;
}
