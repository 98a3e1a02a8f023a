import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anApp, channels, type RunningApp, staff } from '../support/app.ts';
import { buttonsOn, fieldsOn, fieldValue, wordsOf } from '../support/screen.ts';
import { aSession } from '../support/session.ts';

let dossier: RunningApp;
beforeAll(async () => {
  dossier = await anApp({ delivery: 'http' });
});
afterAll(() => dossier?.[Symbol.asyncDispose]());

const maya = () => dossier.as(staff.manager);
const li = () => dossier.as(staff.chineseManager);

/** Opens the form by the global shortcut. */
const shortcut = async (who = maya()) => {
  await who.screen.shortcut('log-interaction');
  return who.screen.waitFor((me) => me.views().at(-1), { what: 'the form' });
};

describe('the log form', () => {
  it('opens from the card for its account, asks for two things at most, and the window turns into the card', async () => {
    const card = await maya().asks('/account orchard');
    expect(buttonsOn(card)).toContain('Log');
    const form = await maya().turned(card, 'Log');
    expect(form.title?.text).toBe('Log a meeting');
    expect(wordsOf(form)).toContain('Orchard');
    expect(fieldsOn(form)).not.toContain('Account');
    expect(form.blocks.filter((block) => block.type === 'input' && block['optional'] === false)).toHaveLength(1);
    const after = await maya().saves(form, { summary: 'Price agreed', step: 'Send the quote', stepOn: '2030-01-04' });
    expect(wordsOf(after)).toMatch(/Logged for \*Orchard[^*]*\*/);
    expect(wordsOf(after)).toContain('1 step noted');
    expect(wordsOf(after)).toMatch(/Last contact: today – meeting \(Maya/);
  });
});
