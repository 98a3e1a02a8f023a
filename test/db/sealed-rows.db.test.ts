import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { submitEdit } from '../../src/accounts/account-form.flow.ts';
import { readCard } from '../../src/accounts/card.query.ts';
import { keepDraft, openDrafts } from '../../src/drafts/draft.store.ts';
import { changeStream } from '../../src/timeline/change-timeline.slack.ts';
import { readTimeline } from '../../src/timeline/timeline.query.ts';
import { aHouse, type House } from '../support/house.ts';

let house: House;
let neighbour: House;
beforeAll(async () => {
  house = await aHouse();
  neighbour = await house.aNeighbour();
});
afterAll(() => house[Symbol.asyncDispose]());

/** Two accounts with remarks, a contact each, and a change of the remarks in their history. */
async function twoAccounts(where: House = house): Promise<readonly [string, string]> {
  const make = async (name: string, remarks: string, mobile: string): Promise<string> => {
    const account = await where.anAccount(name, { values: { remarks } });
    await where.aContact(account, { mobile, landline: '+862161234567' });
    await where.as(where.founder, (work) => submitEdit(work, account.id, 1, { name, remarks: `${remarks} Still.` }));
    return account.id;
  };
  return [await make('Acme', 'Pays late.', '+8613800138000'), await make('Birch', 'Pays early.', '+8613900139000')];
}
const card = (id: string) => house.as(house.founder, (work) => readCard(work, id));
const history = (id: string) =>
  house.as(house.founder, (work) => readTimeline(work, id, [changeStream], { filter: null, before: null, size: 20 }));
/** Exchanges a column between two rows. */
async function swap(table: string, column: string, one: string, other: string): Promise<void> {
  const read = async (id: string) =>
    (await house.sql(`SELECT ${column} AS v FROM "${table}" WHERE id = $1`, [id]))[0]?.['v'];
  const [a, b] = [await read(one), await read(other)];
  const write = (id: string, value: unknown) =>
    house.sql(`UPDATE "${table}" SET ${column} = $2 WHERE id = $1`, [
      id,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]);
  await write(one, b);
  await write(other, a);
}
const idsIn = async (sql: string, ...values: readonly string[]): Promise<string[]> =>
  (await house.sql(sql, values)).map((row) => String(row['id']));

describe('A sealed value that is put in another place is refused (T-106):', () => {
  test('remarks of another account', async () => {
    const [one, other] = await twoAccounts();
    expect((await card(one))?.account.values['remarks']).toBe('Pays late. Still.');
    await swap('Account', '"remarksSealed"', one, other);
    await expect(card(one)).rejects.toThrow('cannot be opened');
    await swap('Account', '"remarksSealed"', one, other);
    expect((await card(one))?.account.values['remarks']).toBe('Pays late. Still.');
  });

  test('a number of another contact, or of the same one', async () => {
    const [one, other] = await twoAccounts();
    const points = `SELECT p.id FROM "ContactPoint" p JOIN "Contact" c ON c.id = p."contactId" WHERE c."accountId" = $1 ORDER BY p.kind`;
    const [landline = '', mobile = ''] = await idsIn(points, one);
    const [, foreign = ''] = await idsIn(points, other);
    for (const [a, b] of [
      [mobile, foreign],
      [mobile, landline],
    ] as const) {
      await swap('ContactPoint', '"valueSealed"', a, b);
      await expect(card(one)).rejects.toThrow('cannot be opened');
      await swap('ContactPoint', '"valueSealed"', a, b);
    }
    expect((await card(one))?.contacts?.[0]?.values['mobile']).toBe('+8613800138000');
  });

  test('what another audit entry told', async () => {
    const [one, other] = await twoAccounts();
    const entry = `SELECT id FROM "AuditEntry" WHERE "subjectId" = $1 AND verb = 'account.changed'`;
    const [[mine = ''], [foreign = '']] = [await idsIn(entry, one), await idsIn(entry, other)];
    await swap('AuditEntry', 'changes', mine, foreign);
    await expect(history(one)).rejects.toThrow('cannot be opened');
  });

  test('what stood before, put where it says what stands after', async () => {
    const [one] = await twoAccounts();
    await house.sql(
      `UPDATE "AuditEntry" SET changes = jsonb_set(changes, '{remarks,to}', changes #> '{remarks,from}')
       WHERE "subjectId" = $1 AND verb = 'account.changed'`,
      [one],
    );
    await expect(history(one)).rejects.toThrow('cannot be opened');
  });

  test('a draft of another moment', async () => {
    const drafts = () => house.as(house.founder, (work) => openDrafts(work, 5));
    const one = await house.as(house.founder, (work) => keepDraft(work, 'lgo acme: met'));
    const other = await house.as(house.founder, (work) => keepDraft(work, 'lgo birch: met'));
    expect((await drafts()).map(({ line }) => line).toSorted()).toEqual(['lgo acme: met', 'lgo birch: met']);
    await swap('Draft', '"lineSealed"', one, other);
    await expect(drafts()).rejects.toThrow('cannot be opened');
  });

  test('remarks of another workspace, even under the same id', async () => {
    const [one] = await twoAccounts();
    const theirs = await neighbour.anAccount('Acme', { values: { remarks: 'Theirs.' } });
    await house.sql(
      `UPDATE "Account" SET "remarksSealed" = (SELECT "remarksSealed" FROM "Account" WHERE id = $2) WHERE id = $1`,
      [one, theirs.id],
    );
    await expect(card(one)).rejects.toThrow('cannot be opened');
    const sealed = house.vault.within(neighbour.workspaceId).seal('Theirs.', `Account.remarks:${one}`);
    await house.sql(`UPDATE "Account" SET "remarksSealed" = $2 WHERE id = $1`, [one, sealed]);
    await expect(card(one)).rejects.toThrow('cannot be opened');
  });
});
