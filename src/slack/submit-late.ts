import type { ModalView } from '@slack/types';
import { directMessage } from './answer.ts';
import type { Arrival, SentView } from './arrival.ts';
import { section } from './blocks.ts';
import { call } from './errors.ts';
import { paragraphs } from './message.ts';
import type { ListenPorts } from './ports.ts';
import { fieldsOf, refilled, saying, titleOf } from './sent-view.ts';
import { slackText } from './slack.text.ts';
import type { Answered } from './submit-answer.ts';
import { decode, joinRich, type Rich, rich } from './text.ts';

/**
 * Brings an answer that came too late for the acknowledgement: into the modal if it is still open, else as a direct
 * message.
 */
export async function deliverLate(
  ports: ListenPorts,
  arrival: Arrival,
  view: SentView,
  answered: Answered,
): Promise<void> {
  try {
    await call(ports.clients.interactive.views.update({ view_id: view.id, view: lateView(view, answered) }));
  } catch {
    const message = paragraphs(...lateWords(view, answered), ...typedWords(view, answered));
    await directMessage(ports.clients, arrival.caller.slackUserId, message).catch((error: unknown) =>
      ports.log.error('the person could not be told', { error }),
    );
  }
}

/** The modal that shows a late answer. One that should be closed cannot be: it says that all is done. */
function lateView(view: SentView, answered: Answered): ModalView {
  const words = slackText[answered.language];
  switch (answered.answer.next) {
    case 'update':
    case 'push':
      return answered.answer.view;
    case 'errors':
      return refilled(
        view,
        lateWords(view, answered).map((text) => section(text)),
      );
    case 'close':
    case 'close-all':
      return saying({ title: words.savedTitle, text: words.saved(titleOf(view)), close: words.close }, view.callbackId);
  }
}

function lateWords(view: SentView, { answer, language }: Answered): readonly Rich[] {
  const words = slackText[language];
  const title = titleOf(view);
  if (answer.next === 'update' || answer.next === 'push') return [words.goOn(title)];
  if (answer.next !== 'errors') return [words.saved(title)];
  const labels = new Map(fieldsOf(view).map(({ id, label }) => [id, label]));
  // The texts were escaped for the acknowledgement already.
  const lines = Object.entries(answer.errors).map(([id, text]) => rich`• ${labels.get(id) ?? id}: ${decode(text)}`);
  return [words.notSaved(title), joinRich(lines, '\n')];
}

/** What stands in the fields of a form that is gone from the screen and was not saved. */
function typedWords(view: SentView, { answer, language }: Answered): readonly Rich[] {
  if (answer.next !== 'errors') return [];
  const typed = fieldsOf(view).filter((field) => field.typed !== '');
  return typed.map((field) => slackText[language].typedInto(field.label, field.typed));
}
