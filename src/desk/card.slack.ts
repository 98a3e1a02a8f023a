import type { AccountWiring } from '../accounts/account-wiring.ts';
import { cardMessage, cardModal } from '../accounts/card.view.ts';
import type { CardSection } from '../accounts/card-wiring.ts';
import type { Gesture } from '../slack/handler.ts';
import { readWholeCard } from './card.query.ts';

/** The whole card, as window or message: what the earlier slices' handlers show when they are done. */
export function cardShower(sections: readonly CardSection[]): Pick<AccountWiring, 'cardWindow' | 'cardMessage'> {
  const read = (gesture: Gesture, accountId: string) =>
    gesture.inWorkspace((work) => readWholeCard(work, accountId, sections));
  return {
    async cardWindow(gesture, accountId, notice) {
      const card = await read(gesture, accountId);
      return card && cardModal(card.facts, card.parts, card.reader, notice?.(card.reader.language));
    },
    async cardMessage(gesture, accountId) {
      const card = await read(gesture, accountId);
      return card && cardMessage(card.facts, card.parts, card.reader);
    },
  };
}
