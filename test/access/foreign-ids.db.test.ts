import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { arrangeTeam } from '../../src/access/team.flow.ts';
import { submitEdit, submitNew } from '../../src/accounts/account-form.flow.ts';
import type { Work } from '../../src/db/work.ts';
import { furnish } from '../db/furnish.ts';
import { aHouse, type House } from '../support/house.ts';
import type { Aim } from './door.ts';
import { doors } from './doors.ts';

let house: House;
let own: Aim;
let theirs: Aim;
const unknown: Aim = {
  accountId: randomUUID(),
  contactId: randomUUID(),
  memberId: randomUUID(),
  teamId: randomUUID(),
  draftId: randomUUID(),
  noticeId: randomUUID(),
  interactionId: randomUUID(),
  changeId: randomUUID(),
  taskId: randomUUID(),
  handoverId: randomUUID(),
};

beforeAll(async () => {
  house = await aHouse();
  own = await furnish(house);
  theirs = await furnish(await house.aNeighbour());
});
afterAll(() => house[Symbol.asyncDispose]());

class Answered extends Error {}
/** What the founder, who may do everything, is answered; nothing of it stays. */
async function answer(open: (work: Work) => Promise<unknown>): Promise<string> {
  try {
    return await house.as(house.founder, async (work) => {
      throw new Answered(JSON.stringify((await open(work)) ?? null));
    });
  } catch (error) {
    if (error instanceof Answered) return error.message;
    throw error;
  }
}
/** The doors that take an id. */
const pointed = Object.entries(doors).filter(([, { open }]) => open.length > 1);

describe('The id of something in another workspace', () => {
  test.each(pointed)('is to %s what an unknown id is (T-69)', async (_name, { open }) => {
    expect(await answer((work) => open(work, theirs))).toBe(await answer((work) => open(work, unknown)));
  });

  test('differs from an own one, so that the above can fail', async () => {
    const open = pointed.filter(([, { isAboutAccount }]) => isAboutAccount);
    for (const [name, door] of open)
      expect([name, await answer((work) => door.open(work, own))]).not.toEqual([
        name,
        await answer((work) => door.open(work, unknown)),
      ]);
  });

  test('is no parent, no team and nobody who could own an account (T-62)', async () => {
    const sentTo = (field: string, value: string) => [
      answer((work) => submitNew(work, { name: 'Zenith', [field]: value }, [])),
      answer((work) => submitEdit(work, own.accountId, 1, { name: 'Acme', [field]: value })),
    ];
    expect(await Promise.all(sentTo('parentId', theirs.accountId))).toEqual([
      '{"ok":false,"problem":"no-such-parent"}',
      '{"ok":false,"problem":"no-such-parent"}',
    ]);
    for (const text of await Promise.all(sentTo('teamId', theirs.teamId)))
      expect(JSON.parse(text)).toMatchObject({ problem: 'fields', problems: { teamId: { problem: 'not-offered' } } });
    for (const text of await Promise.all(sentTo('ownerId', theirs.memberId)))
      expect(JSON.parse(text)).toMatchObject({
        problem: 'fields',
        problems: { ownerId: { problem: 'person-unknown' } },
      });
  });

  test('is nobody who could lead a team', async () => {
    const team = { name: 'North', leadId: theirs.memberId, memberIds: [] };
    expect(await answer((work) => arrangeTeam(work, team))).toBe('{"ok":false,"problem":"not-a-colleague"}');
  });
});
