import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dropDraft } from '../../src/drafts/draft.flow.ts';
import { openDrafts } from '../../src/drafts/draft.store.ts';
import { answerKind } from '../../src/lines/log-answer.flow.ts';
import { echoOf } from '../../src/lines/log-echo.query.ts';
import type { LineLogged } from '../../src/lines/log-echo.ts';
import { keepLine, logDraft, logLine } from '../../src/lines/log-line.flow.ts';
import { aHouse, type House, type Person } from '../support/house.ts';

let house: House;
let owner: Person;
let stranger: Person;
let acmeId: string;

beforeAll(async () => {
  house = await aHouse();
  const [north, south] = [await house.aTeam(), await house.aTeam()];
  owner = await house.aMember({ roles: ['manager'], team: north });
  stranger = await house.aMember({ roles: ['manager'], team: south });
  acmeId = (await house.anAccount('Acme', { owner, team: north })).id;
  for (const name of ['Li Wei', 'Li Qiang']) await house.aContact({ id: acmeId }, { name });
});
afterAll(() => house[Symbol.asyncDispose]());

const keep = (person: Person, line: string): Promise<string> => house.as(person, (work) => keepLine(work, line));
async function typed(person: Person, line: string, channelId: string | null = null): Promise<LineLogged> {
  const draftId = await keep(person, line);
  return house.as(person, (work) => logLine(work, { draftId, channelId }));
}
const count = async (): Promise<number> => house.as(house.founder, (work) => work.db.interaction.count());
const drafts = (person: Person) =>
  house.as(person, async (work) => (await openDrafts(work, 100)).map(({ line }) => line));

describe('A typed line', () => {
  test('is still there when what was to be done with it failed', async () => {
    const draftId = await keep(owner, 'log acme: met Li Wei before the power went');
    const before = await count();
    const failed = house.as(owner, async (work) => {
      await logLine(work, { draftId, channelId: null });
      throw new Error('the power went');
    });
    await expect(failed).rejects.toThrow('the power went');
    expect(await count()).toBe(before);
    expect(await drafts(owner)).toContain('log acme: met Li Wei before the power went');
  });

  test('is logged once, however often and wherever it is pressed (T-20)', async () => {
    const draftId = await keep(owner, 'log acmee: met Li Wei');
    const before = await count();
    const press = () => house.as(owner, (work) => logDraft(work, { draftId, accountId: acmeId, channelId: null }));
    const pressed = await Promise.all([press(), press(), press()]);
    expect(pressed.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await count()).toBe(before + 1);
    expect(await house.as(owner, (work) => dropDraft(work, draftId))).toBe(false);
  });

  test('is answered for by its author alone, whoever keeps the account', async () => {
    const theirs = await typed(stranger, 'log acme: budget is open');
    if (!theirs.ok || theirs.kind !== 'logged') throw new Error(JSON.stringify(theirs));
    const { interactionId } = theirs.echo;
    expect(await house.as(owner, (work) => answerKind(work, interactionId, 'email'))).toBeNull();
    expect(await house.as(stranger, (work) => echoOf(work, interactionId))).toMatchObject({ kind: 'meeting' });
  });

  test('tells nobody who somebody else’s people are', async () => {
    const mine = await typed(owner, 'log acme: met Mr Li and Mr Zimmermann');
    expect(mine).toMatchObject({ echo: { open: [{ said: 'Mr Li' }], unknown: ['Mr Zimmermann'] } });
    const theirs = await typed(stranger, 'log acme: met Li Wei, Mr Li and Mr Zimmermann');
    expect(theirs).toMatchObject({ echo: { people: [], open: [], unknown: [] } });
    expect(JSON.stringify(theirs)).not.toContain('Qiang');
  });

  test('is never written to an archived account, nor under the name of one that was merged, unasked', async () => {
    const archived = await house.anAccount('Oldtown Mills', { owner });
    const merged = await house.anAccount('Smith Paper', { owner });
    await house.sql(`UPDATE "Account" SET "archivedAt" = now() WHERE id = '${archived.id}'`);
    await house.sql(`UPDATE "Account" SET "mergedIntoId" = '${acmeId}' WHERE id = '${merged.id}'`);
    for (const line of ['log Oldtown Mills: met', 'log Oldtown Mills met Jo', `log KA-${archived.number} met Jo`])
      expect(await typed(owner, line)).toMatchObject({ kind: 'asked' });
    for (const line of ['log Smith Paper: met Jo', 'log Smith Paper met Jo', `log KA-${merged.number} met Jo`])
      expect(await typed(owner, line)).toMatchObject({ kind: 'asked', asked: { named: [{ name: 'Acme' }] } });
  });

  test('is asked about where a channel belongs to two accounts', async () => {
    const one = await house.anAccount('North Mill', { owner, values: { channelId: 'C1' } });
    expect(await typed(owner, 'log met Jo', 'C1')).toMatchObject({ echo: { account: { id: one.id } } });
    const two = await house.anAccount('South Mill', { owner, values: { channelId: 'C1' } });
    expect(await typed(owner, 'log met Jo', 'C1')).toMatchObject({
      kind: 'asked',
      asked: { named: [{ id: one.id }, { id: two.id }] },
    });
  });

  test('of any length and of any signs is logged or kept (T-46, T-47)', async () => {
    const long = `log acme: ${'met Li Wei; next: call friday '.repeat(300)}`;
    const logged = await typed(owner, long);
    expect(logged).toMatchObject({ kind: 'logged' });
    for (const line of ['log ; ; ;', 'log :::', "log '); DROP TABLE", 'log %_\\', `log ${'华'.repeat(3000)}`, 'log 🎉'])
      expect(await typed(owner, line)).toMatchObject({ kind: 'asked', asked: { line } });
    expect(await drafts(owner)).toEqual(expect.arrayContaining(['log ; ; ;', 'log %_\\', 'log 🎉']));
  });

  test('leaves no word of itself in the database in plain (T-80)', async () => {
    await typed(owner, 'log acme: met Li Wei about the zebracanary; next: zebracanary friday');
    await keep(owner, 'log nobody: zebracanary');
    for (const table of ['Interaction', 'Task', 'Draft', 'AuditEntry', 'Inbox']) {
      const [row] = await house.sql(`SELECT count(*)::int AS n FROM "${table}" t WHERE t::text LIKE '%zebracanary%'`);
      expect([table, row?.['n']]).toEqual([table, 0]);
    }
  });
});
