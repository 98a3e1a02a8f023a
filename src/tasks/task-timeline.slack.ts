import type { TimelineStream } from '../timeline/timeline-wiring.ts';
import { taskText } from './task.text.ts';
import { readTaskMoves } from './task-timeline.query.ts';
import { taskMoveBlock } from './task-timeline.view.ts';

/** Steps and promises of an account, as a part of its timeline. */
export const stepStream: TimelineStream = {
  kind: 'steps',
  needs: 'task.read',
  label: { en: taskText.en.timeline, zh: taskText.zh.timeline },
  empty: { en: taskText.en.timelineEmpty, zh: taskText.zh.timelineEmpty },
  load: async (work, account, page) =>
    (await readTaskMoves(work, account, page)).map((move) => ({
      at: move.at,
      id: move.task.id,
      block: (reader) => taskMoveBlock(move, reader),
    })),
};
