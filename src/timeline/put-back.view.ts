import type { KnownBlock, ModalView } from '@slack/types';
import { accountIds } from '../accounts/account.ids.ts';
import { formatMoment } from '../accounts/account-form.view.ts';
import type { Reader } from '../accounts/card.ts';
import { sameJson } from '../lib/merge.ts';
import { context, menu, modal, option, section } from '../slack/blocks.ts';
import { listed, row } from '../slack/list.ts';
import { joinRich, mention, type Rich, rich } from '../slack/text.ts';
import { valueWords } from './change.view.ts';
import type { PutBackAsk } from './put-back.ts';
import { timelineText } from './timeline.text.ts';

/** How many later changes of the field are named. */
const laterNamed = 5;

/** Asks before a field is put back: how it stands now, what it goes back to, who changed it since. */
export function putBackModal(
  ask: PutBackAsk,
  how: { readonly meta: Readonly<Record<string, unknown>>; readonly notice: Rich | null },
  { language, zone }: Reader,
): ModalView {
  const t = timelineText[language];
  const { field, fields, facts, author, since } = ask;
  const words = (value: unknown) => valueWords(field, value, facts, language);
  const who = (actor: string | null): Rich => (actor ? mention(actor) : rich`${t.somebody}`);
  const label = field.label[language];
  const choices = fields.map((one) => option(one.label[language], one.id));
  const isSame = sameJson(ask.now, ask.before);
  const later = ({ actor, at, to }: PutBackAsk['since'][number]): KnownBlock =>
    context(t.sinceThen(who(actor), words(to), formatMoment(at, zone, language)));
  return modal({
    callbackId: accountIds.putBackSubmit,
    title: t.putBackTitle,
    close: t.cancel,
    ...(!isSame && { submit: t.putBack }),
    meta: how.meta,
    blocks: [
      ...(how.notice ? [section(how.notice)] : []),
      context(joinRich([ask.accountName, ask.about ?? ''], ' · ')),
      ...(fields.length < 2 ? [] : [row(t.whichField, menu(accountIds.putBackField, choices, field.id))]),
      section(joinRich([rich`*${label}*`, t.now(words(ask.now)), t.backTo(words(ask.before))], '\n')),
      context(t.changedBy(who(author.actor), formatMoment(author.at, zone, language))),
      ...listed(since.toReversed(), laterNamed, language, later),
      ...(isSame ? [section(t.alreadySo)] : []),
    ],
  });
}
