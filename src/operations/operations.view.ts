import type { KnownBlock, ModalView } from '@slack/types';
import { formatMoment } from '../accounts/account-form.view.ts';
import type { Reader } from '../accounts/card.ts';
import type { Undelivered } from '../outbox/queue.ts';
import { actions, button, context, divider, header, modal, section } from '../slack/blocks.ts';
import { listed, row } from '../slack/list.ts';
import { joinRich, type Rich, rich } from '../slack/text.ts';
import { operationsIds } from './operations.ids.ts';
import { kindName, operationsText } from './operations.text.ts';
import { type JobLine, type OperationsFacts, type Trouble, troublesOf } from './operations.ts';

/** The most lines of each list. */
const most = { jobs: 20, undelivered: 10, troubles: 10 } as const;

/** `/account admin jobs` and `health`: what is broken first, then the jobs, then the messages. */
export function operationsModal(facts: OperationsFacts, reader: Reader): ModalView {
  const t = operationsText[reader.language];
  const { jobs, queue, undelivered } = facts;
  const troubles = troublesOf(facts, reader.now);
  return modal({
    callbackId: operationsIds.page,
    title: t.title,
    close: t.close,
    blocks: [
      ...(troubles.length === 0
        ? [section(t.allWell)]
        : listed(troubles, most.troubles, reader.language, (trouble) => section(troubleLine(trouble, reader)))),
      actions([button(operationsIds.refresh, t.refresh)]),
      header(t.jobs),
      ...(jobs.length === 0 ? [context(t.noJobs)] : []),
      ...listed(jobs, most.jobs, reader.language, (line) => jobBlocks(line, reader)),
      divider(),
      header(t.queue),
      context(t.figures(queue.waiting, queue.unconfirmed)),
      header(t.undelivered),
      ...(undelivered.length === 0 ? [context(t.noneUndelivered)] : []),
      ...listed(undelivered, most.undelivered, reader.language, (notice) => undeliveredBlocks(notice, reader)),
    ],
  });
}

function troubleLine(trouble: Trouble, { zone, language }: Reader): Rich {
  const { troubles } = operationsText[language];
  const since = formatMoment(trouble.since, zone, language);
  switch (trouble.code) {
    case 'token-refused':
      return troubles['token-refused'](since, trouble.detail);
    case 'queue-stuck':
      return troubles['queue-stuck'](since, trouble.count);
    case 'undelivered':
      return troubles.undelivered(since, trouble.count);
    case 'job-dead':
      return troubles['job-dead'](since, trouble.job[language]);
    case 'job-paused':
      return troubles['job-paused'](since, trouble.job[language]);
  }
}

function jobBlocks({ job, past, next }: JobLine, { zone, language }: Reader): readonly KnownBlock[] {
  const t = operationsText[language];
  const at = (moment: Date): string => formatMoment(moment, zone, language);
  const isPaused = past?.pausedAt != null;
  const facts = joinRich(
    [
      past?.last ? t.lastRun(at(past.last.slot), t.states[past.last.state] ?? past.last.state) : t.neverRun,
      past?.pausedAt ? t.pausedSince(at(past.pausedAt)) : t.next(at(next)),
      past && past.missed > 0 ? t.missed(past.missed) : '',
    ],
    ' · ',
  );
  const name = job.label[language];
  const value = { job: job.name };
  return [
    row(joinRich([rich`*${name}*`, facts], '\n')),
    actions([
      button(operationsIds.runNow, t.runNow, { value, label: `${t.runNow}: ${name}` }),
      isPaused
        ? button(operationsIds.goOn, t.goOn, { value, label: `${t.goOn}: ${name}` })
        : button(operationsIds.pause, t.pause, { value, label: `${t.pause}: ${name}` }),
    ]),
  ];
}

function undeliveredBlocks({ id, kind, target, problem }: Undelivered, { language }: Reader): readonly KnownBlock[] {
  const t = operationsText[language];
  const name = kindName(kind, language);
  const value = { noticeId: id };
  return [
    row(t.undeliveredLine(name, target, t.problem(problem))),
    actions([
      button(operationsIds.retry, t.retry, { value, label: `${t.retry}: ${name}` }),
      button(operationsIds.drop, t.drop, { value, label: `${t.drop}: ${name}` }),
    ]),
  ];
}
