import type { CardSection } from '../accounts/card-wiring.ts';
import { readTaskSummary } from './task-card.query.ts';
import { taskCardBlocks } from './task-card.view.ts';

/** What is agreed with the account: the next step, open promises, and the ways to all of them and to a new one. */
export const tasksSection: CardSection = {
  place: 'lead',
  async load(work, facts) {
    const summary = await readTaskSummary(work, facts.account);
    return (reader) => taskCardBlocks(summary, facts.account.id, reader);
  },
};
