import { randomBytes } from 'node:crypto';
import { enterWorkspace } from '../src/access/member.store.ts';
import { myAccounts } from '../src/accounts/list.query.ts';
import { openDatabase } from '../src/db/database.ts';
import { createVault } from '../src/lib/vault.ts';
import { percentile } from './figures.ts';

const pageSize = 15;
const rounds = 200;

/** Median milliseconds to read the first and the last page of a person's own accounts, by key, and how many there are. */
export async function pageTimes(
  url: string,
  workspaceId: string,
): Promise<{ accounts: number; first: number; last: number }> {
  await using database = openDatabase({ url, vault: createVault([randomBytes(32)]), enterWorkspace, connections: 1 });
  const page = (after: string | null) =>
    database.inWorkspace({ workspaceId, slackUserId: 'U0BENCH' }, (work) => myAccounts(work, after, pageSize));
  let accounts = 0;
  let lastKey: string | null = null;
  for (let next: string | null = null, more = true; more; ) {
    const { lines, next: following } = await page(next);
    accounts += lines.length;
    if (following) lastKey = following;
    next = following;
    more = following !== null;
  }
  const timed = async (after: string | null): Promise<number> => {
    const figures: number[] = [];
    for (let n = 0; n < rounds; n += 1) {
      const from = performance.now();
      await page(after);
      figures.push(performance.now() - from);
    }
    return percentile(figures, 0.5);
  };
  await timed(null);
  return { accounts, first: await timed(null), last: await timed(lastKey) };
}
