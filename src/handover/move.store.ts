import { lockHoldings, moveOwners } from '../accounts/owner.store.ts';
import { recordAll } from '../audit/audit.store.ts';
import { cadencesOf, startCadences } from '../cadence/cadence.store.ts';
import type { Work } from '../db/work.ts';
import { calendarOf, isWorkingDay } from '../lib/working-day.ts';
import { reassignOpenTasks } from '../tasks/task-bulk.store.ts';
import { noteGivenBack, noteMoved } from './handover.store.ts';
import { type Handover, type HandoverItem, type Left, planMove, planUndo } from './handover.ts';
import { pulsesOf, restorePulses } from './pulse.store.ts';
import { stagger } from './stagger.ts';

/** What has moved, and what stayed where it was. */
export interface Moved {
  readonly accountIds: readonly string[];
  readonly taskCount: number;
  readonly left: readonly Left[];
}

/**
 * Gives a locked handover's accounts to their new owner, with the old owner's open steps and promises there, and spreads
 * their next contacts. Accounts that somebody has changed since stay. Whoever calls writes down the answer.
 */
export async function moveAccounts(work: Work, handover: Handover): Promise<Moved> {
  const { toId } = handover;
  const ids = handover.items.map(({ accountId }) => accountId);
  const { move, left } = planMove(handover, await lockHoldings(work.db, ids), work.actor);
  const accountIds = move.map(({ holding }) => holding.id);
  if (accountIds.length === 0) return { accountIds, taskCount: 0, left };
  await moveOwners(
    work,
    move.map(({ holding }) => ({ holding, ownerId: toId, deputyId: withoutOwner(holding.kept.deputyId, toId) })),
  );
  const tasks = await moveTasks(
    work,
    move.map(({ item }) => item),
    (fromId) => ({ fromId, toId }),
  );
  const pulses = new Map((await pulsesOf(work.db, accountIds)).map((pulse) => [pulse.accountId, pulse]));
  await spread(work, accountIds, handover.startsOn);
  await noteMoved(
    work,
    handover.id,
    move.map(({ item, holding }) => ({
      ...item,
      fromDeputyId: holding.kept.deputyId,
      cadenceFrom: pulses.get(item.accountId)?.cadenceFrom ?? null,
      snoozedUntil: pulses.get(item.accountId)?.snoozedUntil ?? null,
      taskIds: tasks.get(item.accountId) ?? [],
    })),
  );
  return { accountIds, taskCount: [...tasks.values()].flat().length, left };
}

/** Takes it back, where the accounts and steps are still with the one they went to. */
export async function moveBack(work: Work, handover: Handover): Promise<Moved> {
  const { toId } = handover;
  const ids = handover.items.map(({ accountId }) => accountId);
  const { back, left } = planUndo(handover, await lockHoldings(work.db, ids));
  const accountIds = back.map(({ holding }) => holding.id);
  if (accountIds.length === 0) return { accountIds, taskCount: 0, left };
  await moveOwners(
    work,
    back.map(({ item, holding }) => ({
      holding,
      ownerId: item.fromOwnerId,
      deputyId: withoutOwner(deputyBefore(item, holding.kept.deputyId, toId), item.fromOwnerId),
    })),
  );
  const items = back.map(({ item }) => item);
  const tasks = await moveTasks(work, items, (fromId) => ({ fromId: toId, toId: fromId }), { onlyThose: true });
  await restorePulses(work, items);
  await noteGivenBack(work, handover.id, accountIds);
  return { accountIds, taskCount: [...tasks.values()].flat().length, left };
}

const withoutOwner = (deputyId: string | null, ownerId: string | null): string | null =>
  deputyId === ownerId ? null : deputyId;

/** The handover took a deputy away only where the deputy became the owner; another one since is another person's wish. */
const deputyBefore = ({ fromDeputyId }: HandoverItem, deputyId: string | null, toId: string): string | null =>
  deputyId === null && fromDeputyId === toId ? fromDeputyId : deputyId;

/** Open steps and promises go from one person to another, owner by owner. Gives the ids that moved, by account. */
async function moveTasks(
  work: Work,
  items: readonly HandoverItem[],
  ways: (ownerId: string) => { fromId: string; toId: string },
  { onlyThose }: { onlyThose: boolean } = { onlyThose: false },
): Promise<ReadonlyMap<string, readonly string[]>> {
  const byAccount = new Map<string, readonly string[]>();
  for (const ownerId of new Set(items.map(({ fromOwnerId }) => fromOwnerId))) {
    if (ownerId === null) continue;
    const own = items.filter(({ fromOwnerId }) => fromOwnerId === ownerId);
    const taskIds = own.flatMap((item) => item.taskIds);
    const { fromId, toId } = ways(ownerId);
    const accountIds = own.map(({ accountId }) => accountId);
    const moved = await reassignOpenTasks(work, { accountIds, fromId, toId, ...(onlyThose && { taskIds }) });
    for (const each of moved) byAccount.set(each.accountId, each.taskIds);
    await recordAll(
      work,
      moved
        .flatMap((each) => each.taskIds)
        .map((subjectId) => ({
          verb: 'task.changed',
          subject: 'task',
          subjectId,
          changes: { assigneeId: { from: fromId, to: toId } },
        })),
    );
  }
  return byAccount;
}

/** Spreads the next contacts over each cadence's length, over days that are worked where the acting person is. */
async function spread(work: Work, accountIds: readonly string[], startsOn: string): Promise<void> {
  const silent = (await cadencesOf(work, { accountIds })).map(({ account, cadence, lastTwoWayOn }) => ({
    accountId: account.id,
    everyDays: cadence.everyDays,
    lastOn: lastTwoWayOn,
  }));
  const calendar = calendarOf(work.actor.zone);
  await startCadences(
    work,
    stagger(silent, startsOn, (day) => isWorkingDay(day, calendar)),
  );
}
