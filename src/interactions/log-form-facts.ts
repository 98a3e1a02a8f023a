import type { Reader } from '../accounts/card.ts';
import type { Clash } from '../accounts/revision.ts';
import type { LogFields } from './log-form.ts';

/** Somebody at the account, as one of those to choose from. */
export interface ContactChoice {
  readonly id: string;
  readonly name: string;
  readonly title: string | null;
}

/** An account that is logged for; `contacts` is null where the acting person may not know who is who. */
export interface LogAccount {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly contacts: readonly ContactChoice[] | null;
}

/** What the form of a new log is made of. */
export interface LogOpened {
  readonly account: LogAccount | null;
  /** Slack id of the acting person. */
  readonly me: string;
  readonly reader: Reader;
}

/** A log to be changed: what stands in the form, on which version. */
export interface EditOpened {
  readonly account: LogAccount;
  readonly version: number;
  readonly fields: LogFields;
  readonly reader: Reader;
  /** What somebody else changed meanwhile, with the names of who did. */
  readonly clashes: readonly (Clash & { readonly slackUserId: string | null })[];
}
