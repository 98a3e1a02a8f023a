import { z } from 'zod';
import { note } from '../access/access.view.ts';
import type { Due } from '../due/due.ts';
import { interactionKinds } from '../interactions/interaction.ts';
import { dayIn } from '../lib/date.ts';
import { type Gesture, type Handler, onAction, onSubmit, type SubmitAnswer } from '../slack/handler.ts';
import { dayProblem } from '../tasks/task-form.ts';
import { formErrors } from '../tasks/task-form.view.ts';
import { readerOf } from '../tasks/task-window.query.ts';
import { answerDay, answerKind, answerPerson } from './log-answer.flow.ts';
import { pickModal } from './log-asked.view.ts';
import type { Echo } from './log-echo.ts';
import { dayModal, echoMessage, echoModal } from './log-echo.view.ts';
import { askAgain, logDraft } from './log-line.flow.ts';
import { lineIds } from './log-line.ids.ts';
import { draftValue, dropLine, logTo, shown } from './log-line.slack.ts';
import { lineText } from './log-line.text.ts';
import type { LogLineWiring } from './log-line-wiring.ts';
import { onceAnswered, onceLogged } from './log-once.slack.ts';

const oneLog = z.object({ interactionId: z.uuid() });
const oneStep = oneLog.extend({ taskId: z.uuid() });
const day = z.iso.date();
const time = z
  .string()
  .regex(/^\d\d:\d\d$/)
  .nullable();
/** `kind:id`, as a menu's choices are written. */
const chosenKind = z
  .string()
  .transform((value) => {
    const [kind = '', interactionId = ''] = value.split(':');
    return { kind, interactionId };
  })
  .pipe(z.object({ kind: z.enum(interactionKinds), interactionId: z.uuid() }));
const picked = z.object({ meta: draftValue, values: z.object({ account: z.uuid() }) });
const pickedDay = z.object({ meta: oneStep, values: z.object({ on: day, time: time.optional() }) });

/** So many buttons stand in one row, each with an id of its own. */
const inRow = [0, 1, 2, 3];

/** The buttons of the answers to a typed line. */
export function logLineHandlers(wiring: LogLineWiring): readonly Handler[] {
  return [
    onAction(lineIds.to, {
      needs: 'interaction.log',
      accepts: draftValue.extend({ accountId: z.uuid() }),
      run: logTo,
    }),
    onAction(lineIds.pick, { needs: 'interaction.log', accepts: draftValue, run: openPick }),
    onSubmit(lineIds.pickSubmit, {
      needs: 'interaction.log',
      accepts: picked,
      run: (gesture, { meta, values }) => logPicked(gesture, { ...meta, accountId: values.account }, wiring),
    }),
    onAction(lineIds.drop, { needs: 'desk.open', accepts: draftValue, run: dropLine }),
    onAction(lineIds.kind, {
      needs: 'interaction.log',
      accepts: chosenKind,
      run: async (gesture, { interactionId, kind }) =>
        told(gesture, await onceAnswered(gesture, interactionId, (work) => answerKind(work, interactionId, kind))),
    }),
    ...inRow.map((at) =>
      onAction(`${lineIds.person}-${at}`, {
        needs: 'interaction.log',
        accepts: oneLog.extend({ contactId: z.uuid() }),
        run: async (gesture, { interactionId, contactId }) =>
          told(
            gesture,
            await onceAnswered(gesture, interactionId, (work) => answerPerson(work, interactionId, contactId)),
          ),
      }),
    ),
    ...inRow.map((at) =>
      onAction(`${lineIds.day}-${at}`, {
        needs: 'interaction.log',
        accepts: oneStep.extend({ on: day, time }),
        run: async (gesture, { interactionId, taskId, ...due }) =>
          told(
            gesture,
            await onceAnswered(gesture, interactionId, (work) => answerDay(work, interactionId, taskId, due)),
          ),
      }),
    ),
    onAction(lineIds.pickDay, {
      needs: 'interaction.log',
      accepts: oneStep,
      run: async (gesture, step) => void (await gesture.open(dayModal(step, gesture.language))),
    }),
    onSubmit(lineIds.pickDaySubmit, {
      needs: 'interaction.log',
      accepts: pickedDay,
      run: (gesture, { meta, values: { on, time = null } }) => answerPicked(gesture, meta, { on, time }),
    }),
  ];
}

async function openPick(gesture: Gesture, { draftId }: { draftId: string }): Promise<void> {
  const asked = await gesture.inWorkspace((work) => askAgain(work, draftId, gesture.place.channelId));
  if (!asked) return shown(gesture, note(lineText[gesture.language].settled));
  await gesture.open(pickModal({ id: asked.draftId, line: asked.line }, gesture.language));
}

async function logPicked(
  gesture: Gesture,
  { draftId, accountId }: { draftId: string; accountId: string },
  wiring: LogLineWiring,
): Promise<SubmitAnswer> {
  const t = lineText[gesture.language];
  const wrong = (account: string): SubmitAnswer => ({ next: 'errors', errors: { account } });
  const logged = await onceLogged(gesture, (work) => logDraft(work, { draftId, accountId, channelId: null }));
  if (!logged.ok) return wrong(logged.problem === 'gone' ? t.gone : t.settled);
  if (logged.kind !== 'logged') return wrong(t.onlyName);
  await wiring.showHome(gesture);
  return windowOf(gesture, logged.echo);
}

/** The day that was picked in the window. Any day can be picked there, one that is over too. */
async function answerPicked(
  gesture: Gesture,
  { interactionId, taskId }: z.infer<typeof oneStep>,
  due: Due,
): Promise<SubmitAnswer> {
  const { date } = await gesture.inWorkspace(async (work) =>
    formErrors(dayProblem(due, dayIn(work.now, work.actor.zone), null), readerOf(work)),
  );
  if (date !== undefined) return { next: 'errors', errors: { on: date } };
  const echo = await onceAnswered(gesture, interactionId, (work) => answerDay(work, interactionId, taskId, due));
  return windowOf(gesture, echo);
}

/** The log as it stands now, in the place of the answer before. */
async function told(gesture: Gesture, echo: Echo | null): Promise<void> {
  if (!echo) return shown(gesture, note(lineText[gesture.language].changedMeanwhile));
  await shown(gesture, echoMessage(echo, gesture.language));
}

function windowOf({ language }: Gesture, echo: Echo | null): SubmitAnswer {
  if (!echo) return { next: 'update', view: echoModal(note(lineText[language].changedMeanwhile), language) };
  return { next: 'update', view: echoModal(echoMessage(echo, language), language) };
}
