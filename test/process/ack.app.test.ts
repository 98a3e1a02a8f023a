import { expect, test } from 'vitest';
import { accountIds } from '../../src/accounts/account.ids.ts';
import { deskIds } from '../../src/desk/desk.ids.ts';
import { anOffice, front, GENERAL, MAYA, openForm, says, titled, transports, wordsOf } from './office.ts';

test.each(transports)(
  'over %s every gesture is acknowledged within 3 s and every window opens, with a Slack that takes 800 ms for each call',
  async (transport) => {
    await using office = await anOffice({ transport });
    const { slack, grace } = office;
    const app = await office.start();
    await slack.as(MAYA).command('/account help', GENERAL);
    await slack.as(MAYA).waitFor((p) => p.messages(GENERAL)[0]);
    slack.script.delay('*', 800);

    // Nobody knows Grace yet: who she is has to be asked before her trigger id is used, which lives for three seconds.
    const form = await openForm(grace, 'Acme Robotics');
    await grace.click(form, accountIds.allFields);
    const whole = await grace.waitFor((p) => p.views().find((view) => view.hash !== form.hash));
    await grace.submit(whole, { name: 'Acme Robotics', aliases: 'Acme' });
    const card = await grace.waitFor(titled(/Acme/));

    await grace.click(card, accountIds.contacts);
    const contacts = await grace.waitFor((p) => p.views()[1]);
    await grace.click(contacts, accountIds.contactNew);
    const contact = await grace.waitFor((p) => p.views()[2]);
    await grace.submit(contact, { name: 'Li Wei', mobile: '+86 138 0013 8000' });
    await grace.waitFor((p) => p.views().find((view) => /Li Wei/.test(wordsOf(view))));
    await grace.close(await grace.waitFor(front), true);

    await grace.command('/account acme', GENERAL);
    const message = await grace.waitFor(says(GENERAL, /Acme Robotics/));
    for (const button of [accountIds.edit, accountIds.history, accountIds.share]) {
      await grace.click(message, button);
      await grace.close(await grace.waitFor(front), true);
    }
    await grace.click(message, accountIds.sendToMe);
    await grace.waitFor(says(grace.dmId, /Acme Robotics/));

    await grace.shortcut(deskIds.lookUpShortcut);
    const look = await grace.waitFor(front);
    expect(await grace.options(look, accountIds.pick, 'acm')).toMatchObject({ ok: true });
    await grace.openHome();
    await grace.waitFor((p) => p.home());

    expect(grace.notes()).toEqual([]);
    const late = slack.journal.deliveries().filter(({ ack }) => ack?.kind !== 'answered' || ack.afterMs >= 3000);
    expect(late).toEqual([]);
    const refused = slack.journal.requests().filter(({ answer }) => /"ok":false/.test(JSON.stringify(answer?.body)));
    expect(refused.map(({ method, answer }) => [method, answer?.body])).toEqual([]);
    expect(app.log().filter(({ level }) => level >= 40)).toEqual([]);
  },
  // Twenty calls of 800 ms, one after the other.
  60_000,
);
