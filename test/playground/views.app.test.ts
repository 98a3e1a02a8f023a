import type { App } from '@slack/bolt';
import { describe, expect, it } from 'vitest';
import type { JournalDelivery } from '../../src/playground/journal.ts';
import type { LocalSlack } from '../../src/playground/local-slack.ts';
import { ANNA, clientOf, GENERAL, LI, nameModal, plain, refusedWith, socketStage } from './stage.ts';

/** Acks everything and does nothing: what follows is done by the test itself, with the trigger ids it finds. */
function build(app: App): void {
  app.command('/probe', async ({ ack }) => ack());
  app.action(/.*/, async ({ ack }) => ack());
  app.view({ callback_id: /.*/, type: 'view_closed' }, async ({ ack }) => ack());
  app.options('city', async ({ ack, payload }) => {
    const cities = ['Berlin', 'Bern', 'Lyon'].filter((city) => city.startsWith(payload.value));
    await ack({ options: cities.map((city) => ({ text: plain(city), value: city.toLowerCase() })) });
  });
}

function triggerOf(delivery: JournalDelivery | undefined): string {
  return String(delivery?.payload['trigger_id']);
}

async function freshTrigger(slack: LocalSlack): Promise<string> {
  await slack.as(ANNA).command('/probe', GENERAL);
  return triggerOf(slack.journal.deliveries('slash_commands').at(-1));
}

describe('modals', () => {
  it('T-19: a trigger id opens one modal, once, within three seconds', async () => {
    let now = new Date('2026-03-02T09:00:00Z');
    await using set = await socketStage(build, { now: () => now });
    const client = clientOf(set.slack);
    const trigger_id = await freshTrigger(set.slack);
    await client.views.open({ trigger_id, view: nameModal() });
    await expect(client.views.open({ trigger_id, view: nameModal() })).rejects.toMatchObject(
      refusedWith('exchanged_trigger_id'),
    );
    const late = await freshTrigger(set.slack);
    now = new Date(now.getTime() + 3001);
    await expect(client.views.open({ trigger_id: late, view: nameModal() })).rejects.toMatchObject(
      refusedWith('expired_trigger_id'),
    );
    await expect(client.views.open({ trigger_id: 'none', view: nameModal() })).rejects.toMatchObject(
      refusedWith('invalid_trigger_id'),
    );
  });

  it('a stack holds three modals, and closing all of them tells the app of those that asked', async () => {
    await using set = await socketStage(build);
    const client = clientOf(set.slack);
    const anna = set.slack.as(ANNA);
    const view = nameModal({
      notify_on_close: true,
      blocks: [{ type: 'actions', elements: [{ type: 'button', action_id: 'more', text: plain('More') }] }],
    });
    await client.views.open({ trigger_id: await freshTrigger(set.slack), view });
    const push = async () => {
      const front = anna.views().at(-1);
      if (front) await anna.click(front, 'more');
      return client.views.push({ trigger_id: triggerOf(set.slack.journal.deliveries('interactive').at(-1)), view });
    };
    await push();
    const third = await push();
    expect(third.view).toMatchObject({ root_view_id: anna.views()[0]?.id, previous_view_id: anna.views()[1]?.id });
    await expect(push()).rejects.toMatchObject(refusedWith('push_limit_reached'));
    const [bottom] = anna.views();
    if (bottom) await anna.close(bottom, true);
    const closed = set.slack.journal
      .deliveries('interactive')
      .filter(({ payload }) => payload['type'] === 'view_closed');
    expect(closed.map(({ payload }) => payload['is_cleared'])).toEqual([true, true, true]);
    expect(anna.views()).toEqual([]);
  });

  it('T-19: an update of an older version is a hash_conflict, and what was typed survives an update', async () => {
    await using set = await socketStage(build);
    const client = clientOf(set.slack);
    const anna = set.slack.as(ANNA);
    const opened = await client.views.open({
      trigger_id: await freshTrigger(set.slack),
      view: nameModal({ external_id: 'one' }),
    });
    const [modal] = anna.views();
    if (modal) await anna.fill(modal, { name: 'typed' });
    const hash = opened.view?.hash ?? '';
    await client.views.update({
      external_id: 'one',
      hash,
      view: nameModal({ external_id: 'one', title: plain('New') }),
    });
    expect(anna.views()[0]).toMatchObject({
      title: { text: 'New' },
      state: { name: { name_text: { value: 'typed' } } },
    });
    await expect(client.views.update({ external_id: 'one', hash, view: nameModal() })).rejects.toMatchObject(
      refusedWith('hash_conflict'),
    );
    const again = client.views.open({
      trigger_id: await freshTrigger(set.slack),
      view: nameModal({ external_id: 'one' }),
    });
    await expect(again).rejects.toMatchObject(refusedWith('duplicate_external_id'));
    await expect(client.views.update({ view_id: 'V0', view: nameModal() })).rejects.toMatchObject(
      refusedWith('not_found'),
    );
  });

  it('T-19: a view that breaks a rule is refused with the place of the mistake', async () => {
    await using set = await socketStage(build);
    const client = clientOf(set.slack);
    const trigger_id = await freshTrigger(set.slack);
    const broken = client.views.open({ trigger_id, view: nameModal({ title: plain('t'.repeat(25)) }) });
    const messages = ['[ERROR] must be less than 25 characters [json-pointer:/view/title/text]'];
    await expect(broken).rejects.toMatchObject({
      data: { error: 'invalid_arguments', response_metadata: expect.objectContaining({ messages }) },
    });
    const large = nameModal({
      blocks: Array.from({ length: 99 }, () => ({ type: 'section', text: plain('x'.repeat(3000)) })),
    });
    await expect(client.views.open({ trigger_id, view: large })).rejects.toMatchObject(refusedWith('view_too_large'));
  });

  it('an external select asks the app and takes only what was offered', async () => {
    await using set = await socketStage(build);
    const client = clientOf(set.slack);
    const anna = set.slack.as(ANNA);
    const city = { type: 'external_select', action_id: 'city', min_query_length: 2 };
    const view = nameModal({ blocks: [{ type: 'input', block_id: 'where', label: plain('City'), element: city }] });
    await client.views.open({ trigger_id: await freshTrigger(set.slack), view });
    const [modal] = anna.views();
    if (!modal) throw new Error('no modal');
    expect(await anna.options(modal, 'city', 'B')).toEqual({ ok: true, options: [], groups: null });
    expect(await anna.options(modal, 'city', 'Ber')).toMatchObject({
      options: [{ value: 'berlin' }, { value: 'bern' }],
    });
    await expect(anna.fill(modal, { where: 'lyon' })).rejects.toThrow('does not offer "lyon"');
    await anna.fill(modal, { where: 'bern' });
    expect(anna.views()[0]?.state['where']).toMatchObject({ city: { selected_option: { value: 'bern' } } });
  });

  it('fields are checked before the app is asked, as Slack’s own client does', async () => {
    await using set = await socketStage(build);
    const field = (id: string, element: object, more: object = {}) => ({
      ...{ type: 'input', block_id: id, label: plain(id), element: { action_id: id, ...element } },
      ...more,
    });
    const options = ['a', 'b', 'c'].map((value) => ({ text: plain(value), value }));
    const blocks = [
      field('mail', { type: 'email_text_input' }),
      field('site', { type: 'url_text_input' }),
      field('count', { type: 'number_input', is_decimal_allowed: false, min_value: '2', max_value: '4' }),
      field('note', { type: 'plain_text_input', min_length: 3, max_length: 5 }),
      field('tags', { type: 'multi_static_select', options, max_selected_items: 2 }),
      field('who', { type: 'users_select' }, { optional: true }),
    ];
    await clientOf(set.slack).views.open({ trigger_id: await freshTrigger(set.slack), view: nameModal({ blocks }) });
    const anna = set.slack.as(ANNA);
    const [modal] = anna.views();
    if (!modal) throw new Error('no modal');
    const wrong = [
      { mail: 'a@b', site: 'ftp://x', count: '1', note: 'ab', tags: ['a', 'b', 'c'] },
      { mail: 'nobody', site: 'x.example', count: '5', note: 'abcdef', tags: [] },
      { mail: null, site: '', count: '2.5', note: null, tags: [] },
    ];
    for (const values of wrong) {
      const outcome = await anna.submit(modal, values);
      expect('errors' in outcome && Object.keys(outcome.errors)).toEqual(['mail', 'site', 'count', 'note', 'tags']);
    }
    expect(set.slack.journal.deliveries('interactive')).toEqual([]);
    await anna.submit(modal, {
      mail: 'a@b.example',
      site: 'https://x.example',
      count: '3',
      note: 'abc',
      tags: ['a', 'c'],
    });
    const [sent] = set.slack.journal.deliveries('interactive');
    expect(sent?.payload['view']).toMatchObject({
      state: {
        values: {
          count: { count: { type: 'number_input', value: '3' } },
          tags: { tags: { selected_options: [{ value: 'a' }, { value: 'c' }] } },
          who: { who: { type: 'users_select', selected_user: null } },
        },
      },
    });
  });

  it('errors at a block that is no input leave the modal open with a note', async () => {
    await using set = await socketStage((app) => {
      build(app);
      app.view('name_modal', async ({ ack }) => ack({ response_action: 'errors', errors: { nowhere: 'No' } }));
    });
    const anna = set.slack.as(ANNA);
    await clientOf(set.slack).views.open({ trigger_id: await freshTrigger(set.slack), view: nameModal() });
    const [modal] = anna.views();
    if (modal) expect(await anna.submit(modal, { name: 'x' })).toMatchObject({ problem: 'invalid_answer' });
    expect(anna.views()).toHaveLength(1);
    expect(anna.notes()).toMatchObject([{ kind: 'invalid_answer' }]);
  });
});

describe('Home', () => {
  it('is published for one person, and its buttons and pickers reach the app with the view', async () => {
    await using set = await socketStage((app) => {
      build(app);
      app.event('app_home_opened', async ({ event, client }) => {
        const picker = { type: 'datepicker' as const, action_id: 'day' };
        const blocks = [{ type: 'actions' as const, block_id: 'row', elements: [picker] }];
        await client.views.publish({ user_id: event.user, view: { type: 'home', blocks } });
      });
    });
    const anna = set.slack.as(ANNA);
    await anna.openHome();
    const home = await anna.waitFor((who) => who.home());
    expect(set.slack.as(LI).home()).toBeUndefined();
    await anna.click(home, 'day', '2026-03-04');
    const [gesture] = set.slack.journal.deliveries('interactive');
    expect(gesture?.payload).toMatchObject({
      ...{ type: 'block_actions', container: { type: 'view', view_id: home.id } },
      actions: [{ action_id: 'day', block_id: 'row', type: 'datepicker', selected_date: '2026-03-04' }],
      view: { type: 'home', state: { values: { row: { day: { selected_date: '2026-03-04' } } } } },
    });
  });
});
