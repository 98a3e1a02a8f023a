import type { KnownBlock } from '@slack/types';
import type { Reader } from '../accounts/card.ts';
import { actions, button, context } from '../slack/blocks.ts';
import { row } from '../slack/list.ts';
import { joinRich, mention, rich } from '../slack/text.ts';
import { taskIds } from './task.ids.ts';
import { taskText } from './task.text.ts';
import type { TaskOnCard, TaskSummary } from './task-card.ts';
import { dueWords } from './task-row.view.ts';

/** The next step, then what was promised, then the ways to all of it and to a new step. */
export function taskCardBlocks(summary: TaskSummary, accountId: string, reader: Reader): readonly KnownBlock[] {
  const t = taskText[reader.language];
  const { next, promises, more, count, isMore, mayRead, mayAdd } = summary;
  const value = { accountId };
  const buttons = [
    ...(mayRead && count > 0 ? [button(taskIds.open, t.allSteps(isMore ? `${count}+` : `${count}`), { value })] : []),
    ...(mayAdd ? [button(taskIds.create, t.newStep, { value })] : []),
  ];
  return [
    ...(next ? [row(t.next(rich`${next.task.title}`, whenAndWho(next, reader)))] : []),
    ...(mayRead && !next ? [context(t.noNext)] : []),
    ...promises.map((promise) => row(promised(promise, reader))),
    ...(more > 0 ? [context(t.morePromises(more))] : []),
    ...(buttons.length === 0 ? [] : [actions(buttons, 'card-tasks')]),
  ];
}

const promised = (promise: TaskOnCard, reader: Reader) => {
  const t = taskText[reader.language];
  return t.promised(t.kinds[promise.task.kind], rich`${promise.task.title}`, whenAndWho(promise, reader));
};

const whenAndWho = ({ task, assignee }: TaskOnCard, reader: Reader) =>
  joinRich([dueWords(task, reader), assignee ? mention(assignee) : ''], taskText[reader.language].comma);
