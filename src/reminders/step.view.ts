import type { Reader } from '../accounts/card.ts';
import type { Brief } from '../brief/brief.ts';
import { briefMessage } from '../brief/brief.view.ts';
import { timeIn } from '../lib/date.ts';
import { context, section } from '../slack/blocks.ts';
import type { Message } from '../slack/handler.ts';
import { limits } from '../slack/limits.ts';
import { row } from '../slack/list.ts';
import { bare, rich } from '../slack/text.ts';
import type { TaskLine } from '../tasks/task.ts';
import { taskBlocks } from '../tasks/task-row.view.ts';
import { stepText } from './step.text.ts';
import type { StepState } from './step.ts';

/** A reminder of a step as the step stands now: with its buttons while it is the reader's to do. */
export function stepMessage(line: TaskLine, state: StepState, reader: Reader): Message {
  const t = stepText[reader.language];
  const { task, account, assignee } = line;
  const text = bare(rich`${t.plain(task.title, account.name)}`, limits.messageText);
  switch (state) {
    case 'due': {
      // At its own moment it is not overdue yet.
      const before = new Date(Math.min(reader.now.getTime(), (task.dueAt?.getTime() ?? 0) - 1));
      return { text, blocks: [context(t.now), ...taskBlocks(line, { ...reader, now: before })] };
    }
    case 'moved':
      return { text, blocks: [context(t.moved), ...taskBlocks(line, reader)] };
    case 'done':
      return { text, blocks: taskBlocks(line, reader) };
    case 'dropped':
      return { text, blocks: [section(t.takenBack(task.title))] };
    case 'given':
      return { text, blocks: [section(t.given(task.title, assignee.slackUserId))] };
  }
}

/** The brief of an account before a meeting there. */
export function meetingMessage(brief: Brief, { task }: TaskLine, reader: Reader): Message {
  const { text, blocks } = briefMessage(brief, reader);
  const words = stepText[reader.language].soon(task.dueAt ? timeIn(task.dueAt, reader.zone) : '', task.title);
  return { text, blocks: [row(words), ...blocks].slice(0, limits.messageBlocks) };
}
