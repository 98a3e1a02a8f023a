import { z } from 'zod';
import { note } from '../access/access.view.ts';
import { dropDraft } from '../drafts/draft.flow.ts';
import { undoable } from '../interactions/interaction.query.ts';
import { openLogForm } from '../interactions/log-form.slack.ts';
import type { Gesture, Message } from '../slack/handler.ts';
import { askedMessage, undoMessage } from './log-asked.view.ts';
import type { LineLogged } from './log-echo.ts';
import { echoMessage, echoModal } from './log-echo.view.ts';
import { keepLine, logDraft, logLine } from './log-line.flow.ts';
import { lineText } from './log-line.text.ts';
import { onceLogged } from './log-once.slack.ts';

/** What the desk does with a line that is an account's name; null when the person has said that it is to be logged. */
type AsName = (() => Promise<void>) | null;

/**
 * Logs a typed line: it is kept first, in a transaction of its own, then written where it names one account for certain,
 * else asked about.
 */
export async function logTyped(gesture: Gesture, line: string, asName: AsName): Promise<void> {
  const logged = await keptAndLogged(gesture, line, asName === null);
  if (logged.ok && logged.kind === 'name') return asName?.();
  await showLogged(gesture, logged);
}

/** Whatever goes wrong until it is written, the person is given their line back; what is written is not said to be lost. */
async function keptAndLogged(gesture: Gesture, line: string, isVerb: boolean): Promise<LineLogged> {
  let isKept = false;
  try {
    const draftId = await gesture.once((work) => keepLine(work, line));
    isKept = true;
    const { channelId } = gesture.place;
    return await onceLogged(gesture, (work) => logLine(work, { draftId, channelId, isVerb }));
  } catch (error) {
    const t = lineText[gesture.language];
    await gesture.answer(note(t.failed(line.slice(0, 2500)), isKept ? note(t.failedKept).blocks : []));
    throw error;
  }
}

/** The line goes to the account that was pressed. */
export async function logTo(
  gesture: Gesture,
  { draftId, accountId }: { draftId: string; accountId: string },
): Promise<void> {
  const { channelId } = gesture.place;
  const logged = await onceLogged(gesture, (work) => logDraft(work, { draftId, accountId, channelId }));
  await showLogged(gesture, logged);
}

/** What became of a line, shown in the place of what was pressed. */
async function showLogged(gesture: Gesture, logged: LineLogged): Promise<void> {
  const t = lineText[gesture.language];
  // Another account can still be pressed.
  if (!logged.ok && logged.problem === 'gone') return gesture.answer(note(t.gone));
  if (!logged.ok) return shown(gesture, note(t.settled));
  switch (logged.kind) {
    case 'logged':
      return shown(gesture, echoMessage(logged.echo, gesture.language));
    case 'asked':
      return shown(gesture, askedMessage(logged.asked, gesture.language));
    case 'form':
      return openLogForm(gesture, { accountId: logged.accountId });
    case 'name':
      return;
  }
}

/** Shows a message where the gesture was made: in the window, or in the place of the message that was pressed. */
export async function shown(gesture: Gesture, message: Message): Promise<void> {
  const { view, messageTs } = gesture.place;
  if (view?.type === 'modal') return gesture.update(view.id, echoModal(message, gesture.language), view.hash);
  await gesture.answer(message, { replace: messageTs !== null });
}

/** Shows the person's last log and how to take it back. */
export async function undoLast(gesture: Gesture): Promise<void> {
  const talk = await gesture.inWorkspace(undoable);
  await gesture.answer(undoMessage(talk, gesture.language));
}

/** Drops a kept line. */
export async function dropLine(gesture: Gesture, { draftId }: { draftId: string }): Promise<void> {
  const isDropped = await gesture.once((work) => dropDraft(work, draftId));
  const t = lineText[gesture.language];
  await shown(gesture, note(isDropped ? t.dropped : t.settled));
}

export const draftValue = z.object({ draftId: z.uuid() });
