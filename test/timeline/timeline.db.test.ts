import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../../src/lib/id.ts';
import { changeStream } from '../../src/timeline/change-timeline.slack.ts';
import { readTimeline } from '../../src/timeline/timeline.query.ts';
import type { TimelineCursor, TimelineStream } from '../../src/timeline/timeline-wiring.ts';
import { aHouse, type House, type Person } from '../support/house.ts';

let house: House;
beforeAll(async () => {
  house = await aHouse();
});
afterAll(() => house[Symbol.asyncDispose]());

const words = { en: 'x', zh: 'x' };
/** A stream in memory, and how often it was asked. */
function aStream(kind: string, needs: TimelineStream['needs'], moments: readonly Date[]) {
  const entries = moments.map((at) => ({
    at,
    id: newId(at, randomBytes(10)),
    block: () => ({ type: 'divider' as const }),
  }));
  const asked: number[] = [];
  const stream: TimelineStream = {
    kind,
    needs,
    label: words,
    empty: words,
    async load(_work, _account, { before, limit }) {
      asked.push(limit);
      const isOlder = ({ at, id }: { at: Date; id: string }): boolean =>
        before === null || at.toISOString() < before.at || (at.toISOString() === before.at && id < before.id);
      return entries
        .filter(isOlder)
        .toSorted((one, other) => other.at.getTime() - one.at.getTime() || (one.id < other.id ? 1 : -1))
        .slice(0, limit);
    },
  };
  return { stream, entries, asked };
}

const read = (
  who: Person,
  id: string,
  streams: readonly TimelineStream[],
  page: { filter?: string; before?: TimelineCursor } = {},
) => house.as(who, (work) => readTimeline(work, id, streams, { filter: null, before: null, ...page, size: 7 }));

async function readAll(who: Person, id: string, streams: readonly TimelineStream[]): Promise<readonly string[]> {
  const ids: string[] = [];
  let before: TimelineCursor | null = null;
  do {
    const page = await read(who, id, streams, before === null ? {} : { before });
    ids.push(...(page?.entries ?? []).map((entry) => entry.id));
    before = page?.next ?? null;
  } while (before !== null);
  return ids;
}

describe('A timeline', () => {
  test('holds every change once where many were made in the same millisecond, together with what other streams bring', async () => {
    const account = await house.anAccount('Acme');
    const moments = [0, 0, 0, 1, 1, 2].map((ms) => new Date(Date.UTC(2026, 2, 2, 9, 0, 0, ms)));
    const talks = aStream('talks', 'interaction.read', moments);
    const written = [...moments, ...moments, ...moments].map((at) => [newId(at, randomBytes(10)), at] as const);
    for (const [id, at] of written)
      await house.sql(
        `INSERT INTO "AuditEntry" (id, "workspaceId", "actorId", verb, subject, "subjectId", changes, origin, "operationId", at)
         VALUES ($1, $2, $3, 'account.changed', 'account', $4, '{}', 'slack', $1, $5)`,
        [id, house.workspaceId, house.founder.memberId, account.id, at.toISOString()],
      );
    const ids = await readAll(house.founder, account.id, [changeStream, talks.stream]);
    const created = ids.filter(
      (id) => ![...written.map(([id]) => id), ...talks.entries.map(({ id }) => id)].includes(id),
    );
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toHaveLength(written.length + talks.entries.length + 1);
    expect(created).toHaveLength(1);
    expect(talks.asked.every((limit) => limit === 8)).toBe(true);
  });

  test('shows one kind alone where it is asked to, and everything for a kind that there is not', async () => {
    const account = await house.anAccount('Birch');
    const talks = aStream('talks', 'interaction.read', [new Date()]);
    const streams = [changeStream, talks.stream];
    const shown = async (filter: string) =>
      (await read(house.founder, account.id, streams, { filter }))?.entries.length;
    expect([await shown('talks'), await shown('changes'), await shown('orders')]).toEqual([1, 1, 2]);
  });

  test('offers and shows of each kind what the reader may see, and does not even look at the rest (T-61)', async () => {
    const owner = await house.aMember({ roles: ['manager'] });
    const administrator = await house.aMember({ roles: ['administrator'] });
    const account = await house.anAccount('Cedar', { owner });
    const talks = aStream('talks', 'interaction.read', [new Date()]);
    const theirs = await read(administrator, account.id, [changeStream, talks.stream], { filter: 'talks' });
    expect(theirs?.kinds.map(({ kind }) => kind)).toEqual(['changes']);
    expect([theirs?.filter, theirs?.entries.length, talks.asked]).toEqual([null, 1, []]);
    const own = await read(owner, account.id, [changeStream, talks.stream]);
    expect(own?.kinds.map(({ kind }) => kind)).toEqual(['changes', 'talks']);
    expect(own?.entries).toHaveLength(2);
  });

  test('reads changes by key from an index without the reads, however many there are', async () => {
    const account = await house.anAccount('Dogwood');
    await house.sql(
      `INSERT INTO "AuditEntry" (id, "workspaceId", "actorId", verb, subject, "subjectId", changes, origin, "operationId", at)
       SELECT gen_random_uuid(), $1, $2, 'contacts.read', 'account', $3, '{}', 'slack', gen_random_uuid(), now()
       FROM generate_series(1, 3000)`,
      [house.workspaceId, house.founder.memberId, account.id],
    );
    await house.sql('ANALYZE "AuditEntry"');
    const plan = await house.as(
      house.founder,
      ({ db }) =>
        db.$queryRaw<readonly Record<string, string>[]>`
        EXPLAIN SELECT id FROM "AuditEntry" WHERE "subjectId" = ${account.id}::uuid AND id < ${account.id}::uuid
          AND verb NOT IN ('contacts.read', 'notes.read') ORDER BY id DESC LIMIT 20`,
    );
    const text = plan.map((line) => Object.values(line).join()).join('\n');
    expect(text).toMatch(/Index (Only )?Scan Backward using "AuditEntry_told"/);
    expect(text).not.toContain('Sort');
  });
});
