import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setRoles } from '../../src/access/access.flow.ts';
import { memberIdsOf } from '../../src/access/people.query.ts';
import { anApp, channels, guest, outsider, type RunningApp, staff } from '../support/app.ts';
import { buttonsOn, wordsOf } from '../support/screen.ts';
import { aSession } from '../support/session.ts';
import { until } from '../support/until.ts';

const { manager, chineseManager, lead, service, administrator, newcomer } = staff;
let dossier: RunningApp;
beforeAll(async () => {
  dossier = await anApp();
});
afterAll(() => dossier?.[Symbol.asyncDispose]());

const chen = () => dossier.as(newcomer);
const grace = () => dossier.as(administrator);

describe('somebody without a role', () => {
  it('is told why nothing is shown, in their language, with one tap to ask - and help works', async () => {
    const refused = await chen().asks('/account acme');
    expect(wordsOf(refused)).toContain('还没有人给您分配角色');
    expect(buttonsOn(refused)).toEqual(['申请使用']);
    expect(wordsOf(refused)).not.toContain('Acme Corporation');
    expect(wordsOf(await chen().asks('/account 帮助'))).toContain('/account');
  });

  it('sees in Home how to be let in, and no account', async () => {
    const home = await chen().home();
    expect(buttonsOn(home)).toContain('申请使用');
    expect(wordsOf(home)).not.toMatch(/KA-\d/);
  });

  it('asks, is let in by one tap, and works at once (R72)', async () => {
    const refused = await chen().asks('/account acme');
    const request = await grace().told(async () => chen().pressed(refused, '申请使用'));
    expect(wordsOf(request)).toContain(`<@${newcomer}> asks for access to Dossier.`);
    expect(buttonsOn(request)).toEqual(['As account manager', 'As service', 'As viewer', 'Decline']);

    const again = await chen().pressed(refused, '申请使用');
    expect(wordsOf(again)).toContain('已经申请过');

    const granted = await chen().told(() => grace().press(request, 'As viewer'));
    expect(wordsOf(granted)).toContain('只读');
    const settled = await grace().screen.waitFor((me) =>
      me.dm().find((message) => message.ts === request.ts && buttonsOn(message).length === 0),
    );
    expect(wordsOf(settled)).toContain(`<@${newcomer}> now has: Viewer.`);
    expect((await chen().asks('/account acme')).text).toContain('Acme Corporation');
  });

  it('loses a role at once, also where a window is open (T-63)', async () => {
    const form = await dossier.as(service).opens('/account edit brightwater');
    const people = await grace().turned(await grace().opens('/account admin people'), 'Give roles…');
    await grace().saves(people, { people: [service], roles: [] });
    const refused = await dossier.as(service).saves(form, { city: 'York' });
    expect(wordsOf(refused)).toContain('nobody has given you a role');
    expect(wordsOf(await dossier.as(manager).asks('/account brightwater'))).not.toContain('York');
    expect(wordsOf(await dossier.as(service).asks('/account acme'))).toContain('nobody has given you a role');
  });
});

describe('people from outside', () => {
  it.each([
    ['a guest', guest, channels.general, 'Guests cannot use Dossier.'],
    ['somebody of another company', outsider, channels.partner, 'Dossier answers only people of the company'],
  ])('%s is refused everywhere and learns nothing (T-64)', async (_who, id, channel, words) => {
    const stranger = dossier.as(id);
    for (const line of ['/account acme', '/account', '/account help', '/account new', '/account admin people']) {
      const refused = await stranger.asks(line, channel);
      expect(wordsOf(refused)).toContain(words);
      expect(buttonsOn(refused)).toEqual([]);
    }
    expect(stranger.screen.views()).toEqual([]);
  });

  it('cannot be given a role', async () => {
    const give = await grace().turned(await grace().opens('/account admin people'), 'Give roles…');
    const errors = await grace().errors(give, { people: [guest], roles: ['viewer'] });
    expect(errors['people']).toContain('Guests and people of other companies cannot get a role.');
    await grace().screen.close(grace().front(), true);
  });
});

describe('what becomes of somebody in Slack', () => {
  const tom = () => dossier.as(service);
  const known = (column: string) => async () => {
    await using session = await aSession(dossier.databaseUrl);
    return await session.one(`SELECT "${column}"::text FROM "Member" WHERE "slackUserId" = $1`, [service]);
  };

  it('counts here at once: who became a guest is refused, with every role they had (T-63)', async () => {
    await dossier.act(administrator, async (work) =>
      setRoles(work, await memberIdsOf(work, [service]), { roles: ['service'] }),
    );
    const form = await tom().opens('/account edit acme');
    dossier.slack.admin.change(service, { kind: 'guest' });
    await until(async () => (await known('kind')()) === 'guest');
    expect(wordsOf(await tom().asks('/account acme', channels.general))).toContain('Guests cannot use Dossier.');
    expect(wordsOf(await tom().saves(form, { city: 'Nowhere' }))).toContain('Guests cannot use Dossier.');
    await tom().screen.close(tom().front());
    dossier.slack.admin.change(service, { kind: 'full' });
    await until(async () => (await known('kind')()) === 'full');
    expect((await tom().asks('/account acme')).text).toContain('Acme Corporation');
  });

  it('is followed in their language too', async () => {
    dossier.slack.admin.change(service, { locale: 'zh-CN' });
    await until(async () => (await known('locale')()) === 'zh-CN');
    expect(wordsOf(await tom().asks('/account acme'))).toContain('合同到期');
    dossier.slack.admin.change(service, { locale: 'en-US' });
    await until(async () => (await known('locale')()) === 'en-US');
  });
});

describe('/account admin people', () => {
  it('gives roles to many at once and puts them in a team with a lead (R72)', async () => {
    const window = await grace().opens('/account admin people');
    const team = await grace().turned(window, 'Team…');
    const afterTeam = await grace().saves(team, { name: 'Service', lead, members: [service, newcomer] });
    expect(wordsOf(afterTeam)).toContain(`*Service* · <@${lead}> · 3 people`);
    await grace().screen.close(grace().front(), true);

    const give = await grace().turned(await grace().opens('/account admin people'), 'Give roles…');
    const after = await grace().saves(give, { people: [service, newcomer], roles: ['service'] });
    expect(wordsOf(after)).toContain(`<@${service}> · Service · Service`);
    expect(wordsOf(after)).toContain(`<@${newcomer}> · Service · Service`);
    await grace().screen.close(grace().front(), true);
    expect((await chen().asks('/account acme')).text).toContain('Acme Corporation');
  });

  it('keeps the last administrator', async () => {
    const give = await grace().turned(await grace().opens('/account admin people'), 'Give roles…');
    const errors = await grace().errors(give, { people: [administrator], roles: ['viewer'] });
    expect(errors['people']).toContain('This would leave nobody as administrator.');
    await grace().screen.close(grace().front(), true);
  });

  it('is written down, change by change (R78)', async () => {
    await using session = await aSession(dossier.databaseUrl);
    const rows = await session.rows(`SELECT verb FROM "AuditEntry" WHERE subject IN ('member', 'team')`);
    expect(new Set(rows.map((row) => row['verb']))).toEqual(new Set(['access.asked', 'roles.changed', 'team.changed']));
  });
});

describe('who may see and change what', () => {
  it('shows everybody the card, and whom to call only to those who work on the account (R73)', async () => {
    const owners = await dossier.as(chineseManager).asks('/account 华泰科技');
    expect(wordsOf(owners)).toContain('李伟');
    const give = await grace().turned(await grace().opens('/account admin people'), 'Give roles…');
    await grace().saves(give, { people: [newcomer], roles: ['viewer'] });
    await grace().screen.close(grace().front(), true);
    const viewers = await chen().asks('/account 华泰科技');
    expect(wordsOf(viewers)).not.toContain('李伟');
    expect(wordsOf(viewers)).toContain('2 位联系人');
    expect(buttonsOn(viewers)).toEqual(['发给我', '分享']);
  });

  it('finds nothing through a contact for somebody who may not see contacts', async () => {
    expect(wordsOf(await chen().asks('/account zhangmin@huatai.example'))).toContain('没有叫');
  });

  it('refuses a forged press of somebody who may not (T-62)', async () => {
    const card = await dossier.as(manager).asks('/account solvang', channels.general);
    const form = await dossier.as(manager).turned(card, 'Edit');
    await dossier.as(manager).screen.close(form);
    const press = dossier.slack.journal
      .deliveries('interactive')
      .findLast(({ payload }) => JSON.stringify(payload['actions'] ?? '').includes('account-edit'));
    const refused = await chen().told(() =>
      dossier.slack.script.deliver('interactive', {
        ...press?.payload,
        trigger_id: '1.2.forged',
        user: { id: newcomer, team_id: 'T0DEMO0001' },
        response_url: undefined,
        channel: { id: chen().screen.dmId, name: 'directmessage' },
      }),
    );
    expect(wordsOf(refused)).toContain('您的角色不能做这一步');
    expect(chen().screen.views()).toEqual([]);
  });
});
