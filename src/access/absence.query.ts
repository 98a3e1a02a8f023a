import type { Work } from '../db/work.ts';
import { dayIn } from '../lib/date.ts';
import { type OwnSettings, ownSettings } from './absence.store.ts';

/** What the acting person has set themselves, and for whom they stand in today. */
export const mySettings = ({ db, actor, now }: Work): Promise<OwnSettings> =>
  ownSettings(db, { ...actor, today: dayIn(now, actor.zone) });
