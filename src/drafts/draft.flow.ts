import { authorise } from '../access/policy.ts';
import type { Work } from '../db/work.ts';
import { settleDraft } from './draft.store.ts';

/** Drops one of the acting person's own drafts; false when it is no longer there. */
export async function dropDraft(work: Work, id: string): Promise<boolean> {
  authorise(work.actor, 'desk.open');
  return settleDraft(work, id, 'dropped');
}
