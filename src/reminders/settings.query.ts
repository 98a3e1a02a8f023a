import { authorise } from '../access/policy.ts';
import type { Work } from '../db/work.ts';
import { findSettings } from './settings.store.ts';
import type { Settings } from './settings.ts';

/** What the acting person wants to hear unasked, and when. */
export async function mySettings({ db, actor }: Work): Promise<Settings> {
  authorise(actor, 'preferences.edit');
  return findSettings(db, actor.memberId);
}
