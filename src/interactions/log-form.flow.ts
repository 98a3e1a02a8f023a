import { membersBySlackId } from '../access/member.store.ts';
import { authorise } from '../access/policy.ts';
import { accountOfChannel, findAccount } from '../accounts/account.store.ts';
import { nameOf } from '../accounts/account.ts';
import type { Work } from '../db/work.ts';
import { findAssignee } from '../tasks/assignee.store.ts';
import type { NewTask } from '../tasks/task.ts';
import { colleaguesOf } from './colleague.store.ts';
import { contactChoices } from './contact-choice.query.ts';
import { logInteraction } from './interaction.flow.ts';
import type { Source } from './interaction.ts';
import { type Agreed, type LogFields, type LogProblems, readLog } from './log-form.ts';
import type { LogAccount, LogOpened } from './log-form-facts.ts';
import { lastUsedAccount } from './talk.store.ts';

/**
 * What the form of a new log shows: the account that it is for - else that of the channel, else the last one that this
 * person logged to or opened, as a choice that they may change - and that account's people. Null when the account that
 * was asked for is gone. Of a saved message, whose account is guessed from it alone, `isGuess` says so.
 */
export async function openLog(
  work: Work,
  { accountId, channelId, isGuess = false }: { accountId: string | null; channelId: string | null; isGuess?: boolean },
): Promise<LogOpened | null> {
  authorise(work.actor, 'interaction.log');
  const linked = accountId ?? (channelId === null ? null : await accountOfChannel(work.db, channelId));
  const likely = linked ?? (isGuess ? null : await lastUsedAccount(work.db, work.actor.memberId));
  const account = likely === null ? null : await logAccount(work, likely);
  if (accountId !== null && !account && !isGuess) return null;
  const { slackUserId, zone, language } = work.actor;
  return { account, me: slackUserId, reader: { zone, language, now: work.now } };
}

/** An account to be logged for, with its people for who may know them; null when it is gone. */
export async function logAccount(work: Work, id: string): Promise<LogAccount | null> {
  const account = await findAccount(work, id);
  if (!account || account.mergedIntoId) return null;
  authorise(work.actor, 'interaction.log', account.kept);
  const { number, values } = account;
  return { id, number, name: nameOf(values), contacts: await contactChoices(work, account) };
}

export type LogSubmitted =
  | {
      readonly ok: true;
      readonly interactionId: string;
      readonly accountId: string;
      readonly name: string;
      readonly steps: number;
    }
  | { readonly ok: false; readonly problem: 'fields'; readonly problems: LogProblems };

/** Logs what a form sent. Nothing is written unless every field could be read. */
export async function submitLog(
  work: Work,
  about: { accountId: string | null; source: Source | null },
  sent: LogFields,
): Promise<LogSubmitted> {
  const { accountId } = about;
  if (accountId === null) return wrong({ account: { problem: 'account-missing' } });
  const account = await findAccount(work, accountId);
  if (!account) return wrong({ account: { problem: 'account-gone' } });
  authorise(work.actor, 'interaction.log', account.kept);
  const read = readLog(sent, { now: work.now, zone: work.actor.zone });
  if (!read.ok) return wrong(read.problems);
  const memberIds = await colleaguesOf(work.db, read.colleagues);
  if (!memberIds) return wrong({ colleagues: { problem: 'person-unknown' } });
  const tasks = await tasksOf(work, read.agreed);
  if (!tasks) return wrong({ stepBy: { problem: 'person-unknown' } });
  const logged = await logInteraction(work, {
    accountId,
    values: { ...read.values, memberIds },
    source: about.source,
    tasks,
  });
  if (logged.ok) return { ...logged, accountId, name: nameOf(account.values), steps: logged.taskIds.length };
  return wrong(
    logged.problem === 'gone' ? { account: { problem: 'account-gone' } } : { contacts: { problem: 'not-theirs' } },
  );
}

const wrong = (problems: LogProblems): Extract<LogSubmitted, { ok: false }> => ({
  ok: false,
  problem: 'fields',
  problems,
});

async function tasksOf(
  work: Work,
  agreed: readonly Agreed[],
): Promise<readonly Omit<NewTask, 'accountId' | 'interactionId'>[] | null> {
  const chosen = agreed.flatMap(({ assignee }) => assignee ?? []);
  const members = chosen.length === 0 ? [] : await membersBySlackId(work.db, chosen);
  const tasks: Omit<NewTask, 'accountId' | 'interactionId'>[] = [];
  for (const { assignee, ...said } of agreed) {
    const member = members.find(({ slackUserId }) => slackUserId === assignee);
    const assigneeId = assignee === null ? work.actor.memberId : (member?.id ?? '');
    if (assigneeId === '' || !(await findAssignee(work, assigneeId))) return null;
    tasks.push({ ...said, assigneeId, repeat: null });
  }
  return tasks;
}
