import { z } from 'zod';
import { note } from '../access/access.view.ts';
import { accountText } from '../accounts/account.text.ts';
import { type Gesture, type Handler, onAction, onSubmit, type SubmitAnswer } from '../slack/handler.ts';
import type { Rich } from '../slack/text.ts';
import { dropTask, restoreTask } from './task.flow.ts';
import { taskIds } from './task.ids.ts';
import { tasksById } from './task.query.ts';
import { taskText } from './task.text.ts';
import { openNewTask, openTask, submitNewTask, submitTask, type TaskSubmitted } from './task-form.flow.ts';
import { type Typed, typedSchema } from './task-form.ts';
import { changedNotice, droppedModal, formErrors, taskForm } from './task-form.view.ts';
import { goBack, originOf, originSchema, refreshBelow } from './task-list.slack.ts';
import { readerOf } from './task-window.query.ts';
import type { TaskWiring } from './task-wiring.ts';

const editMeta = originSchema.extend({ taskId: z.uuid(), version: z.int().min(1) });
type EditMeta = z.infer<typeof editMeta>;
const oneTask = z.object({ taskId: z.uuid() });

/** The forms for a new step and for one that is there. */
export function taskFormHandlers(wiring: TaskWiring): readonly Handler[] {
  return [
    onAction(taskIds.create, {
      needs: 'interaction.log',
      accepts: z.object({ accountId: z.uuid().nullable() }),
      run: (gesture, { accountId }) => openNew(gesture, accountId),
    }),
    onSubmit(taskIds.createSubmit, {
      needs: 'interaction.log',
      accepts: z.object({ meta: originSchema, values: typedSchema }),
      run: async (gesture, { meta, values }) => {
        await introduce(gesture, values, wiring);
        const result = await gesture.once((work) => submitNewTask(work, values));
        return result.ok ? goBack(gesture, meta, scopeOf(result), wiring) : refused(gesture, result);
      },
    }),
    onSubmit(taskIds.editSubmit, {
      needs: 'task.edit',
      accepts: z.object({ meta: editMeta, values: typedSchema }),
      run: (gesture, { meta, values }) => edit(gesture, meta, values, wiring),
    }),
    onAction(taskIds.drop, {
      needs: 'task.edit',
      accepts: oneTask,
      run: (gesture, { taskId }) => drop(gesture, taskId),
    }),
    onAction(taskIds.restore, {
      needs: 'task.edit',
      accepts: oneTask,
      run: (gesture, { taskId }) => restore(gesture, taskId),
    }),
  ];
}

/** Somebody who was picked may be new to Dossier. */
const introduce = async ({ who }: Gesture, { assignee }: Typed, wiring: TaskWiring): Promise<void> => {
  if (assignee) await wiring.introduce(who.workspaceId, [assignee]);
};

/** Whose steps are shown when one was saved: the account's, to those who may see them all. */
const scopeOf = ({ accountId, mayReadAccount }: Extract<TaskSubmitted, { ok: true }>) =>
  mayReadAccount ? { accountId } : ('mine' as const);

async function openNew(gesture: Gesture, accountId: string | null): Promise<void> {
  const opened = await gesture.inWorkspace(async (work) => {
    const form = await openNewTask(work, accountId);
    return form && { ...form, reader: readerOf(work) };
  });
  if (!opened) return gesture.answer(note(accountText[gesture.language].gone));
  const { account, typed, reader } = opened;
  await gesture.open(taskForm({ account, typed, task: null, meta: originOf(gesture) }, reader));
}

/** Opens the form of a step that is still open. */
export async function openEdit(gesture: Gesture, taskId: string): Promise<void> {
  const view = await editWindow(gesture, taskId, originOf(gesture));
  await (view ? gesture.open(view) : gesture.answer(note(taskText[gesture.language].gone)));
}

async function editWindow(
  gesture: Gesture,
  taskId: string,
  origin: z.infer<typeof originSchema>,
  shown: { typed?: Typed; notice?: boolean } = {},
) {
  const opened = await gesture.inWorkspace(async (work) => {
    const form = await openTask(work, taskId);
    return form && { ...form, reader: readerOf(work) };
  });
  if (!opened) return null;
  const { account, task, reader } = opened;
  const notice: Rich | null = shown.notice ? changedNotice(task, reader) : null;
  const meta: EditMeta = { ...origin, taskId, version: task.version };
  return taskForm({ account, typed: shown.typed ?? opened.typed, task, meta, ...(notice && { notice }) }, reader);
}

async function edit(gesture: Gesture, meta: EditMeta, values: Typed, wiring: TaskWiring): Promise<SubmitAnswer> {
  const { taskId, version, ...origin } = meta;
  await introduce(gesture, values, wiring);
  const result = await gesture.once((work) => submitTask(work, taskId, version, values));
  if (result.ok) return goBack(gesture, origin, scopeOf(result), wiring);
  if (result.problem === 'fields') return refused(gesture, result);
  const view = await editWindow(gesture, taskId, origin, { typed: values, notice: true });
  return view ? { next: 'update', view } : refused(gesture, { problem: 'fields', problems: { title: 'step-gone' } });
}

async function refused(
  gesture: Gesture,
  refusal: Pick<Extract<TaskSubmitted, { ok: false }>, 'problem'> & { problems?: Parameters<typeof formErrors>[0] },
): Promise<SubmitAnswer> {
  const reader = await gesture.inWorkspace(async (work) => readerOf(work));
  return { next: 'errors', errors: formErrors(refusal.problems ?? {}, reader) };
}

async function drop(gesture: Gesture, taskId: string): Promise<void> {
  const { view } = gesture.place;
  const meta = editMeta.safeParse(view?.meta);
  if (!view || !meta.success) return;
  const { ok } = await gesture.once(async (work) => ({ ok: (await dropTask(work, taskId)).ok }));
  if (!ok) return;
  const dropped = await gesture.inWorkspace(async (work) => ({
    lines: await tasksById(work, [taskId]),
    reader: readerOf(work),
  }));
  const [line] = dropped.lines;
  if (line) await gesture.update(view.id, droppedModal(line.task, meta.data, dropped.reader), view.hash);
  await refreshBelow(gesture, meta.data);
}

async function restore(gesture: Gesture, taskId: string): Promise<void> {
  const { view } = gesture.place;
  const meta = editMeta.safeParse(view?.meta);
  if (!view || !meta.success) return;
  await gesture.once(async (work) => ({ ok: (await restoreTask(work, taskId)).ok }));
  const { taskId: _, version: __, ...origin } = meta.data;
  const form = await editWindow(gesture, taskId, origin);
  if (form) await gesture.update(view.id, form, view.hash);
  await refreshBelow(gesture, origin);
}
