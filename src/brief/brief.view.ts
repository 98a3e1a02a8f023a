import type { KnownBlock, ModalView } from '@slack/types';
import { accountIds } from '../accounts/account.ids.ts';
import { accountText } from '../accounts/account.text.ts';
import { nameOf } from '../accounts/account.ts';
import type { CardFacts, Reader } from '../accounts/card.ts';
import { summaryLine } from '../accounts/card.view.ts';
import { inOrder } from '../accounts/contact.ts';
import { personLine } from '../accounts/contact.view.ts';
import { cadenceOnCard } from '../cadence/cadence.view.ts';
import { interactionText } from '../interactions/interaction.text.ts';
import { isTwoWay } from '../interactions/interaction.ts';
import type { Talk } from '../interactions/talk.ts';
import { dayIn, formatDay, relativeDay } from '../lib/date.ts';
import { shortened } from '../lib/text.ts';
import { actions, button, context, header, modal, section } from '../slack/blocks.ts';
import type { Message } from '../slack/handler.ts';
import { bare, joinRich, mention, type Rich, rich } from '../slack/text.ts';
import { taskText } from '../tasks/task.text.ts';
import type { TaskOnCard } from '../tasks/task-card.ts';
import { dueWords } from '../tasks/task-row.view.ts';
import { accountFields } from '../templates/account-fields.ts';
import { contactFields } from '../templates/contact-fields.ts';
import { briefIds } from './brief.ids.ts';
import { briefText } from './brief.text.ts';
import type { Brief, BriefChange } from './brief.ts';

/** How much of each: together they are half a screen. */
const most = { people: 5, names: 3, changes: 4, summary: 220, title: 150 } as const;

/** The brief as a message. */
export const briefMessage = (brief: Brief, reader: Reader): Message => ({
  text: bare(briefText[reader.language].plain(nameOf(brief.card.account.values)), 300),
  blocks: briefBlocks(brief, reader),
});

/** The brief as a window. */
export const briefModal = (brief: Brief, reader: Reader): ModalView =>
  modal({
    callbackId: briefIds.modal,
    title: briefText[reader.language].title,
    close: briefText[reader.language].close,
    blocks: briefBlocks(brief, reader),
  });

function briefBlocks(brief: Brief, reader: Reader): readonly KnownBlock[] {
  const { card, cadence } = brief;
  return [
    header(nameOf(card.account.values)),
    context(summaryLine(card, reader.language)),
    ...(card.account.archivedAt ? [context(accountText[reader.language].archived)] : []),
    ...(cadence ? [cadenceOnCard(cadence, reader, { maySnooze: false })] : []),
    ...dateLine(card, reader),
    section(lines(talkLines(brief, reader))),
    section(lines(agreedLines(brief, reader))),
    ...peopleLines(card, reader),
    ...changeLines(brief, reader),
    actions(buttons(card, reader), 'brief-buttons'),
  ];
}

const lines = (texts: readonly (Rich | string)[]): Rich => joinRich(texts, '\n');

/** The days by which something has to be said. */
function dateLine({ account }: CardFacts, { language, zone, now }: Reader): readonly KnownBlock[] {
  const t = briefText[language];
  const { contractEnd, noticeOn } = account.values;
  const words = (day: unknown, say: (day: string, relative: string) => string): string[] =>
    typeof day === 'string' ? [say(formatDay(day, language), relativeDay(day, now, zone, language))] : [];
  const dates = [...words(noticeOn, t.noticeBy), ...words(contractEnd, t.contractEnds)];
  return dates.length === 0 ? [] : [context(t.dates(dates.join(' · ')))];
}

function talkLines({ talks }: Brief, reader: Reader): readonly (Rich | string)[] {
  const t = briefText[reader.language];
  if (talks === null) return [t.talks, t.talksHidden];
  if (talks.length === 0) return [t.talks, t.noTalks];
  return [t.talks, ...talks.map((talk) => talkLine(talk, reader))];
}

/** `*3 days ago* · Meeting with Li Wei · @maya`, then the beginning of what was noted. */
function talkLine({ interaction: { values }, contacts, author }: Talk, { language, zone, now }: Reader): Rich {
  const words = interactionText[language];
  const names = contacts.slice(0, most.names).join(words.comma);
  const kind = words.kinds[values.kind];
  const when = relativeDay(dayIn(new Date(values.at), zone), now, zone, language);
  const head = joinRich(
    [
      rich`*${when}*`,
      names === '' ? kind : words.withPeople(kind, names),
      mention(author.slackUserId),
      isTwoWay(values) ? '' : briefText[language].attempt,
    ],
    ' · ',
  );
  return joinRich([head, shortened(values.summary, most.summary)], '\n');
}

function agreedLines({ agreed }: Brief, reader: Reader): readonly (Rich | string)[] {
  const t = briefText[reader.language];
  const { next, promises, more } = agreed;
  const shown = [...(next ? [next] : []), ...promises];
  if (shown.length === 0) return [t.agreed, agreed.mayRead ? t.nothingAgreed : t.talksHidden];
  return [t.agreed, ...shown.map((each) => agreedLine(each, reader)), ...(more > 0 ? [t.more(more)] : [])];
}

/** `• They promised: send the drawings (in 3 days · 2026-03-06 Fri, @maya)`. */
function agreedLine({ task, assignee }: TaskOnCard, reader: Reader): Rich {
  const t = taskText[reader.language];
  const facts = joinRich([dueWords(task, reader), assignee ? mention(assignee) : ''], t.comma);
  return briefText[reader.language].agreedOne(t.kinds[task.kind], shortened(task.title, most.title), facts);
}

/** Present ones first; of those who have left it says when. */
function peopleLines({ contacts, contactCount }: CardFacts, { language }: Reader): readonly KnownBlock[] {
  const t = briefText[language];
  if (contacts === null) return contactCount === 0 ? [] : [context(accountText[language].contactsHidden(contactCount))];
  const people = inOrder(contacts);
  const shown = people.slice(0, most.people).map((contact) => {
    const { role } = contact.values;
    return joinRich([rich`• ${personLine(contact, language)}`, typeof role === 'string' ? role : ''], ' · ');
  });
  if (shown.length === 0) return [context(accountText[language].noContacts)];
  const left = people.length - shown.length;
  return [section(lines([t.people, ...shown, ...(left > 0 ? [t.more(left)] : [])]))];
}

function changeLines({ changes, lastTwoWayAt }: Brief, reader: Reader): readonly KnownBlock[] {
  const { language, zone, now } = reader;
  const t = briefText[language];
  if (changes === null || lastTwoWayAt === null) return [];
  const relative = relativeDay(dayIn(lastTwoWayAt, zone), now, zone, language);
  if (changes.length === 0) return [context(t.unchanged(relative))];
  const shown = changes.slice(0, most.changes).map((change) => changeLine(change, reader));
  const left = changes.length - shown.length;
  return [context(lines([t.since(relative), ...shown, ...(left > 0 ? [t.more(left)] : [])]))];
}

/** `2026-03-06 Fri · @maya · Owner, City`; what it was changed to stands in the history. */
function changeLine({ at, actor, about, isNewContact, fieldIds }: BriefChange, { language, zone }: Reader): Rich {
  const t = briefText[language];
  const fields = about === null ? accountFields : contactFields;
  const labels = fields.filter(({ id }) => fieldIds.includes(id)).map(({ label }) => label[language]);
  const what = isNewContact ? t.newContact(about ?? '') : labels.join(language === 'zh' ? '、' : ', ');
  const who = actor === null ? t.somebody : mention(actor);
  const whom = isNewContact || about === null ? '' : about;
  return joinRich([formatDay(dayIn(at, zone), language), who, whom, what], ' · ');
}

function buttons({ account, may }: CardFacts, { language }: Reader) {
  const t = briefText[language];
  const value = { accountId: account.id };
  return [
    ...(may.log ? [button(accountIds.log, t.log, { value, style: 'primary' })] : []),
    button(accountIds.open, t.card, { value }),
    ...(may.history ? [button(accountIds.history, t.history, { value })] : []),
  ];
}
