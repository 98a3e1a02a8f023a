import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { note } from '../access/access.view.ts';
import { accountText } from '../accounts/account.text.ts';
import { type Gesture, type Handler, onAction, type SubmitAnswer } from '../slack/handler.ts';
import type { Rich } from '../slack/text.ts';
import { taskIds } from './task.ids.ts';
import { taskListModal } from './task-list.view.ts';
import { readTaskList } from './task-window.query.ts';
import { belowSchema, firstPage, type ListPlace, type ListScope, listPlaceSchema } from './task-window.ts';
import type { TaskWiring } from './task-wiring.ts';

const anything = z.unknown();

/** The list of steps: whose it shows, and its pages. */
export function taskListHandlers(): readonly Handler[] {
  return [
    onAction(taskIds.open, {
      needs: 'task.read',
      accepts: z.object({ accountId: z.uuid() }),
      run: (gesture, { accountId }) => openTasks(gesture, { accountId }),
    }),
    onAction(taskIds.mine, {
      needs: 'task.read',
      accepts: anything,
      run: (gesture) => openTasks(gesture, 'mine'),
    }),
    onAction(taskIds.team, {
      needs: 'team.read',
      accepts: anything,
      run: (gesture) => openTasks(gesture, 'team'),
    }),
    onAction(taskIds.further, {
      needs: 'task.read',
      accepts: listPlaceSchema.pick({ after: true }),
      run: (gesture, { after }) => turn(gesture, after),
    }),
    onAction(taskIds.first, { needs: 'task.read', accepts: anything, run: (gesture) => turn(gesture, null) }),
  ];
}

/** Shows whose steps these are: in the list in front, else in a window of its own. */
export async function openTasks(gesture: Gesture, scope: ListScope): Promise<void> {
  const view = await tasksWindow(gesture, scope);
  if (!view) return gesture.answer(note(accountText[gesture.language].gone));
  const { view: front } = gesture.place;
  if (front && placeOf(gesture)) return gesture.update(front.id, view, front.hash);
  await gesture.open(view);
}

/** The first page of these steps as a window; null when the account is gone. */
export const tasksWindow = (gesture: Gesture, scope: ListScope): Promise<ModalView | null> =>
  listWindow(gesture, firstPage(scope));

async function listWindow(gesture: Gesture, place: ListPlace, notice?: Rich): Promise<ModalView | null> {
  const list = await gesture.inWorkspace((work) => readTaskList(work, place));
  return list && taskListModal(list, notice);
}

/** Where the list in front stands; null when something else is in front. */
export function placeOf({ place }: Gesture): ListPlace | null {
  const read = listPlaceSchema.safeParse(place.view?.type === 'modal' ? place.view.meta : null);
  return read.success ? read.data : null;
}

async function turn(gesture: Gesture, after: ListPlace['after']): Promise<void> {
  const place = placeOf(gesture);
  if (place) await showList(gesture, { ...place, after, done: [] });
}

/** Shows the list in front as it stands now. */
export async function showList(gesture: Gesture, place: ListPlace, notice?: Rich): Promise<void> {
  const view = await listWindow(gesture, place, notice);
  const { view: front } = gesture.place;
  if (view && front) await gesture.update(front.id, view, front.hash);
}

/** What a smaller window must bring up to date when it is done: the list below it, Home, or nothing. */
export const originSchema = z.object({ below: belowSchema.optional(), home: z.boolean().optional() });
type Origin = z.infer<typeof originSchema>;

/** From where this gesture opens a smaller window. */
export function originOf(gesture: Gesture): Origin {
  const { view } = gesture.place;
  const place = placeOf(gesture);
  if (view && place) return { below: { viewId: view.id, place } };
  return view?.type === 'home' ? { home: true } : {};
}

/** Brings the list below a smaller window up to date. */
export async function refreshBelow(gesture: Gesture, { below }: Origin): Promise<void> {
  const view = below && (await listWindow(gesture, below.place));
  if (below && view) await gesture.update(below.viewId, view);
}

/**
 * Closes a smaller window and brings up to date what it was opened from; `scope` says whose steps are shown where that was
 * no list.
 */
export async function goBack(
  gesture: Gesture,
  { below, home }: Origin,
  scope: ListScope,
  wiring: Pick<TaskWiring, 'showHome'>,
): Promise<SubmitAnswer> {
  if (home) {
    await wiring.showHome(gesture);
    return { next: 'close' };
  }
  const view = await listWindow(gesture, below?.place ?? firstPage(scope));
  if (!view) return { next: 'close' };
  // The form stands in the list's own place where no more windows could be stacked.
  if (!below || below.viewId === gesture.place.view?.id) return { next: 'update', view };
  await gesture.update(below.viewId, view);
  return { next: 'close' };
}
