import { answerDay, answerKind, answerPerson } from '../../src/lines/log-answer.flow.ts';
import { echoOf } from '../../src/lines/log-echo.query.ts';
import { askAgain, keepLine, logDraft, logLine } from '../../src/lines/log-line.flow.ts';
import { targetOfLine } from '../../src/lines/log-target.query.ts';
import { type Door, door } from './door.ts';

/** The use cases behind a typed line. Whom they name by id they look up among the acting person's own. */
export const lineDoors: Readonly<Record<string, Door>> = {
  'lines/log-answer.flow.ts answerDay': door('interaction.log', (work, { taskId, changeId }) =>
    answerDay(work, changeId, taskId, { on: '2036-01-01', time: null }),
  ),
  'lines/log-answer.flow.ts answerKind': door('interaction.log', (work, { changeId }) =>
    answerKind(work, changeId, 'call'),
  ),
  'lines/log-answer.flow.ts answerPerson': door('interaction.log', (work, { changeId, contactId }) =>
    answerPerson(work, changeId, contactId),
  ),
  'lines/log-echo.query.ts echoOf': door('interaction.log', (work, { changeId }) => echoOf(work, changeId)),
  'lines/log-line.flow.ts askAgain': door('interaction.log', (work, { draftId }) => askAgain(work, draftId, null)),
  'lines/log-line.flow.ts keepLine': door('desk.open', (work) => keepLine(work, 'log acme: met')),
  'lines/log-line.flow.ts logDraft': door('interaction.log', (work, { draftId, accountId }) =>
    logDraft(work, { draftId, accountId, channelId: null }),
  ),
  'lines/log-line.flow.ts logLine': door('interaction.log', (work, { draftId }) =>
    logLine(work, { draftId, channelId: null }),
  ),
  'lines/log-target.query.ts targetOfLine': door('interaction.log', (work) =>
    targetOfLine(work, 'log acme: met', null),
  ),
};

export const noLineDoors: Readonly<Record<string, string>> = {
  'lines/log-echo.query.ts peopleFor': 'a part of logging; none of those whom the acting person may not know',
  'lines/log-echo.query.ts echoOfSaved': 'reads nothing; says again what the acting person has just logged',
};
