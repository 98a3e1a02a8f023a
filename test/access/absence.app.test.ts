import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, dayIn, formatDay } from '../../src/lib/date.ts';
import type { UiView } from '../../src/playground/protocol.ts';
import { anApp, type RunningApp, staff } from '../support/app.ts';
import { buttonsOn, fieldValue, wordsOf } from '../support/screen.ts';

const { manager, chineseManager, lead, newcomer } = staff;
let dossier: RunningApp;
beforeAll(async () => {
  dossier = await anApp({ delivery: 'http' });
});
afterAll(() => dossier?.[Symbol.asyncDispose]());

const maya = () => dossier.as(manager);
const liqi = () => dossier.as(chineseManager);
const inDays = (days: number): string => addDays(dayIn(new Date(), 'Europe/Berlin'), days);
/** Home once it says this. */
const homeSaying = (who: string, words: string): Promise<UiView> =>
  dossier.as(who).screen.waitFor((me) => {
    const shown = me.home();
    return shown && wordsOf(shown).includes(words) && shown;
  });

describe('Going away', () => {
  it('names a deputy, who is told in their own language and sees it on their Home, until one is back', async () => {
    const form = await maya().turned(await maya().home(), 'Away until…');
    expect(wordsOf(form)).toContain('their own deputy does not take over yours');
    const until = inDays(4);
    const told = await liqi().told(() => maya().sends(form, { until, deputy: chineseManager }));
    expect(wordsOf(told)).toContain(`外出至 *${formatDay(until, 'zh')}*，由您代理`);
    const away = await homeSaying(manager, 'You are away until');
    expect(wordsOf(away)).toContain(`<@${chineseManager}> stands in.`);
    expect(buttonsOn(away)).not.toContain('Away until…');
    expect(wordsOf(await liqi().home())).toContain(`您正在代理 <@${manager}>，至 *${formatDay(until, 'zh')}*`);
    // Somebody else's account is now the deputy's to edit, too.
    expect(buttonsOn(await liqi().asks('/account acme'))).toContain('编辑');

    const changing = await maya().turned(away, 'Change absence…');
    expect([fieldValue(changing, 'until'), fieldValue(changing, 'deputy')]).toEqual([until, chineseManager]);
    await maya().screen.close(changing);

    const over = await liqi().told(() => maya().press(away, 'I am back'));
    expect(wordsOf(over)).toContain('代理结束');
    expect(buttonsOn(await homeSaying(manager, 'Away for a while?'))).not.toContain('I am back');
    expect(buttonsOn(await liqi().asks('/account acme'))).not.toContain('编辑');
    expect(wordsOf(await liqi().home())).not.toContain('您正在代理');
  });

  it('says at the field what is wrong, in both languages, and keeps what was chosen', async () => {
    const form = await maya().turned(await maya().home(), 'Away until…');
    const wrong = (values: Record<string, string>) =>
      maya().errors(form, { until: inDays(1), deputy: lead, ...values });
    expect((await wrong({ until: inDays(-1) }))['until']).toContain('Choose today or a day to come');
    expect((await wrong({ deputy: manager }))['deputy']).toContain('yourself');
    expect((await wrong({ deputy: newcomer }))['deputy']).toContain('no role');
    await maya().screen.close(form);
    const chinese = await liqi().turned(await liqi().home(), '设置外出…');
    const refused = await liqi().errors(chinese, { until: inDays(-2), deputy: lead });
    expect(refused['until']).toContain('请选择今天或以后的日期');
    await liqi().screen.close(chinese);
  });

  it('warns once where the deputy is away too, and saves all the same when that is meant', async () => {
    const first = await liqi().turned(await liqi().home(), '设置外出…');
    await dossier.as(lead).told(() => liqi().sends(first, { until: inDays(9), deputy: lead }));
    await homeSaying(chineseManager, '您外出至');
    const form = await maya().turned(await maya().home(), 'Away until…');
    const warned = await maya().saves(form, { until: inDays(2), deputy: chineseManager });
    expect(wordsOf(warned)).toContain('their deputy does not stand in for you');
    expect([fieldValue(warned, 'until'), fieldValue(warned, 'deputy')]).toEqual([inDays(2), chineseManager]);
    await liqi().told(() => maya().sends(warned));
    const away = await homeSaying(manager, 'You are away until');
    await liqi().told(() => maya().press(away, 'I am back'));
    await homeSaying(manager, 'Away for a while?');
    const back = await homeSaying(chineseManager, '您外出至');
    await dossier.as(lead).told(() => liqi().press(back, '我回来了'));
    await homeSaying(chineseManager, '要外出一段时间？');
  });

  it('ends by itself the day after', async () => {
    const form = await maya().turned(await maya().home(), 'Away until…');
    await liqi().told(() => maya().sends(form, { until: inDays(1), deputy: chineseManager }));
    await homeSaying(manager, 'You are away until');
    await dossier.app.moveClock(2 * 86_400_000);
    try {
      expect(wordsOf(await maya().home())).not.toContain('You are away until');
      expect(wordsOf(await liqi().home())).not.toContain('您正在代理');
      expect(buttonsOn(await liqi().asks('/account acme'))).not.toContain('编辑');
    } finally {
      await dossier.app.moveClock(0);
    }
    const away = await maya().home();
    await liqi().told(() => maya().press(away, 'I am back'));
  });
});
