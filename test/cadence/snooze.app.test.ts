import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Prisma } from '../../src/db/generated/client.ts';
import { addDays, dayIn, formatDay } from '../../src/lib/date.ts';
import type { UiView } from '../../src/playground/protocol.ts';
import { anApp, type RunningApp, staff } from '../support/app.ts';
import { buttonsOn, type Shown, wordsOf } from '../support/screen.ts';

const { manager, chineseManager, lead } = staff;
/** The account that nobody has ever talked with, longest over of all. */
const silent = 'Zenith Optics';
const dayMs = 86_400_000;
let dossier: RunningApp;
beforeAll(async () => {
  dossier = await anApp({ delivery: 'http' });
  await aSilentAccount(manager, silent);
  await aSilentAccount(chineseManager, '久未科技');
});
afterAll(() => dossier?.[Symbol.asyncDispose]());

/** An account that was opened a hundred days ago, and a talk is due every two weeks. */
async function aSilentAccount(owner: string, name: string): Promise<void> {
  const id = await dossier.anAccount(owner, { name, tierKey: 'A' });
  const opened = new Date(Date.now() - 100 * dayMs);
  await dossier.act(
    owner,
    ({ db }) => db.$executeRaw`UPDATE "Account" SET "createdAt" = ${opened} WHERE id = ${id}::uuid`,
  );
}

const maya = () => dossier.as(manager);
const day = (days: number, zone = 'Europe/Berlin'): string => addDays(dayIn(new Date(), zone), days);
/** How many accounts Home says are out of cadence. */
const outOn = (home: Shown): number => Number(/\*Time to talk\*: (\d+) account/.exec(wordsOf(home))?.[1] ?? 0);
const homeSaying = (who: string, words: string): Promise<UiView> =>
  dossier.as(who).screen.waitFor((me) => {
    const shown = me.home();
    return shown && wordsOf(shown).includes(words) && shown;
  });
/** The select of "Not now…" that stands with this account, and the value of one of its choices. */
function notNow(shown: Shown, name: string, how: string) {
  const at = shown.blocks.findIndex((block) => JSON.stringify(block).includes(`*${name}*`));
  for (const block of shown.blocks.slice(at)) {
    const found = /"value":"([0-9a-f-]{36}:(?:3|7|14|pick))"/g;
    const values = [...JSON.stringify(block).matchAll(found)].map(([, value = '']) => value);
    const value = values.find((each) => each.endsWith(`:${how}`));
    if (value) return { at: { actionId: 'cadence-snooze', blockId: block.block_id }, value };
  }
  throw new Error(`nothing says “not now” about ${name}`);
}
const chooses = async (who: string, shown: Shown, name: string, how: string): Promise<void> => {
  const { at, value } = notNow(shown, name, how);
  const done = await dossier.as(who).screen.click(shown, at, value);
  if (!done.ok) throw new Error(JSON.stringify(done));
};

describe('An account that nobody has talked with for too long', () => {
  it('stands on its owner’s Home with how long, and is put off and taken up again there', async () => {
    const home = await maya().home();
    expect(wordsOf(home)).toMatch(/\*Zenith Optics\*\n86 days over · every 2 weeks · no talk yet/);
    await chooses(manager, home, silent, '7');
    const quiet = await homeSaying(manager, 'is quiet until');
    expect(wordsOf(quiet)).toContain(`*${silent}* is quiet until ${formatDay(day(7), 'en')}`);
    expect(outOn(quiet)).toBe(outOn(home) - 1);
    await maya().press(quiet, 'Undo');
    const again = await homeSaying(manager, 'is shown again');
    expect(outOn(again)).toBe(outOn(home));
  });

  it('is put off until a day of one’s own, and for no day that is over', async () => {
    const home = await maya().home();
    const form = await (async () => {
      const before = maya().screen.views().length;
      await chooses(manager, home, silent, 'pick');
      await maya().screen.waitFor((me) => me.views().length > before);
      return maya().front();
    })();
    expect((await maya().errors(form, { until: day(0) }))['until']).toBe('Choose a day after today.');
    await maya().sends(form, { until: day(30) });
    const quiet = await homeSaying(manager, formatDay(day(30), 'en'));
    await maya().press(quiet, 'Undo');
    await homeSaying(manager, 'is shown again');
  });

  it('says so first on its card, in a message and in a window, in both languages', async () => {
    const card = await maya().asks(`/account ${silent}`);
    expect(wordsOf(card)).toMatch(/\*Out of cadence\* since .*, 86 days – talk every 2 weeks · Maya Fischer/);
    await chooses(manager, card, 'Out of cadence', '3');
    const answer = await maya().screen.waitFor((me) =>
      me.messages(me.dmId).find((message) => wordsOf(message).includes('is quiet until')),
    );
    const shown = await maya().asks(`/account ${silent}`);
    expect(wordsOf(shown)).toContain(`Quiet until *${formatDay(day(3), 'en')}* – talk every 2 weeks`);
    await maya().press(answer, 'Undo');
    await maya().screen.waitFor((me) =>
      me.messages(me.dmId).some((message) => wordsOf(message).includes('is shown again')),
    );

    const wang = dossier.as(lead);
    const chinese = await wang.asks('/account 久未科技');
    expect(wordsOf(chinese)).toMatch(/\*该联系了\*：.* 已到期，超 \d+ 天（每 2 周一次） · 李琦/);
    await chooses(lead, chinese, '该联系了', '14');
    await wang.screen.waitFor((me) => me.messages(me.dmId).some((message) => wordsOf(message).includes('前暂不提醒')));
    const opened = await dossier.as(chineseManager).home();
    const window = await dossier.as(chineseManager).turned(opened, '打开: 久未科技');
    expect(wordsOf(window)).toContain(`*${formatDay(day(14, 'Asia/Shanghai'), 'zh')}* 前暂不提醒（每 2 周一次）`);
    const ended = await dossier.as(chineseManager).turned(window, '恢复提醒');
    expect(wordsOf(ended)).toContain('该联系了');
    expect(buttonsOn(ended)).not.toContain('恢复提醒');
    await dossier.as(chineseManager).screen.close(ended);
  });

  it('is not put off from a Home that is stale: neither where it went to somebody else, nor without a role (T-62, T-63)', async () => {
    const home = await maya().home();
    const { at, value } = notNow(home, silent, '3');
    const press = () => maya().told(() => maya().screen.click(home, at, value));
    const change = (sql: Prisma.Sql) => dossier.act(staff.administrator, ({ db }) => db.$executeRaw(sql));
    const [id] = value.split(':');
    await change(Prisma.sql`UPDATE "Account" SET "ownerId" = NULL, "teamId" = NULL WHERE id = ${id}::uuid`);
    expect(wordsOf(await press())).toContain('Your role does not allow this');
    await change(Prisma.sql`UPDATE "Member" SET roles = '{}' WHERE "slackUserId" = ${manager}`);
    expect(wordsOf(await press())).toContain('nobody has given you a role');
    expect(wordsOf(await maya().home())).not.toContain('Time to talk');
    await change(Prisma.sql`UPDATE "Member" SET roles = '{manager}' WHERE "slackUserId" = ${manager}`);
    expect(wordsOf(await maya().asks(`/account ${silent}`))).toContain('Out of cadence');
  });
});
