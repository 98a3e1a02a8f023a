import { may } from '../access/policy.ts';
import type { CardSection } from '../accounts/card-wiring.ts';
import { cadenceOfAccount } from './cadence.query.ts';
import { cadenceOnCard } from './cadence.view.ts';

/** The card's part about how often somebody talks with the account. */
export const cadenceSection: CardSection = {
  place: 'lead',
  async load(work, { account }) {
    const line = await cadenceOfAccount(work, account.id);
    const maySnooze = may(work.actor, 'cadence.snooze', account.kept);
    return (reader) => (line === null ? [] : [cadenceOnCard(line, reader, { maySnooze })]);
  },
};
