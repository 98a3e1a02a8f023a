import type { KnownBlock } from '@slack/types';
import { note } from '../../src/access/access.view.ts';
import { clashNotice, duplicateNotice, formatMoment, formModal } from '../../src/accounts/account-form.view.ts';
import { cardMessage, cardModal, summaryLine } from '../../src/accounts/card.view.ts';
import { contactsModal } from '../../src/accounts/contact.view.ts';
import { sharedMessage, shareModal } from '../../src/accounts/share.view.ts';
import { accountFields } from '../../src/templates/account-fields.ts';
import { contactFields } from '../../src/templates/contact-fields.ts';
import * as facts from '../support/hostile-facts.ts';
import { type Builders, message, type Surface, window } from './surface.ts';

type Hostile = facts.Hostile;
const { readerOf } = facts;
const form = (fields: typeof accountFields, h: Hostile, notice: readonly KnownBlock[]): Surface =>
  window(
    formModal(
      {
        callbackId: 'x',
        title: h.text,
        submit: 'Save',
        fields,
        values: facts.valuesOf(fields, h),
        facts: facts.fieldFactsOf(h),
        meta: { stamp: 2 },
        typed: Object.fromEntries(fields.map(({ id }) => [id, h.text])),
        notice,
        hasMore: true,
      },
      h,
    ),
  );

export const accountViews: Builders = {
  'account-form.view formModal': (h) => [form(accountFields, h, []), form(contactFields, h, [])],
  'account-form.view duplicateNotice': (h) => [form(accountFields, h, duplicateNotice(facts.duplicatesOf(h), h))],
  'account-form.view clashNotice': (h) =>
    [accountFields, contactFields].map((fields) => {
      const clashes = facts.clashesOf(fields, h);
      return form(fields, h, clashNotice(clashes, fields, facts.fieldFactsOf(h), readerOf(h)));
    }),
  'account-form.view formatMoment': (h) => [message(note(formatMoment(readerOf(h).now, 'Asia/Shanghai', h.language)))],
  'card.view cardMessage': async (h) => {
    const { facts: card, parts, reader } = await facts.cardOf(h);
    return [message(cardMessage(card, parts, reader))];
  },
  'card.view cardModal': async (h) => {
    const { facts: card, parts, reader } = await facts.cardOf(h);
    return [window(cardModal(card, parts, reader, summaryLine(card, h.language)))];
  },
  'card.view summaryLine': (h) => [message(note(summaryLine(facts.cardFactsOf(h), h.language)))],
  'contact.view contactsSection': async (h) => {
    const { parts } = await facts.cardOf(h);
    return [message({ text: '', blocks: parts.lead })];
  },
  'contact.view contactsModal': (h) =>
    [0, 1].flatMap((page) =>
      [true, false].map((mayEdit) =>
        window(
          contactsModal(
            { account: { id: 'a', name: h.text }, contacts: facts.contactsOf(h), mayEdit },
            page,
            h.language,
          ),
        ),
      ),
    ),
  'share.view sharedMessage': (h) => [message(sharedMessage(facts.cardFactsOf(h), h.language, facts.known.user))],
  'share.view shareModal': (h) => [window(shareModal(facts.cardFactsOf(h), h.language, facts.known.channel))],
};
