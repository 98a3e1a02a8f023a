import type { App, ViewResponseAction } from '@slack/bolt';
import { within } from '../lib/within.ts';
import { acknowledge } from './acknowledge.ts';
import { type Arrival, interactionArrival, type SentView } from './arrival.ts';
import { languageOf } from './attend.ts';
import type { Handling } from './handler.ts';
import { paragraphs } from './message.ts';
import type { ListenPorts } from './ports.ts';
import { saying, withNotice } from './sent-view.ts';
import { slackText } from './slack.text.ts';
import { type Answered, acknowledgement, answerTo } from './submit-answer.ts';
import { deliverLate } from './submit-late.ts';

/**
 * Submitted modals. The acknowledgement carries the answer, so it waits for the handler - until Slack's three seconds
 * come near: then the modal says "Saving…" and is given the answer when it is there.
 */
export function listenToSubmissions(
  app: App,
  handlers: ReadonlyMap<string, Handling<'submit'>>,
  ports: ListenPorts,
  slowAfterMs: number,
): void {
  app.view({ type: 'view_closed' }, async ({ ack }) => {
    await acknowledge(ports.log, () => ack());
  });
  app.view({ type: 'view_submission' }, async ({ ack, body }) => {
    const arrival = interactionArrival(body);
    const { view } = arrival;
    if (view === null) return;
    const handler = handlers.get(view.callbackId);
    const answering = handler ? answerTo(ports, arrival, view, handler) : unused(ports, arrival, view);
    const inTime = await within(slowAfterMs, answering);
    const response = inTime ? acknowledgement(inTime.answer) : await savingResponse(ports, arrival, view);
    const isHeard = await acknowledge(ports.log, () => ack(response));
    if (!inTime || !isHeard) await deliverLate(ports, arrival, view, await answering);
  });
}

async function unused(ports: ListenPorts, arrival: Arrival, view: SentView): Promise<Answered> {
  ports.log.warn('nobody handles this modal', { id: view.callbackId });
  const language = await languageOf(ports, arrival);
  return {
    answer: { next: 'update', view: withNotice(view, paragraphs(slackText[language].unused()).blocks) },
    language,
  };
}

async function savingResponse(ports: ListenPorts, arrival: Arrival, view: SentView): Promise<ViewResponseAction> {
  // The look-up may be what is slow: half a second of the three is all that is left for it.
  const language = (await within(500, languageOf(ports, arrival))) ?? 'en';
  const { savingTitle: title, saving, close } = slackText[language];
  return { response_action: 'update', view: saying({ title, text: saving(), close }, view.callbackId) };
}
