import { z } from 'zod';
import { note } from '../access/access.view.ts';
import { openEditForm } from '../accounts/account-form.slack.ts';
import { openNewForm } from '../accounts/account-new.slack.ts';
import type { AccountWiring } from '../accounts/account-wiring.ts';
import { openContacts } from '../accounts/contact.slack.ts';
import { openBrief } from '../brief/brief.slack.ts';
import { openHandover } from '../handover/handover-form.slack.ts';
import { openLogForm } from '../interactions/log-form.slack.ts';
import { logTyped, undoLast } from '../lines/log-line.slack.ts';
import { logWords } from '../lines/log-verb.ts';
import { type Gesture, type Handler, onAction, onCommand } from '../slack/handler.ts';
import { openTasks } from '../tasks/task-list.slack.ts';
import type { TimelineWiring } from '../timeline/timeline-wiring.ts';
import { administrate } from './admin.slack.ts';
import { deskIds } from './desk.ids.ts';
import { deskText } from './desk.text.ts';
import type { DeskWiring } from './desk-wiring.ts';
import { keepForLater, look, readKept } from './look.flow.ts';
import type { Outcome } from './look.ts';
import {
  askAnswer,
  cardAnswer,
  helpAnswer,
  keptAnswer,
  noneAnswer,
  overviewAnswer,
  severalAnswer,
} from './look.view.ts';
import { pickModal } from './pick.view.ts';
import { type Reading, readLine } from './reading.ts';
import { type AccountVerb, accountVerbs, type VerbKey, verbKeys } from './verbs.ts';

const line = z.object({ text: z.string().max(10_000) });

type Shows = Pick<AccountWiring, 'cardMessage'> & Pick<TimelineWiring, 'openTimeline'>;

/** `/account …`, and the buttons that go on from its answers. */
export function commandHandlers(wiring: DeskWiring, shows: Shows): readonly Handler[] {
  return [
    // Somebody without a role may type: for help, to claim the first role, or to be told how to ask for one.
    onCommand({
      needs: 'access.ask',
      accepts: line,
      run: (gesture, { text }) => answer(gesture, readLine(text), wiring, shows),
    }),
    ...accountVerbs.map((verb) =>
      onAction(`${deskIds.choose}-${verb}`, {
        needs: 'account.read',
        accepts: z.object({ accountId: z.uuid() }),
        run: (gesture, { accountId }) =>
          verb === 'card' ? showCard(gesture, accountId, shows) : act(gesture, verb, accountId, shows),
      }),
    ),
    ...verbKeys.map((verb) =>
      onAction(`${deskIds.runVerb}-${verb}`, {
        needs: 'account.read',
        accepts: z.object({ rest: z.string().max(3000) }),
        run: (gesture, { rest }) => answer(gesture, asVerb(verb, rest), wiring, shows),
      }),
    ),
    onAction(deskIds.help, {
      needs: 'access.ask',
      accepts: z.unknown(),
      run: (gesture) => gesture.answer(helpAnswer(gesture.language, wiring.command)),
    }),
  ];
}

/** The person chose the verb: the same words, and no name is looked for in them as a whole. */
const asVerb = (key: VerbKey, rest: string): Reading => ({
  line: key === 'log' ? `${logWords[0]} ${rest}` : rest,
  verb: { key, rest, glued: false },
  name: '',
  literal: false,
  beforeColon: null,
});

async function answer(gesture: Gesture, reading: Reading, wiring: DeskWiring, shows: Shows): Promise<void> {
  if (reading.verb?.key !== 'log' || reading.verb.rest === '') return lookUp(gesture, reading, wiring, shows);
  // A line to be logged is kept before it is looked at.
  const asName = reading.name === '' ? null : () => lookUp(gesture, reading, wiring, shows);
  await logTyped(gesture, reading.line, asName);
}

async function lookUp(gesture: Gesture, reading: Reading, wiring: DeskWiring, shows: Shows): Promise<void> {
  const outcome = await gesture.inWorkspace((work) => look(work, reading, gesture.place.channelId, wiring.sections));
  await show(gesture, outcome, wiring, shows);
}

function show(gesture: Gesture, outcome: Outcome, wiring: DeskWiring, shows: Shows): Promise<unknown> {
  const { command } = wiring;
  switch (outcome.kind) {
    case 'overview':
      return gesture.answer(overviewAnswer(outcome, command));
    case 'card':
      return gesture.answer(cardAnswer(outcome));
    case 'ask':
      return gesture.answer(askAnswer(outcome));
    case 'several':
      return gesture.answer(severalAnswer(outcome));
    case 'none':
      return gesture.answer(noneAnswer(outcome));
    case 'keep':
      return keep(gesture, outcome);
    case 'help':
      return gesture.answer(helpAnswer(outcome.reader.language, command));
    case 'pick':
      return gesture.open(pickModal(outcome.verb, outcome.reader.language));
    case 'log':
      return openLogForm(gesture, { accountId: outcome.accountId });
    case 'undo':
      return undoLast(gesture);
    case 'new':
      return openNewForm(gesture, outcome.name);
    case 'act':
      return act(gesture, outcome.verb, outcome.accountId, shows);
    case 'tasks':
      return openTasks(gesture, 'mine');
    case 'handover':
      return openHandover(gesture);
    case 'admin':
      return administrate(gesture, outcome.rest, wiring);
  }
}

/** The line is kept before anything else is read: once, however often Slack delivers it. */
async function keep(gesture: Gesture, said: { readonly line: string; readonly name: string }): Promise<void> {
  const draftId = await gesture.once((work) => keepForLater(work, said.line));
  const kept = await gesture.inWorkspace((work) => readKept(work, { ...said, draftId }, gesture.place.channelId));
  await gesture.answer(keptAnswer(kept));
}

async function showCard(gesture: Gesture, accountId: string, { cardMessage }: Shows): Promise<void> {
  await gesture.answer((await cardMessage(gesture, accountId)) ?? note(deskText[gesture.language].gone));
}

/** Does to one account what a verb says. */
function act(gesture: Gesture, verb: Exclude<AccountVerb, 'card'>, accountId: string, shows: Shows): Promise<void> {
  switch (verb) {
    case 'edit':
      return openEditForm(gesture, accountId);
    case 'contacts':
      return openContacts(gesture, accountId);
    case 'history':
      return shows.openTimeline(gesture, accountId);
    case 'tasks':
      return openTasks(gesture, { accountId });
    case 'brief':
      return openBrief(gesture, accountId);
    case 'handover':
      return openHandover(gesture, { accountId });
  }
}
