import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { submitNew } from '../../src/accounts/account-form.flow.ts';
import { lastTalks } from '../../src/interactions/interaction.query.ts';
import { anApp, type RunningApp, staff } from '../support/app.ts';
import { wordsOf } from '../support/screen.ts';
import { asForm, type CrmRow, crmFile, hasCrmFile, readCrm } from './crm-file.ts';

const { manager } = staff;
let dossier: RunningApp;
beforeAll(async () => {
  // Without the demo's accounts: one of them is called like one of the file's.
  if (hasCrmFile) dossier = await anApp({ filled: false, adminUserIds: [manager] });
});
afterAll(() => dossier?.[Symbol.asyncDispose]());

/** Three talks with each company, each named in another way. */
const typed = (name: string): readonly string[] => [
  `log ${name}: met the buyer, contract under review; next: send quote tomorrow`,
  `log ${name} called about prices`,
  `log "${name}" left voicemail`,
];

async function create(sent: Readonly<Record<string, unknown>>): Promise<string> {
  return dossier.act(manager, async (work) => {
    const first = await submitNew(work, sent, []);
    const seen =
      !first.ok && first.problem === 'possible-duplicates' ? first.duplicates.map((one) => one.accountId) : [];
    const made = seen.length > 0 ? await submitNew(work, sent, seen) : first;
    if (!made.ok) throw new Error(`${String(sent['name'])} was refused: ${JSON.stringify(made)}`);
    return made.accountId;
  });
}

if (!hasCrmFile)
  process.stdout.write(
    `SKIPPED: talks with the customer base, because there is no ${crmFile} (DOSSIER_SHARED names the folder)\n`,
  );

describe.skipIf(!hasCrmFile)('the customer base of a trading company, talked with (R36)', () => {
  const rows: readonly CrmRow[] = hasCrmFile ? readCrm() : [];
  const ids = new Map<string, string>();

  it('is logged in one line each time: three talks with each of the 85, all at the right company', async () => {
    for (const row of rows) ids.set(row.account, await create(asForm(row, ids.get(row.subsidiary_of))));
    expect(ids.size).toBe(85);
    const asked: string[] = [];
    for (const { account: name } of rows) {
      for (const line of typed(name)) {
        const answer = wordsOf(await dossier.as(manager).asks(`/account ${line}`));
        if (!answer.startsWith(`*Saved to ${name}*`)) asked.push(`${line} → ${answer}`);
      }
    }
    expect(asked).toEqual([]);
    for (const [name, id] of ids) {
      const talks = await dossier.act(manager, (work) => lastTalks(work, id, 10));
      const kinds = talks.map(({ interaction: { values } }) => `${values.kind} ${values.outcome}`);
      expect([name, ...kinds]).toEqual([name, 'call attempt', 'call reached', 'meeting reached']);
    }
  }, 300_000);
});
