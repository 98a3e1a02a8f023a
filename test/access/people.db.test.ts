import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  askForAccess,
  chooseLanguage,
  claimAdministrator,
  declineAccess,
  setRoles,
} from '../../src/access/access.flow.ts';
import { claimCode } from '../../src/access/claim.flow.ts';
import { peopleAndTeams } from '../../src/access/people.query.ts';
import { Refused } from '../../src/access/policy.ts';
import { arrangeTeam } from '../../src/access/team.flow.ts';
import type { Work } from '../../src/db/work.ts';
import { aHouse, type House, type Person } from '../support/house.ts';

let house: House;
beforeEach(async () => {
  house = await aHouse();
});
afterEach(() => house[Symbol.asyncDispose]());

const roles = (of: Person) => house.as(of, async ({ actor }) => actor.roles);
const asFounder = <T>(fn: (work: Work) => Promise<T>) => house.as(house.founder, fn);
const give = (by: Person, to: readonly Person[], given: Parameters<typeof setRoles>[2]) =>
  house.as(by, (work) =>
    setRoles(
      work,
      to.map(({ memberId }) => memberId),
      given,
    ),
  );
const codeNow = () =>
  house.database.inSystem(house.workspaceId, (db) => claimCode(db, house.vault.within(house.workspaceId)));
/** As if nobody had ever been administrator. */
const withoutAdministrator = () => house.sql(`UPDATE "Member" SET roles = '{}'`);

describe('Roles', () => {
  test('are given and taken, to many at once, in one order and with an entry each (R72, R74)', async () => {
    const people = [await house.aMember(), await house.aMember(), await house.aMember()];
    expect(await give(house.founder, people, { roles: ['service', 'lead', 'lead'] })).toMatchObject({ ok: true });
    expect(await Promise.all(people.map(roles))).toEqual(people.map(() => ['lead', 'service']));
    expect(await give(house.founder, people, { roles: [] })).toMatchObject({ ok: true });
    expect(await Promise.all(people.map(roles))).toEqual([[], [], []]);
    const entries = await house.sql(
      `SELECT changes FROM "AuditEntry" WHERE verb = 'roles.changed' AND "subjectId" = $1 ORDER BY id`,
      [people[0]?.memberId],
    );
    expect(entries.map((row) => row['changes'])).toEqual([
      { roles: { from: [], to: ['lead', 'service'] } },
      { roles: { from: ['lead', 'service'], to: [] } },
    ]);
  });

  test('are not given to guests, outsiders or nobody, and then to none of those named with them (T-64)', async () => {
    const colleague = await house.aMember();
    for (const kind of ['guest', 'outsider'] as const) {
      const other = await house.aMember({ kind });
      expect(await give(house.founder, [colleague, other], { roles: ['viewer'] })).toEqual({
        ok: false,
        problem: 'not-a-colleague',
      });
    }
    expect(await give(house.founder, [], { roles: ['viewer'] })).toEqual({ ok: false, problem: 'nobody' });
    expect(await roles(colleague)).toEqual([]);
  });

  test('leave one administrator who can act: neither a guest nor somebody deactivated counts', async () => {
    const last = { ok: false, problem: 'last-administrator' };
    expect(await give(house.founder, [house.founder], { roles: ['head'] })).toEqual(last);
    await house.aMember({ roles: ['administrator'], kind: 'guest' });
    await house.aMember({ roles: ['administrator'], active: false });
    expect(await give(house.founder, [house.founder], { roles: [] })).toEqual(last);
    const second = await house.aMember({ roles: ['administrator'] });
    expect(await give(house.founder, [house.founder, second], { roles: [] })).toEqual(last);
    expect(await give(house.founder, [house.founder], { roles: [] })).toMatchObject({ ok: true });
  });

  test('leave one administrator also when two take the role from each other at the same moment (T-25)', async () => {
    for (let n = 0; n < 15; n += 1) {
      const { founder, aMember, as } = await house.aNeighbour();
      const other = await aMember({ roles: ['administrator'] });
      const take = (by: Person, from: Person) => as(by, (work) => setRoles(work, [from.memberId], { roles: [] }));
      await Promise.allSettled([take(founder, other), take(other, founder)]);
      const left = (await Promise.all([founder, other].map(roles))).filter((held) => held.includes('administrator'));
      expect(left).toHaveLength(1);
    }
  });
});

describe('A request for access', () => {
  test('is made once, told to the administrators, and answered once', async () => {
    const person = await house.aMember();
    const ask = () => house.as(person, askForAccess);
    expect(await ask()).toEqual({ state: 'asked' });
    expect(await ask()).toMatchObject({ state: 'already-asked' });
    expect(await asFounder((work) => declineAccess(work, person.memberId))).toMatchObject({ id: person.memberId });
    expect(await asFounder((work) => declineAccess(work, person.memberId))).toBeNull();
    expect(await ask()).toMatchObject({ state: 'asked' });
    await give(house.founder, [person], { roles: ['viewer'] });
    expect(await ask()).toMatchObject({ state: 'already-in' });
    const { members } = await asFounder(peopleAndTeams);
    expect(members.find(({ id }) => id === person.memberId)).toMatchObject({ askedAt: null, roles: ['viewer'] });
    const told = await house.sql(`SELECT verb FROM "AuditEntry" WHERE "subjectId" = $1 ORDER BY id`, [person.memberId]);
    expect(told.map((row) => row['verb'])).toEqual([
      'access.asked',
      'access.declined',
      'access.asked',
      'roles.changed',
    ]);
  });
});

describe('The first administrator', () => {
  test('claims the role with the code of the log, which works once and whose text is not in the database', async () => {
    await withoutAdministrator();
    const code = (await codeNow()) ?? '';
    expect(code).toMatch(/^[A-Z2-9]{4}-[A-Z2-9]{4}$/);
    expect(await codeNow()).toBe(code);
    expect(JSON.stringify(await house.sql('SELECT * FROM "Workspace"'))).not.toContain(code);
    const person = await house.aNewcomer();
    const claim = (by: Person, typed: string) => house.as(by, (work) => claimAdministrator(work, typed));
    expect(await claim(person, 'AAAA-AAAA')).toBe(false);
    expect(await claim(person, ` ${code.toLowerCase()} `)).toBe(true);
    expect(await roles(person)).toEqual(['administrator', 'head']);
    expect(await claim(house.founder, code)).toBe(false);
    expect(await codeNow()).toBeNull();
  });

  test('is one of two who type the code at the same moment (T-25)', async () => {
    for (let n = 0; n < 10; n += 1) {
      await withoutAdministrator();
      const code = (await codeNow()) ?? '';
      const people = [await house.aNewcomer(), await house.aNewcomer()];
      const claims = await Promise.all(
        people.map((person) => house.as(person, (work) => claimAdministrator(work, code))),
      );
      expect(claims.toSorted()).toEqual([false, true]);
    }
  });

  test('cannot be claimed with an old code once somebody has been named administrator', async () => {
    await withoutAdministrator();
    const code = (await codeNow()) ?? '';
    await house.sql(`UPDATE "Member" SET roles = '{administrator}' WHERE id = $1`, [house.founder.memberId]);
    const person = await house.aNewcomer();
    expect(await house.as(person, (work) => claimAdministrator(work, code))).toBe(false);
    expect(await roles(person)).toEqual([]);
  });

  test('is no guest and nobody of another company', async () => {
    await withoutAdministrator();
    const code = (await codeNow()) ?? '';
    const guest = await house.aNewcomer();
    await house.slackSays(guest, { kind: 'guest' });
    await expect(house.as(guest, (work) => claimAdministrator(work, code))).rejects.toThrow(Refused);
  });
});

describe('A team', () => {
  test('has a lead and members, and a second arrangement of that name changes it', async () => {
    const [lead, member, other] = [
      await house.aMember({ roles: ['lead'] }),
      await house.aMember(),
      await house.aMember(),
    ];
    const arrange = (leadId: string | null, memberIds: readonly string[]) =>
      asFounder((work) => arrangeTeam(work, { name: 'East', leadId, memberIds }));
    const made = await arrange(lead.memberId, [member.memberId]);
    const again = await arrange(other.memberId, []);
    expect(again).toEqual(made);
    const id = made.ok ? made.id : '';
    const seen = (person: Person) => house.as(person, async ({ actor }) => [actor.teamId, actor.leads]);
    expect(await Promise.all([lead, member, other].map(seen))).toEqual([
      [id, []],
      [id, []],
      [id, [id]],
    ]);
  });

  test('takes no guest and nobody who is not there, and is then not made', async () => {
    const guest = await house.aMember({ kind: 'guest' });
    const team = { name: 'East', leadId: null, memberIds: [guest.memberId] };
    expect(await asFounder((work) => arrangeTeam(work, team))).toEqual({ ok: false, problem: 'not-a-colleague' });
    expect((await asFounder(peopleAndTeams)).teams).toEqual([]);
  });

  test('that is not there is given to nobody', async () => {
    const person = await house.aMember();
    const teamId = '00000000-0000-7000-8000-000000000000';
    expect(await give(house.founder, [person], { roles: ['viewer'], teamId })).toEqual({
      ok: false,
      problem: 'no-such-team',
    });
    expect(await roles(person)).toEqual([]);
  });
});

test('Language is the one a person chose, else that of their Slack', async () => {
  const person = await house.aMember({ locale: 'zh-CN' });
  const language = () => house.as(person, async ({ actor }) => actor.language);
  const choose = (chosen: 'en' | 'zh' | null) => house.as(person, (work) => chooseLanguage(work, chosen));
  expect(await language()).toBe('zh');
  await choose('en');
  expect(await language()).toBe('en');
  await choose(null);
  expect(await language()).toBe('zh');
});
