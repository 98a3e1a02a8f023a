import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { note } from '../access/access.view.ts';
import type { Reader } from '../accounts/card.ts';
import { type Gesture, type Handler, onAction } from '../slack/handler.ts';
import { briefIds } from './brief.ids.ts';
import { readBrief } from './brief.query.ts';
import { briefText } from './brief.text.ts';
import type { Brief } from './brief.ts';
import { briefMessage, briefModal } from './brief.view.ts';

/** The button that opens a brief. */
export function briefHandlers(): readonly Handler[] {
  return [
    onAction(briefIds.open, {
      needs: 'account.read',
      accepts: z.object({ accountId: z.uuid() }),
      run: (gesture, { accountId }) => openBrief(gesture, accountId),
    }),
  ];
}

/** From a window or from Home the brief comes as a window, otherwise as an answer. */
export async function openBrief(gesture: Gesture, accountId: string): Promise<void> {
  const read = await briefFor(gesture, accountId);
  if (!read) return gesture.answer(note(briefText[gesture.language].gone));
  if (!gesture.place.view) return gesture.answer(briefMessage(read.brief, read.reader));
  await gesture.open(briefModal(read.brief, read.reader));
}

/** The brief as a window; null when the account is gone. */
export async function briefWindow(gesture: Gesture, accountId: string): Promise<ModalView | null> {
  const read = await briefFor(gesture, accountId);
  return read && briefModal(read.brief, read.reader);
}

const briefFor = (gesture: Gesture, accountId: string): Promise<{ brief: Brief; reader: Reader } | null> =>
  gesture.inWorkspace(async (work) => {
    const brief = await readBrief(work, accountId);
    const { language, zone } = work.actor;
    return brief && { brief, reader: { language, zone, now: work.now } };
  });
