import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { keysOf } from '../src/search/search-key.ts';

const syllables =
  'ba ko ri ta lu me no si va de fi go hu ja ke lo mi na po qua ra se tu ve wo xi ya zo bel cor dan fer gal hol jan kem lor mar nex orb pel quin ros sol tan ult ver wex yor zan'.split(
    ' ',
  );
const trades = [
  'Instruments',
  'Logistics',
  'Foods',
  'Medical',
  'Energy',
  'Software',
  'Textiles',
  'Chemicals',
  'Motors',
  'Optics',
  'Paper',
  'Robotics',
];
const characters = [...'华泰明远东海云帆长乐金石天和新成永信安达瑞丰宏图嘉禾启航正阳博雅凌霄众诚鼎盛恒通'];
const chineseTrades = ['科技有限公司', '医疗器械', '汽车零部件', '食品', '软件', '物流', '电子', '化工'];

/** The n-th invented name, another one for each n below 100,000 and the same in every run; one in four is Chinese. */
export function nameOf(n: number): string {
  const pick = <T>(list: readonly T[], step: number): T | '' => list[Math.floor(n / step) % list.length] ?? '';
  const { length } = syllables;
  if (n % 4 === 0) {
    const width = characters.length;
    return `${pick(characters, 4)}${pick(characters, 4 * width)}${pick(characters, 4 * width * width)}${pick(chineseTrades, 3)}`;
  }
  const brand = `${pick(syllables, 1)}${pick(syllables, length)}${pick(syllables, length * length)}`;
  return `${brand.slice(0, 1).toUpperCase()}${brand.slice(1)} ${pick(trades, 5)}`;
}

const batch = 5_000;

/** Adds accounts up to `count`, with their search keys; all of them belong to nobody but every 200th. */
export async function fillAccounts(
  client: pg.Client,
  workspaceId: string,
  ownerId: string,
  from: number,
  count: number,
): Promise<void> {
  for (let start = from; start < count; start += batch) {
    const rows = Array.from({ length: Math.min(batch, count - start) }, (_, i) => ({
      id: randomUUID(),
      n: start + i,
      name: nameOf(start + i),
    }));
    await client.query(
      `INSERT INTO "Account" (id, "workspaceId", number, name, aliases, tags, "ownerId", city, "tierKey", "createdAt", "updatedAt")
       SELECT id, $1, n + 1, name, '{}', '{}', CASE WHEN n % 200 = 0 THEN $2::uuid END, 'Berlin', 'B', now(), now()
       FROM unnest($3::uuid[], $4::int[], $5::text[]) AS t (id, n, name)`,
      [workspaceId, ownerId, rows.map((row) => row.id), rows.map((row) => row.n), rows.map((row) => row.name)],
    );
    const keys = rows.flatMap((row) =>
      keysOf({ name: row.name, aliases: [], tags: [], website: null, contactNames: [] }).map((key) => ({
        ...key,
        accountId: row.id,
      })),
    );
    await client.query(
      `INSERT INTO "SearchKey" ("workspaceId", "accountId", kind, key)
       SELECT $1, a, k, t FROM unnest($2::uuid[], $3::text[], $4::text[]) AS x (a, k, t)`,
      [workspaceId, keys.map((key) => key.accountId), keys.map((key) => key.kind), keys.map((key) => key.key)],
    );
  }
  await client.query('UPDATE "Workspace" SET "nextNumber" = $1 WHERE id = $2', [count + 1, workspaceId]);
  await client.query('VACUUM ANALYZE "Account"');
  await client.query('VACUUM ANALYZE "SearchKey"');
}
