import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setRoles } from '../../src/access/access.flow.ts';
import { Refused } from '../../src/access/policy.ts';
import { deleteInteraction, editInteraction, restoreInteraction } from '../../src/interactions/interaction.flow.ts';
import { lastTalks, undoable } from '../../src/interactions/interaction.query.ts';
import { findInteraction } from '../../src/interactions/interaction.store.ts';
import type { InteractionValues } from '../../src/interactions/interaction.ts';
import { enqueue } from '../../src/outbox/outbox.store.ts';
import { completeTask } from '../../src/tasks/task.flow.ts';
import { tasksOfInteraction } from '../../src/tasks/task.store.ts';
import { aHouse, type House, type Person } from '../support/house.ts';
import { aStep, aTalk } from './talks.ts';

let house: House;
let team: string;
let maya: Person;
let ben: Person;
let stranger: Person;
let viewer: Person;
let lead: Person;
beforeAll(async () => {
  house = await aHouse();
  team = await house.aTeam({ name: 'East' });
  maya = await house.aMember({ name: 'Maya', roles: ['manager'], team });
  ben = await house.aMember({ name: 'Ben', roles: ['manager'], team });
  stranger = await house.aMember({ name: 'Sara', roles: ['manager'] });
  lead = await house.aMember({ name: 'Lena', roles: ['lead'] });
  await house.aTeam({ name: 'East', lead });
  viewer = await house.aMember({ name: 'Vera', roles: ['viewer'] });
});
afterAll(() => house?.[Symbol.asyncDispose]());

const anAccount = (name = 'Acme') => house.anAccount(name, { owner: maya, team });
const interactionOf = (id: string) => house.as(maya, (work) => findInteraction(work, id));
const tasksOf = (id: string) => house.as(maya, (work) => tasksOfInteraction(work, id));
const entries = (subjectId: string) =>
  house.sql(`SELECT verb, changes, "actorId" FROM "AuditEntry" WHERE "subjectId" = $1 ORDER BY id`, [subjectId]);

describe('changing', () => {
  it('merges what two people change at once, and asks where both changed the same (T-25)', async () => {
    const account = await anAccount();
    const id = await aTalk(house, maya, account.id, { summary: 'Pilot agreed' });
    const edit = (by: Person, mine: Partial<InteractionValues>, version = 1) =>
      house.as(by, (work) => editInteraction(work, { id, version, mine }));
    expect(await edit(maya, { summary: 'Pilot agreed for May' })).toMatchObject({ ok: true, changed: ['summary'] });
    expect(await edit(lead, { tone: 'good', kind: 'meeting' })).toMatchObject({ ok: true, changed: ['tone'] });
    const clash = await edit(lead, { summary: 'Pilot agreed for June' });
    expect(clash).toMatchObject({
      ok: false,
      problem: 'changed-meanwhile',
      clashes: [{ field: 'summary', theirs: 'Pilot agreed for May', actorId: maya.memberId }],
      shown: { summary: 'Pilot agreed for June', tone: 'good' },
      interaction: { version: 3 },
    });
    expect(await edit(lead, { summary: 'Pilot agreed for June' }, 3)).toMatchObject({ ok: true });
    expect(await interactionOf(id)).toMatchObject({
      version: 4,
      values: { summary: 'Pilot agreed for June', tone: 'good' },
    });
  });

  it('loses nothing of edits at the same moment (T-25)', async () => {
    const account = await anAccount();
    const id = await aTalk(house, maya, account.id);
    const edits: Partial<InteractionValues>[] = [
      { summary: 'Price agreed' },
      { tone: 'bad' },
      { kind: 'visit' },
      { memberIds: [ben.memberId] },
      { outcome: 'attempt' },
    ];
    const done = await Promise.all(
      edits.map((mine) => house.as(maya, (work) => editInteraction(work, { id, version: 1, mine }))),
    );
    expect(done.every(({ ok }) => ok)).toBe(true);
    expect(await interactionOf(id)).toMatchObject({ version: 6, values: Object.assign({}, ...edits) });
  });

  it('is for its author and for who keeps the account, at that moment (T-61, T-63)', async () => {
    const account = await anAccount();
    const id = await aTalk(house, stranger, account.id);
    const edit = (by: Person) =>
      house.as(by, (work) => editInteraction(work, { id, version: 1, mine: { tone: 'good' } }));
    await expect(edit(ben)).rejects.toThrow(Refused);
    await expect(edit(viewer)).rejects.toThrow(Refused);
    expect(await edit(stranger)).toMatchObject({ ok: true });
    expect(await edit(maya)).toMatchObject({ ok: true });
    await house.as(house.founder, (work) => setRoles(work, [stranger.memberId], { roles: ['viewer'] }));
    await expect(edit(stranger)).rejects.toThrow(Refused);
    await house.as(house.founder, (work) => setRoles(work, [stranger.memberId], { roles: ['manager'] }));
  });

  it('takes in nobody of another account (T-62)', async () => {
    const [acme, other] = [await anAccount(), await anAccount('Orchard')];
    const id = await aTalk(house, maya, acme.id);
    const mine = { contactIds: [await house.aContact(other)] };
    const edited = await house.as(maya, (work) => editInteraction(work, { id, version: 1, mine }));
    expect(edited).toEqual({ ok: false, problem: 'not-theirs' });
  });
});

describe('the message that tells an owner what their day asks for', () => {
  it('is put right when their talk is changed, taken back and put back: the next touch follows from it', async () => {
    const account = await anAccount();
    const id = await aTalk(house, ben, account.id);
    await house.as(maya, (work) =>
      enqueue(work, { key: `day:${id}`, kind: 'morning', refs: {}, target: maya.slackUserId, about: maya.memberId }),
    );
    const isPutRight = async (): Promise<unknown> => {
      const [row] = await house.sql(`SELECT "isStale" FROM "Outbox" WHERE key = $1`, [`day:${id}`]);
      return row?.['isStale'];
    };
    const said = () =>
      house.sql(`UPDATE "Outbox" SET state = 'delivered', "isStale" = false, "settledAt" = now() WHERE key = $1`, [
        `day:${id}`,
      ]);
    await said();
    await house.as(ben, (work) => editInteraction(work, { id, version: 1, mine: { outcome: 'attempt' } }));
    expect(await isPutRight()).toBe(true);
    await said();
    await house.as(ben, (work) => deleteInteraction(work, id));
    expect(await isPutRight()).toBe(true);
    await said();
    await house.as(ben, (work) => restoreInteraction(work, id));
    expect(await isPutRight()).toBe(true);
  });
});

describe('taking back', () => {
  it('takes the open steps along, leaves what is done, and leaves a trace', async () => {
    const account = await anAccount();
    const id = await aTalk(house, maya, account.id, {}, [aStep(maya), aStep(maya, 'Call back')]);
    const [first] = await tasksOf(id);
    await house.as(maya, (work) => completeTask(work, String(first?.id)));
    const deleted = await house.as(maya, (work) => deleteInteraction(work, id));
    expect(deleted).toMatchObject({ ok: true, accountId: account.id, steps: { moved: 1, done: 1 } });
    expect(await tasksOf(id)).toMatchObject([{ id: first?.id }]);
    expect((await interactionOf(id))?.deletedAt).not.toBeNull();
    expect((await entries(id)).map(({ verb }) => verb)).toEqual(['interaction.logged', 'interaction.deleted']);
    expect(await house.as(maya, (work) => lastTalks(work, account.id, 5))).toEqual([]);
    expect(await house.as(maya, (work) => deleteInteraction(work, id))).toEqual({ ok: false, problem: 'gone' });
    const edited = house.as(maya, (work) => editInteraction(work, { id, version: 1, mine: { tone: 'good' } }));
    expect(await edited).toEqual({ ok: false, problem: 'gone' });
  });

  it('is taken back in turn, with the steps that went with it', async () => {
    const account = await anAccount();
    const id = await aTalk(house, maya, account.id, {}, [aStep(maya)]);
    await house.as(maya, (work) => deleteInteraction(work, id));
    const restored = await house.as(maya, (work) => restoreInteraction(work, id));
    expect(restored).toMatchObject({ ok: true, steps: { moved: 1, done: 0 } });
    expect(await tasksOf(id)).toHaveLength(1);
    expect(await house.as(maya, (work) => restoreInteraction(work, id))).toEqual({ ok: false, problem: 'gone' });
    expect(await house.as(maya, (work) => lastTalks(work, account.id, 5))).toHaveLength(1);
  });

  it('is undone by its author for a day, by who keeps the account at any time', async () => {
    const account = await anAccount();
    const id = await aTalk(house, stranger, account.id);
    await house.as(stranger, (work) => deleteInteraction(work, id));
    await house.sql(`UPDATE "Interaction" SET "deletedAt" = now() - interval '25 hours' WHERE id = $1`, [id]);
    const restore = (by: Person) => house.as(by, (work) => restoreInteraction(work, id));
    expect(await restore(stranger)).toEqual({ ok: false, problem: 'too-late' });
    expect(await restore(maya)).toMatchObject({ ok: true });
  });

  it('is for its author for a day, for who keeps the account at any time', async () => {
    const account = await anAccount();
    const sam = await house.aMember({ name: 'Sam', roles: ['manager'] });
    const id = await aTalk(house, sam, account.id);
    const aged = async (hours: number) => {
      await house.sql(`UPDATE "Interaction" SET "createdAt" = now() - make_interval(hours => $2) WHERE id = $1`, [
        id,
        hours,
      ]);
      return house.as(sam, (work) => undoable(work));
    };
    await expect(house.as(ben, (work) => deleteInteraction(work, id))).rejects.toThrow(Refused);
    expect(await aged(23)).toMatchObject({ interaction: { id } });
    expect(await aged(25)).toBeNull();
    expect(await house.as(sam, (work) => deleteInteraction(work, id))).toEqual({ ok: false, problem: 'too-late' });
    expect(await house.as(maya, (work) => deleteInteraction(work, id))).toMatchObject({ ok: true });
  });
});
