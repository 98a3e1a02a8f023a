import type { Button, KnownBlock, ModalView } from '@slack/types';
import { accountIds } from '../accounts/account.ids.ts';
import { accountNumber } from '../accounts/account.ts';
import type { Due } from '../due/due.ts';
import type { Language } from '../i18n/language.ts';
import { logButtons } from '../interactions/echo.view.ts';
import { interactionText } from '../interactions/interaction.text.ts';
import { type InteractionKind, interactionKinds } from '../interactions/interaction.ts';
import { formatDay } from '../lib/date.ts';
import { shortened } from '../lib/text.ts';
import { actions, button, context, input, menu, modal, option, section } from '../slack/blocks.ts';
import type { Message } from '../slack/handler.ts';
import { limits } from '../slack/limits.ts';
import { listed } from '../slack/list.ts';
import { bare, joinRich, plain, type Rich, rich } from '../slack/text.ts';
import type { Echo, EchoPerson, EchoStep } from './log-echo.ts';
import { lineIds } from './log-line.ids.ts';
import { lineText } from './log-line.text.ts';

/** An answer shows the beginning of what was saved; the whole stands in the account's history. */
const shown = { summary: 300, title: 80, said: 40, steps: 5, asked: 3, buttons: 4 } as const;

/** What was saved where, what is not clear yet, and the ways back. */
export function echoMessage(echo: Echo, language: Language): Message {
  const t = lineText[language];
  const saved = t.savedTo(echo.account.name, accountNumber(echo.account.number));
  return {
    text: bare(saved, 300),
    blocks: [
      section(joinRich([saved, whatLine(echo, language), ...stepLines(echo.steps, language)], '\n')),
      ...(echo.isKindOpen ? [kindRow(echo, language)] : []),
      ...listed(echo.open, shown.asked, language, (person) => personRow(echo, person, language)),
      ...listed(echo.steps.filter(isAsked(echo)), shown.asked, language, (step) => dayRow(echo, step, language)),
      actions([...lastRow(echo, language)], 'log-line'),
    ],
  };
}

function whatLine({ kind, outcome, people, summary }: Echo, language: Language): Rich {
  const t = lineText[language];
  const isOneWay = kind === 'email' || kind === 'social';
  const reached = outcome === 'reached' ? '' : isOneWay ? t.oneWay : t.attempt;
  const facts = joinRich(
    [
      interactionText[language].kinds[kind],
      reached,
      shortened(people.join(interactionText[language].comma), shown.summary),
    ],
    ' · ',
  );
  return rich`${facts} – ${shortened(summary, shown.summary)}`;
}

const stepLines = (steps: readonly EchoStep[], language: Language): readonly Rich[] =>
  steps
    .slice(0, shown.steps)
    .map(
      ({ title, due }) =>
        rich`${lineText[language].next(shortened(title, shown.title))} – ${due ? dueWords(due, language) : lineText[language].noDay}`,
    );

const dueWords = ({ on, time }: Due, language: Language): string =>
  [formatDay(on, language), time ?? ''].filter(Boolean).join(' ');

/** A step without a day, or with a choice, has a row of its own; the only one of a log has its button in the last row. */
const isAsked =
  ({ steps }: Echo) =>
  ({ due, choices }: EchoStep): boolean =>
    choices.length > 0 || (due === null && steps.length > 1);

function kindRow({ interactionId, kind }: Echo, language: Language): KnownBlock {
  const t = lineText[language];
  const choice = (each: InteractionKind) => option(interactionText[language].kinds[each], `${each}:${interactionId}`);
  return section(t.whichKind, menu(lineIds.kind, interactionKinds.map(choice), `${kind}:${interactionId}`));
}

function personRow({ interactionId }: Echo, { said, contacts }: EchoPerson, language: Language): readonly KnownBlock[] {
  const choices = contacts
    .slice(0, shown.buttons)
    .map(({ id, name }, at) =>
      button(`${lineIds.person}-${at}`, name, { value: { interactionId, contactId: id }, label: `${said}: ${name}` }),
    );
  return [context(lineText[language].whichPerson(shortened(said, shown.said))), actions(choices)];
}

function dayRow(
  { interactionId, today }: Echo,
  { taskId, title, choices }: EchoStep,
  language: Language,
): readonly KnownBlock[] {
  const t = lineText[language];
  const days = choices.slice(0, shown.buttons).map(({ on, time }, at) => {
    const words = on === today ? t.today : dueWords({ on, time }, language);
    return button(`${lineIds.day}-${at}`, words, {
      value: { interactionId, taskId, on, time },
      label: `${title}: ${words}`,
    });
  });
  return [
    context(t.whichDay(shortened(title, shown.title))),
    actions([...days, pickDayButton(interactionId, taskId, language)]),
  ];
}

const pickDayButton = (interactionId: string, taskId: string, language: Language): Button =>
  button(lineIds.pickDay, lineText[language].pickDay, { value: { interactionId, taskId } });

function lastRow(echo: Echo, language: Language): readonly Button[] {
  const t = lineText[language];
  const { interactionId, steps, unknown, account } = echo;
  const [only, ...more] = steps;
  const hasDayButton = only && more.length === 0 && !isAsked(echo)(only);
  return [
    ...logButtons({ interactionId, from: 'message' }, language),
    ...(hasDayButton ? [pickDayButton(interactionId, only.taskId, language)] : []),
    ...unknown.slice(0, 1).map((name) =>
      button(accountIds.contactNew, t.addContact(shortened(name, 40)), {
        value: { accountId: account.id, name: shortened(name, 200) },
      }),
    ),
  ];
}

/** The answer as a window: where it follows a window. */
export function echoModal(message: Message, language: Language): ModalView {
  const t = lineText[language];
  return modal({ callbackId: 'log-line-echo', title: t.savedTitle, close: t.close, blocks: message.blocks });
}

/** "Which day?", for a step. */
export function dayModal(step: { interactionId: string; taskId: string }, language: Language): ModalView {
  const t = lineText[language];
  return modal({
    callbackId: lineIds.pickDaySubmit,
    title: t.dayTitle,
    submit: t.save,
    close: t.close,
    meta: step,
    blocks: [
      input('on', t.dayLabel, {
        type: 'datepicker',
        action_id: 'on',
        placeholder: plain(t.pickDay, limits.placeholder),
      }),
      input('time', t.timeLabel, { type: 'timepicker', action_id: 'time' }, { optional: true }),
    ],
  });
}
