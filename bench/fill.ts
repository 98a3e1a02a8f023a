import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { keysOf } from '../src/accounts/search-key.ts';

const front = [
  'North',
  'Silver',
  'Blue',
  'Golden',
  'Iron',
  'Green',
  'Bright',
  'Stone',
  'River',
  'Summit',
  'Harbor',
  'Maple',
  'Falcon',
  'Cedar',
  'Amber',
  'Polar',
];
const middle = [
  'wind',
  'gate',
  'field',
  'bridge',
  'point',
  'line',
  'peak',
  'works',
  'brook',
  'crest',
  'dale',
  'forge',
  'haven',
  'port',
  'ridge',
  'view',
];
const trade = [
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
const chinese = [
  '华',
  '泰',
  '明',
  '远',
  '东',
  '海',
  '云',
  '帆',
  '长',
  '乐',
  '金',
  '石',
  '天',
  '和',
  '新',
  '成',
  '永',
  '信',
  '安',
  '达',
];
const chineseTrade = ['科技有限公司', '医疗器械', '汽车零部件', '食品', '软件', '物流', '电子', '化工'];

/** The n-th invented name: the same in every run, one in four Chinese. */
export function nameOf(n: number): string {
  const pick = (list: readonly string[], step: number): string => list[Math.floor(n / step) % list.length] ?? '';
  if (n % 4 === 0) return `${pick(chinese, 4)}${pick(chinese, 80)}${pick(chinese, 1600)}${pick(chineseTrade, 3)}${n}`;
  return `${pick(front, 1)}${pick(middle, 16)} ${pick(trade, 256)} ${n}`;
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
