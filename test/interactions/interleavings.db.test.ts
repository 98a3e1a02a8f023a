import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { outcomes } from '../../src/interactions/interaction.ts';
import { aHouse, type House, type Person } from '../support/house.ts';
import { faultsIn } from './books.ts';
import { type Act, type Done, deeds, deskOf } from './desk.ts';

let house: House;
let team: string;
let people: readonly Person[];
beforeAll(async () => {
  house = await aHouse();
  const lead = await house.aMember({ name: 'Lead', roles: ['lead', 'manager'] });
  team = await house.aTeam({ name: 'East', lead });
  const managers = await Promise.all(['Maya', 'Chen'].map((name) => house.aMember({ name, roles: ['manager'], team })));
  people = [...managers, lead];
});
afterAll(() => house[Symbol.asyncDispose]());

const act: fc.Arbitrary<Act> = fc.record({
  // Somebody logs more often than anything else; without talks there is nothing to take back.
  deed: fc.oneof(
    { weight: 1, arbitrary: fc.constant('log' as const) },
    { weight: 4, arbitrary: fc.constantFrom(...deeds) },
  ),
  pick: fc.nat(30),
  account: fc.nat(1),
  to: fc.nat(2),
  outcome: fc.constantFrom(...outcomes),
  daysAgo: fc.nat(5),
  steps: fc.nat(2),
});

const rounds = 50;
const runs = 20;

describe('Three people who log, take back, edit and hand over at once', () => {
  test(`leave counts, cadences, steps and the audit in agreement after each of ${runs} runs of ${rounds} interleavings`, async () => {
    const all: Done[] = [];
    const round = fc.tuple(act, act, act);
    await fc.assert(
      fc.asyncProperty(fc.array(round, { minLength: rounds, maxLength: rounds }), async (schedule) => {
        const owners = people.slice(0, 2);
        const values = { cadenceDays: '14' };
        const accounts = await Promise.all(owners.map((owner) => house.anAccount('Acme', { owner, team, values })));
        const accountIds = accounts.map(({ id }) => id);
        const done = await play(accountIds, schedule);
        all.push(...done);
        expect(await faultsIn(house, accountIds, done)).toEqual([]);
      }),
      { seed: 20260302, numRuns: runs, endOnFailure: true },
    );
    // Otherwise nothing happened, and nothing was proved.
    const succeeded = new Set(all.filter(({ how }) => how === 'ok').map(({ deed }) => deed));
    expect(deeds.filter((deed) => !succeeded.has(deed))).toEqual([]);
    expect(all.filter(({ how }) => how === 'ok').length).toBeGreaterThan(rounds * runs);
  }, 180_000);
});

/** Plays rounds in which all three act at the same moment, each on what they saw before it. */
async function play(accountIds: readonly string[], schedule: readonly (readonly Act[])[]): Promise<readonly Done[]> {
  const desk = deskOf(house, people, accountIds);
  const done: Done[] = [];
  for (const round of schedule) {
    const ready = await Promise.all(round.map((each, at) => desk.prepare(people[at] ?? house.founder, each)));
    done.push(...(await Promise.all(ready.flatMap((go) => (go ? [go()] : [])))));
  }
  return done;
}
