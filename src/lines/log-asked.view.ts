import type { Button, KnownBlock, ModalView } from '@slack/types';
import { note } from '../access/access.view.ts';
import { accountIds } from '../accounts/account.ids.ts';
import { accountNumber } from '../accounts/account.ts';
import type { Language } from '../i18n/language.ts';
import { interactionIds } from '../interactions/interaction.ids.ts';
import { interactionText } from '../interactions/interaction.text.ts';
import type { Talk } from '../interactions/talk.ts';
import { shortened } from '../lib/text.ts';
import { actions, button, context, input, modal, section } from '../slack/blocks.ts';
import type { Message } from '../slack/handler.ts';
import { limits } from '../slack/limits.ts';
import { listed, row } from '../slack/list.ts';
import { joinRich, plain, rich } from '../slack/text.ts';
import type { Asked } from './log-echo.ts';
import { lineIds } from './log-line.ids.ts';
import { lineText } from './log-line.text.ts';

const choices = 8;

/** A line that is kept, whole, and the accounts it may be for: names with city, owner and number. */
export function askedMessage(asked: Asked, language: Language): Message {
  const t = lineText[language];
  return note(t.kept(shortened(asked.line, 2000)), [
    context(t.doubts[asked.doubt]),
    ...logToRows(asked.draftId, asked.named, language),
    actions(
      [
        draftButton({ id: asked.draftId, line: asked.line }, language),
        button(lineIds.drop, t.drop, { value: { draftId: asked.draftId } }),
      ],
      'log-line-asked',
    ),
  ]);
}

/** A row for each account that a kept line may go to. */
export const logToRows = (draftId: string, named: Asked['named'], language: Language): readonly KnownBlock[] =>
  listed(named, choices, language, (account) => {
    const t = lineText[language];
    const facts = [accountNumber(account.number), account.city ?? '', account.ownerName ?? t.nobody].filter(Boolean);
    return row(
      joinRich([rich`*${account.name}*`, facts.join(' · ')], '\n'),
      // The name stands beside it: on a phone there is no room for it twice.
      button(lineIds.to, t.logHere, {
        value: { draftId, accountId: account.id },
        label: t.logTo(shortened(account.name, 40), accountNumber(account.number)),
      }),
    );
  });

/** What can be done with a draft wherever it is listed. */
export const draftButton = ({ id, line }: { id: string; line: string }, language: Language): Button => {
  const words = lineText[language].logToWhich;
  return button(lineIds.pick, words, { value: { draftId: id }, label: `${words} ${line}` });
};

/** The kept line, and the account to choose. */
export function pickModal(draft: { id: string; line: string }, language: Language): ModalView {
  const t = lineText[language];
  return modal({
    callbackId: lineIds.pickSubmit,
    title: t.pickTitle,
    submit: t.log,
    close: t.close,
    meta: { draftId: draft.id },
    blocks: [
      section(rich`&gt; ${shortened(draft.line, 2000)}`),
      input('account', t.pickLabel, {
        type: 'external_select',
        action_id: accountIds.pick,
        min_query_length: 0,
        placeholder: plain(t.pickPlaceholder, limits.placeholder),
      }),
    ],
  });
}

/** What the person logged last, with the button that takes it back. */
export function undoMessage(talk: Talk | null, language: Language): Message {
  const [t, words] = [lineText[language], interactionText[language]];
  if (!talk) return note(t.nothingToUndo);
  const { account, interaction } = talk;
  const facts = joinRich([words.kinds[interaction.values.kind], talk.contacts.join(words.comma)], ' · ');
  return note(rich`${t.lastLog}\n*${account.name}*\n${facts} – ${shortened(interaction.values.summary, 400)}`, [
    actions(
      [
        button(interactionIds.undo, words.undo, {
          value: { interactionId: interaction.id, from: 'message' },
          style: 'danger',
        }),
      ],
      'log-undo',
    ),
  ]);
}
