import { setRoles } from '../access/access.flow.ts';
import type { Role } from '../access/actor.ts';
import { memberIdsOf } from '../access/people.query.ts';
import { arrangeTeam } from '../access/team.flow.ts';
import { createAccount } from '../accounts/account.flow.ts';
import { addContact } from '../accounts/contact.flow.ts';
import type { Database } from '../db/database.ts';
import type { Work } from '../db/work.ts';
import { dayIn } from '../lib/date.ts';
import { demoAccounts } from './accounts.ts';
import { staff } from './company.ts';
import type { DemoAccount } from './demo-account.ts';
import { addTalk } from './talk.flow.ts';
import { demoTalks } from './talks.ts';
import { chineseTalks } from './talks-zh.ts';
import { workedMoment } from './worked-day.ts';

const given: Readonly<Record<keyof typeof staff, readonly Role[]>> = {
  manager: ['manager'],
  chineseManager: ['manager'],
  lead: ['lead'],
  service: ['service'],
  administrator: ['administrator'],
  newcomer: [],
};

/** Writes people down as the workspace names them. */
interface Introducer {
  introduce(workspaceId: string, slackUserIds: readonly string[]): Promise<unknown>;
}

/** So long ago the invented files were opened, where they are lived in. */
const openedDaysAgo = 120;
const dayMs = 86_400_000;

/**
 * Fills the demo through the same flows that people use, so that its history and search are like everybody's. A
 * workspace that holds an account already is left alone. `isLivedIn`: with months of talks, steps and promises behind it.
 */
export async function fillDemo(
  database: Pick<Database, 'inWorkspace'>,
  people: Introducer,
  workspaceId: string,
  { isLivedIn }: { readonly isLivedIn: boolean },
): Promise<void> {
  await people.introduce(workspaceId, Object.values(staff));
  const as = <T>(slackUserId: string, fn: (work: Work) => Promise<T>): Promise<T> =>
    database.inWorkspace({ workspaceId, slackUserId }, fn);
  const isFilled = await as(staff.administrator, async (work) => (await work.db.account.count({ take: 1 })) > 0);
  if (isFilled) return;
  await as(staff.administrator, giveRoles);
  const memberIds = await as(staff.administrator, idsOfStaff);
  const opened = (work: Work, minute: number): Work => {
    const time = `10:${String(minute).padStart(2, '0')}`;
    return isLivedIn ? { ...work, now: workedMoment(work.now, work.actor.zone, -openedDaysAgo, time) } : work;
  };
  for (const account of demoAccounts) {
    const accountId = await as(account.keptBy, (work) => addAccount(opened(work, 0), account, work.now));
    const contactIds = new Map<string, string>();
    for (const [n, values] of account.contacts.entries()) {
      // Each in a moment of its own, so that the history tells them in their order.
      const added = await as(account.keptBy, (work) => addContact(opened(work, n + 1), { accountId, values }));
      if (added.ok) contactIds.set(String(values['name']), added.contactId);
    }
    if (!isLivedIn) continue;
    const talks = [...demoTalks, ...chineseTalks].filter((talk) => talk.account === account.values['name']);
    for (const talk of talks)
      await as(talk.by ?? account.keptBy, (work) => addTalk(work, { accountId, contactIds }, talk, memberIds));
  }
}

async function idsOfStaff(work: Work): Promise<ReadonlyMap<string, string>> {
  const slackIds = Object.values(staff);
  const pairs = await Promise.all(slackIds.map(async (id) => [id, (await memberIdsOf(work, [id]))[0] ?? ''] as const));
  return new Map(pairs);
}

async function giveRoles(work: Work): Promise<void> {
  const ids = async (...slackIds: string[]) => memberIdsOf(work, slackIds);
  const [leadId = null] = await ids(staff.lead);
  await arrangeTeam(work, {
    name: '大客户组 Key accounts',
    leadId,
    memberIds: await ids(staff.manager, staff.chineseManager),
  });
  const others = Object.entries(staff).filter(([who]) => who !== 'administrator' && who !== 'newcomer') as [
    keyof typeof staff,
    string,
  ][];
  for (const [who, slackId] of others) await setRoles(work, await ids(slackId), { roles: given[who] });
}

async function addAccount(work: Work, { values, contractEndsIn }: DemoAccount, today: Date): Promise<string> {
  const contractEnd =
    contractEndsIn === undefined ? null : dayIn(new Date(today.getTime() + contractEndsIn * dayMs), work.actor.zone);
  const made = await createAccount(work, { values: { aliases: [], tags: [], ...values, contractEnd }, accepted: [] });
  if (!made.ok) throw new Error('two customers of the demo are taken for one another');
  return made.account.id;
}
