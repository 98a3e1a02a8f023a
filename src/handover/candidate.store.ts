import { type Kept, may } from '../access/policy.ts';
import type { Prisma } from '../db/generated/client.ts';
import type { Work } from '../db/work.ts';
import type { Candidate } from './candidate.ts';

const nobodys: Kept = { ownerId: null, deputyId: null, teamId: null };
const inUse = { archivedAt: null, mergedIntoId: null };
const columns = {
  id: true,
  number: true,
  name: true,
  city: true,
  ownerId: true,
  deputyId: true,
  teamId: true,
} as const;
type Row = Prisma.AccountGetPayload<{ select: typeof columns }>;
const candidateOf = ({ ownerId, deputyId, teamId, ...row }: Row): Candidate => ({
  ...row,
  kept: { ownerId, deputyId, teamId },
});

/** What of one owner's accounts (null: of nobody's) the acting person may hand over. */
const reach = ({ actor }: Work, ownerId: string | null): Prisma.AccountWhereInput => ({
  ownerId,
  ...inUse,
  ...(ownerId !== actor.memberId && !may(actor, 'handover.ask', nobodys) && { teamId: { in: [...actor.leads] } }),
});

/** The first of one owner's accounts that the acting person may hand over, in the order of their ids. */
export async function candidatesOf(work: Work, ownerId: string | null, limit: number): Promise<readonly Candidate[]> {
  const rows = await work.db.account.findMany({
    where: reach(work, ownerId),
    orderBy: { id: 'asc' },
    take: limit,
    select: columns,
  });
  return rows.map(candidateOf).filter(({ kept }) => may(work.actor, 'handover.ask', kept));
}

/** Those among one owner's accounts whose name, number or city holds these words. */
export async function candidatesNamed(
  work: Work,
  ownerId: string | null,
  typed: string,
  limit: number,
): Promise<readonly Candidate[]> {
  const number = /^(?:ka-?)?0*(\d{1,9})$/i.exec(typed)?.[1];
  const rows = await work.db.account.findMany({
    where: {
      ...reach(work, ownerId),
      OR: [
        { name: { contains: typed, mode: 'insensitive' } },
        { city: { contains: typed, mode: 'insensitive' } },
        ...(number === undefined ? [] : [{ number: Number(number) }]),
      ],
    },
    orderBy: { id: 'asc' },
    take: limit,
    select: columns,
  });
  return rows.map(candidateOf);
}

/** Accounts in use by id, whoever keeps them, in the order of their ids. */
export async function accountsInUse(work: Work, ids: readonly string[]): Promise<readonly Candidate[]> {
  const where = { id: { in: [...ids] }, ...inUse };
  return (await work.db.account.findMany({ where, orderBy: { id: 'asc' }, select: columns })).map(candidateOf);
}
