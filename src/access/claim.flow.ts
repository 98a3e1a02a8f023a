import type { Db } from '../db/work.ts';
import type { Vault } from '../lib/vault.ts';
import { claimCodeFrom, digestOf } from './claim.ts';
import { administrators } from './member.store.ts';
import { setClaimDigest } from './workspace.store.ts';

/**
 * The code with which the first administrator claims the role; null once there is one. Made from the installation's
 * key, so that every replica and every start prints the same.
 */
export async function claimCode(db: Db, vault: Vault): Promise<string | null> {
  if (!(await isWithoutAdministrator(db))) return null;
  const code = claimCodeFrom(vault.blind('first administrator', 'Workspace.claim'));
  await setClaimDigest(db, digestOf(code));
  return code;
}

/** Whether nobody administers the workspace. */
export const isWithoutAdministrator = async (db: Db): Promise<boolean> => (await administrators(db)).length === 0;
