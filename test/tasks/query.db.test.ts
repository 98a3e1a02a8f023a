import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { setAbsence } from '../../src/access/absence.flow.ts';
import { Refused } from '../../src/access/policy.ts';
import type { Account } from '../../src/accounts/account.ts';
import { addDays, dayIn } from '../../src/lib/date.ts';
import { accountTasks, dayTasks, myTasks, teamTasks } from '../../src/tasks/task.query.ts';
import type { TaskLine } from '../../src/tasks/task.ts';
import { aHouse, type House, type Person } from '../support/house.ts';

const page = { after: null, limit: 50 };
let house: House;
let maya: Person;
let lead: Person;
let stranger: Person;
let own: Account;
let foreign: Account;
beforeAll(async () => {
  house = await aHouse();
  lead = await house.aMember({ roles: ['lead'] });
  const team = await house.aTeam({ name: 'East', lead });
  maya = await house.aMember({ roles: ['manager'], team });
  stranger = await house.aMember({ roles: ['manager'] });
  own = await house.anAccount('Acme Industries', { owner: maya, team });
  foreign = await house.anAccount('Zenith Optics', { owner: stranger });
  await house.aTask(own, { by: maya, title: 'Ours to do', due: { on: '2020-01-01', time: null } });
  await house.aTask(foreign, { by: stranger, title: 'Between us', assigneeId: maya.memberId });
  await house.aTask(own, { by: maya, title: 'Much later', due: { on: '2036-01-01', time: null } });
});
afterAll(() => house[Symbol.asyncDispose]());

const titles = (lines: readonly TaskLine[]) => lines.map(({ task, isReadable }) => (isReadable ? task.title : null));
const readsOf = async (person: Person) =>
  (
    await house.sql(`SELECT "subjectId" FROM "AuditEntry" WHERE verb = 'notes.read' AND "actorId" = $1 ORDER BY id`, [
      person.memberId,
    ])
  ).map((row) => row['subjectId']);

describe('Lists of steps', () => {
  test('show a person what they were given, also at accounts that are not theirs', async () => {
    const mine = await house.as(maya, (work) => myTasks(work, page));
    expect(titles(mine.lines)).toEqual(['Ours to do', 'Much later', 'Between us']);
    expect(await readsOf(maya)).toEqual([]);
    await expect(house.as(maya, (work) => accountTasks(work, foreign.id, page))).rejects.toThrow(Refused);
  });

  test('show a lead what the team has to do, and no words from accounts that are not the team’s (T-61)', async () => {
    const team = await house.as(lead, (work) => teamTasks(work, page));
    expect(titles(team.lines)).toEqual(['Ours to do', 'Much later', null]);
    expect(JSON.stringify(team)).not.toContain('Between us');
    expect(await readsOf(lead)).toEqual([own.id]);
    await expect(house.as(maya, (work) => teamTasks(work, page))).rejects.toThrow(Refused);
  });

  test('show a head everybody’s', async () => {
    const all = await house.as(house.founder, (work) => teamTasks(work, page));
    expect(titles(all.lines)).toEqual(['Ours to do', 'Much later', 'Between us']);
  });
});

describe('The steps of a day', () => {
  const day = (person: Person, ...of: Person[]) =>
    house.as(person, (work) => dayTasks(work, { memberIds: of.map(({ memberId }) => memberId), limit: 9 }));

  test('are those that are overdue or due before it ends', async () => {
    expect(titles(await day(maya, maya))).toEqual(['Ours to do']);
    const today = dayIn(new Date(), 'Asia/Shanghai');
    await house.aTask(own, { by: maya, title: 'Today', due: { on: today, time: null } });
    await house.aTask(own, { by: maya, title: 'Tomorrow', due: { on: addDays(today, 1), time: '00:01' } });
    expect(titles(await day(maya, maya))).toEqual(['Ours to do', 'Today']);
  });

  test('are a lead’s to see of the team, a deputy’s while somebody is away, and nobody else’s (T-61)', async () => {
    expect(titles(await day(lead, maya))).toContain('Ours to do');
    await expect(day(lead, stranger)).rejects.toThrow(Refused);
    await expect(day(stranger, maya)).rejects.toThrow(Refused);
    const away = {
      until: addDays(dayIn(new Date(), 'Asia/Shanghai'), 3),
      deputySlackId: stranger.slackUserId,
      accepted: true,
    };
    await house.as(maya, (work) => setAbsence(work, away));
    expect(titles(await day(stranger, maya))).toContain('Ours to do');
  });
});
