import { Refused } from '../../src/access/policy.ts';
import type { Work } from '../../src/db/work.ts';
import { approveHandover, askHandover, undoHandover } from '../../src/handover/handover.flow.ts';
import {
  deleteInteraction,
  editInteraction,
  logInteraction,
  restoreInteraction,
} from '../../src/interactions/interaction.flow.ts';
import { findInteraction } from '../../src/interactions/interaction.store.ts';
import type { Outcome } from '../../src/interactions/interaction.ts';
import { completeTask, dropTask, giveTask, reopenTask, restoreTask } from '../../src/tasks/task.flow.ts';
import { startsSoon } from '../support/handover.ts';
import type { House, Person } from '../support/house.ts';

export const deeds = [
  'log',
  'undo',
  'put back',
  'edit',
  'edit unseen',
  'done',
  'reopen',
  'drop',
  'restore',
  'give',
  'hand over',
  'approve',
  'undo handover',
] as const;
/** What one person does. Numbers choose among what there is by then. */
export interface Act {
  readonly deed: (typeof deeds)[number];
  readonly pick: number;
  readonly account: number;
  readonly to: number;
  readonly outcome: Outcome;
  /** Days before the first of March on which it was said. */
  readonly daysAgo: number;
  readonly steps: number;
}
/** What it came to, and the operation whose entries tell of it. */
export interface Done {
  readonly deed: Act['deed'];
  readonly operationId: string;
  readonly how: 'ok' | 'refused' | 'nothing';
}

/** People at work on some accounts; remembers what they have made, so that others can reach for it. */
export interface Desk {
  /** Looks now; what is returned acts later, on what was seen. Null: there is nothing to do it to. */
  prepare(person: Person, act: Act): Promise<(() => Promise<Done>) | null>;
}

const start = Date.UTC(2026, 2, 1, 9);

export function deskOf(house: House, people: readonly Person[], accountIds: readonly string[]): Desk {
  const talks: string[] = [];
  const tasks: string[] = [];
  const handovers: string[] = [];
  const at = <T>(all: readonly T[], pick: number): T | undefined => all[pick % all.length];

  async function log(work: Work, act: Act): Promise<boolean> {
    const to = at(people, act.to)?.memberId ?? work.actor.memberId;
    const done = await logInteraction(work, {
      accountId: at(accountIds, act.account) ?? '',
      values: { ...valuesOf(act), kind: 'call', summary: 'Prices.', tone: null, contactIds: [], memberIds: [] },
      source: null,
      tasks: Array.from({ length: act.steps }, () => ({
        kind: 'step' as const,
        title: 'Send the quote.',
        assigneeId: to,
        due: { on: '2026-03-20', time: null },
        repeat: null,
      })),
    });
    if (!done.ok) return false;
    talks.push(done.interactionId);
    tasks.push(...done.taskIds);
    return true;
  }

  async function handOver(work: Work, act: Act): Promise<boolean> {
    const done = await askHandover(work, {
      ownerId: null,
      accountIds: [at(accountIds, act.account) ?? ''],
      toSlackUserId: at(people, act.to)?.slackUserId ?? '',
      note: null,
      startsOn: startsSoon(),
    });
    if (done.ok) handovers.push(done.news.handoverId);
    return done.ok;
  }

  type Deed = (work: Work) => Promise<boolean | { readonly ok: boolean }>;
  async function planned(person: Person, act: Act): Promise<Deed | null> {
    const talk = at(talks, act.pick);
    const task = at(tasks, act.pick);
    const handover = at(handovers, act.pick);
    switch (act.deed) {
      case 'log':
        return (work) => log(work, act);
      case 'undo':
        return talk ? (work) => deleteInteraction(work, talk) : null;
      case 'put back':
        return talk ? (work) => restoreInteraction(work, talk) : null;
      case 'edit':
      case 'edit unseen': {
        if (!talk) return null;
        const seen = act.deed === 'edit' ? await house.as(person, (work) => findInteraction(work, talk)) : null;
        const mine = act.pick % 2 === 0 ? { outcome: act.outcome } : { at: valuesOf(act).at };
        return (work) => editInteraction(work, { id: talk, version: seen?.version ?? 1, mine });
      }
      case 'done':
        return task ? (work) => completeTask(work, task) : null;
      case 'reopen':
        return task ? (work) => reopenTask(work, task) : null;
      case 'drop':
        return task ? (work) => dropTask(work, task) : null;
      case 'restore':
        return task ? (work) => restoreTask(work, task) : null;
      case 'give': {
        const to = at(people, act.to)?.memberId;
        return task && to ? (work) => giveTask(work, task, to) : null;
      }
      case 'hand over':
        return (work) => handOver(work, act);
      case 'approve':
        return handover ? (work) => approveHandover(work, handover) : null;
      case 'undo handover':
        return handover ? (work) => undoHandover(work, handover) : null;
    }
  }

  return {
    async prepare(person, act) {
      const deed = await planned(person, act);
      if (!deed) return null;
      return async () => {
        let operationId = '';
        try {
          const result = await house.as(person, (work) => {
            operationId = work.operationId;
            return deed(work);
          });
          const isOk = typeof result === 'boolean' ? result : result.ok;
          return { deed: act.deed, operationId, how: isOk ? 'ok' : 'nothing' };
        } catch (error) {
          if (error instanceof Refused) return { deed: act.deed, operationId, how: 'refused' };
          throw error;
        }
      };
    },
  };
}

const valuesOf = (act: Act) => ({
  outcome: act.outcome,
  at: new Date(start - act.daysAgo * 86_400_000).toISOString(),
});
