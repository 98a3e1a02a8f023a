import { logInteraction } from '../../src/interactions/interaction.flow.ts';
import type { InteractionValues, NewInteraction } from '../../src/interactions/interaction.ts';
import type { House, Person } from '../support/house.ts';

/** What somebody notes of a talk, as they would with nothing else in mind. */
export const saying = (summary: string, values: Partial<InteractionValues> = {}): InteractionValues => ({
  kind: 'meeting',
  at: '2026-11-20T06:00:00.000Z',
  outcome: 'reached',
  summary,
  tone: null,
  contactIds: [],
  memberIds: [],
  ...values,
});

/** Logs a talk; returns its id. */
export async function aTalk(
  house: House,
  by: Person,
  accountId: string,
  values: Partial<InteractionValues> = {},
  tasks: NewInteraction['tasks'] = [],
): Promise<string> {
  const logged = await house.as(by, (work) =>
    logInteraction(work, { accountId, values: saying('Pilot agreed', values), source: null, tasks }),
  );
  if (!logged.ok) throw new Error(logged.problem);
  return logged.interactionId;
}

/** A step for this person. */
export const aStep = (assignee: Person, title = 'Send the quote'): NewInteraction['tasks'][number] => ({
  kind: 'step',
  title,
  assigneeId: assignee.memberId,
  due: { on: '2026-12-04', time: null },
  repeat: null,
});
