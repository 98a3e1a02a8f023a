import { authorise } from '../access/policy.ts';
import { lockAccount } from '../accounts/account.store.ts';
import { nameOf } from '../accounts/account.ts';
import { record } from '../audit/audit.store.ts';
import type { Work } from '../db/work.ts';
import { dayIn } from '../lib/date.ts';
import { dayChanged } from '../tasks/task-news.flow.ts';
import { pauseOf, setPause } from './cadence.store.ts';
import { type SnoozeProblem, snoozeProblem } from './cadence.ts';

export type Snoozed =
  | { readonly ok: true; readonly account: string; readonly until: string | null }
  | { readonly ok: false; readonly problem: 'gone' | SnoozeProblem };

/** "Not now": until this day the account is not shown as out of cadence. A two-way contact ends it before. */
export async function snooze(work: Work, accountId: string, until: string): Promise<Snoozed> {
  const problem = snoozeProblem(until, dayIn(work.now, work.actor.zone));
  return pause(work, accountId, problem === null ? { until } : { problem });
}

/** Ends a pause, whoever asked for it. */
export const endSnooze = (work: Work, accountId: string): Promise<Snoozed> => pause(work, accountId, { until: null });

async function pause(
  work: Work,
  accountId: string,
  wish: { readonly until: string | null } | { readonly problem: SnoozeProblem },
): Promise<Snoozed> {
  const account = await lockAccount(work, accountId);
  if (!account || account.mergedIntoId !== null) return { ok: false, problem: 'gone' };
  authorise(work.actor, 'cadence.snooze', account.kept);
  if ('problem' in wish) return { ok: false, problem: wish.problem };
  const before = await pauseOf(work, accountId);
  // A talk ends a pause without touching it: the same day asked for again is a new pause.
  const isNew = wish.until !== null && before.on !== dayIn(work.now, work.actor.zone);
  if (isNew || before.until !== wish.until) {
    await setPause(work, accountId, wish.until);
    const changes = { snoozedUntil: { from: before.until, to: wish.until } };
    await record(work, { verb: 'cadence.snoozed', subject: 'account', subjectId: accountId, changes });
    if (account.kept.ownerId !== null) await dayChanged(work, [account.kept.ownerId]);
  }
  return { ok: true, account: nameOf(account.values), until: wish.until };
}
