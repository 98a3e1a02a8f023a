import { mySettings } from '../access/absence.query.ts';
import { may } from '../access/policy.ts';
import { countMine, myAccounts, recentAccounts } from '../accounts/list.query.ts';
import type { Work } from '../db/work.ts';
import { openDrafts } from '../drafts/draft.store.ts';
import { orphanedAccounts } from '../handover/candidate.query.ts';
import { openHandovers } from '../handover/handover.query.ts';
import { myLastLogs } from '../interactions/interaction.query.ts';
import { mySettings as myMessages } from '../reminders/settings.query.ts';
import { readerOf } from './card.query.ts';
import { myDay, teamDay } from './day.query.ts';
import { type HomeAt, type HomeFacts, homeDay } from './home.ts';

/** How much of each list Home shows: all together they stay below Slack's hundred blocks. */
const size = { logs: 5, accounts: 12, orphans: 3, recent: 5, drafts: 5 } as const;

/** What a person's Home shows; without a role only how to get one. */
export async function readHome(work: Work, at: HomeAt): Promise<HomeFacts> {
  const { actor } = work;
  const { languageOverride, ...absences } = await mySettings(work);
  const facts = { reader: readerOf(work), me: actor.memberId, languageOverride };
  if (!may(actor, 'account.read')) return { ...facts, desk: null };
  const mayTeam = may(actor, 'team.read');
  const isTeam = at.of === 'team' && mayTeam;
  return {
    ...facts,
    desk: {
      isAdministrator: may(actor, 'people.manage'),
      mayTeam,
      absences,
      messages: await myMessages(work),
      waiting: {
        handovers: may(actor, 'handover.decide') ? await openHandovers(work) : [],
        orphans: mayTeam ? await orphanedAccounts(work, size.orphans) : [],
      },
      day: isTeam ? await teamDay(work, homeDay) : await myDay(work, homeDay),
      lists: isTeam ? await teamLists(work) : await ownLists(work, at),
    },
  };
}

type Lists = NonNullable<HomeFacts['desk']>['lists'];

async function ownLists(work: Work, at: HomeAt): Promise<Lists> {
  return {
    of: 'me',
    logs: await myLastLogs(work, size.logs),
    mayLog: may(work.actor, 'interaction.log'),
    mine: await myAccounts(work, at.after, size.accounts),
    mineCount: await countMine(work),
    shownBefore: at.after === null ? 0 : at.shownBefore,
    recent: await recentAccounts(work, size.recent),
    drafts: await openDrafts(work, size.drafts),
  };
}

async function teamLists({ actor }: Work): Promise<Lists> {
  return { of: 'team', isLead: actor.leads.length > 0 || may(actor, 'team.read', nobodys) };
}

/** Nobody keeps it: such an account is the business of those alone who see everything. */
const nobodys = { ownerId: null, deputyId: null, teamId: null };
