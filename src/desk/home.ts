import type { AccountLine, Page } from '../accounts/account-line.ts';
import type { Reader } from '../accounts/card.ts';
import type { Draft } from '../drafts/draft.ts';

/** What a person's Home shows. */
export interface HomeFacts {
  readonly reader: Reader;
  readonly state: 'in' | 'no-role';
  readonly isAdministrator: boolean;
  readonly languageOverride: string | null;
  readonly mine: Page;
  readonly mineCount: number;
  readonly shownBefore: number;
  readonly recent: readonly AccountLine[];
  readonly drafts: readonly Draft[];
}
