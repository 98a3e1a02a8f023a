import { findAccount } from '../../src/accounts/account.store.ts';
import type { Work } from '../../src/db/work.ts';
import {
  completeTask,
  dropTask,
  editTask,
  giveTask,
  moveTask,
  postponeTask,
  reopenTask,
  restoreTask,
} from '../../src/tasks/task.flow.ts';
import { accountTasks, dayTasks, myTasks, tasksById, teamTasks } from '../../src/tasks/task.query.ts';
import {
  openNewTask,
  openTask,
  submitDate,
  submitGift,
  submitNewTask,
  submitTask,
} from '../../src/tasks/task-form.flow.ts';
import { readTaskMoves } from '../../src/tasks/task-timeline.query.ts';
import { readTaskList } from '../../src/tasks/task-window.query.ts';
import { firstPage } from '../../src/tasks/task-window.ts';
import { accountDoor, type Door, door } from './door.ts';

const due = { on: '2036-01-02', time: null };
const page = { after: null, limit: 20 };
/** A change of the step that is aimed at. */
const stepDoor = (change: (work: Work, taskId: string) => Promise<unknown>): Door =>
  accountDoor('task.edit', (work, { taskId }) => change(work, taskId));

export const taskDoors: Readonly<Record<string, Door>> = {
  'tasks/task.flow.ts completeTask': stepDoor(completeTask),
  'tasks/task.flow.ts dropTask': stepDoor(dropTask),
  'tasks/task.flow.ts editTask': stepDoor((work, id) => editTask(work, { id, version: 1, mine: { title: 'Call' } })),
  'tasks/task.flow.ts giveTask': stepDoor((work, id) => giveTask(work, id, work.actor.memberId)),
  'tasks/task.flow.ts moveTask': stepDoor((work, id) => moveTask(work, id, due)),
  'tasks/task.flow.ts postponeTask': stepDoor((work, id) => postponeTask(work, id, 'tomorrow')),
  'tasks/task.flow.ts reopenTask': stepDoor(reopenTask),
  'tasks/task.flow.ts restoreTask': stepDoor(restoreTask),
  'tasks/task.query.ts accountTasks': accountDoor('task.read', (work, { accountId }) =>
    accountTasks(work, accountId, page),
  ),
  'tasks/task.query.ts dayTasks': door('task.read', (work) =>
    dayTasks(work, { memberIds: [work.actor.memberId], limit: 20 }),
  ),
  'tasks/task.query.ts myTasks': door('task.read', (work) => myTasks(work, page)),
  'tasks/task.query.ts tasksById': door('task.read', (work, { taskId }) => tasksById(work, [taskId])),
  'tasks/task.query.ts teamTasks': door('team.read', (work) => teamTasks(work, page)),
  'tasks/task-form.flow.ts openNewTask': accountDoor('interaction.log', (work, { accountId }) =>
    openNewTask(work, accountId),
  ),
  'tasks/task-form.flow.ts openTask': stepDoor(openTask),
  'tasks/task-form.flow.ts submitDate': stepDoor((work, id) => submitDate(work, id, { date: '2036-01-02' })),
  'tasks/task-form.flow.ts submitGift': stepDoor((work, id) => submitGift(work, id, { assignee: 'U404' })),
  'tasks/task-form.flow.ts submitNewTask': accountDoor('interaction.log', (work, { accountId }) =>
    submitNewTask(work, { account: accountId, title: '' }),
  ),
  'tasks/task-form.flow.ts submitTask': stepDoor((work, id) => submitTask(work, id, 1, { title: '' })),
  'tasks/task-timeline.query.ts readTaskMoves': accountDoor('task.read', async (work, { accountId }) => {
    const account = await findAccount(work, accountId);
    return account && readTaskMoves(work, account, { before: null, limit: 20 });
  }),
  'tasks/task-window.query.ts readTaskList': door('task.read', (work) => readTaskList(work, firstPage('mine'))),
};

export const noTaskDoors: Readonly<Record<string, string>> = {
  'tasks/task.flow.ts addTask': 'within a use case that has let the person in at the account',
  'tasks/task-card.query.ts readTaskSummary': 'a part of the card, which holds what the reader may know',
  'tasks/task-window.query.ts readerOf': 'reads nothing',
};
