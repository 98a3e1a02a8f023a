import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { note } from '../access/access.view.ts';
import type { Reader } from '../accounts/card.ts';
import { type Gesture, type Handler, onSubmit, type SubmitAnswer } from '../slack/handler.ts';
import { taskIds } from './task.ids.ts';
import { taskText } from './task.text.ts';
import type { Task } from './task.ts';
import { openTask, submitDate, submitGift } from './task-form.flow.ts';
import { type FormProblems, type Typed, typedSchema } from './task-form.ts';
import { dateModal, formErrors, giveModal } from './task-form.view.ts';
import { goBack, originOf, originSchema } from './task-list.slack.ts';
import { readerOf } from './task-window.query.ts';
import type { TaskWiring } from './task-wiring.ts';

const askMeta = originSchema.extend({ taskId: z.uuid() });
type AskMeta = z.infer<typeof askMeta>;
type Asked = { readonly ok: true } | { readonly ok: false; readonly problems: FormProblems };

/** The small windows that ask one thing about a step: another day, another colleague. */
export function taskAskHandlers(wiring: TaskWiring): readonly Handler[] {
  return [
    onSubmit(taskIds.dateSubmit, {
      needs: 'task.edit',
      accepts: z.object({ meta: askMeta, values: typedSchema.pick({ date: true, time: true }) }),
      run: async (gesture, { meta, values }) =>
        settled(gesture, meta, await gesture.once((work) => submitDate(work, meta.taskId, values)), wiring),
    }),
    onSubmit(taskIds.giveSubmit, {
      needs: 'task.edit',
      accepts: z.object({ meta: askMeta, values: typedSchema.pick({ assignee: true }) }),
      run: async (gesture, { meta, values }) => {
        if (values.assignee) await wiring.introduce(gesture.who.workspaceId, [values.assignee]);
        return settled(gesture, meta, await gesture.once((work) => submitGift(work, meta.taskId, values)), wiring);
      },
    }),
  ];
}

/** Asks on which day a step is due. */
export const openDate = (gesture: Gesture, taskId: string): Promise<void> =>
  ask(gesture, taskId, ({ task, typed }, meta, reader) => dateModal(task, typed, meta, reader));

/** Asks to whom a step is given. */
export const openGive = (gesture: Gesture, taskId: string): Promise<void> =>
  ask(gesture, taskId, ({ task }, meta, reader) => giveModal(task, meta, reader));

async function ask(
  gesture: Gesture,
  taskId: string,
  windowOf: (opened: { task: Task; typed: Typed }, meta: AskMeta, reader: Reader) => ModalView,
): Promise<void> {
  const opened = await gesture.inWorkspace(async (work) => {
    const form = await openTask(work, taskId);
    return form && { ...form, reader: readerOf(work) };
  });
  if (!opened) return gesture.answer(note(taskText[gesture.language].gone));
  await gesture.open(windowOf(opened, { ...originOf(gesture), taskId }, opened.reader));
}

async function settled(gesture: Gesture, meta: AskMeta, asked: Asked, wiring: TaskWiring): Promise<SubmitAnswer> {
  if (asked.ok) return goBack(gesture, meta, 'mine', wiring);
  const reader = await gesture.inWorkspace(async (work) => readerOf(work));
  return { next: 'errors', errors: formErrors(asked.problems, reader) };
}
