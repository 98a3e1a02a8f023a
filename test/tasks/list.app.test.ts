import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anApp, type RunningApp, staff } from '../support/app.ts';
import { buttonsOn, fieldsOn, fieldValue, wordsOf } from '../support/screen.ts';

const { manager, chineseManager, lead, service } = staff;
let dossier: RunningApp;
beforeAll(async () => {
  dossier = await anApp();
});
afterAll(() => dossier?.[Symbol.asyncDispose]());

const maya = () => dossier.as(manager);
const li = () => dossier.as(chineseManager);

describe('/account tasks', () => {
  it('says what to do where there is nothing, and takes the first step', async () => {
    const empty = await maya().opens('/account tasks');
    expect(empty.title?.text).toBe('My steps');
    expect(wordsOf(empty)).toContain('Nothing to do.');
    const form = await maya().turned(empty, 'New step');
    expect(fieldsOn(form)).toEqual([
      'Account',
      'What is to be done',
      'Day',
      'Time',
      'Who sees to it',
      'What it is',
      'Comes again',
    ]);
    expect(fieldValue(form, 'assignee')).toBe(manager);
  });
});
