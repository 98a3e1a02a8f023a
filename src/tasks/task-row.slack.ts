import type { KnownBlock } from '@slack/types';
import { z } from 'zod';
import { section } from '../slack/blocks.ts';
import { type Gesture, type Handler, onAction } from '../slack/handler.ts';
import { completeTask, postponeTask, reopenTask } from './task.flow.ts';
import { taskIds } from './task.ids.ts';
import { tasksById } from './task.query.ts';
import { taskText } from './task.text.ts';
import { openDate, openGive } from './task-ask.slack.ts';
import { openEdit } from './task-form.slack.ts';
import { placeOf, showList } from './task-list.slack.ts';
import { taskBlocks } from './task-row.view.ts';
import { readerOf } from './task-window.query.ts';
import { doneShown } from './task-window.ts';
import type { TaskWiring } from './task-wiring.ts';

const oneTask = z.object({ taskId: z.uuid() });
/** `date:<id>`: what was chosen for which step. */
const chosen = z
  .string()
  .max(75)
  .transform((value) => value.split(':'))
  .pipe(z.tuple([z.enum(['tomorrow', 'week', 'date', 'give', 'edit']), z.uuid()]));

/** What can be done about a step where it stands in a list. */
export function taskRowHandlers(wiring: TaskWiring): readonly Handler[] {
  return [
    onAction(taskIds.done, {
      needs: 'task.edit',
      accepts: oneTask,
      run: async (gesture, { taskId }) => {
        const { ok } = await gesture.once(async (work) => outcome(await completeTask(work, taskId)));
        await again(gesture, wiring, ok, (done) => [taskId, ...done.filter((id) => id !== taskId)].slice(0, doneShown));
      },
    }),
    onAction(taskIds.undo, {
      needs: 'task.edit',
      accepts: oneTask,
      run: async (gesture, { taskId }) => {
        const { ok } = await gesture.once(async (work) => outcome(await reopenTask(work, taskId)));
        await again(gesture, wiring, ok, (done) => done.filter((id) => id !== taskId));
      },
    }),
    onAction(taskIds.log, {
      needs: 'interaction.log',
      accepts: oneTask,
      run: (gesture, { taskId }) => log(gesture, taskId, wiring),
    }),
    onAction(taskIds.more, {
      needs: 'task.edit',
      accepts: chosen,
      run: (gesture, [what, taskId]) => {
        switch (what) {
          case 'date':
            return openDate(gesture, taskId);
          case 'give':
            return openGive(gesture, taskId);
          case 'edit':
            return openEdit(gesture, taskId);
          default:
            return postpone(gesture, taskId, what, wiring);
        }
      },
    }),
  ];
}

/** What of a change is kept for a redelivery: it must survive JSON. */
const outcome = ({ ok }: { readonly ok: boolean }): { readonly ok: boolean } => ({ ok });

async function postpone(
  gesture: Gesture,
  taskId: string,
  until: 'tomorrow' | 'week',
  wiring: TaskWiring,
): Promise<void> {
  const { ok } = await gesture.once(async (work) => outcome(await postponeTask(work, taskId, until)));
  await again(gesture, wiring, ok, (done) => done);
}

/** Shows where the step stood as it is now: the list with what is done in it, or Home below what was just done. */
async function again(
  gesture: Gesture,
  wiring: TaskWiring,
  ok: boolean,
  done: (before: readonly string[]) => readonly string[],
): Promise<void> {
  const place = placeOf(gesture);
  const shown = [...done(place?.done ?? [])];
  const gone = ok ? null : taskText[gesture.language].gone;
  if (place) return showList(gesture, { ...place, done: shown }, gone ?? undefined);
  await wiring.showHome(gesture, gone ? [section(gone)] : await doneOnHome(gesture, shown));
}

/** Home shows what is open alone: what was just done stands above it, to be undone or logged. */
const doneOnHome = (gesture: Gesture, ids: readonly string[]): Promise<readonly KnownBlock[]> =>
  gesture.inWorkspace(async (work) => {
    const lines = await tasksById(work, ids);
    return lines.filter(({ task }) => task.doneAt).flatMap((line) => taskBlocks(line, readerOf(work)));
  });

/** The form that logs a talk, with what was done as its summary. */
async function log(gesture: Gesture, taskId: string, { openLog }: TaskWiring): Promise<void> {
  const [line] = await gesture.inWorkspace((work) => tasksById(work, [taskId]));
  if (!line) return;
  await openLog(gesture, { accountId: line.account.id, summary: line.task.title });
}
