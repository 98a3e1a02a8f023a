import { z } from 'zod';
import { authorise } from '../access/policy.ts';
import type { Work } from '../db/work.ts';
import { dayIn } from '../lib/date.ts';
import { type NoticeKind, noticeKind, type Rendering } from '../outbox/notice.ts';
import { readerOf } from '../tasks/task-window.query.ts';
import { doneMessage, morningMessage, overMessage } from './morning.view.ts';
import type { MorningOf, MorningPart, MorningSection } from './morning-wiring.ts';
import { mySettings } from './settings.query.ts';

/** The one message that says what a day asks for. With nothing to say it is not sent; what is done leaves it. */
export const morningNotice = (sections: readonly MorningSection[]): NoticeKind =>
  noticeKind({
    kind: 'morning',
    onUnknown: 'repeat',
    refs: z.strictObject({ day: z.iso.date(), since: z.iso.date() }),
    async render(work, of, isThere): Promise<Rendering> {
      authorise(work.actor, 'account.read');
      const reader = readerOf(work);
      if (dayIn(work.now, work.actor.zone) !== of.day)
        return isThere ? { say: overMessage(of, reader), isLast: true } : { withhold: 'over' };
      if (!isThere && (await mySettings(work)).off) return { withhold: 'not-wanted' };
      const parts = await partsOf(work, of, sections);
      if (parts.length > 0) return { say: morningMessage(parts, of, reader) };
      return isThere ? { say: doneMessage(reader) } : { withhold: 'nothing-to-say' };
    },
  });

async function partsOf(
  work: Work,
  of: MorningOf,
  sections: readonly MorningSection[],
): Promise<readonly MorningPart[]> {
  const parts: MorningPart[] = [];
  for (const { load } of sections) {
    const part = await load(work, of);
    if (part && part.lines.length > 0) parts.push(part);
  }
  return parts;
}
