import { note } from '../../src/access/access.view.ts';
import {
  below,
  changedBlocks,
  logButtons,
  loggedBlocks,
  restoredBlocks,
  takenBackBlocks,
} from '../../src/interactions/echo.view.ts';
import { interactionKinds, outcomes, tones } from '../../src/interactions/interaction.ts';
import type { LogFields, LogProblems } from '../../src/interactions/log-form.ts';
import { editModal, logModal } from '../../src/interactions/log-form.view.ts';
import {
  accountInput,
  agreedInputs,
  colleaguesInput,
  contactsInput,
  kindInput,
  outcomeInput,
  summaryInput,
  toneInput,
  whenInput,
} from '../../src/interactions/log-inputs.view.ts';
import { clashNotice, fieldName, problemWords } from '../../src/interactions/log-words.view.ts';
import type { Talk } from '../../src/interactions/talk.ts';
import { lastContactLine, logLines, noLogs, talkBlock } from '../../src/interactions/talk.view.ts';
import { actions, modal } from '../../src/slack/blocks.ts';
import { at, type Hostile, idOf, known, readerOf, times } from '../support/hostile-facts.ts';
import { type Builders, message, type Surface, window } from './surface.ts';

const fieldsOf = ({ count, text }: Hostile): LogFields => ({
  summary: text,
  kind: 'visit',
  when: 1_790_000_000,
  contacts: times(Math.min(count, 100), idOf) as string[],
  colleagues: times(Math.min(count, 50), () => known.user) as string[],
  outcome: 'attempt',
  tone: 'bad',
  step: text,
  stepOn: '2026-12-31',
  stepBy: known.user,
  ours: text,
  oursOn: '2026-12-31',
  theirs: text,
  theirsOn: '2026-12-31',
});
const accountOf = ({ count, text }: Hostile) => ({
  id: idOf(0),
  number: 999_999_999,
  name: text,
  contacts: times(count, (i) => ({ id: idOf(i), name: text, title: i % 2 === 0 ? text : null })),
});
const source = { permalink: `${known.site}/archives/C1/p1`, saidBy: known.user };
const clashesOf = ({ count, text }: Hostile) =>
  times(count, (i) => ({
    field: ['summary', 'kind', 'at', 'contactIds', 'tone'][i % 5] ?? 'summary',
    mine: null,
    theirs: [text, 'visit', at.toISOString(), [idOf(1)], null][i % 5] ?? null,
    actorId: idOf(1),
    at,
    slackUserId: i % 2 === 0 ? known.user : null,
  }));

/** Talks of every kind, as hostile as they come. */
export const talksOf = ({ count, text }: Hostile): readonly Talk[] =>
  times(count, (i) => ({
    interaction: {
      id: idOf(i),
      accountId: idOf(0),
      authorId: idOf(1),
      version: 1,
      values: {
        kind: interactionKinds[i % interactionKinds.length] ?? 'meeting',
        at: at.toISOString(),
        outcome: outcomes[i % 2] ?? 'reached',
        summary: text,
        tone: tones[i % tones.length] ?? null,
        contactIds: [],
        memberIds: [],
      },
      source: i % 2 === 0 ? source : null,
      createdAt: at,
      deletedAt: null,
    },
    account: { id: idOf(0), name: text },
    author: { name: text, slackUserId: known.user },
    contacts: times(Math.min(count, 101), () => text),
    colleagues: times(Math.min(count, 101), () => ({ name: text, slackUserId: known.user })),
    may: { edit: i % 3 !== 0, takeBack: i % 2 === 0 },
  }));

const form = (blocks: Parameters<typeof modal>[0]['blocks']): Surface =>
  window(modal({ callbackId: 'x', title: 'Log', submit: 'Save', close: 'Cancel', blocks }));
const about = (h: Hostile) => ({ interactionId: idOf(0), account: h.text, from: 'card' as const, accountId: idOf(0) });
const said = (blocks: Parameters<typeof modal>[0]['blocks']): Surface => message({ text: '', blocks });

const everyProblem = ({ language: _ }: Hostile): LogProblems => ({
  account: { problem: 'account-gone' },
  when: { problem: 'in-future', day: '2026-12-31' },
  stepOn: { problem: 'date-past', day: '2020-01-01' },
  summary: { problem: 'summary-missing' },
});

export const interactionViews: Builders = {
  'log-form.view logModal': (h) =>
    [true, false].map((fixed) =>
      window(
        logModal(
          {
            account: accountOf(h),
            me: known.user,
            fields: fieldsOf(h),
            meta: { accountId: idOf(0), fixed, round: 2, source: fixed ? source : null, from: null, belowId: null },
            wasCut: fixed,
          },
          readerOf(h),
        ),
      ),
    ),
  'log-form.view editModal': (h) => [
    window(
      editModal(
        { account: accountOf(h), version: 2, fields: fieldsOf(h), reader: readerOf(h), clashes: clashesOf(h) },
        { interactionId: idOf(0), version: 2, stamp: 2, from: 'timeline', belowId: 'V1' },
      ),
    ),
  ],
  'log-inputs.view accountInput': (h) => [form([accountInput(accountOf(h), h.language)])],
  'log-inputs.view agreedInputs': (h) => [form(agreedInputs(fieldsOf(h), known.user, h.language))],
  'log-inputs.view colleaguesInput': (h) => [form([colleaguesInput(fieldsOf(h), h.language)])],
  'log-inputs.view contactsInput': (h) => [
    form([summaryInput({}, h.language), ...contactsInput(accountOf(h).contacts, [idOf(0)], h.language)]),
  ],
  'log-inputs.view kindInput': (h) => interactionKinds.map((kind) => form([kindInput(kind, h.language)])),
  'log-inputs.view outcomeInput': (h) => [form([outcomeInput(fieldsOf(h), h.language)])],
  'log-inputs.view summaryInput': (h) => [form([summaryInput(fieldsOf(h), h.language)])],
  'log-inputs.view toneInput': (h) => [form([toneInput(fieldsOf(h), h.language)])],
  'log-inputs.view whenInput': (h) => [form([whenInput({}, readerOf(h))])],
  'log-words.view clashNotice': (h) => [
    form([summaryInput({}, h.language), ...clashNotice(clashesOf({ ...h, count: Math.max(h.count, 1) }), readerOf(h))]),
  ],
  'log-words.view fieldName': (h) => [message(note(fieldName('summary', h.language) + fieldName(h.text, h.language)))],
  'log-words.view problemWords': (h) =>
    Object.values(problemWords(everyProblem(h), h.language)).map((words) => message(note(words))),
  'echo.view logButtons': (h) => [said([actions(logButtons(about(h), h.language))])],
  'echo.view loggedBlocks': (h) => [said(loggedBlocks({ ...about(h), steps: h.count }, h.language))],
  'echo.view changedBlocks': (h) => [said(changedBlocks([...times(h.count, () => h.text)], h.language))],
  'echo.view takenBackBlocks': (h) => [
    said(takenBackBlocks({ ...about(h), steps: { moved: h.count, done: 1 } }, h.language)),
  ],
  'echo.view restoredBlocks': (h) => [
    said(restoredBlocks({ ...about(h), steps: { moved: h.count, done: 0 } }, h.language)),
  ],
  'echo.view below': (h) => {
    const blocks = loggedBlocks({ ...about(h), steps: 1 }, h.language);
    const full = modal({
      callbackId: 'x',
      title: 'x',
      close: 'x',
      blocks: times(100, () => note('x').blocks).flat(),
    });
    return [window(below(blocks, full))];
  },
  'talk.view talkBlock': (h) => [
    form([summaryInput({}, h.language), ...talksOf({ ...h, count: 20 }).map((talk) => talkBlock(talk, readerOf(h)))]),
  ],
  'talk.view logLines': (h) => [{ home: logLines(talksOf(h), readerOf(h)) }],
  'talk.view noLogs': (h) => [said([noLogs('/account', h.language)])],
  'talk.view lastContactLine': (h) =>
    [true, false].flatMap((read) =>
      [
        null,
        {
          at,
          kind: 'visit' as const,
          author: { name: h.text, slackUserId: known.user },
          contacts: times(h.count, () => h.text),
        },
      ].map((reached) =>
        said(lastContactLine({ reached, attempts: h.count }, { read, contacts: true, log: read }, readerOf(h))),
      ),
    ),
};
