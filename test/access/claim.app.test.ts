import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anApp, type RunningApp, staff } from '../support/app.ts';
import { buttonsOn, wordsOf } from '../support/screen.ts';

let dossier: RunningApp;
beforeAll(async () => {
  dossier = await anApp({ filled: false, delivery: 'http' });
});
afterAll(() => dossier?.[Symbol.asyncDispose]());

const codeInLog = (): string => /admin claim ([A-Z2-9]{4}-[A-Z2-9]{4})/.exec(dossier.logs().join('\n'))?.[1] ?? '';
const maya = () => dossier.as(staff.manager);

describe('the first administrator', () => {
  it('is nobody who guesses', async () => {
    expect(wordsOf(await maya().asks('/account admin claim AAAA-2222'))).toContain('That is not the code.');
    expect(wordsOf(await maya().asks('/account acme'))).toContain('nobody has given you a role');
  });

  it('cannot be asked for access while there is none, and whoever asks is told what to do', async () => {
    const refused = await maya().asks('/account acme');
    expect(wordsOf(await maya().pressed(refused, 'Ask for access'))).toContain('There is no administrator yet.');
  });

  it('is whoever types the one-time code of the log, once, and can work at once', async () => {
    const claimed = await maya().asks(`/account admin claim ${codeInLog()}`);
    expect(wordsOf(claimed)).toContain('You are the administrator');
    expect((await maya().turned(claimed, 'People')).title?.text).toBe('People');
    const second = await dossier.as(staff.lead).asks(`/account 管理 认领 ${codeInLog()}`);
    expect(wordsOf(second)).not.toContain('您现在是');
    expect(buttonsOn(second)).not.toContain('人员');
  });

  it('finds an empty desk that says how to begin', async () => {
    const home = wordsOf(await maya().home());
    expect(home).toContain('No account is yours yet.');
    expect(home).toContain('/account new Acme');
  });
});
