import type { KnownBlock, ModalView } from '@slack/types';
import { accountIds } from '../accounts/account.ids.ts';
import type { Reader } from '../accounts/card.ts';
import type { Language } from '../i18n/language.ts';
import { dayIn } from '../lib/date.ts';
import { noteLength } from '../lib/text.ts';
import { actions, button, context, input, modal, option, section } from '../slack/blocks.ts';
import { limits } from '../slack/limits.ts';
import { joinRich, plain, type Rich, rich } from '../slack/text.ts';
import { taskIds } from './task.ids.ts';
import { taskText } from './task.text.ts';
import { type Task, type TaskLine, taskKinds } from './task.ts';
import { type FormProblems, rhythmKeys, rhythms, type Typed } from './task-form.ts';
import { dueWords, repeatWords } from './task-row.view.ts';

/** What a form shows. */
interface FormFacts {
  /** Fixed for a task that is there; chosen in the form otherwise. */
  readonly account: TaskLine['account'] | null;
  readonly typed: Typed;
  /** The task that is changed. */
  readonly task: Task | null;
  readonly meta: unknown;
  readonly notice?: Rich;
}

/** A new step, or one that is changed: two fields must be filled, one of them is filled already on a card. */
export function taskForm({ account, typed, task, meta, notice }: FormFacts, { language }: Reader): ModalView {
  const t = taskText[language];
  return modal({
    callbackId: task ? taskIds.editSubmit : taskIds.createSubmit,
    title: task ? t.editTitle : t.newTitle,
    submit: t.save,
    close: t.back,
    meta,
    blocks: [
      ...(notice ? [section(notice)] : []),
      task ? context(account?.name ?? '') : accountInput(account, language),
      titleInput(typed, language),
      ...dueInputs(typed, language, true),
      input('assignee', t.assignee, {
        type: 'users_select',
        action_id: 'v',
        ...(typed.assignee && { initial_user: typed.assignee }),
      }),
      choiceInput(
        'kind',
        t.kind,
        taskKinds.map((kind) => option(t.kinds[kind], kind)),
        typed.kind ?? 'step',
      ),
      choiceInput('repeat', t.repeat, repeatOptions(language), typed.repeat ?? 'never', t.repeatHint),
      ...(task ? [actions([button(taskIds.drop, t.drop, { value: { taskId: task.id } })], 'task-drop')] : []),
    ],
  });
}

function accountInput(account: FormFacts['account'], language: Language): KnownBlock {
  const t = taskText[language];
  return input('account', t.account, {
    type: 'external_select',
    action_id: accountIds.pick,
    min_query_length: 0,
    placeholder: plain(t.accountPlaceholder, limits.placeholder),
    ...(account && { initial_option: option(account.name, account.id) }),
  });
}

const titleInput = ({ title }: Typed, language: Language): KnownBlock =>
  input('title', taskText[language].title, {
    type: 'plain_text_input',
    action_id: 'v',
    max_length: limits.inputLength,
    placeholder: plain(taskText[language].titlePlaceholder, limits.placeholder),
    ...(title && { initial_value: title.slice(0, noteLength) }),
  });

const dueInputs = ({ date, time }: Typed, language: Language, optional: boolean): readonly KnownBlock[] => [
  input(
    'date',
    taskText[language].date,
    { type: 'datepicker', action_id: 'v', ...(date && { initial_date: date }) },
    { optional },
  ),
  input(
    'time',
    taskText[language].time,
    { type: 'timepicker', action_id: 'v', ...(time && { initial_time: time }) },
    { optional: true },
  ),
];

const repeatOptions = (language: Language) => [
  option(taskText[language].never, 'never'),
  ...rhythmKeys.map((key) => {
    const workingDays = key === 'workday';
    return option(repeatWords({ ...rhythms[key], workingDays }, language), key);
  }),
];

function choiceInput(
  id: string,
  label: string,
  options: ReturnType<typeof option>[],
  chosen: string,
  hint?: string,
): KnownBlock {
  const initial = options.find(({ value }) => value === chosen);
  return input(
    id,
    label,
    { type: 'static_select', action_id: 'v', options, ...(initial && { initial_option: initial }) },
    hint ? { hint } : {},
  );
}

/** "Pick a date" for a step. */
export function dateModal(task: Task, typed: Typed, meta: unknown, { language }: Reader): ModalView {
  const t = taskText[language];
  return modal({
    callbackId: taskIds.dateSubmit,
    title: t.dateTitle,
    submit: t.save,
    close: t.back,
    meta,
    blocks: [section(rich`*${task.title}*`), ...dueInputs(typed, language, false)],
  });
}

/** "Give to" for a step. */
export function giveModal(task: Task, meta: unknown, { language }: Reader): ModalView {
  const t = taskText[language];
  return modal({
    callbackId: taskIds.giveSubmit,
    title: t.giveTitle,
    submit: t.give,
    close: t.back,
    meta,
    blocks: [section(rich`*${task.title}*`), input('assignee', t.assignee, { type: 'users_select', action_id: 'v' })],
  });
}

/** A step that has just been taken back, with the way to put it back. */
export function droppedModal(task: Task, meta: unknown, { language }: Reader): ModalView {
  const t = taskText[language];
  return modal({
    callbackId: taskIds.dropped,
    title: t.editTitle,
    close: t.back,
    meta,
    blocks: [
      section(t.dropped(task.title)),
      actions([button(taskIds.restore, t.restore, { value: { taskId: task.id } })], 'task-restore'),
    ],
  });
}

/** What a form that is older than its step is shown again with. */
export const changedNotice = (task: Task, reader: Reader): Rich =>
  taskText[reader.language].changedMeanwhile(joinRich([rich`*${task.title}*`, dueWords(task, reader)], ' · '));

/** What is wrong with a form, by field. */
export function formErrors(problems: FormProblems, { language, zone, now }: Reader): Record<string, string> {
  const t = taskText[language].errors;
  const told = Object.entries(problems).map(([field, problem]) => {
    const text = t[problem];
    return [field, typeof text === 'string' ? text : text(dayIn(now, zone))] as const;
  });
  return Object.fromEntries(told);
}
