import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anApp, newcomer, type RunningApp, staff } from '../support/app.ts';
import { wordsOf } from '../support/screen.ts';

let app: RunningApp;
beforeAll(async () => {
  app = await anApp();
});
afterAll(() => app[Symbol.asyncDispose]());

describe('The jobs page', () => {
  test('tells an administrator that everything runs, and what runs when, in both languages', async () => {
    const page = await app.as(staff.administrator).opens('/account admin jobs');
    expect(wordsOf(page)).toMatch(/Everything runs|一切正常/);
    expect(wordsOf(page)).toMatch(/Tidy up|清理/);
  });

  test('is not for anybody else (T-61)', async () => {
    expect(wordsOf(await app.as(staff.manager).asks('/account admin health'))).toMatch(/Only an administrator/);
  });

  test('shows a message that could not be delivered, tells of it, and sends it once more (T-16)', async () => {
    const grace = app.as(staff.administrator);
    app.slack.script.next('chat.postMessage', { kind: 'error', code: 'restricted_action' });
    const sam = app.as(newcomer);
    const told = await grace.told(async () => {
      await sam.pressed(await sam.asks('/account'), 'Ask for access');
    });
    expect(wordsOf(told)).toMatch(/could not be delivered|未能送达/);
    const page = await grace.opens('/account admin jobs');
    expect(wordsOf(page)).toMatch(/Request for access|访问申请/);
    const request = await grace.told(() => grace.press(page, 'Retry: Request for access'));
    expect(wordsOf(request)).toMatch(/U0SAM00001/);
    expect(app.troubles()).toHaveLength(1);
  });
});
