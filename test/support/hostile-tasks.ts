import type { Repeat } from '../../src/tasks/repeat.ts';
import type { Task, TaskLine } from '../../src/tasks/task.ts';
import type { TaskSummary } from '../../src/tasks/task-card.ts';
import type { TaskMove } from '../../src/tasks/task-timeline.ts';
import { firstPage, type ListScope, type TaskList } from '../../src/tasks/task-window.ts';
import { at, type Hostile, idOf, known, readerOf, times } from './hostile-facts.ts';

const repeats: readonly (Repeat | null)[] = [
  null,
  { every: 'day', interval: 1, day: 6, on: '2026-03-06', workingDays: true },
  { every: 'month', interval: 99, day: 31, on: '2026-01-31', workingDays: false },
];

/** Due, overdue and undated; ours and theirs; once and again. */
export const taskOf = ({ text }: Hostile, i: number): Task => ({
  id: idOf(i),
  accountId: idOf(i),
  interactionId: null,
  kind: (['step', 'ours', 'theirs'] as const)[i % 3] ?? 'step',
  title: text,
  assigneeId: idOf(i),
  due: i % 4 === 3 ? null : { on: i % 2 === 0 ? '2026-03-06' : '2031-12-31', time: i % 3 === 0 ? '15:00' : null },
  repeat: repeats[i % 3] ?? null,
  createdById: idOf(i),
  zone: 'Asia/Shanghai',
  dueAt: i % 4 === 3 ? null : i % 2 === 0 ? at : new Date('2031-12-31T16:00:00Z'),
  doneAt: null,
  droppedAt: null,
  version: 1,
  createdAt: at,
});

/** Some of them done, some not for the reader. */
export const taskLinesOf = (hostile: Hostile): readonly TaskLine[] =>
  times(hostile.count, (i) => ({
    task: { ...taskOf(hostile, i), doneAt: i % 6 === 5 ? at : null },
    isReadable: i % 7 !== 6,
    account: { id: idOf(i), name: hostile.text },
    assignee: { name: hostile.text, slackUserId: known.user },
  }));

/** A page as full as it can be: fifteen open ones and ten just done. */
export const taskListOf = (hostile: Hostile, scope: ListScope): TaskList => ({
  place: { ...firstPage(scope), done: [...times(10, idOf)], after: { dueAt: at.toISOString(), id: idOf(1) } },
  lines: taskLinesOf(hostile).slice(0, 25),
  next: { dueAt: null, id: idOf(2) },
  account: typeof scope === 'string' ? null : { id: idOf(0), name: hostile.text },
  me: idOf(0),
  mayTeam: true,
  reader: readerOf(hostile),
});

export const summaryOf = (hostile: Hostile): TaskSummary => {
  const onCard = (i: number) => ({ task: taskOf(hostile, i), assignee: known.user });
  return {
    next: hostile.count > 0 ? onCard(0) : null,
    promises: times(Math.min(hostile.count, 3), onCard),
    more: Math.max(0, hostile.count - 3),
    count: hostile.count,
    isMore: hostile.count > 50,
    mayRead: true,
    mayAdd: true,
  };
};

/** Made, done and taken back, in turn. */
export const movesOf = (hostile: Hostile): readonly TaskMove[] =>
  times(hostile.count, (i) => ({
    task: { ...taskOf(hostile, i), doneAt: i % 3 === 1 ? at : null, droppedAt: i % 3 === 2 ? at : null },
    at,
    assignee: known.user,
  }));
