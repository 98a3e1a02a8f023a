import {
  cadenceBlocks,
  cadenceInList,
  cadenceOnCard,
  snoozedNotice,
  snoozeModal,
} from '../../src/cadence/cadence.view.ts';
import { section } from '../../src/slack/blocks.ts';
import { cadencesOf } from '../support/hostile-day.ts';
import { readerOf } from '../support/hostile-facts.ts';
import { type Builders, message, window } from './surface.ts';

export const cadenceViews: Builders = {
  'cadence.view cadenceOnCard': (h) =>
    cadencesOf({ ...h, count: 6 }).flatMap((line) =>
      [true, false].map((maySnooze) =>
        message({ text: '', blocks: [cadenceOnCard(line, readerOf(h), { maySnooze })] }),
      ),
    ),
  'cadence.view cadenceInList': (h) =>
    cadencesOf({ ...h, count: 6 }).map((line) =>
      message({ text: '', blocks: [section(cadenceInList(line, readerOf(h), { me: 'me' }))] }),
    ),
  'cadence.view cadenceBlocks': (h) =>
    cadencesOf({ ...h, count: 6 }).map((line) =>
      message({ text: '', blocks: cadenceBlocks(line, readerOf(h), { me: 'me' }) }),
    ),
  'cadence.view snoozedNotice': (h) => [
    message({
      text: '',
      blocks: snoozedNotice({ accountId: 'a', account: h.text, until: '2026-12-31' }, h.language),
    }),
  ],
  'cadence.view snoozeModal': (h) => [window(snoozeModal({ accountId: 'a' }, h.language))],
};
