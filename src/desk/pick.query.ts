import { accountNumber } from '../accounts/account.ts';
import { recentAccounts } from '../accounts/list.query.ts';
import type { Work } from '../db/work.ts';
import { findAccounts } from '../search/search.query.ts';

/** How many choices a list offers: what fits a phone; Slack would take a hundred. */
const offered = 20;

/** An account among those to choose from. */
export interface AccountChoice {
  readonly value: string;
  readonly text: string;
  readonly description: string;
}

/** The accounts offered for what was typed; before anything is typed, those the person opened last. */
export async function pickable(work: Work, typed: string): Promise<readonly AccountChoice[]> {
  const found = typed.trim() === '' ? await recentAccounts(work, offered) : await findAccounts(work, typed, offered);
  return found.map(({ id, number, name, city }) => ({
    value: id,
    text: name,
    description: [accountNumber(number), city].filter(Boolean).join(' · '),
  }));
}
