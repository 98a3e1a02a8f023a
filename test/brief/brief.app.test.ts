import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setRoles } from '../../src/access/access.flow.ts';
import { memberIdsOf } from '../../src/access/people.query.ts';
import { editAccount } from '../../src/accounts/account.flow.ts';
import { logInteraction } from '../../src/interactions/interaction.flow.ts';
import { anApp, channels, type RunningApp, staff } from '../support/app.ts';
import { buttonsOn, wordsOf } from '../support/screen.ts';

const { manager, chineseManager, lead, administrator, newcomer } = staff;
let dossier: RunningApp;
let accountId: string;
beforeAll(async () => {
  dossier = await anApp();
  accountId = await dossier.anAccount(manager, { name: 'Quillmere Pumps', contractEnd: '2099-03-31' }, [
    { name: 'Ines Roth', title: 'CFO', role: 'Signs the contract' },
    { name: 'Max Old', leftOn: '2026-01-31' },
  ]);
  await dossier.act(manager, async (work) => {
    const agreed = { assigneeId: work.actor.memberId, repeat: null };
    await logInteraction(work, {
      accountId,
      values: {
        kind: 'meeting',
        at: new Date(work.now.getTime() - 3 * 86_400_000).toISOString(),
        outcome: 'reached',
        summary: 'Pilot agreed for two sites.',
        tone: null,
        contactIds: [],
        memberIds: [],
      },
      source: null,
      tasks: [
        { ...agreed, kind: 'step', title: 'Send the quote', due: { on: '2099-01-05', time: null } },
        { ...agreed, kind: 'theirs', title: 'Name the second site', due: null },
      ],
    });
  });
  await dossier.act(manager, (work) => editAccount(work, { id: accountId, version: 1, mine: { city: 'Bremen' } }));
});
afterAll(() => dossier?.[Symbol.asyncDispose]());

describe('/account brief', () => {
  it('tells half a screen: last talks, what is agreed, who is who, dates, what was changed since', async () => {
    const brief = await dossier.as(manager).asks('/account brief quillmere');
    const words = wordsOf(brief);
    for (const said of [
      'Quillmere Pumps',
      'contract ends 2099-03-31',
      '3 days ago',
      'Pilot agreed for two sites.',
      'Next step: Send the quote',
      'They promised: Name the second site',
      'Ines Roth',
      'Signs the contract',
      'left on 2026-01-31',
      'Changed since the last talk',
      'City',
    ])
      expect(words).toContain(said);
    expect(brief.blocks.length).toBeLessThanOrEqual(15);
    expect(buttonsOn(brief)).toEqual(['Log', 'Card', 'History']);
  });

  it('reads Chinese for who reads Chinese', async () => {
    const brief = await dossier.as(lead).asks('/account 简报 quillmere');
    expect(wordsOf(brief)).toContain('最近往来');
    expect(wordsOf(brief)).toContain('对方承诺：Name the second site');
  });

  it('tells the last talk also after a row of vain calls', async () => {
    for (const call of ['one', 'two', 'three'])
      await dossier.as(manager).asks(`/account log quillmere: call ${call}, no answer`);
    const words = wordsOf(await dossier.as(manager).asks('/account brief quillmere'));
    expect(words).toContain('Pilot agreed for two sites.');
    expect(words).toContain('call three, no answer');
    expect(words).not.toContain('call one, no answer');
  });

  it('of a linked channel’s account needs no name', async () => {
    const brief = await dossier.as(chineseManager).asks('/account 简报', channels.huatai);
    expect(wordsOf(brief)).toContain('华泰');
  });

  it('tells who does not work on the account no words, names or steps of it (T-61)', async () => {
    await dossier.act(administrator, async (work) =>
      setRoles(work, await memberIdsOf(work, [newcomer]), { roles: ['viewer'] }),
    );
    const words = wordsOf(await dossier.as(newcomer).asks('/account brief quillmere'));
    expect(words).toContain('Quillmere Pumps');
    for (const hidden of ['Pilot', 'Ines', 'quote', 'second site', 'Max Old']) expect(words).not.toContain(hidden);
    expect(words).toContain('往来内容仅对负责该客户的人可见。');
  });

  it('leaves a trace of what was read about people (R77)', async () => {
    await dossier.as(lead).asks('/account brief quillmere');
    const verbs = await dossier.act(administrator, async ({ db }) => {
      const rows = await db.auditEntry.findMany({
        where: { subjectId: accountId, verb: { in: ['notes.read', 'contacts.read'] } },
      });
      const reader = await db.member.findFirst({ where: { slackUserId: lead }, select: { id: true } });
      return rows.filter(({ actorId }) => actorId === reader?.id).map(({ verb }) => verb);
    });
    expect(new Set(verbs)).toEqual(new Set(['contacts.read', 'notes.read']));
  });
});
