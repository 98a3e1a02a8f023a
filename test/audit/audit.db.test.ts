import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Aim } from '../access/door.ts';
import { doors } from '../access/doors.ts';
import { furnish } from '../db/furnish.ts';
import { aHouse, type House } from '../support/house.ts';
import { dumpOf } from './tables.ts';

let ground: House;
/** A workspace of each test's own. */
let house: House;
let aim: Aim;
beforeAll(async () => {
  ground = await aHouse();
});
beforeEach(async () => {
  house = await ground.aNeighbour();
  aim = await furnish(house);
});
afterAll(() => ground[Symbol.asyncDispose]());

interface Entry {
  readonly verb: string;
  readonly operationId: string;
  readonly actorId: string;
}
const entries = async (): Promise<readonly Entry[]> =>
  (await house.sql(`SELECT verb, "operationId", "actorId" FROM "AuditEntry" WHERE "workspaceId" = $1 ORDER BY at, id`, [
    house.workspaceId,
  ])) as unknown as Entry[];

/** What the founder does, and the entries that it leaves. */
async function left(name: string): Promise<readonly Entry[]> {
  const before = (await entries()).length;
  await house.as(house.founder, (work) => doors[name]?.open(work, aim) ?? Promise.reject(new Error(name)));
  return (await entries()).slice(before);
}

/** Every change, and every read of what is about people, with the entries that it leaves. */
const changes: Readonly<Record<string, readonly string[]>> = {
  'access/access.flow.ts setRoles': ['roles.changed'],
  'access/team.flow.ts arrangeTeam': ['team.changed', 'roles.changed'],
  'accounts/account.flow.ts createAccount': ['account.created'],
  'accounts/account.flow.ts editAccount': ['account.changed'],
  'accounts/account-form.flow.ts submitNew': ['account.created'],
  'accounts/contact.flow.ts addContact': ['contact.created'],
  'accounts/contact.flow.ts editContact': ['contact.changed'],
  'timeline/put-back.flow.ts putBack': ['account.changed'],
  'interactions/edit-form.flow.ts submitEditLog': ['interaction.changed'],
  'handover/handover.flow.ts approveHandover': ['account.changed', 'handover.approved', 'task.changed'],
  'handover/handover.flow.ts askHandover': ['account.changed', 'handover.approved', 'handover.asked', 'task.changed'],
  'handover/handover.flow.ts declineHandover': ['handover.declined'],
  'handover/handover.flow.ts undoHandover': ['handover.undone'],
  'interactions/interaction.flow.ts logAt': ['interaction.logged'],
  'interactions/interaction.flow.ts logInteraction': ['interaction.logged'],
  'interactions/interaction.flow.ts editInteraction': ['interaction.changed'],
  'interactions/interaction.flow.ts deleteInteraction': ['interaction.deleted'],
  'interactions/interaction.flow.ts restoreInteraction': ['interaction.restored'],
  'interactions/log-form.flow.ts submitLog': ['interaction.logged'],
  'operations/operations.flow.ts answerUndelivered': ['notice.retry'],
  'operations/operations.flow.ts pauseJob': ['job.paused'],
  'operations/operations.flow.ts runJobNow': ['job.run'],
  'tasks/task.flow.ts completeTask': ['task.done'],
  'tasks/task.flow.ts dropTask': ['task.dropped'],
  'tasks/task.flow.ts editTask': ['task.changed'],
  'tasks/task.flow.ts giveTask': ['task.changed'],
  'tasks/task.flow.ts moveTask': ['task.changed'],
  'tasks/task.flow.ts postponeTask': ['task.changed'],
  'tasks/task-form.flow.ts submitDate': ['task.changed'],
};
const reads: Readonly<Record<string, readonly string[]>> = {
  'accounts/card.query.ts readCard': ['contacts.read'],
  'accounts/contact-form.flow.ts openContact': ['contacts.read'],
  'accounts/contact-form.flow.ts readContacts': ['contacts.read'],
  'timeline/timeline.query.ts readTimeline': ['contacts.read'],
  'accounts/share.flow.ts noteShare': ['contacts.read', 'account.shared'],
  'brief/brief.query.ts readBrief': ['contacts.read', 'notes.read', 'notes.read'],
  'handover/handover.query.ts readNote': ['notes.read'],
  'interactions/edit-form.flow.ts openEditLog': ['notes.read', 'contacts.read'],
  'interactions/interaction.query.ts cardContact': ['contacts.read'],
  'interactions/interaction.query.ts lastTalks': ['notes.read'],
  'interactions/interaction.query.ts readTalk': ['notes.read'],
  'interactions/interaction.query.ts talksPage': ['notes.read'],
  'interactions/log-form.flow.ts logAccount': ['contacts.read'],
  'interactions/log-form.flow.ts openLog': ['contacts.read'],
  'tasks/task.query.ts accountTasks': ['notes.read'],
  'tasks/task.query.ts tasksById': ['notes.read'],
  'tasks/task.query.ts teamTasks': ['notes.read'],
  'tasks/task-form.flow.ts openTask': ['notes.read'],
  'tasks/task-timeline.query.ts readTaskMoves': ['notes.read'],
  'desk/card.query.ts readWholeCard': ['contacts.read'],
  'desk/look.flow.ts look': ['contacts.read'],
};

describe('The audit', () => {
  test.each(Object.entries({ ...changes, ...reads }))('tells of %s', async (name, verbs) => {
    const found = await left(name);
    expect(found.map(({ verb }) => verb).sort()).toEqual([...verbs].sort());
    expect(new Set(found.map(({ operationId }) => operationId))).toHaveLength(1);
    expect(new Set(found.map(({ actorId }) => actorId))).toEqual(new Set([house.founder.memberId]));
  });

  test('tells two operations apart', async () => {
    const [one] = await left('accounts/account.flow.ts editAccount');
    const [other] = await left('accounts/contact.flow.ts editContact');
    expect(one?.operationId).not.toBe(other?.operationId);
  });

  test('gets no entry from whatever changes nothing and shows nothing about people', async () => {
    const told = new Set([...Object.keys(changes), ...Object.keys(reads), 'access/access.flow.ts askForAccess']);
    const verbs: Record<string, readonly string[]> = {};
    for (const name of Object.keys(doors).filter((each) => !told.has(each)))
      verbs[name] = (await left(name)).map(({ verb }) => verb);
    expect(Object.entries(verbs).filter(([, found]) => found.length > 0)).toEqual([]);
  });

  test.each(['UPDATE "AuditEntry" SET verb = \'x\'', 'DELETE FROM "AuditEntry"', 'TRUNCATE "AuditEntry"'])(
    'refuses the app %s (T-109)',
    async (statement) => {
      const before = await entries();
      await expect(house.as(house.founder, ({ db }) => db.$executeRawUnsafe(statement))).rejects.toThrow(
        /42501|denied/,
      );
      expect(await entries()).toEqual(before);
    },
  );

  test('lets the app read and append only, by its grants (T-109)', async () => {
    const rights = await house.sql(
      `SELECT right_name FROM unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']) AS right_name
       WHERE has_table_privilege('dossier_app', '"AuditEntry"', right_name) ORDER BY 1`,
    );
    expect(rights.map((row) => row['right_name'])).toEqual(['INSERT', 'SELECT']);
  });
});

describe('Where the audit cannot be written', () => {
  test.each(Object.keys({ ...changes, ...reads }))('%s fails and changes nothing (T-110)', async (name) => {
    const before = await dumpOf(house);
    await house.sql('REVOKE INSERT ON "AuditEntry" FROM dossier_app');
    try {
      await expect(left(name)).rejects.toThrow(/42501|denied/);
    } finally {
      await house.sql('GRANT INSERT ON "AuditEntry" TO dossier_app');
    }
    expect(await dumpOf(house)).toEqual(before);
  });
});
