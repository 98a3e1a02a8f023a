import { afterAll, beforeAll, expect, test } from 'vitest';
import { submitEdit } from '../../src/accounts/account-form.flow.ts';
import { submitContact, submitNewContact } from '../../src/accounts/contact-form.flow.ts';
import { noteShare } from '../../src/accounts/share.flow.ts';
import { keepDraft } from '../../src/drafts/draft.store.ts';
import { submitEditLog } from '../../src/interactions/edit-form.flow.ts';
import { submitLog } from '../../src/interactions/log-form.flow.ts';
import { findAccounts } from '../../src/search/search.query.ts';
import { aHouse, type House } from '../support/house.ts';
import { dumpOf } from './tables.ts';

/** Texts that stand nowhere else, one for each thing that people write about people. */
const sealed = {
  mobile: '13912345678',
  email: 'canary.mail@example.com',
  wechat: 'canarywechat2026',
  remarks: 'Canary remark: his wife is ill.',
  remarksAfter: 'Canary remark two: 他喜欢钓鱼。',
  draft: 'lgo acme: met the canary',
  summary: 'Canary summary: 他女儿要结婚了',
  summaryAfter: 'Canary summary two: her mother is ill.',
  step: 'Canary step: send flowers',
};
/** Names are looked for by trigrams and pinyin, so they stand where that is done; nowhere else. */
const plain = { name: 'Canaria Vogel', title: 'Canary Officer', preferredTime: 'after canary hours' };

let house: House;
beforeAll(async () => {
  house = await aHouse();
  const { id } = await house.anAccount('Acme Industries');
  const as = house.founder;
  const contact = {
    name: plain.name,
    mobile: `+86 ${sealed.mobile}`,
    email: sealed.email,
    title: plain.title,
    preferredTime: plain.preferredTime,
  };
  await house.as(as, (work) => submitEdit(work, id, 1, { name: 'Acme Industries', remarks: sealed.remarks }));
  await house.as(as, (work) => submitEdit(work, id, 2, { name: 'Acme Industries', remarks: sealed.remarksAfter }));
  expect(await house.as(as, (work) => submitNewContact(work, id, contact, []))).toMatchObject({ ok: true });
  const [row] = await house.sql('SELECT id FROM "Contact"');
  const edit = { ...contact, wechat: sealed.wechat };
  expect(await house.as(as, (work) => submitContact(work, String(row?.['id']), 1, edit))).toMatchObject({ ok: true });
  await house.as(as, (work) => keepDraft(work, sealed.draft));
  const log = { summary: sealed.summary, step: sealed.step };
  const logged = await house.as(as, (work) => submitLog(work, { accountId: id, source: null }, log));
  if (!logged.ok) throw new Error('a talk was refused');
  const change = { summary: sealed.summaryAfter };
  await house.as(as, (work) => submitEditLog(work, { id: logged.interactionId, version: 1 }, change));
  for (const query of [sealed.mobile, sealed.email, plain.name])
    expect(await house.as(as, (work) => findAccounts(work, query, 5))).toHaveLength(1);
});
afterAll(() => house[Symbol.asyncDispose]());

/** The tables in whose copy a text stands, whatever its letters' case. */
async function tablesWith(text: string): Promise<readonly string[]> {
  const dump = await dumpOf(house);
  return [...dump].filter(([, rows]) => rows.toLowerCase().includes(text.toLowerCase())).map(([table]) => table);
}

test.each(Object.entries(sealed))(
  'a copy of the database does not show what was typed as %s (T-103, T-112)',
  async (_what, text) => {
    expect(await tablesWith(text)).toEqual([]);
  },
);

test.each([
  [plain.name, ['Contact', 'SearchKey']],
  [plain.title, ['Contact']],
  [plain.preferredTime, ['Contact']],
])('%s stands where it is looked up, not in the audit (T-112)', async (text, tables) => {
  expect((await tablesWith(text)).toSorted()).toEqual(tables);
});

test('a national number, an address and a word of a remark are not there in part either (T-112)', async () => {
  for (const part of ['12345678', 'canary.mail', 'canarywe', 'his wife', '钓鱼', 'met the'])
    expect([part, await tablesWith(part)]).toEqual([part, []]);
});

test('what is kept of a shared card, so that it is posted once, has nothing about people (T-66)', async () => {
  const [account] = await house.sql('SELECT id FROM "Account"');
  const kept = JSON.stringify(await house.as(house.founder, (work) => noteShare(work, String(account?.['id']), 'C1')));
  expect(kept).toContain('Acme Industries');
  for (const text of Object.values({ ...sealed, ...plain })) expect(kept).not.toContain(text);
});

test('the copy shows what is not personal, so that the above can fail', async () => {
  expect(await tablesWith('Acme Industries')).toEqual(expect.arrayContaining(['Account', 'AuditEntry']));
});
