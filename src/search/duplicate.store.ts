import type { Db } from '../db/work.ts';
import { type Duplicate, duplicatesAmong } from './duplicate.ts';
import { askForDuplicates, type Newcomer } from './duplicate-ask.ts';
import { findByAsk } from './search.store.ts';

/** So many hits are compared; the names nearest to the new one are among them. */
const compared = 40;

/**
 * The accounts that could be the same one, at most five, strongest reason first, in one round trip. `exceptId` is the
 * account itself when it is edited.
 */
export async function findDuplicates(
  db: Db,
  { exceptId, ...newcomer }: Newcomer & { readonly exceptId?: string },
): Promise<readonly Duplicate[]> {
  const candidates = await findByAsk(db, { memberId: null, ask: askForDuplicates(newcomer), limit: compared });
  return duplicatesAmong(
    newcomer.name,
    candidates.filter(({ id }) => id !== exceptId),
  );
}
