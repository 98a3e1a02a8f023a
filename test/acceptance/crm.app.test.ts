import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findAccount } from '../../src/accounts/account.store.ts';
import { submitEdit, submitNew } from '../../src/accounts/account-form.flow.ts';
import type { UiView } from '../../src/playground/protocol.ts';
import { anApp, type RunningApp, staff } from '../support/app.ts';
import { wordsOf } from '../support/screen.ts';
import { chineseNames } from './chinese-names.ts';
import { asForm, type CrmRow, crmFile, hasCrmFile, readCrm } from './crm-file.ts';

const { manager, chineseManager } = staff;
/** How many accounts a list to choose from shows. */
const listed = 8;
let dossier: RunningApp;
let home: UiView;
beforeAll(async () => {
  dossier = await anApp();
  home = await dossier.as(manager).home();
});
afterAll(() => dossier?.[Symbol.asyncDispose]());

/** What the form of a new account does when it is sent, and sent again after the warning of possible duplicates. */
async function create(by: string, sent: Readonly<Record<string, unknown>>): Promise<string> {
  return dossier.act(by, async (work) => {
    const first = await submitNew(work, sent, []);
    const seen =
      !first.ok && first.problem === 'possible-duplicates' ? first.duplicates.map((one) => one.accountId) : [];
    const made = seen.length > 0 ? await submitNew(work, sent, seen) : first;
    if (!made.ok) throw new Error(`${String(sent['name'])} was refused: ${JSON.stringify(made)}`);
    return made.accountId;
  });
}

/** The share of names that are first, or in the list, for what is typed of them; and those that are not. */
async function found(asked: readonly { readonly typed: string; readonly name: string }[]) {
  const missed: string[] = [];
  for (const { typed, name } of asked) {
    const offered = await dossier.as(manager).screen.options(home, 'desk-home-pick', typed);
    const names = offered.ok ? offered.options.slice(0, listed).map((option) => option.text.text) : [];
    if (!names.includes(name.replaceAll('&', '&amp;'))) missed.push(`${typed} → ${names.join(', ')} (wanted: ${name})`);
  }
  return { share: 1 - missed.length / asked.length, missed };
}

/** One slip, another kind for each place in the list: two letters swapped, one left out, one doubled, one wrong. */
function slip(name: string, at: number): string {
  const letter = 1 + (at % Math.max(1, name.length - 2));
  const [before, here, after] = [name.slice(0, letter), name.charAt(letter), name.slice(letter + 1)];
  switch (at % 4) {
    case 0:
      return `${before}${after.charAt(0)}${here}${after.slice(1)}`;
    case 1:
      return before + after;
    case 2:
      return before + here + here + after;
    default:
      return `${before}${here === 'x' ? 'q' : 'x'}${after}`;
  }
}

if (!hasCrmFile)
  process.stdout.write(
    `SKIPPED: the customer base, because there is no ${crmFile} (DOSSIER_SHARED names the folder)\n`,
  );

describe.skipIf(!hasCrmFile)('the customer base of a trading company (R87)', () => {
  const rows: readonly CrmRow[] = hasCrmFile ? readCrm() : [];
  const ids = new Map<string, string>();

  it('refuses what the file calls a country until somebody says which one is meant', async () => {
    const [row] = rows.filter((one) => one.office_location === 'Philipines');
    if (!row) throw new Error('the file has changed');
    const sent = { ...asForm(row, undefined), country: row.office_location };
    const refused = await dossier.act(manager, (work) => submitNew(work, sent, []));
    expect(refused).toMatchObject({ problem: 'fields', problems: { country: { problem: 'country-unknown' } } });
  });

  it('is created through the flow of the form, all 85 of it, subsidiaries under their parents', async () => {
    for (const row of rows) ids.set(row.account, await create(manager, asForm(row, ids.get(row.subsidiary_of))));
    expect(ids.size).toBe(85);
    const [subsidiary] = rows.filter((row) => row.subsidiary_of !== '');
    const file = await dossier.act(manager, (work) => findAccount(work, ids.get(subsidiary?.account ?? '') ?? ''));
    expect(file?.values['parentId']).toBe(ids.get(subsidiary?.subsidiary_of ?? ''));
    const acme = await dossier.act(manager, (work) => findAccount(work, ids.get('Acme Corporation') ?? ''));
    expect(acme?.values['annual']).toEqual({ amount: '1100040000', currency: 'USD' });
  });

  it('is found by name, every one', async () => {
    const { missed } = await found(rows.map(({ account: name }) => ({ typed: name, name })));
    expect(missed).toEqual([]);
  });

  it('is found by its first four letters: at least 95 of 100 are first or listed', async () => {
    const { share, missed } = await found(rows.map(({ account: name }) => ({ typed: name.slice(0, 4), name })));
    expect(share, missed.join('\n')).toBeGreaterThanOrEqual(0.95);
  });

  it('is found with one slip of a finger: at least 95 of 100 are first or listed', async () => {
    const { share, missed } = await found(rows.map(({ account: name }, at) => ({ typed: slip(name, at), name })));
    expect(share, missed.join('\n')).toBeGreaterThanOrEqual(0.95);
  });

  it('is edited, every one, and answers /account', async () => {
    for (const [name, id] of ids) {
      const edited = await dossier.act(manager, (work) => submitEdit(work, id, 1, { name, city: 'Springfield' }));
      expect(edited).toEqual({ ok: true, changed: ['city'] });
    }
    const card = wordsOf(await dossier.as(manager).asks('/account Gekko & Co'));
    expect(card).toContain('Gekko & Co');
    expect(card).toContain('Springfield');
  });
});

describe('two hundred Chinese companies', () => {
  beforeAll(async () => {
    for (const { name } of chineseNames) await create(chineseManager, { name });
  });

  it('are found by their full pinyin, every one', async () => {
    const { missed } = await found(chineseNames.map(({ name, pinyin }) => ({ typed: pinyin, name })));
    expect(missed).toEqual([]);
  });

  it('are found by their initials, every one', async () => {
    const { missed } = await found(chineseNames.map(({ name, initials }) => ({ typed: initials, name })));
    expect(missed).toEqual([]);
  });
});
