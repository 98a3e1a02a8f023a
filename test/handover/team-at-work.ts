import { approveHandover, askHandover, undoHandover, type Wish } from '../../src/handover/handover.flow.ts';
import { addTask } from '../../src/tasks/task.flow.ts';
import type { TaskKind } from '../../src/tasks/task.ts';
import type { Values } from '../../src/templates/field.ts';
import { startsSoon } from '../support/handover.ts';
import { aHouse, type House, type Person } from '../support/house.ts';

/** A team with its lead, in whose house accounts change hands. */
export async function aTeamAtWork() {
  const house: House = await aHouse();
  const lead = await house.aMember({ name: 'Lead', roles: ['lead'] });
  const east = await house.aTeam({ name: 'East', lead });
  let made = 0;
  const asks = (person: Person, wish: Wish) => house.as(person, (work) => askHandover(work, wish));
  return {
    house,
    lead,
    east,
    /** Two managers of the team, and the wish that all accounts of the first go to the second. */
    async aPair() {
      const maya = await house.aMember({ name: 'Maya', roles: ['manager'], team: east });
      const chen = await house.aMember({ name: 'Chen', roles: ['manager'], team: east });
      const wish: Wish = {
        ownerId: maya.memberId,
        accountIds: null,
        toSlackUserId: chen.slackUserId,
        note: null,
        startsOn: startsSoon(),
      };
      return { maya, chen, wish };
    },
    async accountOf(owner: Person | null, values: Values = {}): Promise<string> {
      made += 1;
      return (await house.anAccount(`Acme ${made}`, { owner, team: east, values })).id;
    },
    asks,
    /** The id of what is asked for. */
    async asked(person: Person, wish: Wish): Promise<string> {
      const done = await asks(person, wish);
      if (!done.ok) throw new Error(done.problem);
      return done.news.handoverId;
    },
    approves: (person: Person, id: string) => house.as(person, (work) => approveHandover(work, id)),
    undoes: (person: Person, id: string) => house.as(person, (work) => undoHandover(work, id)),
    taskFor: (person: Person, accountId: string, kind: TaskKind = 'step') =>
      house.as(house.founder, async (work) => {
        const task = { accountId, interactionId: null, kind, title: 'Send the quote', due: null, repeat: null };
        return (await addTask(work, { ...task, assigneeId: person.memberId })).id;
      }),
    /** Who owns these accounts, in the order of their ids. */
    async owners(ids: readonly string[]) {
      const rows = await house.sql(`SELECT "ownerId" FROM "Account" WHERE id = ANY ($1::uuid[]) ORDER BY id`, [ids]);
      return rows.map((row) => row['ownerId']);
    },
    /** Who sees to these tasks, in their order. */
    async assignees(ids: readonly string[]) {
      const rows = await house.sql(`SELECT id, "assigneeId" FROM "Task" WHERE id = ANY ($1::uuid[])`, [ids]);
      const at = (row: Record<string, unknown>): number => ids.indexOf(String(row['id']));
      return rows.toSorted((one, other) => at(one) - at(other)).map((row) => row['assigneeId']);
    },
  };
}
export type TeamAtWork = Awaited<ReturnType<typeof aTeamAtWork>>;
