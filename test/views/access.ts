import { absenceModal, awayBlocks, goAwayRow } from '../../src/access/absence.view.ts';
import { note, refusalMessage, requestMessage, rolesInWords } from '../../src/access/access.view.ts';
import { roles } from '../../src/access/actor.ts';
import { giveModal, peopleModal, teamModal } from '../../src/access/people.view.ts';
import { rich } from '../../src/slack/text.ts';
import { absencesOf } from '../support/hostile-day.ts';
import * as facts from '../support/hostile-facts.ts';
import { type Builders, message, window } from './surface.ts';

export const accessViews: Builders = {
  'absence.view awayBlocks': (h) => [{ home: awayBlocks(absencesOf(h), h.language) }],
  'absence.view goAwayRow': (h) => [{ home: [goAwayRow(h.language)] }],
  'absence.view absenceModal': (h) => [
    window(absenceModal({ initial: null, meta: null }, h.language)),
    window(
      absenceModal(
        { initial: { until: '2026-12-31', deputy: facts.known.user }, meta: null, warning: rich`${h.text}` },
        h.language,
      ),
    ),
  ],
  'access.view note': (h) => [message(note(h.text))],
  'access.view rolesInWords': (h) => [message(note(rolesInWords(roles, h.language)))],
  'access.view refusalMessage': (h) =>
    (['no-role', 'not-allowed', 'guest', 'outsider', 'inactive'] as const).map((reason) =>
      message(refusalMessage({ reason }, h.language)),
    ),
  'access.view requestMessage': (h) => [
    message(requestMessage({ slackUserId: facts.known.user, memberId: 'm' }, h.language)),
  ],
  'people.view peopleModal': (h) =>
    [0, 1, 12].map((page) =>
      window(peopleModal({ members: facts.membersOf(h), teams: facts.teamsOf(h), page }, h.language)),
    ),
  'people.view giveModal': (h) => [window(giveModal(facts.teamsOf(h), h.language))],
  'people.view teamModal': (h) => [window(teamModal(h.language))],
};
