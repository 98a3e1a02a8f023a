import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FieldValue, Values } from '../../src/templates/field.ts';
import { aHouse, type House, type Person } from '../support/house.ts';
import { type Scene, type Subject, sceneOf } from './editors.ts';

let house: House;
let people: readonly Person[];
beforeAll(async () => {
  house = await aHouse();
  people = await Promise.all([1, 2, 3].map(() => house.aMember({ roles: ['head'] })));
});
afterAll(() => house[Symbol.asyncDispose]());

/** Few values, so that people meet in a field, write the same, and take a change back. */
const choices: Record<Subject, Readonly<Record<string, readonly FieldValue[]>>> = {
  account: {
    city: [null, 'Ulm', 'Bonn'],
    tags: [[], ['vip'], ['vip', 'fair']],
    annual: [null, { amount: '1', currency: 'EUR' }, { amount: '1', currency: 'CNY' }],
    contractEnd: [null, '2026-12-31', '2027-06-30'],
    remarks: [null, 'Pays late.', 'Pays early.'],
    aliases: [[], ['Acme'], ['ACM']],
  },
  contact: {
    title: [null, 'CFO', 'CEO'],
    mobile: [null, '+8613800138000', '+8613900139000'],
    email: [null, 'li@example.com', 'wei@example.com'],
    leftOn: [null, '2026-03-31'],
  },
};
const editsOf = (subject: Subject): fc.Arbitrary<Values> => {
  const fields = Object.entries(choices[subject]).map(
    ([field, values]) => [field, fc.constantFrom(...values)] as const,
  );
  return fc.record(Object.fromEntries(fields), { requiredKeys: [] }).map((edits) => edits as Values);
};
interface Act {
  readonly subject: Subject;
  /** The form is opened now, rather than one that has been open for a while. */
  readonly opens: boolean;
  readonly edits: Values;
}
const act: fc.Arbitrary<Act> = fc
  .constantFrom<Subject>('account', 'account', 'contact')
  .chain((subject) => fc.record({ subject: fc.constant(subject), opens: fc.boolean(), edits: editsOf(subject) }));

const rounds = 25;
const runs = 40;

describe('Three people at one account', () => {
  test(`lose no update in ${rounds * runs} random interleavings, and the audit leads back to every version (T-25)`, async () => {
    let [taken, clashes] = [0, 0];
    const round = fc.tuple(act, act, act);
    await fc.assert(
      fc.asyncProperty(fc.array(round, { minLength: rounds, maxLength: rounds }), async (schedule) => {
        const account = await house.anAccount('Acme Industries', { owner: people[0] ?? null });
        const scene = sceneOf(house, { account: account.id, contact: await house.aContact(account) });
        const kinds = await play(scene, schedule);
        taken += kinds.filter((kind) => kind === 'taken').length;
        clashes += kinds.filter((kind) => kind === 'clash').length;
        expect([...(await scene.faults('account')), ...(await scene.faults('contact'))]).toEqual([]);
      }),
      { seed: 20260302, numRuns: runs, endOnFailure: true },
    );
    // Otherwise nobody met, and nothing was proved.
    expect(taken).toBeGreaterThan(rounds * runs);
    expect(clashes).toBeGreaterThan(rounds * 4);
  }, 180_000);
});

/** Plays rounds in which all three send a form at the same moment; the forms may be rounds old. */
async function play(scene: Scene, schedule: readonly (readonly Act[])[]): Promise<readonly string[]> {
  const held = new Map<string, Parameters<Scene['send']>[2]>();
  const open = async (subject: Subject) => {
    const seen = await scene.read(subject);
    return { seen, typed: seen.values };
  };
  const kinds: string[] = [];
  for (const round of schedule) {
    await Promise.all(
      round.map(async ({ subject, opens, edits }, at) => {
        const key = `${at} ${subject}`;
        const form = (opens ? undefined : held.get(key)) ?? (await open(subject));
        const sent = await scene.send(people[at] ?? house.founder, subject, form, edits);
        if (sent.kind === 'broken') throw new Error(sent.why);
        kinds.push(sent.kind);
        // Who was asked sends again; who was not may keep an old form open in another window.
        if (sent.kind === 'clash') held.set(key, sent.form);
        else if (!held.has(key)) held.set(key, form);
        else held.delete(key);
      }),
    );
  }
  return kinds;
}
