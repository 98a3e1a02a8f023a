import type { KnownBlock } from '@slack/types';
import { awayBlocks, goAwayRow } from '../access/absence.view.ts';
import { accessIds } from '../access/access.ids.ts';
import { refusalMessage } from '../access/access.view.ts';
import { accountIds } from '../accounts/account.ids.ts';
import type { Reader } from '../accounts/card.ts';
import { waitingBlocks } from '../handover/waiting.view.ts';
import { interactionIds } from '../interactions/interaction.ids.ts';
import { dayIn, formatDay } from '../lib/date.ts';
import { settingsRow } from '../reminders/settings.view.ts';
import { actions, button, context, divider, header, option, section } from '../slack/blocks.ts';
import { limits } from '../slack/limits.ts';
import { plain } from '../slack/text.ts';
import { dayBlocks } from './day.view.ts';
import { deskIds } from './desk.ids.ts';
import { deskText } from './desk.text.ts';
import { homeText } from './home.text.ts';
import { type HomeFacts, homeDay } from './home.ts';
import { listBlocks } from './home-lists.view.ts';

/** A person's Home, with what has just been done at its top. */
export function homeBlocks(
  facts: HomeFacts,
  command: string,
  notice: readonly KnownBlock[] = [],
): readonly KnownBlock[] {
  const { reader, desk } = facts;
  const t = deskText[reader.language];
  if (desk === null) {
    const { blocks } = refusalMessage({ reason: 'no-role' }, reader.language);
    return [header(t.welcome), ...blocks, divider(), context(t.claimHint(command)), languageRow(facts)];
  }
  const { absences, messages, waiting, day, lists } = desk;
  const blocks = [
    header(t.welcome),
    context(t.today(formatDay(dayIn(reader.now, reader.zone), reader.language))),
    ...notice,
    ...awayBlocks(absences, reader.language),
    actionsRow(reader, desk.isAdministrator),
    ...(desk.mayTeam ? [switchRow(reader, lists.of, countOf(waiting))] : []),
    // On a lead's own day the button says how much waits; who has no team sees it here.
    ...(lists.of === 'team' || !desk.mayTeam ? waitingBlocks(waiting, reader.language) : []),
    ...dayBlocks(day, lists.of, facts, homeDay),
    ...listBlocks(lists, reader, command),
    divider(),
    section(t.typeThis),
    context(t.helpLines(command)),
    ...(absences.mine ? [] : [goAwayRow(reader.language)]),
    settingsRow(messages, reader.language),
    languageRow(facts),
  ];
  return blocks.slice(0, limits.viewBlocks);
}

type Desk = NonNullable<HomeFacts['desk']>;
const countOf = ({ handovers, orphans }: Desk['waiting']): number =>
  orphans.reduce((sum, { count }) => sum + count, handovers.length);

function actionsRow({ language }: Reader, isAdministrator: boolean): KnownBlock {
  const t = deskText[language];
  return actions(
    [
      {
        type: 'external_select',
        action_id: deskIds.homePick,
        min_query_length: 1,
        placeholder: plain(t.searchPlaceholder, limits.placeholder),
      },
      button(interactionIds.log, homeText[language].log, { style: 'primary', value: {} }),
      button(accountIds.create, t.newAccount),
      ...(isAdministrator ? [button(accessIds.people, t.people)] : []),
      button(deskIds.help, t.help),
    ],
    'home-search',
  );
}

/** Whose day: the one that is shown has the coloured button. */
function switchRow({ language }: Reader, shown: 'me' | 'team', waiting: number): KnownBlock {
  const t = homeText[language];
  const choice = (of: 'me' | 'team', words: string) =>
    button(`${deskIds.homeOf}-${of}`, words, { value: { of }, ...(of === shown && { style: 'primary' as const }) });
  return actions([choice('me', t.ofMe), choice('team', t.ofTeam(waiting))], 'home-of');
}

function languageRow({ reader, languageOverride }: HomeFacts): KnownBlock {
  const t = deskText[reader.language];
  const choices = [option(t.followSlack, 'slack'), option('English', 'en'), option('简体中文', 'zh')];
  const chosen = choices.find((choice) => choice.value === (languageOverride ?? 'slack'));
  return section(t.language, {
    type: 'static_select',
    action_id: accessIds.language,
    options: choices,
    ...(chosen && { initial_option: chosen }),
  });
}
