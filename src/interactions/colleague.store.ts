import { membersBySlackId } from '../access/member.store.ts';
import type { Db } from '../db/work.ts';

/** Our ids of these Slack users; null where one of them is nobody of the company. */
export async function colleaguesOf(db: Db, slackUserIds: readonly string[]): Promise<readonly string[] | null> {
  if (slackUserIds.length === 0) return [];
  const found = await membersBySlackId(db, slackUserIds);
  const inHouse = found.filter(({ kind }) => kind !== 'outsider');
  return inHouse.length === new Set(slackUserIds).size ? inHouse.map(({ id }) => id) : null;
}
