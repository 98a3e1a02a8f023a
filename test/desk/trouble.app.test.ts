import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anApp, type RunningApp, staff } from '../support/app.ts';
import { wordsOf } from '../support/screen.ts';
import { aSession, type Session } from '../support/session.ts';

const { manager } = staff;
let dossier: RunningApp;
let session: Session;
beforeAll(async () => {
  dossier = await anApp();
  session = await aSession(dossier.databaseUrl);
});
afterAll(async () => {
  await session?.[Symbol.asyncDispose]();
  await dossier?.[Symbol.asyncDispose]();
});

const maya = () => dossier.as(manager);

/** Nobody gets at the accounts until this is disposed. */
async function aBlockedDatabase(): Promise<AsyncDisposable> {
  await session.rows('BEGIN');
  await session.rows('LOCK TABLE "Account" IN ACCESS EXCLUSIVE MODE');
  return { [Symbol.asyncDispose]: async () => void (await session.rows('ROLLBACK')) };
}

describe('a slow database', () => {
  it('never keeps Slack waiting: the line is acknowledged at once and answered when it can be', async () => {
    const answering = await (async () => {
      await using _blocked = await aBlockedDatabase();
      const seen = maya().screen.dm().length;
      expect(await maya().screen.command('/account acme')).toEqual({ ok: true });
      expect(maya().screen.dm()).toHaveLength(seen);
      return () => maya().screen.waitFor((me) => me.dm()[seen]);
    })();
    expect((await answering()).text).toContain('Acme Corporation');
  });

  it('makes a form say “Saving…” in time, and shows the card when it is saved', async () => {
    const form = await maya().opens('/account edit acme');
    {
      await using _blocked = await aBlockedDatabase();
      const saving = await maya().saves(form, { city: 'Flint' });
      expect(saving.title?.text).toBe('Saving…');
      expect(wordsOf(saving)).toContain('This is taking longer than usual.');
    }
    const card = await maya().screen.waitFor((me) => {
      const view = me.views().at(-1);
      return view && wordsOf(view).includes('Saved: City.') && view;
    });
    await maya().screen.close(card);
  });
});

describe('a database that fails', () => {
  it('is owned up to, with the line that was typed and a reference that is in the log', async () => {
    await session.rows('ALTER TABLE "Visit" RENAME TO "Visit_away"');
    const answer = await maya()
      .asks('/account acme')
      .finally(() => session.rows('ALTER TABLE "Visit_away" RENAME TO "Visit"'));
    const words = wordsOf(answer);
    expect(words).toContain('Something went wrong on our side.');
    expect(words).toContain('You typed: /account acme');
    const [, reference = ''] = /reference \*([0-9A-Z-]+)\*/.exec(words) ?? [];
    const [trouble = '', ...more] = dossier.troubles();
    expect(more).toEqual([]);
    expect(trouble).toContain(`"reference":"${reference}"`);
    expect(trouble).not.toContain('acme');
    expect((await maya().asks('/account acme')).text).toContain('Acme Corporation');
  });
});

describe('a line that is an account’s name, whose card fails', () => {
  it('is not said to be kept: nothing of it was to be noted', async () => {
    await dossier.anAccount(manager, { name: 'Log Me In' });
    await session.rows('ALTER TABLE "Task" RENAME TO "Task_away"');
    const answer = await maya()
      .asks('/account log me in')
      .finally(() => session.rows('ALTER TABLE "Task_away" RENAME TO "Task"'));
    expect(wordsOf(answer)).toContain('You typed: /account log me in');
    expect(dossier.troubles()).toHaveLength(1);
  });
});

describe('the log of all this', () => {
  it('holds no word about anybody (T-80)', () => {
    const lines = dossier.logs().join('\n');
    for (const word of ['Acme', 'acme', 'Dana', 'Flint', '0143', 'Maya']) expect(lines).not.toContain(word);
  });
});
