import { randomBytes } from 'node:crypto';
import { Prisma } from '../db/generated/client.ts';
import type { Db, Work } from '../db/work.ts';
import { newId } from '../lib/id.ts';
import type { Vault } from '../lib/vault.ts';
import type { Values } from '../templates/field.ts';
import type { Account } from './account.ts';

/** Binds a sealed text to its column and row: taken from one it cannot be opened in another. */
const remarksPlace = (id: string): string => `Account.remarks:${id}`;

const columns = {
  id: true,
  number: true,
  version: true,
  name: true,
  aliases: true,
  parentId: true,
  tierKey: true,
  stageKey: true,
  industryKey: true,
  regionKey: true,
  country: true,
  city: true,
  address: true,
  website: true,
  ownerId: true,
  deputyId: true,
  teamId: true,
  cadenceDays: true,
  channelId: true,
  contractStart: true,
  contractEnd: true,
  noticeOn: true,
  annualAmount: true,
  currency: true,
  source: true,
  tags: true,
  remarksSealed: true,
  archivedAt: true,
  mergedIntoId: true,
} satisfies Prisma.AccountSelect;
export type AccountRow = Prisma.AccountGetPayload<{ select: typeof columns }>;

/** The same columns for a query in SQL, where the table is called `a`. */
export const accountColumns = Prisma.raw(
  Object.keys(columns)
    .map((column) => `a."${column}"`)
    .join(', '),
);

const day = (date: Date | null): string | null => date?.toISOString().slice(0, 10) ?? null;
const midnight = (iso: unknown): Date | null => (typeof iso === 'string' ? new Date(`${iso}T00:00:00Z`) : null);
const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const list = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

/** A row as an account, its remarks opened. */
export function accountOf(row: AccountRow, vault: Vault): Account {
  const { id, number, version, archivedAt, mergedIntoId, annualAmount, currency, remarksSealed, ...rest } = row;
  const { ownerId, deputyId, teamId } = row;
  const values: Values = {
    ...rest,
    cadenceDays: row.cadenceDays?.toString() ?? null,
    contractStart: day(row.contractStart),
    contractEnd: day(row.contractEnd),
    noticeOn: day(row.noticeOn),
    annual: annualAmount && currency ? { amount: annualAmount.toFixed(), currency } : null,
    remarks: remarksSealed === null ? null : vault.open(remarksSealed, remarksPlace(id)),
  };
  return { id, number, version, archivedAt, mergedIntoId, values, kept: { ownerId, deputyId, teamId } };
}

/** The row's columns for a whole set of values. */
function columnsOf(id: string, values: Values, vault: Vault) {
  const annual = values['annual'];
  const money = annual !== null && typeof annual === 'object' && 'amount' in annual ? annual : null;
  const remarks = text(values['remarks']);
  return {
    name: text(values['name']) ?? '',
    aliases: list(values['aliases']),
    parentId: text(values['parentId']),
    tierKey: text(values['tierKey']),
    stageKey: text(values['stageKey']),
    industryKey: text(values['industryKey']),
    regionKey: text(values['regionKey']),
    country: text(values['country']),
    city: text(values['city']),
    address: text(values['address']),
    website: text(values['website']),
    ownerId: text(values['ownerId']),
    deputyId: text(values['deputyId']),
    teamId: text(values['teamId']),
    cadenceDays: text(values['cadenceDays']) === null ? null : Number(values['cadenceDays']),
    channelId: text(values['channelId']),
    contractStart: midnight(values['contractStart']),
    contractEnd: midnight(values['contractEnd']),
    noticeOn: midnight(values['noticeOn']),
    annualAmount: money ? new Prisma.Decimal(money.amount) : null,
    currency: money?.currency ?? null,
    source: text(values['source']),
    tags: list(values['tags']),
    remarksSealed: remarks === null ? null : vault.seal(remarks, remarksPlace(id)),
  };
}

/** An account by id, or null when this workspace has none. */
export async function findAccount({ db, vault }: Pick<Work, 'db' | 'vault'>, id: string): Promise<Account | null> {
  const row = await db.account.findFirst({ where: { id }, select: columns });
  return row && accountOf(row, vault);
}

/** As `findAccount`, and nobody else can change the row until this transaction ends; they can refer to it. */
export async function lockAccount({ db, vault }: Pick<Work, 'db' | 'vault'>, id: string): Promise<Account | null> {
  const [row] = await db.$queryRaw<AccountRow[]>`
    SELECT ${accountColumns} FROM "Account" a WHERE a.id = ${id}::uuid FOR NO KEY UPDATE`;
  return row ? accountOf(row, vault) : null;
}

/** The account whose file is linked to a Slack channel. */
export async function accountOfChannel(db: Db, channelId: string): Promise<string | null> {
  const row = await db.account.findFirst({
    where: { channelId, archivedAt: null, mergedIntoId: null },
    orderBy: { id: 'asc' },
    select: { id: true },
  });
  return row?.id ?? null;
}

/** Takes the workspace's next number; two at once get two. */
async function nextNumber(db: Db): Promise<number> {
  const [row] = await db.$queryRaw<{ number: number }[]>`
    UPDATE "Workspace" SET "nextNumber" = "nextNumber" + 1 RETURNING "nextNumber" - 1 AS number`;
  if (!row) throw new Error('no workspace is set');
  return row.number;
}

/** Writes a new account and returns it with the number it got. */
export async function insertAccount(work: Work, values: Values): Promise<Account> {
  const id = newId(work.now, randomBytes(10));
  const row = await work.db.account.create({
    data: {
      id,
      workspaceId: work.actor.workspaceId,
      number: await nextNumber(work.db),
      createdAt: work.now,
      updatedAt: work.now,
      ...columnsOf(id, values, work.vault),
    },
    select: columns,
  });
  return accountOf(row, work.vault);
}

/** Writes an account's values if it is still at `version`; false when somebody was quicker. */
export async function updateAccount(
  work: Work,
  account: Pick<Account, 'id' | 'version'>,
  values: Values,
): Promise<boolean> {
  const { count } = await work.db.account.updateMany({
    where: { id: account.id, version: account.version },
    data: { ...columnsOf(account.id, values, work.vault), version: account.version + 1, updatedAt: work.now },
  });
  return count === 1;
}
