import type { KnownBlock, ModalView, StaticSelect } from '@slack/types';
import { accountIds } from '../accounts/account.ids.ts';
import type { Reader } from '../accounts/card.ts';
import type { Language } from '../i18n/language.ts';
import { interactionIds } from '../interactions/interaction.ids.ts';
import { formatDay, relativeDay } from '../lib/date.ts';
import { actions, button, context, input, modal, option, section } from '../slack/blocks.ts';
import { limits } from '../slack/limits.ts';
import { row } from '../slack/list.ts';
import { joinRich, plain, type Rich, rich } from '../slack/text.ts';
import { cadenceIds } from './cadence.ids.ts';
import { cadenceText } from './cadence.text.ts';
import { type CadenceLine, snoozeDays } from './cadence.ts';

/** What of a cadence line depends on who reads it. */
interface Shown {
  /** The reader's own accounts are not marked with their name. */
  readonly me: string;
  readonly maySnooze: boolean;
}

/** The card's line about how often and by when; with a way to say "not now" where it is late. */
export function cadenceOnCard(line: CadenceLine, reader: Reader, { maySnooze }: Pick<Shown, 'maySnooze'>): KnownBlock {
  const t = cadenceText[reader.language];
  const { account, cadence } = line;
  const every = t.every(cadence.everyDays);
  const next = formatDay(cadence.nextOn, reader.language);
  const who = whose(line, reader.language);
  if (cadence.state === 'in')
    return context(t.nextBy(every, next, relativeDay(cadence.nextOn, reader.now, reader.zone, reader.language), who));
  if (cadence.snoozedUntil !== null) {
    const end = button(`${cadenceIds.endSnooze}-card`, t.end, { value: { accountId: account.id } });
    return row(t.quiet(every, formatDay(cadence.snoozedUntil, reader.language), who), maySnooze ? end : undefined);
  }
  const text = t.outSince(every, next, cadence.daysOver, who);
  return row(text, maySnooze ? snoozeSelect(account, reader.language) : undefined);
}

/** An account in a list: the name on a line of its own, then how late or by when, whose, and since when. */
export function cadenceInList(line: CadenceLine, reader: Reader, { me }: Pick<Shown, 'me'>): Rich {
  const t = cadenceText[reader.language];
  const { cadence, lastTwoWayOn } = line;
  const facts = joinRich(
    [
      cadence.state === 'in'
        ? t.dueBy(
            formatDay(cadence.nextOn, reader.language),
            relativeDay(cadence.nextOn, reader.now, reader.zone, reader.language),
          )
        : t.over(cadence.daysOver),
      t.every(cadence.everyDays),
      lastTwoWayOn === null
        ? t.noTalk
        : t.lastTalk(
            formatDay(lastTwoWayOn, reader.language),
            relativeDay(lastTwoWayOn, reader.now, reader.zone, reader.language),
          ),
      line.owner?.memberId === me ? '' : whose(line, reader.language),
    ],
    ' · ',
  );
  return joinRich([rich`*${line.account.name}*`, facts], '\n');
}

function whose({ owner }: CadenceLine, language: Language): string {
  if (!owner) return '';
  return owner.standIn === null ? owner.name : cadenceText[language].standsIn(owner.standIn, owner.name);
}

/** An account in a list with its ways on: the file, a log, not now. */
export function cadenceBlocks(line: CadenceLine, reader: Reader, shown: Pick<Shown, 'me'>): readonly KnownBlock[] {
  const t = cadenceText[reader.language];
  const { account } = line;
  const value = { accountId: account.id };
  return [
    row(
      cadenceInList(line, reader, shown),
      button(accountIds.open, t.open, { value, label: `${t.open}: ${account.name}` }),
    ),
    actions([
      button(interactionIds.log, t.log, { value, label: `${t.log}: ${account.name}` }),
      snoozeSelect(account, reader.language),
    ]),
  ];
}

/** "Not now…", with the days that one mostly means. Each choice carries the account: Slack sends nothing else back. */
function snoozeSelect(account: CadenceLine['account'], language: Language): StaticSelect {
  const t = cadenceText[language];
  return {
    type: 'static_select',
    action_id: cadenceIds.snooze,
    placeholder: plain(t.notNow, limits.placeholder),
    options: [
      ...snoozeDays.map((days) => option(t.forDays[days], `${account.id}:${days}`)),
      option(t.pick, `${account.id}:pick`),
    ],
  };
}

/** What has been done, with the way back. */
export const snoozedNotice = (
  done: { readonly accountId: string; readonly account: string; readonly until: string },
  language: Language,
): readonly KnownBlock[] => {
  const t = cadenceText[language];
  const undo = button(cadenceIds.endSnooze, t.undo, { value: { accountId: done.accountId } });
  return [section(t.snoozed(done.account, formatDay(done.until, language)), undo)];
};

/** Until when? For a day that is not among those offered. */
export function snoozeModal(meta: unknown, language: Language): ModalView {
  const t = cadenceText[language];
  return modal({
    callbackId: cadenceIds.snoozeSubmit,
    title: t.pickTitle,
    submit: t.save,
    close: t.close,
    meta,
    blocks: [section(t.pickIntro), input('until', t.until, { type: 'datepicker', action_id: 'v' })],
  });
}
