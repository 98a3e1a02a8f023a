import { administrators, businessTime } from '../access/member.store.ts';
import type { Db } from '../db/work.ts';
import { enqueueIn } from '../outbox/outbox.store.ts';

const kind = 'operations.given-up';

/** Tells every administrator that a notice is given up, in the transaction that says so; never of this telling itself. */
export async function tellGivenUp(
  db: Db,
  workspaceId: string,
  notice: { readonly id: string; readonly kind: string; readonly fence: number },
): Promise<void> {
  if (notice.kind === kind) return;
  const now = await businessTime(db);
  for (const target of await administrators(db))
    await enqueueIn(db, workspaceId, now, {
      key: `${kind}:${notice.id}:${notice.fence}:${target}`,
      kind,
      refs: { noticeId: notice.id },
      target,
    });
}
