import type { Button, KnownBlock, ModalView } from '@slack/types';
import type { Language } from '../i18n/language.ts';
import { formatDay } from '../lib/date.ts';
import { formatPhone } from '../lib/phone.ts';
import { actions, button, context, modal, section } from '../slack/blocks.ts';
import { row } from '../slack/list.ts';
import { joinRich, link, type Rich, rich } from '../slack/text.ts';
import { contactFields } from '../templates/contact-fields.ts';
import { accountIds } from './account.ids.ts';
import { accountText } from './account.text.ts';
import { nameOf } from './account.ts';
import type { CardFacts, Reader } from './card.ts';
import type { CardSection } from './card-wiring.ts';
import { bestPoint, type Contact, inOrder, type PointKind, pointKinds } from './contact.ts';
import { paperText } from './paper.text.ts';

/** How many contacts the card itself names; the others are one tap away. */
const onCard = 3;
/** What one window shows: one block each, below Slack's hundred and its 250 KB. */
const inWindow = 60;

/** The card's part about people: whom to call, in the leading lines. */
export const contactsSection: CardSection = {
  place: 'lead',
  load: async (_work, facts) => (reader) => contactLines(facts, reader),
};

function contactLines(facts: CardFacts, { language }: Reader): readonly KnownBlock[] {
  const t = accountText[language];
  if (facts.contacts === null) return facts.contactCount === 0 ? [] : [context(t.contactsHidden(facts.contactCount))];
  const [first, ...others] = inOrder(facts.contacts);
  if (!first) return [context(t.noContacts)];
  const named = others.slice(0, onCard - 1);
  const rest = others.length - named.length;
  return [
    row(whomToCall(first, language)),
    ...(named.length === 0 ? [] : [context(...named.map((contact) => personLine(contact, language)))]),
    ...(rest === 0 ? [] : [context(t.moreContacts(rest))]),
  ];
}

function whomToCall(contact: Contact, language: Language): Rich {
  const t = accountText[language];
  const who = personLine(contact, language);
  const point = bestPoint(contact);
  if (!point) return t.callNoWay(who);
  const way = pointText(point.kind, point.value);
  // A name in WeChat is no link that says what it is.
  return t.call(who, point.kind === 'wechat' ? t.point(pointLabel(point.kind, language), way) : way);
}

/** `*Li Wei*, CFO · prefers WeChat · weekdays after 14:00`. */
export function personLine(contact: Contact, language: Language): Rich {
  const t = accountText[language];
  const title = contact.values['title'];
  const name = rich`*${nameOf(contact.values)}*`;
  const preferred = pointKinds.find((kind) => kind === contact.values['preferredKind']);
  const { leftOn, preferredTime } = contact.values;
  return joinRich(
    [
      typeof title === 'string' ? t.titled(name, title) : name,
      preferred ? t.prefers(pointWords[language][preferred]) : '',
      typeof preferredTime === 'string' ? preferredTime : '',
      typeof leftOn === 'string' ? t.left(formatDay(leftOn, language)) : '',
    ],
    ' · ',
  );
}

/** The ways to reach somebody as they stand within a sentence. */
const pointWords: Record<Language, Record<PointKind, string>> = {
  en: { mobile: 'mobile', landline: 'landline', email: 'e-mail', wechat: 'WeChat' },
  zh: { mobile: '手机', landline: '座机', email: '邮件', wechat: '微信' },
};

const pointLabel = (kind: PointKind, language: Language): string =>
  contactFields.find((field) => field.id === kind)?.label[language] ?? kind;

/** A point to press on a phone: numbers and addresses are links. */
function pointText(kind: PointKind, value: string): Rich {
  if (kind === 'email') return link(`mailto:${value}`, value);
  if (kind === 'wechat') return rich`${value}`;
  return link(`tel:${value.split(';')[0]}`, formatPhone(value));
}

/** What the list of an account's people is made of. */
interface ContactList {
  readonly account: { readonly id: string; readonly name: string };
  readonly contacts: readonly Contact[];
  readonly mayEdit: boolean;
}

/** Everybody noted at an account, page by page, each with a button to change the entry. */
export function contactsModal(list: ContactList, page: number, language: Language): ModalView {
  const t = accountText[language];
  const { account, mayEdit } = list;
  const value = { accountId: account.id };
  const people = inOrder(list.contacts);
  const further = people.length > (page + 1) * inWindow;
  const turns = [
    ...(further ? [button(accountIds.contactsPage, t.morePeople, { value: { ...value, page: page + 1 } })] : []),
    ...(page > 0 ? [button(`${accountIds.contactsPage}-first`, t.firstPeople, { value: { ...value, page: 0 } })] : []),
  ];
  return modal({
    callbackId: accountIds.contactsModal,
    title: t.contactsOf,
    close: t.close,
    meta: value,
    blocks: [
      context(account.name),
      ...(mayEdit
        ? [
            actions([
              button(accountIds.contactNew, t.addContact, { value, style: 'primary' }),
              button(accountIds.paperPaste, paperText[language].pasteCard, { value }),
            ]),
          ]
        : []),
      ...(people.length === 0 ? [section(t.emptyContacts)] : []),
      ...people
        .slice(page * inWindow, (page + 1) * inWindow)
        .map((contact) => row(contactDetails(contact, language), mayEdit ? editButton(contact, language) : undefined)),
      ...(turns.length === 0 ? [] : [actions(turns, 'contacts-pages')]),
    ],
  });
}

function editButton(contact: Contact, language: Language): Button {
  const words = accountText[language].edit;
  return button(accountIds.contactEdit, words, {
    value: { contactId: contact.id },
    label: `${words}: ${nameOf(contact.values)}`,
  });
}

function contactDetails(contact: Contact, language: Language): Rich {
  const t = accountText[language];
  const points = pointKinds.flatMap((kind) => {
    const value = contact.values[kind];
    return typeof value === 'string' ? [t.point(pointLabel(kind, language), pointText(kind, value))] : [];
  });
  const { role } = contact.values;
  return joinRich([personLine(contact, language), typeof role === 'string' ? role : '', ...points], '\n');
}
