import type { TimelineStream } from '../timeline/timeline-wiring.ts';
import { talksPage } from './interaction.query.ts';
import { interactionText } from './interaction.text.ts';
import { talkBlock } from './talk.view.ts';

/** What was said and done with an account, as a part of its timeline: to those who do not work on it, their own talks alone. */
export const talkStream: TimelineStream = {
  kind: 'talks',
  needs: 'account.read',
  label: { en: interactionText.en.talks, zh: interactionText.zh.talks },
  empty: { en: interactionText.en.noTalks, zh: interactionText.zh.noTalks },
  async load(work, account, page) {
    const talks = await talksPage(work, account, page);
    return talks.map((talk) => ({
      at: new Date(talk.interaction.values.at),
      id: talk.interaction.id,
      block: (reader) => talkBlock(talk, reader),
    }));
  },
};
