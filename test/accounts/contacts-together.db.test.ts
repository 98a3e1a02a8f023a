import { afterAll, beforeAll, expect, test } from 'vitest';
import { lockAccount } from '../../src/accounts/account.store.ts';
import { submitEdit } from '../../src/accounts/account-form.flow.ts';
import { submitNewContact } from '../../src/accounts/contact-form.flow.ts';
import { findAccounts } from '../../src/search/search.query.ts';
import { aHouse, type House } from '../support/house.ts';
import { until } from '../support/until.ts';

let house: House;
beforeAll(async () => {
  house = await aHouse();
});
afterAll(() => house[Symbol.asyncDispose]());

test('Contacts that are noted at the same moment, while the account is edited, are all found (T-25)', async () => {
  const names = [
    'Ada Brandt',
    'Bo Carlsen',
    'Cem Demir',
    'Dora Egger',
    'Emil Funk',
    'Fay Grant',
    'Gus Holm',
    'Hal Ivers',
  ];
  const { id } = await house.anAccount('Acme Industries');
  const add = (name: string) => house.as(house.founder, (work) => submitNewContact(work, id, { name }, []));
  const rename = house.as(house.founder, (work) => submitEdit(work, id, 1, { name: 'Zenith Optics', tags: 'lens' }));
  await Promise.all([...names.map(add), rename]);
  for (const query of [...names, 'Zenith Optics', 'lens']) {
    const found = await house.as(house.founder, (work) => findAccounts(work, query, 5));
    expect([query, found.map((one) => one.id)]).toEqual([query, [id]]);
  }
});

test('A contact waits for an edit of its account, since both make the search keys of what the other wrote (T-25)', async () => {
  const { id } = await house.anAccount('Quartz');
  const order: string[] = [];
  let adding: Promise<unknown> = Promise.resolve();
  await house.as(house.founder, async (work) => {
    await lockAccount(work, id);
    const added = house.as(house.founder, (other) => submitNewContact(other, id, { name: 'Ivo Jansen' }, []));
    adding = added.then(() => order.push('noted'));
    await until(async () => order.length > 0 || (await isSomebodyWaiting()));
    order.push('edited');
  });
  await adding;
  expect(order).toEqual(['edited', 'noted']);
});

async function isSomebodyWaiting(): Promise<boolean> {
  const waiting = await house.sql(
    `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
  );
  return waiting.length > 0;
}
