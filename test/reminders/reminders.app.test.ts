import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { morningJob } from '../../src/reminders/morning.job.ts';
import { stepJob } from '../../src/reminders/step.job.ts';
import { addTask } from '../../src/tasks/task.flow.ts';
import { anApp, type RunningApp, staff } from '../support/app.ts';
import { buttonsOn, wordsOf } from '../support/screen.ts';

const { manager } = staff;
let dossier: RunningApp;
beforeAll(async () => {
  dossier = await anApp({ delivery: 'http', jobs: [morningJob, stepJob] });
});
afterAll(() => dossier?.[Symbol.asyncDispose]());

const maya = () => dossier.as(manager);
/** Business time; Maya lives in Berlin. */
const at = (moment: string): Promise<void> => dossier.app.moveClock(new Date(moment).getTime() - Date.now());

async function aStep(title: string, on: string, time: string | null): Promise<void> {
  const accountId = await dossier.anAccount(manager, { name: `Northwind ${title}` });
  await dossier.act(manager, (work) =>
    addTask(work, {
      accountId,
      interactionId: null,
      kind: 'step',
      title,
      assigneeId: work.actor.memberId,
      due: { on, time },
      repeat: null,
    }),
  );
}
/** What stands in the conversation and says this, once it looks like this. */
const messageWith = (words: string, buttons: readonly string[]) =>
  maya().screen.waitFor((me) => {
    const found = me.dm().find((message) => wordsOf(message).includes(words));
    return found && buttons.every((label) => buttonsOn(found).includes(label)) && found;
  });

describe('What Dossier says by itself', () => {
  it('reminds of a step at its time; pressed there it is done, undone, and the message keeps up', async () => {
    await at('2027-03-05T12:30:00Z');
    await aStep('Call the mill', '2027-03-05', '14:00');
    await at('2027-03-05T13:00:01Z');
    const reminder = await messageWith('It is time', ['Done']);
    expect(wordsOf(reminder)).toContain('Call the mill');
    await maya().press(reminder, 'Done: Call the mill');
    const done = await messageWith('~Call the mill~', ['Undo', 'Log it']);
    await maya().press(done, 'Undo: Call the mill');
    await messageWith('It is time', ['Done']);
  });

  it('has one list in the morning, whose buttons work, with the way to its settings', async () => {
    await aStep('Send the drawings', '2027-03-08', null);
    await at('2027-03-08T07:31:00Z');
    const morning = await messageWith('Today, 2027-03-08 Mon', ['Done', 'All steps', 'Messages…']);
    await maya().press(morning, 'Done: Send the drawings');
    const after = await maya().screen.waitFor((me) => {
      const list = me.dm().find((message) => wordsOf(message).includes('Today, 2027-03-08'));
      return list && !wordsOf(list).includes('*Send the drawings*') && list;
    });
    const form = await maya().turned(after, 'Messages…');
    const saved = await maya().told(() => maya().sends(form, { off: ['off'] }));
    expect(wordsOf(saved)).toContain('Saved');
    await at('2027-03-09T07:31:00Z');
    expect(maya().screen.dm().map(wordsOf).join()).not.toContain('Today, 2027-03-09');
  });
});
