import { z } from 'zod';
import { note } from '../access/access.view.ts';
import { stampErrors, unstamp } from '../accounts/form.ts';
import { type Gesture, type Handler, onAction, onSubmit, type SubmitAnswer } from '../slack/handler.ts';
import { afterSubmit, homeBelow, windowOf } from './after.slack.ts';
import { changedBlocks } from './echo.view.ts';
import { openEditLog, submitEditLog } from './edit-form.flow.ts';
import { interactionIds } from './interaction.ids.ts';
import { interactionText } from './interaction.text.ts';
import type { InteractionWiring } from './interaction-wiring.ts';
import { peopleIn } from './log-form.slack.ts';
import { logFields, type Origin, origins } from './log-form.ts';
import { editModal } from './log-form.view.ts';
import { problemWords } from './log-words.view.ts';

const editMeta = z.object({
  interactionId: z.uuid(),
  version: z.int().min(1),
  stamp: z.int().min(0),
  from: z.enum(origins),
  belowId: z.string().max(255).nullable(),
  home: z.unknown().optional(),
});
const submission = z.object({
  meta: editMeta,
  values: z.record(z.string(), z.unknown()).transform(unstamp).pipe(logFields),
});

/** The form in which a log is changed. */
export function editFormHandlers(wiring: InteractionWiring): readonly Handler[] {
  return [
    onAction(interactionIds.edit, {
      needs: 'interaction.log',
      accepts: z.object({ interactionId: z.uuid(), from: z.enum(origins) }),
      run: (gesture, { interactionId, from }) => openEditLogForm(gesture, interactionId, from),
    }),
    onSubmit(interactionIds.editSubmit, {
      needs: 'interaction.log',
      accepts: submission,
      run: (gesture, sent) => submit(gesture, sent, wiring),
    }),
  ];
}

/** Opens a log to be changed; `from` is where its button stands. */
export async function openEditLogForm(gesture: Gesture, interactionId: string, from: Origin): Promise<void> {
  const opened = await gesture.inWorkspace((work) => openEditLog(work, interactionId));
  if (!opened) return gesture.answer(note(interactionText[gesture.language].gone));
  const { version } = opened;
  const belowId = windowOf(gesture, from);
  await gesture.open(editModal(opened, { interactionId, version, stamp: 0, from, belowId, ...homeBelow(gesture) }));
}

async function submit(
  gesture: Gesture,
  { meta, values }: z.infer<typeof submission>,
  wiring: InteractionWiring,
): Promise<SubmitAnswer> {
  await wiring.introduce(gesture.who.workspaceId, peopleIn(values));
  const { interactionId: id, version, stamp } = meta;
  const result = await gesture.once((work) => submitEditLog(work, { id, version }, values));
  if (result.ok) {
    const { accountId, changed } = result;
    return afterSubmit(gesture, { ...meta, accountId, blocks: changedBlocks(changed, gesture.language) }, wiring);
  }
  if (result.problem === 'fields')
    return { next: 'errors', errors: stampErrors(problemWords(result.problems, gesture.language), stamp) };
  const { form } = result;
  return { next: 'update', view: editModal(form, { ...meta, version: form.version, stamp: form.version }) };
}
