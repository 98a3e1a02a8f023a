import type { KnownBlock, PlainTextOption } from '@slack/types';
import type { Reader } from '../accounts/card.ts';
import type { Language } from '../i18n/language.ts';
import { addDays, dayIn, formatDay, relativeDay } from '../lib/date.ts';
import { actions, button, option } from '../slack/blocks.ts';
import { row } from '../slack/list.ts';
import { joinRich, mention, type Rich, rich } from '../slack/text.ts';
import { postponed } from './postpone.ts';
import type { Repeat } from './repeat.ts';
import { taskIds } from './task.ids.ts';
import { taskText } from './task.text.ts';
import type { Task, TaskLine } from './task.ts';

/** When a task is due, in the words of the reader: `in 3 days · 2026-03-06 Fri 15:00`, `*Overdue* 2 days ago · …`. */
export function dueWords({ due, dueAt }: Pick<Task, 'due' | 'dueAt'>, { language, zone, now }: Reader): Rich {
  const t = taskText[language];
  if (!due || !dueAt) return rich`${t.undated}`;
  const when = t.onDay(formatDay(due.on, language), relativeDay(due.on, now, zone, language), due.time);
  return dueAt <= now ? t.overdue(when) : when;
}

/** How a task comes again, in words. */
export function repeatWords({ every, interval, workingDays }: Omit<Repeat, 'day' | 'on'>, language: Language): string {
  const t = taskText[language];
  return every === 'day' && interval === 1 && workingDays ? t.everyWorkingDay : t.comesAgain[every](interval);
}

/** What goes without saying where a task stands: whose all of them are, or the account that is named above. */
interface Known {
  readonly memberId?: string;
  readonly accountId?: string;
}

/** A task in a list, with what can be done about it. One that is done can be taken up again or logged. */
export function taskBlocks(line: TaskLine, reader: Reader, known: Known = {}): readonly KnownBlock[] {
  const { task, isReadable } = line;
  const text = row(lineText(line, reader, known));
  if (!isReadable) return [text];
  return [text, actions(task.doneAt ? doneElements(task, reader) : openElements(task, reader))];
}

function lineText({ task, isReadable, account, assignee }: TaskLine, reader: Reader, known: Known): Rich {
  const t = taskText[reader.language];
  const title = isReadable ? rich`*${task.title}*` : rich`_${t.hidden}_`;
  const where = account.id === known.accountId ? '' : account.name;
  if (task.doneAt) return joinRich([t.isDone(task.title), where, t.doneHint], '\n');
  const facts = [
    dueWords(task, reader),
    task.kind === 'step' ? '' : t.kinds[task.kind],
    task.repeat ? repeatWords(task.repeat, reader.language) : '',
    task.assigneeId === known.memberId ? '' : mention(assignee.slackUserId),
  ];
  return joinRich([title, where, joinRich(facts, ' · ')], '\n');
}

const doneElements = ({ id, title }: Task, { language }: Reader) => {
  const t = taskText[language];
  const value = { taskId: id };
  return [
    button(taskIds.undo, t.undo, { value, label: `${t.undo}: ${title}` }),
    button(taskIds.log, t.logIt, { value, label: `${t.logIt}: ${title}` }),
  ];
};

const openElements = (task: Task, reader: Reader) => {
  const t = taskText[reader.language];
  const label = `${t.done}: ${task.title}`;
  return [
    button(taskIds.done, t.done, { value: { taskId: task.id }, label }),
    { type: 'overflow' as const, action_id: taskIds.more, options: moreOptions(task, reader) },
  ];
};

/** Slack takes five. */
function moreOptions(task: Task, { language, now }: Reader): PlainTextOption[] {
  const t = taskText[language];
  const [next, week] = [postponed(task, 'tomorrow', now), postponed(task, 'week', now)];
  const isTomorrow = next.on === addDays(dayIn(now, task.zone), 1);
  const nextWords = (isTomorrow ? t.tomorrow : t.nextDay)(formatDay(next.on, language));
  return [
    option(nextWords, `tomorrow:${task.id}`),
    option(t.nextWeek(formatDay(week.on, language)), `week:${task.id}`),
    option(t.pickDate, `date:${task.id}`),
    option(t.giveTo, `give:${task.id}`),
    option(t.edit, `edit:${task.id}`),
  ];
}
