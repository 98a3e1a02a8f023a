import type { KnownBlock, SectionBlock } from '@slack/types';
import { formatMoment } from '../accounts/account-form.view.ts';
import type { Reader } from '../accounts/card.ts';
import type { Language } from '../i18n/language.ts';
import { dayIn, relativeDay } from '../lib/date.ts';
import { shortened } from '../lib/text.ts';
import { actions, button, context, option, overflow, section } from '../slack/blocks.ts';
import { listed, row } from '../slack/list.ts';
import { joinRich, link, mention, type Rich, rich } from '../slack/text.ts';
import { interactionIds } from './interaction.ids.ts';
import { interactionText } from './interaction.text.ts';
import { isTwoWay } from './interaction.ts';
import { type LastContact, moreValue, type Talk } from './talk.ts';

/** How much of a note a list shows, in characters; the form shows all of it. */
const inTimeline = 1500;
const inHome = 200;
const namesShown = 3;
/** The most lines that fit into Home beside all the rest. */
const logsShown = 5;

/** One talk in the account's timeline, with *Edit* and *Delete* for who may. */
export function talkBlock(talk: Talk, reader: Reader): SectionBlock {
  const { language, zone } = reader;
  const t = interactionText[language];
  const { values, source } = talk.interaction;
  const people = [talk.author, ...talk.colleagues].slice(0, namesShown * 2).map((one) => mention(one.slackUserId));
  const head = joinRich(
    [rich`*${formatMoment(new Date(values.at), zone, language)}*`, whatLine(talk, language), joinRich(people, ' ')],
    ' · ',
  );
  const from =
    source &&
    joinRich([link(source.permalink, t.source), source.saidBy ? t.theySaid(mention(source.saidBy)) : ''], ' ');
  const marks = [
    isTwoWay(values) ? '' : rich`:x: ${t.attempt}`,
    values.tone ? t.tone(t.tones[values.tone]) : '',
    from ?? '',
  ];
  const { edit, takeBack } = talk.may;
  const { id } = talk.interaction;
  const choices = [
    ...(edit ? [option(t.edit, moreValue('edit', id))] : []),
    ...(takeBack ? [option(t.delete, moreValue('delete', id))] : []),
  ];
  return section(
    joinRich([head, shortened(values.summary, inTimeline), joinRich(marks, ' · ')], '\n'),
    choices.length === 0 ? undefined : overflow(interactionIds.more, choices),
  );
}

/** A person's own last logs, for Home: the account on a line of its own, then *Edit · Undo*. */
export function logLines(talks: readonly Talk[], reader: Reader): readonly KnownBlock[] {
  const { language, zone } = reader;
  const t = interactionText[language];
  return listed(talks, logsShown, language, (talk) => {
    const { id: interactionId, values } = talk.interaction;
    const value = { interactionId, from: 'home' };
    const label = `${talk.account.name}`;
    const buttons = [
      ...(talk.may.edit ? [button(interactionIds.edit, t.edit, { value, label: `${t.edit}: ${label}` })] : []),
      ...(talk.may.takeBack ? [button(interactionIds.undo, t.undo, { value, label: `${t.undo}: ${label}` })] : []),
    ];
    const when = relativeDay(dayIn(new Date(values.at), zone), reader.now, zone, language);
    const about = joinRich([when, whatLine(talk, language), isTwoWay(values) ? '' : t.attempt], ' · ');
    return [
      row(joinRich([rich`*${talk.account.name}*`, about, shortened(values.summary, inHome)], '\n')),
      ...(buttons.length === 0 ? [] : [actions(buttons, `log-${interactionId}`)]),
    ];
  });
}

/** What Home says where nothing is logged yet. */
export const noLogs = (command: string, language: Language): KnownBlock =>
  section(interactionText[language].noLogs(command));

/** How the last contact stands, on the card: to those who may not read it only the day. */
export function lastContactLine(
  { reached, attempts }: LastContact,
  may: { readonly read: boolean; readonly contacts: boolean; readonly log: boolean },
  reader: Reader,
): readonly KnownBlock[] {
  const { language, zone, now } = reader;
  const t = interactionText[language];
  if (!reached) {
    const tried = attempts > 0 && may.read ? t.attemptsOnly(attempts) : '';
    return [context(joinRich([may.log ? t.noContactYet : t.noContactYetPlain, tried], ' '))];
  }
  const when = relativeDay(dayIn(reached.at, zone), now, zone, language);
  if (!may.read) return [context(t.lastContactDay(when))];
  const names = may.contacts ? nameList(reached.contacts, language) : '';
  const what = withWhom(t.kindWords[reached.kind], names, language);
  const tried = attempts > 0 ? t.attempts(attempts) : '';
  return [context(joinRich([t.lastContact(when, t.byWhom(what, reached.author.name)), tried], ' · '))];
}

/** `Meeting with Li Wei, Wang Fang`. */
function whatLine({ interaction: { values }, contacts }: Talk, language: Language): Rich {
  return rich`${withWhom(interactionText[language].kinds[values.kind], nameList(contacts, language), language)}`;
}

const withWhom = (kind: string, names: string, language: Language): string =>
  names === '' ? kind : interactionText[language].withPeople(kind, names);

function nameList(names: readonly string[], language: Language): string {
  const t = interactionText[language];
  const shown = names.slice(0, namesShown).join(t.comma);
  if (names.length <= namesShown) return shown;
  return t.andMore(shown, language === 'zh' ? names.length : names.length - namesShown);
}
