import type { Work } from '../db/work.ts';
import { logInteraction } from '../interactions/interaction.flow.ts';
import { repeatFrom } from '../tasks/repeat.ts';
import { completeTask } from '../tasks/task.flow.ts';
import type { NewTask } from '../tasks/task.ts';
import type { DemoTalk, DemoTask } from './demo-talk.ts';
import { workedDay, workedMoment } from './worked-day.ts';

/** An account of the demo with its contacts, by name. */
export interface DemoFile {
  readonly accountId: string;
  readonly contactIds: ReadonlyMap<string, string>;
}

/** Logs an invented talk, as if at its moment; what was done since is done. `ids` are members by their Slack id. */
export async function addTalk(
  work: Work,
  file: DemoFile,
  talk: DemoTalk,
  ids: ReadonlyMap<string, string>,
): Promise<void> {
  const { zone } = work.actor;
  const at = workedMoment(work.now, zone, -talk.daysAgo, talk.time);
  const tasks = talk.tasks ?? [];
  const logged = await logInteraction(
    { ...work, now: at },
    {
      accountId: file.accountId,
      source: null,
      values: {
        kind: talk.kind,
        at: at.toISOString(),
        outcome: talk.attempt ? 'attempt' : 'reached',
        tone: talk.tone ?? null,
        summary: talk.summary,
        contactIds: (talk.people ?? []).flatMap((name) => file.contactIds.get(name) ?? []),
        memberIds: [],
      },
      tasks: tasks.map((task) => taskOf(work, task, ids)),
    },
  );
  if (!logged.ok) throw new Error(`a talk of the demo was refused: ${logged.problem}`);
  for (const [n, task] of tasks.entries()) {
    const taskId = logged.taskIds[n];
    if (task.doneDaysAgo === undefined || taskId === undefined) continue;
    const doneAt = workedMoment(work.now, zone, -task.doneDaysAgo, '17:20');
    await completeTask({ ...work, now: doneAt }, taskId);
  }
}

function taskOf(
  work: Work,
  task: DemoTask,
  ids: ReadonlyMap<string, string>,
): Omit<NewTask, 'accountId' | 'interactionId'> {
  const on = task.dueIn === undefined ? null : workedDay(work.now, work.actor.zone, task.dueIn);
  return {
    kind: task.kind,
    title: task.title,
    assigneeId: (task.to && ids.get(task.to)) ?? work.actor.memberId,
    due: on === null ? null : { on, time: task.time ?? null },
    repeat: on === null || !task.repeat ? null : repeatFrom(on, task.repeat),
  };
}
