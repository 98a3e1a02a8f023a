import { forgetJob } from '../../src/operations/forget.job.ts';
import type { OperationsFacts } from '../../src/operations/operations.ts';
import { operationsModal } from '../../src/operations/operations.view.ts';
import * as facts from '../support/hostile-facts.ts';
import { type Builders, window } from './surface.ts';

const at = new Date('2026-11-22T08:00:00Z');

/** Everything that can be wrong, so many times. */
const operationsOf = ({ count, text }: facts.Hostile): OperationsFacts => {
  const job = { ...forgetJob, label: { en: text, zh: text } };
  const past = { job: job.name, lastSlot: at, missed: count, last: { state: 'dead', slot: at, outcome: null } };
  const many = Array.from({ length: count });
  return {
    jobs: many.map((_, i) => ({ job, past: { ...past, pausedAt: i % 2 === 0 ? at : null }, next: at })),
    queue: {
      waiting: count,
      unconfirmed: count,
      undelivered: count,
      oldestDueAt: at,
      pausedAt: count > 0 ? at : null,
      pausedFor: text,
    },
    undelivered: many.map(() => ({
      id: facts.idOf(1),
      kind: text,
      target: facts.known.user,
      state: 'dead' as const,
      problem: text,
      settledAt: at,
    })),
  };
};

export const operationsViews: Builders = {
  'operations.view operationsModal': (h) => [window(operationsModal(operationsOf(h), facts.readerOf(h)))],
};
