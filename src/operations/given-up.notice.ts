import { z } from 'zod';
import { note } from '../access/access.view.ts';
import { type NoticeKind, noticeKind } from '../outbox/notice.ts';
import { undeliveredNotice } from './operations.query.ts';
import { kindName, operationsText } from './operations.text.ts';

/** Tells an administrator that a notice is given up. Where this one cannot be delivered either, the jobs page has both. */
export const givenUpNotice = (command: string): NoticeKind =>
  noticeKind({
    kind: 'operations.given-up',
    onUnknown: 'leave',
    refs: z.strictObject({ noticeId: z.uuid() }),
    async render(work, { noticeId }) {
      const found = await undeliveredNotice(work, noticeId);
      if (found === null) return { withhold: 'answered' };
      const { language } = work.actor;
      const t = operationsText[language];
      return { say: note(t.givenUp(kindName(found.kind, language), found.target, t.problem(found.problem), command)) };
    },
  });
