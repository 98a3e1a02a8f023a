import { authorise } from '../access/policy.ts';
import type { Work } from '../db/work.ts';
import type { Due } from '../due/due.ts';
import { readDue } from '../due/due-words.ts';
import { editInteraction } from '../interactions/interaction.flow.ts';
import { findInteraction } from '../interactions/interaction.store.ts';
import {
  type Interaction,
  type InteractionKind,
  type InteractionValues,
  usualOutcome,
} from '../interactions/interaction.ts';
import { editTask } from '../tasks/task.flow.ts';
import { tasksOfInteraction } from '../tasks/task.store.ts';
import { readCues } from './line-cues.ts';
import { echoOf } from './log-echo.query.ts';
import type { Echo } from './log-echo.ts';

/** What the author says about their log: the log as it stands then, or null when it cannot be changed any more. */
type Answered = Promise<Echo | null>;

/** Says what kind of contact a log was; whether somebody was reached follows from it, unless the words say so. */
export function answerKind(work: Work, interactionId: string, kind: InteractionKind): Answered {
  const mine = ({ values }: Interaction) => ({
    kind,
    outcome: readCues(values.summary).outcome ?? usualOutcome(kind),
  });
  return change(work, interactionId, mine, true);
}

/** Says which of the account's people the words mean. */
export function answerPerson(work: Work, interactionId: string, contactId: string): Answered {
  return change(work, interactionId, ({ values }) => ({ contactIds: [...values.contactIds, contactId] }));
}

async function change(
  work: Work,
  interactionId: string,
  mine: (interaction: Interaction) => Partial<InteractionValues>,
  isKindSaid = false,
): Answered {
  authorise(work.actor, 'interaction.log');
  const own = await ownLog(work, interactionId);
  if (!own) return null;
  const edited = await editInteraction(work, { id: own.id, version: own.version, mine: mine(own) });
  return edited.ok ? echoOf(work, interactionId, { isKindSaid }) : null;
}

/** Says when a step of one's log is due; the words that named the day go from its title. */
export async function answerDay(work: Work, interactionId: string, taskId: string, due: Due): Answered {
  authorise(work.actor, 'interaction.log');
  const own = await ownLog(work, interactionId);
  const task = own && (await tasksOfInteraction(work, own.id)).find(({ id }) => id === taskId);
  if (!own || !task) return null;
  const { zone, language } = work.actor;
  const read = readDue(task.title, { now: own.createdAt, zone, language });
  const title = read.kind === 'ask' ? read.title : task.title;
  const edited = await editTask(work, { id: taskId, version: task.version, mine: { due, title } });
  return edited.ok ? echoOf(work, interactionId) : null;
}

async function ownLog(work: Work, interactionId: string): Promise<Interaction | null> {
  const found = await findInteraction(work, interactionId);
  return found && !found.deletedAt && found.authorId === work.actor.memberId ? found : null;
}
