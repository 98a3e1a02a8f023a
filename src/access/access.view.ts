import type { KnownBlock } from '@slack/types';
import type { Language } from '../i18n/language.ts';
import { actions, button, section } from '../slack/blocks.ts';
import type { Message } from '../slack/handler.ts';
import { limits } from '../slack/limits.ts';
import { bare, type Rich } from '../slack/text.ts';
import { accessIds } from './access.ids.ts';
import { accessText, roleNames } from './access.text.ts';
import type { Role } from './actor.ts';
import type { RefusalReason, Refused } from './policy.ts';

/** A message of one paragraph and, where there is something to press, its buttons. */
export const note = (text: Rich | string, more: readonly KnownBlock[] = []): Message => ({
  text: bare(text, limits.messageText),
  blocks: [section(text), ...more],
});

/** The roles in words, most powerful first. */
export const rolesInWords = (given: readonly Role[], language: Language): string =>
  given.map((role) => roleNames[role][language]).join(language === 'zh' ? '、' : ', ') || accessText[language].none;

const reasons = {
  'no-role': 'noRole',
  'not-allowed': 'notAllowed',
  guest: 'guest',
  outsider: 'outsider',
  inactive: 'inactive',
} as const satisfies Record<RefusalReason, string>;

/** Why somebody was refused; without a role there is a button to ask for one. */
export function refusalMessage(refused: Pick<Refused, 'reason'>, language: Language): Message {
  const t = accessText[language];
  const ask = refused.reason === 'no-role' ? [actions([button(accessIds.ask, t.askButton, { style: 'primary' })])] : [];
  return note(t[reasons[refused.reason]], ask);
}

/** What an administrator gets: who asks, and one tap to answer. */
export function requestMessage(request: { slackUserId: string; memberId: string }, language: Language): Message {
  const t = accessText[language];
  const grant = (role: Role) =>
    button(`${accessIds.grantOne}-${role}`, t.grantAs(roleNames[role][language]), {
      value: { memberId: request.memberId, role },
    });
  return {
    text: t.requestPlain,
    blocks: [
      section(t.request(request.slackUserId)),
      actions([
        { ...grant('manager'), style: 'primary' },
        grant('service'),
        grant('viewer'),
        button(accessIds.decline, t.decline, { value: { memberId: request.memberId }, style: 'danger' }),
      ]),
    ],
  };
}
