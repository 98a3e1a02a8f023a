import { note } from '../../src/access/access.view.ts';
import { taskKinds } from '../../src/tasks/task.ts';
import { taskCardBlocks } from '../../src/tasks/task-card.view.ts';
import type { FormProblems } from '../../src/tasks/task-form.ts';
import {
  changedNotice,
  dateModal,
  droppedModal,
  formErrors,
  giveModal,
  taskForm,
} from '../../src/tasks/task-form.view.ts';
import { taskListModal } from '../../src/tasks/task-list.view.ts';
import { dueWords, repeatWords, taskBlocks } from '../../src/tasks/task-row.view.ts';
import { taskMoveBlock } from '../../src/tasks/task-timeline.view.ts';
import { idOf, known, readerOf } from '../support/hostile-facts.ts';
import { movesOf, summaryOf, taskLinesOf, taskListOf, taskOf } from '../support/hostile-tasks.ts';
import { type Builders, message, window } from './surface.ts';

const problems: FormProblems = {
  title: 'title',
  date: 'past',
  time: 'far',
  assignee: 'not-a-colleague',
  account: 'gone',
};

export const taskViews: Builders = {
  'task-card.view taskCardBlocks': (h) => [
    message({ text: '', blocks: taskCardBlocks(summaryOf(h), idOf(0), readerOf(h)) }),
  ],
  'task-form.view taskForm': (h) =>
    [null, taskOf(h, 0)].map((task) =>
      window(
        taskForm(
          {
            account: { id: idOf(0), name: h.text },
            typed: {
              title: h.text,
              kind: 'ours',
              assignee: known.user,
              date: '2026-03-06',
              time: '15:00',
              repeat: 'month',
            },
            task,
            meta: {},
            notice: changedNotice(taskOf(h, 0), readerOf(h)),
          },
          readerOf(h),
        ),
      ),
    ),
  'task-form.view dateModal': (h) => [window(dateModal(taskOf(h, 0), { date: '2026-03-06' }, {}, readerOf(h)))],
  'task-form.view giveModal': (h) => [window(giveModal(taskOf(h, 0), {}, readerOf(h)))],
  'task-form.view droppedModal': (h) => [window(droppedModal(taskOf(h, 0), {}, readerOf(h)))],
  'task-form.view changedNotice': (h) => [message(note(changedNotice(taskOf(h, 0), readerOf(h))))],
  'task-form.view formErrors': (h) =>
    Object.values(formErrors(problems, readerOf(h))).map((text) => message(note(text))),
  'task-list.view taskListModal': (h) =>
    (['mine', 'team', { accountId: idOf(0) }] as const).map((scope) =>
      window(taskListModal(taskListOf(h, scope), changedNotice(taskOf(h, 0), readerOf(h)))),
    ),
  'task-row.view dueWords': (h) => [0, 1, 2, 3].map((i) => message(note(dueWords(taskOf(h, i), readerOf(h))))),
  'task-row.view repeatWords': (h) =>
    taskKinds.flatMap((_, i) => {
      const { repeat } = taskOf(h, i);
      return repeat ? [message(note(repeatWords(repeat, h.language)))] : [];
    }),
  'task-row.view taskBlocks': (h) =>
    taskLinesOf({ ...h, count: Math.min(h.count, 8) }).map((line) =>
      message({ text: '', blocks: taskBlocks(line, readerOf(h)) }),
    ),
  'task-timeline.view taskMoveBlock': (h) =>
    movesOf({ ...h, count: Math.min(h.count, 8) }).map((move) =>
      message({ text: '', blocks: [taskMoveBlock(move, readerOf(h))] }),
    ),
};
