import type { KnownBlock, ModalView } from '@slack/types';
import type { Language } from '../i18n/language.ts';
import { context, input, modal, option, section } from '../slack/blocks.ts';
import { limits } from '../slack/limits.ts';
import { plain } from '../slack/text.ts';
import { accountsBlock, type HandoverForm, nobody, type Owner } from './candidate.ts';
import { handoverIds } from './handover.ids.ts';
import { handoverText } from './handover.text.ts';
import { mostAccounts, noteMost } from './handover.ts';

const ownerValue = ({ memberId }: Owner): string => memberId ?? nobody;

/** How many accounts, or that they are more than go at once. */
const countWords = ({ count }: Owner, language: Language): string =>
  handoverText[language].count(count, count > mostAccounts);

/** Whose accounts, for the choice: `Chen Jie, has left (34 accounts)`. */
export function ownerWords(owner: Owner, myId: string, language: Language): string {
  const t = handoverText[language];
  const who = owner.memberId === myId ? t.mine : (owner.name ?? t.nobodys);
  const isGone = owner.memberId !== null && !owner.active;
  const name = isGone ? `${who}${language === 'zh' ? '，' : ', '}${t.hasLeft}` : who;
  return t.ownerChoice(name.slice(0, limits.optionText / 2), countWords(owner, language));
}

/** One window: whose accounts, which, to whom, from when, and a note for the next owner. */
export function handoverModal(form: HandoverForm, language: Language): ModalView {
  const t = handoverText[language];
  const { owner, mayChooseOwner } = form;
  const meta = { owner: ownerValue(owner) };
  if (owner.count === 0)
    return modal({
      callbackId: handoverIds.submit,
      title: t.title,
      close: t.closeList,
      meta,
      blocks: [section(t.none)],
    });
  return modal({
    callbackId: handoverIds.submit,
    title: t.title,
    submit: form.decides ? t.handOver : t.askApproval,
    close: t.close,
    meta,
    blocks: [
      mayChooseOwner ? ownerInput(form, language) : context(t.yours(countWords(owner, language))),
      ...whichInputs(form, language),
      input('to', t.to, { type: 'users_select', action_id: 'v' }),
      input(
        'note',
        t.note,
        {
          type: 'plain_text_input',
          action_id: 'v',
          multiline: true,
          max_length: noteMost,
          placeholder: plain(t.notePlaceholder, limits.placeholder),
        },
        { optional: true },
      ),
      input('from', t.from, { type: 'datepicker', action_id: 'v', initial_date: form.today }, { hint: t.fromHint }),
    ],
  });
}

const ownerInput = ({ owner, myId }: HandoverForm, language: Language): KnownBlock =>
  input(
    'owner',
    handoverText[language].whose,
    {
      type: 'external_select',
      action_id: handoverIds.owner,
      min_query_length: 0,
      initial_option: option(ownerWords(owner, myId, language), ownerValue(owner)),
    },
    { dispatch: true },
  );

/** All of them, or those chosen: said expressly, so that an empty list moves nothing. */
function whichInputs({ owner, account }: HandoverForm, language: Language): readonly KnownBlock[] {
  const t = handoverText[language];
  const all = option(t.all(countWords(owner, language)), 'all');
  const chosen = option(t.chosen, 'chosen');
  return [
    input(`which~${ownerValue(owner)}`, t.which, {
      type: 'radio_buttons',
      action_id: 'v',
      options: [all, chosen],
      initial_option: account ? chosen : all,
    }),
    input(
      accountsBlock(ownerValue(owner)),
      t.accounts,
      {
        type: 'multi_external_select',
        action_id: handoverIds.accounts,
        min_query_length: 0,
        placeholder: plain(t.accountsPlaceholder, limits.placeholder),
        ...(account && { initial_options: [option(account.name, account.id)] }),
      },
      { optional: true },
    ),
  ];
}
