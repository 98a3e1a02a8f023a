import type { ModalView } from '@slack/types';
import { accountIds } from '../accounts/account.ids.ts';
import type { Language } from '../i18n/language.ts';
import { input, modal } from '../slack/blocks.ts';
import { limits } from '../slack/limits.ts';
import { plain } from '../slack/text.ts';
import { deskIds } from './desk.ids.ts';
import { deskText } from './desk.text.ts';
import type { AccountVerb } from './verbs.ts';

/** "Which account?", for a verb without one. */
export function pickModal(verb: AccountVerb, language: Language): ModalView {
  const t = deskText[language];
  return modal({
    callbackId: deskIds.pickedSubmit,
    title: t.pickTitle,
    submit: t.choose[verb],
    close: t.close,
    meta: { verb },
    blocks: [
      input('account', t.pickLabel, {
        type: 'external_select',
        action_id: accountIds.pick,
        min_query_length: 0,
        placeholder: plain(t.searchPlaceholder, limits.placeholder),
      }),
    ],
  });
}
