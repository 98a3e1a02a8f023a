import type { Db } from '../db/work.ts';

/** What the whole workspace agreed on. */
export interface WorkspaceSettings {
  readonly id: string;
  readonly name: string;
  readonly country: string;
  readonly baseCurrency: string;
  readonly claimDigest: string | null;
}

/** The settings of the workspace that is set in the transaction. */
export async function workspaceSettings(db: Db): Promise<WorkspaceSettings> {
  return db.workspace.findFirstOrThrow({
    select: { id: true, name: true, country: true, baseCurrency: true, claimDigest: true },
  });
}

/** Puts the digest of a claim code in place, or takes it away. */
export async function setClaimDigest(db: Db, claimDigest: string | null): Promise<void> {
  await db.workspace.updateMany({ data: { claimDigest } });
}

/** Moves business time: milliseconds ahead of the database's clock. Only the local Slack does this. */
export async function setClockOffset(db: Db, milliseconds: number): Promise<void> {
  await db.workspace.updateMany({ data: { clockOffset: BigInt(Math.round(milliseconds)) } });
}
