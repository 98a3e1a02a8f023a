import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { UiView } from '../../src/playground/protocol.ts';
import { anApp, type RunningApp, staff } from '../support/app.ts';
import { fieldValue, wordsOf } from '../support/screen.ts';

const { manager, chineseManager } = staff;
let dossier: RunningApp;
beforeAll(async () => {
  dossier = await anApp({ delivery: 'http' });
});
afterAll(() => dossier?.[Symbol.asyncDispose]());

const homeSaying = (who: string, words: string): Promise<UiView> =>
  dossier.as(who).screen.waitFor((me) => {
    const shown = me.home();
    return shown && wordsOf(shown).includes(words) && shown;
  });

describe('What comes by itself', () => {
  it('is said on Home and chosen there, and the form keeps what was chosen', async () => {
    const maya = dossier.as(manager);
    const home = await maya.home();
    expect(wordsOf(home)).toContain('one message on working days at 08:30. Quiet from 20:00 to 08:00.');
    const form = await maya.turned(home, 'Change…');
    await maya.sends(form, { morningAt: '07:45', quietFrom: '18:30', atOnce: ['brief'], calendar: 'weekend' });
    const after = await homeSaying(manager, 'at 07:45. Quiet from 18:30 to 08:00.');
    const again = await maya.turned(after, 'Change…');
    const fields = ['morningAt', 'quietFrom', 'quietUntil', 'calendar', 'atOnce'];
    expect(fields.map((id) => fieldValue(again, id))).toEqual(['07:45', '18:30', '08:00', 'weekend', 'brief']);
    await maya.screen.close(again);
  });

  it('is turned off with one switch', async () => {
    const liqi = dossier.as(chineseManager);
    const form = await liqi.turned(await liqi.home(), '设置…');
    await liqi.sends(form, { off: ['off'] });
    await homeSaying(chineseManager, '已关闭');
  });

  it('tells at the field what is wrong, with an example', async () => {
    const maya = dossier.as(manager);
    const form = await maya.turned(await maya.home(), 'Change…');
    expect(await maya.errors(form, { morningAt: '14:00' })).toEqual({ morningAt: expect.stringContaining('08:30') });
    expect(await maya.errors(form, { morningAt: '08:00', quietUntil: null })).toEqual({
      quietUntil: expect.stringContaining('both'),
    });
    expect(await maya.errors(form, { morningAt: '08:00', quietFrom: '08:00', quietUntil: '08:00' })).toEqual({
      quietUntil: expect.stringContaining('20:00 and 08:00'),
    });
    await maya.screen.close(form);
  });
});
