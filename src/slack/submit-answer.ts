import type { ViewResponseAction } from '@slack/bolt';
import type { Language } from '../i18n/language.ts';
import type { Arrival, SentView } from './arrival.ts';
import { type Attendance, attend } from './attend.ts';
import type { Handling, Message, SubmitAnswer, SubmitInput } from './handler.ts';
import { limits } from './limits.ts';
import { paragraphs } from './message.ts';
import type { ListenPorts } from './ports.ts';
import { fieldsOf, withNotice } from './sent-view.ts';
import { slackText } from './slack.text.ts';
import { bare, rich } from './text.ts';

/** What a submission is answered with. A failure is an answer too: the modal stays open with everything that was typed. */
export interface Answered {
  readonly answer: SubmitAnswer;
  readonly language: Language;
}

/** Runs the handler of a submission. Never throws. */
export async function answerTo(
  ports: ListenPorts,
  arrival: Arrival,
  view: SentView,
  handler: Handling<'submit'>,
): Promise<Answered> {
  const sent: SubmitInput = { meta: view.meta, values: view.values };
  // One window may show several forms one after the other, also of one kind: Slack's hash tells what was in it.
  const key = `submit:${view.id}:${view.hash}`;
  const attendance = await attend(ports, { arrival, handler, id: view.callbackId, sent, key });
  return { answer: atFields(view, answerOf(view, attendance)), language: attendance.language };
}

/** The acknowledgement that carries an answer. */
export function acknowledgement(answer: SubmitAnswer): ViewResponseAction | undefined {
  switch (answer.next) {
    case 'close':
      return undefined;
    case 'close-all':
      return { response_action: 'clear' };
    case 'errors':
      return { response_action: 'errors', errors: { ...answer.errors } };
    case 'update':
      return { response_action: 'update', view: answer.view };
    case 'push':
      return { response_action: 'push', view: answer.view };
  }
}

function answerOf(view: SentView, attendance: Attendance<SubmitAnswer>): SubmitAnswer {
  switch (attendance.how) {
    case 'done':
      return attendance.out;
    case 'refused':
      return notice(view, attendance.message);
    case 'failed':
      return atFirstField(view, attendance.inField, attendance.message);
    case 'not-read': {
      const text = slackText[attendance.language].fieldNotRead(attendance.reference);
      const fields = attendance.refused.flatMap(([part, field]) => (part === 'values' ? [String(field)] : []));
      if (fields.length === 0) return atFirstField(view, text, attendance.message);
      return { next: 'errors', errors: Object.fromEntries(fields.map((field) => [field, text])) };
    }
  }
}

const notice = (view: SentView, message: Message): SubmitAnswer => ({
  next: 'update',
  view: withNotice(view, message.blocks),
});

function atFirstField(view: SentView, text: string, message: Message): SubmitAnswer {
  const [first] = fieldsOf(view);
  return first ? { next: 'errors', errors: { [first.id]: text } } : notice(view, message);
}

/**
 * Slack takes errors for input blocks alone, and drops the whole answer otherwise. What belongs to no field is said at
 * the first one, or at the modal's top where it has none.
 */
function atFields(view: SentView, answer: SubmitAnswer): SubmitAnswer {
  if (answer.next !== 'errors') return answer;
  const fields = fieldsOf(view).map(({ id }) => id);
  const [first] = fields;
  const texts = Object.entries(answer.errors).map(([field, text]) => [field, bare(text, limits.hint) || '…'] as const);
  if (first === undefined)
    return notice(view, paragraphs(...Object.values(answer.errors).map((text) => rich`${text}`)));
  const errors = new Map<string, string>();
  for (const [field, text] of texts) {
    const at = fields.includes(field) ? field : first;
    errors.set(at, [errors.get(at), text].filter(Boolean).join('\n'));
  }
  return { next: 'errors', errors: Object.fromEntries(errors) };
}
