import { startCadences } from '../../src/cadence/cadence.store.ts';
import { keepDraft } from '../../src/drafts/draft.store.ts';
import { chooseSettings } from '../../src/reminders/settings.flow.ts';
import { usualSettings } from '../../src/reminders/settings.ts';
import type { Aim } from '../access/door.ts';
import { aTalk } from '../interactions/talks.ts';
import { aHandover } from '../support/handover.ts';
import type { House } from '../support/house.ts';

/** Puts a row in every table of a workspace. */
export async function furnish(house: House): Promise<Aim> {
  const { founder, workspaceId } = house;
  const team = await house.aTeam({ name: 'East' });
  const member = await house.aMember({ roles: ['manager'], team });
  const account = await house.anAccount('Acme Industries', { owner: member, team });
  const contactId = await house.aContact(account, { mobile: '+8613800138000' });
  const changeId = await house.aChange(account);
  const taskId = await house.aTask(account, { by: member });
  const values = { contactIds: [contactId], memberIds: [founder.memberId] };
  const interactionId = await aTalk(house, member, account.id, values);
  const draftId = await house.as(member, (work) => keepDraft(work, 'lgo acme: met'));
  await house.as(member, (work) => startCadences(work, [{ accountId: account.id, from: '2026-01-01' }]));
  await house.sql(`INSERT INTO "Visit" VALUES ($1, $2, $3, now())`, [workspaceId, founder.memberId, account.id]);
  await house.sql(
    `INSERT INTO "Inbox" (id, "workspaceId", key, state, at) VALUES (gen_random_uuid(), $1, 'Ev1', 'done', now())`,
    [workspaceId],
  );
  const messages = { ...usualSettings, quietFrom: null, quietUntil: null };
  await house.as(member, (work) => chooseSettings(work, messages));
  const handoverId = await aHandover(house, member, account, founder);
  const noticeId = await givenUp(house, workspaceId, founder.slackUserId);
  return {
    accountId: account.id,
    contactId,
    memberId: member.memberId,
    teamId: team,
    draftId,
    noticeId,
    changeId,
    taskId,
    interactionId,
    handoverId,
  };
}

/** The clock and the outbox, as a refusal by Slack leaves them. */
async function givenUp({ sql }: Pick<House, 'sql'>, workspaceId: string, target: string): Promise<string> {
  const [row] = await sql(
    `INSERT INTO "Outbox" (id, "workspaceId", key, kind, refs, target, state, problem, "dueAt", "createdAt", "settledAt")
     VALUES (gen_random_uuid(), $1, 'a', 'probe', '{}', $2, 'dead', 'is_archived', now(), now(), now()) RETURNING id`,
    [workspaceId, target],
  );
  await sql(`INSERT INTO "OutboxTarget" VALUES ($1, $2, now())`, [workspaceId, target]);
  await sql(`INSERT INTO "Installation" VALUES ($1, NULL, NULL)`, [workspaceId]);
  await sql(`INSERT INTO "JobSchedule" VALUES ($1, 'probe', now(), 0, NULL)`, [workspaceId]);
  await sql(`INSERT INTO "JobRun" ("workspaceId", job, slot, state) VALUES ($1, 'probe', now(), 'done')`, [
    workspaceId,
  ]);
  return String(row?.['id']);
}
