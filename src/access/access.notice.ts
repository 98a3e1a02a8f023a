import { z } from 'zod';
import { type NoticeKind, noticeKind, type Rendering } from '../outbox/notice.ts';
import { accessText } from './access.text.ts';
import { note, requestMessage, rolesInWords } from './access.view.ts';
import { requestOf } from './people.query.ts';

const aboutMember = z.strictObject({ memberId: z.uuid() });
const ofReader = z.strictObject({});

/** What is said unasked about access: a request to the administrators, its answer to whoever asked. */
export const accessNotices = (command: string): readonly NoticeKind[] => [
  noticeKind({
    kind: 'access.asked',
    onUnknown: 'repeat',
    refs: aboutMember,
    async render(work, { memberId }): Promise<Rendering> {
      const request = await requestOf(work, memberId);
      if (request === null) return { withhold: 'answered' };
      return { say: requestMessage(request, work.actor.language) };
    },
  }),
  noticeKind({
    kind: 'access.granted',
    onUnknown: 'repeat',
    refs: ofReader,
    async render({ actor: { roles, language } }): Promise<Rendering> {
      if (roles.length === 0) return { withhold: 'taken-away' };
      return { say: note(accessText[language].youWereGranted(rolesInWords(roles, language), command)) };
    },
  }),
  noticeKind({
    kind: 'access.declined',
    onUnknown: 'repeat',
    refs: ofReader,
    render: async ({ actor }): Promise<Rendering> => ({ say: note(accessText[actor.language].youWereDeclined) }),
  }),
];
