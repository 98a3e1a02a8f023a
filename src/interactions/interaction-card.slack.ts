import type { CardSection } from '../accounts/card-wiring.ts';
import { cardContact } from './interaction.query.ts';
import { lastContactLine } from './talk.view.ts';

/** The card's line about the last contact. */
export const lastContactSection: CardSection = {
  place: 'lead',
  async load(work, { account, may }) {
    const { read, ...last } = await cardContact(work, account);
    return (reader) => lastContactLine(last, { ...may, read }, reader);
  },
};
