import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { note } from '../access/access.view.ts';
import { type Gesture, type Handler, onAction } from '../slack/handler.ts';
import { accountIds } from './account.ids.ts';
import { accountText } from './account.text.ts';
import { readHistory } from './history.query.ts';
import { historyModal, historyPageSize } from './history.view.ts';

const first = z.object({ accountId: z.uuid() });
const further = z.object({ accountId: z.uuid(), before: z.uuid() });

/** What was done to an account, page by page. */
export function historyHandlers(): readonly Handler[] {
  return [
    onAction(accountIds.history, {
      needs: 'history.read',
      accepts: first,
      run: (gesture, { accountId }) => openHistory(gesture, accountId),
    }),
    onAction(accountIds.historyNewest, {
      needs: 'history.read',
      accepts: first,
      run: (gesture, { accountId }) => turn(gesture, accountId, null),
    }),
    onAction(accountIds.historyPage, {
      needs: 'history.read',
      accepts: further,
      run: (gesture, { accountId, before }) => turn(gesture, accountId, before),
    }),
  ];
}

/** Opens an account's history. */
export async function openHistory(gesture: Gesture, accountId: string): Promise<void> {
  const view = await historyWindow(gesture, accountId);
  if (!view) return gesture.answer(note(accountText[gesture.language].gone));
  await gesture.open(view);
}

async function turn(gesture: Gesture, accountId: string, before: string | null): Promise<void> {
  const view = await historyWindow(gesture, accountId, before);
  const { view: shown } = gesture.place;
  if (view && shown) await gesture.update(shown.id, view, shown.hash);
}

/** A page of an account's history; null when the account is gone. */
export async function historyWindow(
  gesture: Gesture,
  accountId: string,
  before: string | null = null,
): Promise<ModalView | null> {
  const read = await gesture.inWorkspace(async (work) => {
    const history = await readHistory(work, accountId, before, historyPageSize);
    return history && { history, reader: { language: work.actor.language, zone: work.actor.zone, now: work.now } };
  });
  return read && historyModal(read.history, { isFirst: before === null }, read.reader);
}
