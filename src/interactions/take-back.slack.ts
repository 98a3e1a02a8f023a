import type { KnownBlock } from '@slack/types';
import { z } from 'zod';
import { note } from '../access/access.view.ts';
import { type Gesture, type Handler, onAction } from '../slack/handler.ts';
import type { Rich } from '../slack/text.ts';
import { windowWith } from './after.slack.ts';
import { restoredBlocks, takenBackBlocks } from './echo.view.ts';
import { openEditLogForm } from './edit-form.slack.ts';
import { deleteInteraction, restoreInteraction } from './interaction.flow.ts';
import { interactionIds } from './interaction.ids.ts';
import { interactionText } from './interaction.text.ts';
import type { InteractionWiring } from './interaction-wiring.ts';
import { type Origin, origins } from './log-form.ts';
import { moreChoice } from './talk.ts';

const oneLog = z.object({ interactionId: z.uuid(), from: z.enum(origins) });
type OneLog = z.infer<typeof oneLog>;

/** Takes a log back, and puts it back, wherever its button stands. */
export function takeBackHandlers(wiring: InteractionWiring): readonly Handler[] {
  return [
    onAction(interactionIds.undo, {
      needs: 'interaction.log',
      accepts: oneLog,
      run: (gesture, log) => takeBack(gesture, log, wiring),
    }),
    onAction(interactionIds.restore, {
      needs: 'interaction.log',
      accepts: oneLog,
      run: (gesture, log) => putBack(gesture, log, wiring),
    }),
    onAction(interactionIds.more, {
      needs: 'interaction.log',
      accepts: z
        .string()
        .transform((value) => moreChoice(value))
        .pipe(z.object({ does: z.enum(['edit', 'delete']), interactionId: z.uuid() })),
      run: (gesture, { does, interactionId }) =>
        does === 'edit'
          ? openEditLogForm(gesture, interactionId, 'timeline')
          : takeBack(gesture, { interactionId, from: 'timeline' }, wiring),
    }),
  ];
}

async function takeBack(gesture: Gesture, log: OneLog, wiring: InteractionWiring): Promise<void> {
  const result = await gesture.once((work) => deleteInteraction(work, log.interactionId));
  const t = interactionText[gesture.language];
  if (!result.ok) return gesture.answer(note(result.problem === 'gone' ? t.gone : t.tooLate));
  const blocks = takenBackBlocks({ ...log, ...result }, gesture.language);
  await show(gesture, log.from, { ...result, said: t.takenBack(result.account), blocks }, wiring);
}

async function putBack(gesture: Gesture, log: OneLog, wiring: InteractionWiring): Promise<void> {
  const result = await gesture.once((work) => restoreInteraction(work, log.interactionId));
  const t = interactionText[gesture.language];
  if (!result.ok) return gesture.answer(note(result.problem === 'gone' ? t.notDeleted : t.tooLate));
  const blocks = restoredBlocks({ ...log, ...result }, gesture.language);
  await show(gesture, log.from, { ...result, said: t.restored(result.account), blocks }, wiring);
}

/** Where the button stood, it stands no more: what is shown there now says what was done, and how to get back. */
async function show(
  gesture: Gesture,
  from: Origin,
  done: { readonly accountId: string; readonly said: Rich; readonly blocks: readonly KnownBlock[] },
  wiring: InteractionWiring,
): Promise<void> {
  const { view } = gesture.place;
  if (view?.type === 'modal') {
    const next = await windowWith(gesture, { ...done, from }, wiring);
    if (next) await gesture.update(view.id, next, view.hash);
    return;
  }
  if (view?.type === 'home') return wiring.showHome(gesture, done.blocks);
  await gesture.answer({ ...note(done.said), blocks: done.blocks }, { replace: from === 'message' });
}
