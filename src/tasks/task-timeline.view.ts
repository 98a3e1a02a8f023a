import type { KnownBlock } from '@slack/types';
import { formatMoment } from '../accounts/account-form.view.ts';
import type { Reader } from '../accounts/card.ts';
import { row } from '../slack/list.ts';
import { joinRich, mention, type Rich, rich } from '../slack/text.ts';
import { taskText } from './task.text.ts';
import { dueWords } from './task-row.view.ts';
import type { TaskMove } from './task-timeline.ts';

/** A step or promise in the timeline: made, done or taken back. */
export function taskMoveBlock(move: TaskMove, reader: Reader): KnownBlock {
  const { zone, language } = reader;
  const head = rich`*${formatMoment(move.at, zone, language)}* · ${mention(move.assignee)}`;
  return row(joinRich([head, moved(move, reader)], '\n'));
}

function moved({ task }: TaskMove, reader: Reader): Rich {
  const { told, kinds } = taskText[reader.language];
  const what = rich`${task.title}`;
  if (task.droppedAt) return told.dropped(what);
  if (task.doneAt) return told.done(what);
  return told.added(kinds[task.kind], task.due ? joinRich([what, dueWords(task, reader)], ' · ') : what);
}
