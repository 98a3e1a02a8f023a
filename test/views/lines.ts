import { askedMessage, draftButton, logToRows, pickModal, undoMessage } from '../../src/lines/log-asked.view.ts';
import type { Asked, Echo } from '../../src/lines/log-echo.ts';
import { dayModal, echoMessage, echoModal } from '../../src/lines/log-echo.view.ts';
import { actions } from '../../src/slack/blocks.ts';
import * as facts from '../support/hostile-facts.ts';
import { type Builders, message, window } from './surface.ts';

type Hostile = facts.Hostile;
const id = '01900000-0000-7000-8000-000000000000';

function echoOf({ count, text }: Hostile): Echo {
  const many = Array.from({ length: count }, (_, at) => at);
  return {
    interactionId: id,
    today: '2026-12-30',
    account: { id, number: 999_999_999, name: text },
    kind: 'email',
    isKindOpen: true,
    outcome: 'attempt',
    people: many.map(() => text),
    summary: text,
    steps: many.map((at) => ({
      taskId: id,
      title: text,
      due: at % 2 === 0 ? null : { on: '2026-12-31', time: '23:59' },
      choices: many.map(() => ({ on: '2026-12-30', time: null })),
    })),
    open: many.map(() => ({ said: text, contacts: many.map(() => ({ id, name: text })) })),
    unknown: many.map(() => text),
  };
}

const askedOf = (h: Hostile): Asked => ({
  draftId: id,
  line: h.text,
  doubt: 'several',
  named: facts.candidatesOf(h).map((one) => ({ ...one, ownerName: one.ownerName })),
});

export const lineViews: Builders = {
  'log-echo.view echoMessage': (h) => [message(echoMessage(echoOf(h), h.language))],
  'log-echo.view echoModal': (h) => [window(echoModal(echoMessage(echoOf(h), h.language), h.language))],
  'log-echo.view dayModal': (h) => [window(dayModal({ interactionId: id, taskId: id }, h.language))],
  'log-asked.view askedMessage': (h) => [message(askedMessage(askedOf(h), h.language))],
  'log-asked.view logToRows': (h) => [message({ text: 'x', blocks: logToRows(id, askedOf(h).named, h.language) })],
  'log-asked.view draftButton': (h) => [
    message({ text: 'x', blocks: [actions([draftButton({ id, line: h.text }, h.language)])] }),
  ],
  'log-asked.view pickModal': (h) => [window(pickModal({ id, line: h.text }, h.language))],
  'log-asked.view undoMessage': (h) => [
    message(undoMessage(null, h.language)),
    message(
      undoMessage(
        {
          interaction: {
            id,
            accountId: id,
            authorId: id,
            version: 1,
            values: {
              kind: 'call',
              at: '2026-03-06T13:05:00.000Z',
              outcome: 'reached',
              summary: h.text,
              tone: null,
              contactIds: [],
              memberIds: [],
            },
            source: null,
            createdAt: new Date('2026-03-06T13:05:00Z'),
            deletedAt: null,
          },
          account: { id, name: h.text },
          author: { name: h.text, slackUserId: facts.known.user },
          contacts: Array.from({ length: h.count }, () => h.text),
          colleagues: [],
          may: { edit: true, takeBack: true },
        },
        h.language,
      ),
    ),
  ],
};
