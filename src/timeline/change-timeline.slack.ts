import { readChanges } from './change.query.ts';
import { changeBlock } from './change.view.ts';
import { timelineText } from './timeline.text.ts';
import type { TimelineStream } from './timeline-wiring.ts';

/** What was changed in an account's file and contacts, as a part of its timeline. */
export const changeStream: TimelineStream = {
  kind: 'changes',
  needs: 'history.read',
  label: { en: timelineText.en.changes, zh: timelineText.zh.changes },
  empty: { en: timelineText.en.emptyHistory, zh: timelineText.zh.emptyHistory },
  async load(work, account, page) {
    const { entries, facts } = await readChanges(work, account, page);
    return entries.map((entry) => ({
      at: entry.at,
      id: entry.id,
      block: (reader) => changeBlock(entry, facts, reader),
    }));
  },
};
