import { Refused } from '../access/policy.ts';
import type { Language } from '../i18n/language.ts';
import type { Log } from '../lib/log.ts';
import { answerPerson } from './answer.ts';
import type { Arrival } from './arrival.ts';
import { isPressAgain, isTokenCode, PostUnconfirmed, SlackRefused, SlackTokenRefused } from './errors.ts';
import { makeGesture, reachOf } from './gesture.ts';
import type { Accepted, Gesture, Handler, Message } from './handler.ts';
import { paragraphs } from './message.ts';
import type { ListenPorts, Met } from './ports.ts';
import { newReference } from './reference.ts';
import { slackText } from './slack.text.ts';
import type { Rich } from './text.ts';

/** One arrival on its way to its handler. */
export interface Attended<Out> {
  readonly arrival: Arrival;
  readonly handler: {
    readonly on: Handler['on'];
    readonly needs: Handler['needs'];
    accept(sent: unknown): Accepted<Out>;
  };
  readonly id: string;
  /** What the handler's schema is given. */
  readonly sent: unknown;
  /** Names the gesture for `once`. */
  readonly key: string;
  /** The line a person typed, echoed when it comes to nothing. */
  readonly line?: string;
}

/** How it went. A failure is logged already and comes with what the person is to be told. */
export type Attendance<Out> =
  | { readonly how: 'done'; readonly out: Out; readonly language: Language }
  | ({ readonly how: 'not-read'; readonly refused: readonly (readonly PropertyKey[])[] } & Untold)
  | ({ readonly how: 'refused' } & Untold)
  /** `inField`: the same for a field of a form, where what was typed still stands. */
  | ({ readonly how: 'failed'; readonly inField: string } & Untold);

interface Untold {
  readonly language: Language;
  readonly reference: string;
  readonly message: Message;
}

/** Meets the person, reads the input and runs the handler. Never throws. */
export async function attend<Out>(ports: ListenPorts, attended: Attended<Out>): Promise<Attendance<Out>> {
  const { arrival, handler, id, key } = attended;
  const reference = newReference();
  const log = ports.log.with({ reference, on: handler.on, id });
  let language: Language = 'en';
  const nothing = (message: Message): Untold => ({ language, reference, message });
  try {
    const met = await meet(ports, arrival, handler);
    language = met.language;
    const accepted = handler.accept(attended.sent);
    if (!accepted.ok) {
      log.warn('slack sent what the handler does not accept', { at: accepted.refused[0]?.join('.') });
      const words = slackText[language].notRead(reference);
      return { how: 'not-read', refused: accepted.refused, ...nothing(withLine(words, language, attended.line)) };
    }
    const gesture: Gesture = makeGesture(ports, { arrival, met, needs: handler.needs, reference, key });
    return { how: 'done', out: await accepted.run(gesture), language };
  } catch (error) {
    if (error instanceof Refused) {
      log.info('refused', { verb: error.verb, reason: error.reason });
      return { how: 'refused', ...nothing(ports.explain(error, language)) };
    }
    const { words, inField } = failureInWords(error, log, { language, reference });
    return { how: 'failed', inField, ...nothing(withLine(words, language, attended.line)) };
  }
}

/** Logs a failure, and says it for the person: as a message, and for a field of the form that they sent. */
function failureInWords(
  error: unknown,
  log: Log,
  { language, reference }: Pick<Untold, 'language' | 'reference'>,
): { words: Rich; inField: string } {
  const text = slackText[language];
  if (error instanceof PostUnconfirmed) {
    log.warn('slack did not confirm a message', { code: error.code });
    return { words: text.unconfirmed(), inField: text.fieldUnconfirmed };
  }
  if (error instanceof SlackRefused && isTokenCode(error.code)) {
    log.error(new SlackTokenRefused('bot', error.code).message);
    return { words: text.noAccess(reference), inField: text.fieldNoAccess(reference) };
  }
  if (isPressAgain(error)) {
    log.warn('slack was too slow for the gesture', { code: error instanceof SlackRefused ? error.code : null });
    return { words: text.pressAgain(), inField: text.fieldFailed(reference) };
  }
  log.error('the handler failed', { error });
  return { words: text.failed(reference), inField: text.fieldFailed(reference) };
}

/** Attends to a gesture that is answered rather than acknowledged with a result, and tells the person where it came to nothing. */
export async function attendAndTell(ports: ListenPorts, attended: Attended<void>): Promise<void> {
  const attendance = await attend(ports, attended);
  if (attendance.how !== 'done') await tellQuietly(ports, attended.arrival, attendance);
}

/** Tells the person; where nobody can be reached any more only the log hears of it. */
async function tellQuietly(
  ports: ListenPorts,
  arrival: Arrival,
  { message, language }: Pick<Untold, 'message' | 'language'>,
): Promise<void> {
  try {
    await answerPerson(reachOf(ports, arrival, language), message, false);
  } catch (error) {
    ports.log.error('the person could not be told', { error });
  }
}

/** Says that what was pressed or sent is no longer in use. */
export async function sayUnused(ports: ListenPorts, arrival: Arrival): Promise<void> {
  const language = await languageOf(ports, arrival);
  await tellQuietly(ports, arrival, { message: paragraphs(slackText[language].unused()), language });
}

/** The person's language; English where it cannot be looked up. */
export async function languageOf(ports: ListenPorts, { caller }: Arrival): Promise<Language> {
  return ports.meet(caller).then(
    (met) => met?.language ?? 'en',
    () => 'en',
  );
}

async function meet(ports: ListenPorts, { caller }: Arrival, handler: Pick<Handler, 'needs'>): Promise<Met> {
  const met = await ports.meet(caller);
  if (met === null) throw new Refused('outsider', handler.needs);
  return met;
}

/** What is said, with the line that the person typed, so that nothing typed is lost. */
const withLine = (words: Rich, language: Language, line: string | undefined): Message =>
  line === undefined ? paragraphs(words) : paragraphs(words, slackText[language].youTyped(line));
