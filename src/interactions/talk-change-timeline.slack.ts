import { changeStream } from '../timeline/change-timeline.slack.ts';
import type { TimelineStream } from '../timeline/timeline-wiring.ts';
import { readTalkChanges } from './talk-change.query.ts';
import { talkChangeBlock } from './talk-change.view.ts';

/** What was changed in an account's talks, taken back and put back: changes like those of its file. */
export const talkChangeStream: TimelineStream = {
  ...changeStream,
  needs: 'interaction.read',
  async load(work, account, page) {
    const { entries, names } = await readTalkChanges(work, account, page);
    return entries.map((entry) => ({
      at: entry.at,
      id: entry.id,
      block: (reader) => talkChangeBlock(entry, names, reader),
    }));
  },
};
