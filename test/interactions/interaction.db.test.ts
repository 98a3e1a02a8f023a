import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Refused } from '../../src/access/policy.ts';
import { logInteraction } from '../../src/interactions/interaction.flow.ts';
import { lastTalks } from '../../src/interactions/interaction.query.ts';
import { findInteraction } from '../../src/interactions/interaction.store.ts';
import { logAccount, submitLog } from '../../src/interactions/log-form.flow.ts';
import { tasksOfInteraction } from '../../src/tasks/task.store.ts';
import { aHouse, type House, type Person } from '../support/house.ts';
import { aStep, aTalk, saying } from './talks.ts';

let house: House;
let team: string;
let maya: Person;
let ben: Person;
let stranger: Person;
let viewer: Person;
beforeAll(async () => {
  house = await aHouse();
  team = await house.aTeam({ name: 'East' });
  maya = await house.aMember({ name: 'Maya', roles: ['manager'], team });
  ben = await house.aMember({ name: 'Ben', roles: ['manager'], team });
  stranger = await house.aMember({ name: 'Sara', roles: ['manager'] });
  viewer = await house.aMember({ name: 'Vera', roles: ['viewer'] });
});
afterAll(() => house?.[Symbol.asyncDispose]());

const anAccount = (name = 'Acme') => house.anAccount(name, { owner: maya, team });
const interactionOf = (id: string) => house.as(maya, (work) => findInteraction(work, id));
const tasksOf = (id: string) => house.as(maya, (work) => tasksOfInteraction(work, id));
const entries = (subjectId: string) =>
  house.sql(`SELECT verb, changes, "actorId" FROM "AuditEntry" WHERE "subjectId" = $1 ORDER BY id`, [subjectId]);

describe('logging', () => {
  it('keeps what was said, with whom, who was there, and what was agreed (R21)', async () => {
    const account = await anAccount();
    const wei = await house.aContact(account, { name: 'Li Wei' });
    const values = saying('Pilot agreed', { contactIds: [wei, wei], memberIds: [ben.memberId, maya.memberId] });
    const logged = await house.as(maya, (work) =>
      logInteraction(work, { accountId: account.id, values, source: null, tasks: [aStep(ben)] }),
    );
    if (!logged.ok) throw new Error(logged.problem);
    expect(await interactionOf(logged.interactionId)).toMatchObject({
      accountId: account.id,
      authorId: maya.memberId,
      version: 1,
      values: { ...values, contactIds: [wei], memberIds: [ben.memberId] },
      deletedAt: null,
    });
    expect(await tasksOf(logged.interactionId)).toMatchObject([
      { id: logged.taskIds[0], title: 'Send the quote', assigneeId: ben.memberId },
    ]);
  });

  it('is told to the audit, the words sealed (T-112)', async () => {
    const account = await anAccount();
    const id = await aTalk(house, maya, account.id, { summary: 'His wife is ill' });
    const [entry] = await entries(id);
    expect(entry).toMatchObject({ verb: 'interaction.logged', actorId: maya.memberId });
    expect(JSON.stringify(entry)).not.toContain('wife');
    expect(JSON.stringify(entry)).toContain('meeting');
  });

  it('is open to whoever has met the customer, and closed to somebody who only reads (T-61)', async () => {
    const account = await anAccount();
    await aTalk(house, stranger, account.id);
    await expect(aTalk(house, viewer, account.id)).rejects.toThrow(Refused);
  });

  it('takes no contact of another account, none of another workspace and none that one may not know (T-62)', async () => {
    const [acme, other] = [await anAccount(), await anAccount('Orchard')];
    const own = await house.aContact(acme);
    const foreign = await house.aContact(other);
    const neighbour = await house.aNeighbour();
    const far = await neighbour.aContact(await neighbour.anAccount('Far'));
    const log = (by: Person, contactIds: string[], memberIds: string[] = []) =>
      house.as(by, (work) =>
        logInteraction(work, {
          accountId: acme.id,
          values: saying('Met', { contactIds, memberIds }),
          source: null,
          tasks: [],
        }),
      );
    const refused = { ok: false, problem: 'not-theirs' };
    expect(await log(maya, [own, foreign])).toEqual(refused);
    expect(await log(maya, [far])).toEqual(refused);
    expect(await log(stranger, [own])).toEqual(refused);
    expect(await log(maya, [], [neighbour.founder.memberId])).toEqual(refused);
    expect(await log(maya, [own])).toMatchObject({ ok: true });
    expect(await house.as(maya, (work) => lastTalks(work, acme.id, 9))).toHaveLength(1);
  });

  it('finds nothing at an account of another workspace, at none, and at one that was merged (T-62)', async () => {
    const [acme, winner] = [await anAccount(), await anAccount('Winner')];
    const neighbour = await house.aNeighbour();
    const far = await neighbour.anAccount('Far');
    await house.sql(`UPDATE "Account" SET "mergedIntoId" = $2 WHERE id = $1`, [acme.id, winner.id]);
    for (const accountId of [acme.id, far.id, crypto.randomUUID()])
      expect(
        await house.as(maya, (work) =>
          logInteraction(work, { accountId, values: saying('Met'), source: null, tasks: [] }),
        ),
      ).toEqual({ ok: false, problem: 'gone' });
    expect(await house.as(maya, (work) => logAccount(work, acme.id))).toBeNull();
  });

  it('names no colleague who is of another company', async () => {
    const account = await anAccount();
    const { slackUserId } = await house.aMember({ kind: 'outsider' });
    const sent = { summary: 'Met', colleagues: [slackUserId] };
    expect(
      await house.as(maya, (work) => submitLog(work, { accountId: account.id, source: null }, sent)),
    ).toMatchObject({ ok: false, problems: { colleagues: { problem: 'person-unknown' } } });
  });

  it('still works at an archived account', async () => {
    const account = await anAccount();
    await house.sql(`UPDATE "Account" SET "archivedAt" = now() WHERE id = $1`, [account.id]);
    expect(await aTalk(house, maya, account.id)).toBeTruthy();
  });
});
