import { describe, expect, test } from 'vitest';
import { type Actor, memberKinds, roles } from '../../src/access/actor.ts';
import { authorise, type Kept, may, Refused, relations, relationsTo, verbs } from '../../src/access/policy.ts';

/**
 * Who may do what. A cell names the relations to an account in which a role may: o owner, d deputy, l lead of its team,
 * t in its team, x nothing of that; `.` never.
 */
const table = `
                  viewer  manager  lead   service  head   administrator
  access.ask      odltx   odltx    odltx  odltx    odltx  odltx
  access.claim    odltx   odltx    odltx  odltx    odltx  odltx
  preferences.edit odltx  odltx    odltx  odltx    odltx  odltx
  people.manage   .       .        .      .        .      odltx
  operations.manage .     .        .      .        .      odltx
  desk.open       odltx   odltx    odltx  odltx    odltx  odltx
  account.read    odltx   odltx    odltx  odltx    odltx  odltx
  account.share   odltx   odltx    odltx  odltx    odltx  odltx
  account.create  .       odltx    odltx  odltx    odltx  odltx
  account.edit    .       odl      odl    odltx    odltx  odltx
  contact.read    .       odlt     odlt   odltx    odltx  odlt
  contact.edit    .       odlt     odlt   odltx    odltx  odlt
  history.read    .       odlt     odlt   odltx    odltx  odltx
  interaction.log .       odltx    odltx  odltx    odltx  odltx
  interaction.read .      odlt     odlt   odltx    odltx  odlt
  interaction.edit .      odl      odl    odl      odltx  odl
  task.read       .       odlt     odlt   odltx    odltx  odlt
  task.edit       .       odlt     odlt   odltx    odltx  odlt
  cadence.snooze  .       odl      odl    odl      odltx  odl
  team.read       .       .        l      .        odltx  .
  handover.ask    .       ol       ol     ol       odltx  odltx
  handover.decide .       .        l      .        odltx  odltx
`;
const [head = [], ...rows] = table
  .trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/));
const cells = rows.flatMap(([verb, ...allowed]) => allowed.map((letters, at) => ({ verb, role: head[at], letters })));

const letterOf = { owner: 'o', deputy: 'd', lead: 'l', team: 't', other: 'x' } as const;
const nobody: Actor = {
  workspaceId: 'w',
  memberId: 'me',
  slackUserId: 'U1',
  roles: [],
  kind: 'full',
  active: true,
  teamId: null,
  leads: [],
  standsInFor: [],
  language: 'en',
  zone: 'UTC',
};
const account: Kept = { ownerId: 'somebody', deputyId: 'another', teamId: 'east' };
/** Somebody who stands to an account in this relation and no other. */
const standing: Record<(typeof relations)[number], { actor: Partial<Actor>; account: Kept }> = {
  owner: { actor: {}, account: { ...account, ownerId: 'me' } },
  deputy: { actor: {}, account: { ...account, deputyId: 'me' } },
  lead: { actor: { leads: ['west', 'east'] }, account },
  team: { actor: { teamId: 'east' }, account },
  other: { actor: { teamId: 'west', leads: ['west'] }, account },
};

describe('The policy (R72, R73, T-61)', () => {
  test('is decided for every verb and every role, and for nothing else', () => {
    expect(rows.map(([verb]) => verb).sort()).toEqual([...verbs].sort());
    expect([...head].sort()).toEqual([...roles].sort());
  });

  for (const verb of verbs) {
    test.each(roles)(`lets %s do ${verb} exactly where the table says so`, (role) => {
      const letters = cells.find((cell) => cell.verb === verb && cell.role === role)?.letters ?? '?';
      const found = relations.filter((relation) => {
        const stands = standing[relation];
        return may({ ...nobody, ...stands.actor, roles: [role] }, verb, stands.account);
      });
      expect(found.map((relation) => letterOf[relation]).join('') || '.').toBe(letters);
      expect(may({ ...nobody, roles: [role] }, verb)).toBe(letters !== '.');
    });
  }

  test('knows how a person stands to an account, several ways at once', () => {
    const lead = { ...nobody, teamId: 'east', leads: ['east'] };
    expect(relationsTo(lead, { ...account, ownerId: 'me' })).toEqual(['other', 'owner', 'lead', 'team']);
    expect(relationsTo(nobody, { ownerId: null, deputyId: null, teamId: null })).toEqual(['other']);
  });

  test('gives a person with several roles what any of them gives', () => {
    const both = { ...nobody, roles: ['viewer', 'administrator'] } as const;
    expect([may(both, 'people.manage'), may(both, 'account.edit', account)]).toEqual([true, true]);
  });

  test('gives nobody anything by default, but to ask and to choose a language', () => {
    expect(verbs.filter((verb) => may(nobody, verb, standing.owner.account))).toEqual([
      'access.ask',
      'access.claim',
      'preferences.edit',
    ]);
  });

  test.each(memberKinds.filter((kind) => kind !== 'full'))('gives a %s nothing, whatever the roles (T-64)', (kind) => {
    const person = { ...nobody, kind, roles } as const;
    expect(verbs.filter((verb) => may(person, verb) || may(person, verb, standing.owner.account))).toEqual([]);
    expect(() => authorise(person, 'account.read')).toThrow(new Refused(kind, 'account.read'));
  });

  test('gives somebody who was deactivated nothing, whatever the roles', () => {
    const gone = { ...nobody, active: false, roles };
    expect(verbs.filter((verb) => may(gone, verb) || may(gone, verb, standing.owner.account))).toEqual([]);
  });

  test('says why it refuses', () => {
    const reasonOf = (actor: Partial<Actor>): string => {
      try {
        authorise({ ...nobody, ...actor }, 'people.manage');
        return 'allowed';
      } catch (error) {
        return error instanceof Refused ? error.reason : 'something else';
      }
    };
    expect(reasonOf({})).toBe('no-role');
    expect(reasonOf({ roles: ['head'] })).toBe('not-allowed');
    expect(reasonOf({ kind: 'guest', roles: ['administrator'] })).toBe('guest');
    expect(reasonOf({ kind: 'outsider', active: false })).toBe('inactive');
  });
});
