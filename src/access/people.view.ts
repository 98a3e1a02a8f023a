import type { KnownBlock, ModalView, PlainTextOption } from '@slack/types';
import type { Language } from '../i18n/language.ts';
import { actions, button, context, divider, header, input, modal, option, section } from '../slack/blocks.ts';
import { limits } from '../slack/limits.ts';
import { listed, row } from '../slack/list.ts';
import { joinRich, mention, plain, type Rich, rich } from '../slack/text.ts';
import { accessIds } from './access.ids.ts';
import { accessText, roleNames } from './access.text.ts';
import { requestMessage, rolesInWords } from './access.view.ts';
import { roles } from './actor.ts';
import type { MemberRow, TeamRow } from './member.ts';

/** How many people one page shows: with the requests above it stays well below Slack's hundred blocks. */
const peoplePerPage = 40;
const requestsShown = 10;
const teamsShown = 20;

export interface PeopleFacts {
  readonly members: readonly MemberRow[];
  readonly teams: readonly TeamRow[];
  readonly page: number;
}

/** `/account admin people`: who waits, who has which role, the teams. */
export function peopleModal({ members, teams, page }: PeopleFacts, language: Language): ModalView {
  const t = accessText[language];
  const waiting = members.filter((member) => member.askedAt);
  const shown = members.slice(page * peoplePerPage, (page + 1) * peoplePerPage);
  const more = members.length > (page + 1) * peoplePerPage;
  return modal({
    callbackId: accessIds.people,
    title: t.people,
    close: t.close,
    blocks: [
      section(t.peopleIntro),
      actions([button(accessIds.give, t.give, { style: 'primary' }), button(accessIds.team, t.arrange)]),
      header(t.requests),
      ...(waiting.length === 0
        ? [context(t.noRequests)]
        : listed(waiting, requestsShown, language, (member) => requestBlocks(member, language))),
      header(t.everybody),
      ...shown.map((member) => row(memberLine(member, teams, language))),
      ...(more ? [actions([button(accessIds.peoplePage, t.more, { value: { page: page + 1 } })])] : []),
      divider(),
      header(t.teams),
      ...(teams.length === 0
        ? [context(t.noTeams)]
        : listed(teams, teamsShown, language, (team) => context(teamLine(team, members, language)))),
    ],
  });
}

const requestBlocks = (member: MemberRow, language: Language): readonly KnownBlock[] =>
  requestMessage({ slackUserId: member.slackUserId, memberId: member.id }, language).blocks;

function memberLine(member: MemberRow, teams: readonly TeamRow[], language: Language): Rich {
  const t = accessText[language];
  const team = teams.find((one) => one.id === member.teamId);
  const marks = [
    rolesInWords(member.roles, language),
    team?.name,
    member.kind === 'guest' && t.guestMark,
    member.kind === 'outsider' && t.outsiderMark,
    !member.active && t.away,
  ].filter((mark): mark is string => Boolean(mark));
  return rich`${mention(member.slackUserId)} · ${marks.join(' · ')}`;
}

function teamLine(team: TeamRow, members: readonly MemberRow[], language: Language): Rich {
  const lead = members.find((member) => member.id === team.leadId);
  const count = accessText[language].memberCount(members.filter((member) => member.teamId === team.id).length);
  return joinRich([rich`*${team.name}*`, lead ? mention(lead.slackUserId) : '', count], ' · ');
}

/** Roles and a team for many people at once. */
export function giveModal(teams: readonly TeamRow[], language: Language): ModalView {
  const t = accessText[language];
  const choices = roles.map((role) => option(roleNames[role][language], role)) as [
    PlainTextOption,
    ...PlainTextOption[],
  ];
  return modal({
    callbackId: accessIds.giveSubmit,
    title: t.give,
    submit: t.save,
    close: t.back,
    blocks: [
      input('people', t.whom, { type: 'multi_users_select', action_id: 'v', max_selected_items: 50 }),
      input(
        'roles',
        t.whichRoles,
        { type: 'checkboxes', action_id: 'v', options: choices },
        { optional: true, hint: t.noRoleChosen },
      ),
      ...(teams.length === 0 ? [] : [teamInput(teams, t.whichTeam)]),
    ],
  });
}

const teamInput = (teams: readonly TeamRow[], label: string) =>
  input(
    'team',
    label,
    {
      type: 'static_select',
      action_id: 'v',
      options: teams.slice(0, limits.selectOptions).map((team) => option(team.name, team.id)),
    },
    { optional: true },
  );

/** Makes a team or changes its lead. */
export function teamModal(language: Language): ModalView {
  const t = accessText[language];
  return modal({
    callbackId: accessIds.teamSubmit,
    title: t.teamTitle,
    submit: t.save,
    close: t.back,
    blocks: [
      input(
        'name',
        t.teamName,
        {
          type: 'plain_text_input',
          action_id: 'v',
          max_length: 80,
          placeholder: plain('华东一组 / East 1', limits.placeholder),
        },
        { hint: t.teamNameHint },
      ),
      input('lead', t.teamLead, { type: 'users_select', action_id: 'v' }, { optional: true }),
      input(
        'members',
        t.teamMembers,
        { type: 'multi_users_select', action_id: 'v', max_selected_items: 50 },
        { optional: true },
      ),
    ],
  });
}
