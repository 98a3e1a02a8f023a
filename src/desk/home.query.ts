import { may } from '../access/policy.ts';
import type { Page } from '../accounts/account-line.ts';
import { countMine, myAccounts, recentAccounts } from '../accounts/list.query.ts';
import type { Work } from '../db/work.ts';
import { openDrafts } from '../drafts/draft.store.ts';
import { readerOf } from './card.query.ts';
import type { HomeFacts } from './home.ts';

/** How many accounts one page of Home shows. */
const homePageSize = 15;
const recentShown = 5;
const draftsShown = 5;

/** What a person's Home shows; without a role only how to get one. `after` and `shownBefore` say where the page begins. */
export async function readHome(work: Work, page: { after: string | null; shownBefore: number }): Promise<HomeFacts> {
  const { languageOverride } = await work.db.member.findFirstOrThrow({
    where: { id: work.actor.memberId },
    select: { languageOverride: true },
  });
  const isIn = may(work.actor, 'account.read');
  const nothing: Page = { lines: [], next: null };
  return {
    reader: readerOf(work),
    state: isIn ? 'in' : 'no-role',
    isAdministrator: may(work.actor, 'people.manage'),
    languageOverride,
    mine: isIn ? await myAccounts(work, page.after, homePageSize) : nothing,
    mineCount: isIn ? await countMine(work) : 0,
    shownBefore: page.shownBefore,
    recent: isIn ? await recentAccounts(work, recentShown) : [],
    drafts: isIn ? await openDrafts(work, draftsShown) : [],
  };
}
