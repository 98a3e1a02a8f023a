import { describe, expect, test } from 'vitest';
import type { Kept } from '../../src/access/policy.ts';
import { type Decider, decidersOf, isUndoable } from '../../src/handover/handover.ts';

const person = (memberId: string, how: Partial<Decider> = {}): Decider => ({
  memberId,
  roles: ['lead'],
  kind: 'full',
  active: true,
  teamId: null,
  leads: [],
  standsInFor: [],
  isAway: false,
  ...how,
});
const east = { ownerId: 'maya', deputyId: null, teamId: 'east' };
const west = { ...east, teamId: 'west' };
const eastLead = person('eastLead', { leads: ['east'] });
const westLead = person('westLead', { leads: ['west'] });
const bothLead = person('bothLead', { leads: ['east', 'west'] });
const head = person('head', { roles: ['head'] });
const administrator = person('administrator', { roles: ['administrator'] });
const asked = (people: readonly Decider[], accounts: readonly Kept[] = [east], askerId = 'maya') =>
  decidersOf(people, accounts, askerId).map(({ memberId }) => memberId);

describe('Who is asked to approve a handover', () => {
  test('is the lead of all the accounts, and nobody else', () => {
    expect(asked([eastLead, westLead, head, administrator])).toEqual(['eastLead']);
    expect(asked([eastLead, bothLead, head], [east, west])).toEqual(['bothLead']);
  });

  test('are the heads where no lead leads them all, then the administrators', () => {
    expect(asked([eastLead, westLead, head, administrator], [east, west])).toEqual(['head']);
    expect(asked([eastLead, head], [{ ...east, teamId: null }])).toEqual(['head']);
    expect(asked([eastLead, administrator], [west])).toEqual(['administrator']);
  });

  test('is never who asks, nobody deactivated or without the role, and somebody away only where nobody else is there', () => {
    expect(asked([eastLead, head], [east], 'eastLead')).toEqual(['head']);
    expect(asked([{ ...eastLead, active: false }, head])).toEqual(['head']);
    expect(asked([{ ...eastLead, roles: ['manager'] }, head])).toEqual(['head']);
    expect(asked([{ ...eastLead, isAway: true }, head])).toEqual(['head']);
    expect(asked([{ ...eastLead, isAway: true }])).toEqual(['eastLead']);
    expect(asked([westLead])).toEqual([]);
  });
});

test('A handover is taken back while it waits, undone within a day of its approval, and not afterwards', () => {
  const now = new Date('2026-03-06T12:00:00Z');
  const at = (time: string) => new Date(`2026-03-05T${time}Z`);
  expect(isUndoable({ state: 'asked', decidedAt: null }, now)).toBe(true);
  expect(isUndoable({ state: 'approved', decidedAt: at('12:00:01') }, now)).toBe(true);
  expect(isUndoable({ state: 'approved', decidedAt: at('12:00:00') }, now)).toBe(false);
  expect(isUndoable({ state: 'declined', decidedAt: at('23:00:00') }, now)).toBe(false);
  expect(isUndoable({ state: 'undone', decidedAt: at('23:00:00') }, now)).toBe(false);
});
