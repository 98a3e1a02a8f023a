import { endAbsence, setAbsence } from '../../src/access/absence.flow.ts';
import {
  askForAccess,
  chooseLanguage,
  claimAdministrator,
  declineAccess,
  setRoles,
} from '../../src/access/access.flow.ts';
import { memberIdsOf, peopleAndTeams, requestOf, teammates } from '../../src/access/people.query.ts';
import { arrangeTeam, moveToTeam } from '../../src/access/team.flow.ts';
import { createAccount, editAccount } from '../../src/accounts/account.flow.ts';
import { companyOnPaper, openEdit, openNew, submitEdit, submitNew } from '../../src/accounts/account-form.flow.ts';
import { readCard } from '../../src/accounts/card.query.ts';
import { addContact, editContact } from '../../src/accounts/contact.flow.ts';
import { openContact, readContacts, submitContact, submitNewContact } from '../../src/accounts/contact-form.flow.ts';
import { countMine, myAccounts, recentAccounts } from '../../src/accounts/list.query.ts';
import { keepPaper, proposePaper, submitPaper } from '../../src/accounts/paper.flow.ts';
import { noteShare } from '../../src/accounts/share.flow.ts';
import { endSnooze, snooze } from '../../src/cadence/cadence.flow.ts';
import { cadenceOfAccount, myCadences, myOutOfCadence, teamOutOfCadence } from '../../src/cadence/cadence.query.ts';
import { readWholeCard } from '../../src/desk/card.query.ts';
import { myDay, teamDay } from '../../src/desk/day.query.ts';
import { keepForLater, look, readKept } from '../../src/desk/look.flow.ts';
import { pickable } from '../../src/desk/pick.query.ts';
import { readLine } from '../../src/desk/reading.ts';
import { dropDraft } from '../../src/drafts/draft.flow.ts';
import { answerUndelivered, pauseJob, runJobNow } from '../../src/operations/operations.flow.ts';
import { readOperations, undeliveredNotice } from '../../src/operations/operations.query.ts';
import { findAccounts } from '../../src/search/search.query.ts';
import { changeStream } from '../../src/timeline/change-timeline.slack.ts';
import { openPutBack, putBack } from '../../src/timeline/put-back.flow.ts';
import { readTimeline } from '../../src/timeline/timeline.query.ts';
import { accountDoor, type Door, door } from './door.ts';
import { handoverDoors } from './handover-doors.ts';
import { interactionDoors } from './interaction-doors.ts';
import { lineDoors, noLineDoors } from './line-doors.ts';
import { reminderDoors } from './reminder-doors.ts';
import { noTaskDoors, taskDoors } from './task-doors.ts';

const noDrafts = { keep: async () => '', settle: async () => false };
const values = { aliases: [], tags: [], name: 'Zenith Optics' };

/** Every use case and query that a person can reach, by its file and name. */
export const doors: Readonly<Record<string, Door>> = {
  ...interactionDoors,
  'access/absence.flow.ts endAbsence': door('desk.open', (work) => endAbsence(work)),
  'access/absence.flow.ts setAbsence': door('desk.open', (work) =>
    setAbsence(work, { until: '2036-01-01', deputySlackId: 'U1', accepted: false }),
  ),
  'access/access.flow.ts askForAccess': door('access.ask', (work) => askForAccess(work)),
  'access/access.flow.ts chooseLanguage': door('preferences.edit', (work) => chooseLanguage(work, 'zh')),
  'access/access.flow.ts claimAdministrator': door('access.claim', (work) => claimAdministrator(work, 'K7QM-2XPD')),
  'access/access.flow.ts declineAccess': door('people.manage', (work, { memberId }) => declineAccess(work, memberId)),
  'access/access.flow.ts setRoles': door('people.manage', (work, { memberId, teamId }) =>
    setRoles(work, [memberId], { roles: ['viewer'], teamId }),
  ),
  'access/people.query.ts memberIdsOf': door('people.manage', (work) => memberIdsOf(work, ['U1'])),
  'access/people.query.ts peopleAndTeams': door('people.manage', (work) => peopleAndTeams(work)),
  'access/people.query.ts requestOf': door('people.manage', (work, { memberId }) => requestOf(work, memberId)),
  'access/people.query.ts teammates': door('team.read', (work) => teammates(work)),
  'access/team.flow.ts arrangeTeam': door('people.manage', (work, { memberId }) =>
    arrangeTeam(work, { name: 'North', leadId: memberId, memberIds: [] }),
  ),
  'access/team.flow.ts moveToTeam': door('people.manage', (work, { teamId }) => moveToTeam(work, [], teamId)),
  'accounts/account.flow.ts createAccount': door('account.create', (work) =>
    createAccount(work, { values, accepted: [] }),
  ),
  'accounts/account.flow.ts editAccount': accountDoor('account.edit', (work, { accountId: id }) =>
    editAccount(work, { id, version: 1, mine: { city: 'Ulm' } }),
  ),
  'accounts/account-form.flow.ts openNew': door('account.create', (work) => openNew(work)),
  'accounts/account-form.flow.ts openEdit': accountDoor('account.edit', (work, { accountId }) =>
    openEdit(work, accountId),
  ),
  'accounts/account-form.flow.ts companyOnPaper': door('account.create', (work) => companyOnPaper(work, '李伟')),
  'accounts/account-form.flow.ts submitNew': door('account.create', (work) => submitNew(work, { name: 'Zenith' }, [])),
  'accounts/account-form.flow.ts submitEdit': accountDoor('account.edit', (work, { accountId }) =>
    submitEdit(work, accountId, 1, { name: '' }),
  ),
  'accounts/card.query.ts readCard': accountDoor('account.read', (work, { accountId }) => readCard(work, accountId)),
  'accounts/contact.flow.ts addContact': accountDoor('contact.edit', (work, { accountId }) =>
    addContact(work, { accountId, values: { name: 'Wang Fang' } }),
  ),
  'accounts/contact.flow.ts editContact': accountDoor('contact.edit', (work, { contactId: id }) =>
    editContact(work, { id, version: 1, mine: { title: 'CFO' } }),
  ),
  'accounts/contact-form.flow.ts openContact': accountDoor('contact.edit', (work, { contactId }) =>
    openContact(work, contactId),
  ),
  'accounts/contact-form.flow.ts readContacts': accountDoor('contact.read', (work, { accountId }) =>
    readContacts(work, accountId),
  ),
  'accounts/contact-form.flow.ts submitContact': accountDoor('contact.edit', (work, { contactId }) =>
    submitContact(work, contactId, 1, { name: '' }),
  ),
  'accounts/contact-form.flow.ts submitNewContact': accountDoor('contact.edit', (work, { accountId }) =>
    submitNewContact(work, accountId, { name: '' }, []),
  ),
  'accounts/list.query.ts countMine': door('account.read', (work) => countMine(work)),
  'accounts/list.query.ts myAccounts': door('account.read', (work) => myAccounts(work, null, 20)),
  'accounts/list.query.ts recentAccounts': door('account.read', (work) => recentAccounts(work, 20)),
  'timeline/put-back.flow.ts openPutBack': accountDoor('account.edit', (work, { changeId }) =>
    openPutBack(work, { entryId: changeId, fieldId: 'source' }),
  ),
  'timeline/put-back.flow.ts putBack': accountDoor('account.edit', (work, { changeId }) =>
    putBack(work, { entryId: changeId, fieldId: 'source', version: 2 }),
  ),
  'search/search.query.ts findAccounts': door('account.read', (work) => findAccounts(work, 'acme', 20)),
  'accounts/paper.flow.ts keepPaper': accountDoor('contact.edit', (work, { accountId }) =>
    keepPaper(work, { accountId, text: '李伟' }, noDrafts),
  ),
  'accounts/paper.flow.ts proposePaper': accountDoor('contact.edit', (work, { accountId }) =>
    proposePaper(work, accountId, '李伟'),
  ),
  'accounts/paper.flow.ts submitPaper': accountDoor('contact.edit', (work, { accountId }) =>
    submitPaper(work, { accountId, draftId: null, accepted: [], sent: { name: '' } }, noDrafts),
  ),
  'accounts/share.flow.ts noteShare': accountDoor('account.share', (work, { accountId }) =>
    noteShare(work, accountId, 'C1'),
  ),
  'cadence/cadence.flow.ts endSnooze': accountDoor('cadence.snooze', (work, { accountId }) =>
    endSnooze(work, accountId),
  ),
  'cadence/cadence.flow.ts snooze': accountDoor('cadence.snooze', (work, { accountId }) =>
    snooze(work, accountId, '2036-01-01'),
  ),
  'cadence/cadence.query.ts cadenceOfAccount': door('account.read', (work, { accountId }) =>
    cadenceOfAccount(work, accountId),
  ),
  'cadence/cadence.query.ts myCadences': door('account.read', (work) => myCadences(work)),
  'cadence/cadence.query.ts myOutOfCadence': door('account.read', (work) => myOutOfCadence(work, 5)),
  'cadence/cadence.query.ts teamOutOfCadence': door('team.read', (work) => teamOutOfCadence(work, 5)),
  'timeline/timeline.query.ts readTimeline': accountDoor('history.read', (work, { accountId }) =>
    readTimeline(work, accountId, [changeStream], { filter: null, before: null, size: 20 }),
  ),
  'desk/day.query.ts myDay': door('account.read', (work) => myDay(work, { due: 5, out: 5 })),
  'desk/day.query.ts teamDay': door('team.read', (work) => teamDay(work, { due: 5, out: 5 })),
  'desk/card.query.ts readWholeCard': accountDoor('account.read', (work, { accountId }) =>
    readWholeCard(work, accountId, []),
  ),
  'desk/look.flow.ts keepForLater': door('desk.open', (work) => keepForLater(work, 'acme: met Li Wei')),
  'desk/look.flow.ts readKept': door('account.read', (work) =>
    readKept(work, { draftId: work.actor.memberId, line: 'acme: met Li Wei', name: 'acme' }, null),
  ),
  'desk/look.flow.ts look': door('account.read', (work) => look(work, readLine('acme'), null, [])),
  'desk/pick.query.ts pickable': door('account.read', (work) => pickable(work, 'acme')),
  ...taskDoors,
  ...lineDoors,
  'drafts/draft.flow.ts dropDraft': door('desk.open', (work, { draftId }) => dropDraft(work, draftId)),
  'operations/operations.flow.ts answerUndelivered': door('operations.manage', (work, { noticeId }) =>
    answerUndelivered(work, noticeId, 'retry'),
  ),
  'operations/operations.flow.ts pauseJob': door('operations.manage', (work) => pauseJob(work, 'probe', true)),
  'operations/operations.flow.ts runJobNow': door('operations.manage', (work) => runJobNow(work, 'probe')),
  'operations/operations.query.ts readOperations': door('operations.manage', (work) => readOperations(work, [])),
  'operations/operations.query.ts undeliveredNotice': door('operations.manage', (work, { noticeId }) =>
    undeliveredNotice(work, noticeId),
  ),
  ...handoverDoors,
  ...reminderDoors,
};

/** What stands in the same files without being a door, and why. */
export const noDoors: Readonly<Record<string, string>> = {
  'access/absence.query.ts mySettings': 'one’s own settings, open to all: they hold the language',
  'access/access.flow.ts takeNamedRole': 'the system at start, for whom the configuration names',
  'access/claim.flow.ts claimCode': 'the system at start, without a person',
  'access/claim.flow.ts isWithoutAdministrator': 'the system at start, without a person',
  'access/introduction.flow.ts knownMember': 'the system, before a person can act',
  'access/introduction.flow.ts writeProfile': 'the system, with what Slack says',
  'timeline/change.query.ts readChanges': 'a part of readTimeline; asks the policy about the account it is given',
  'interactions/talk-change.query.ts readTalkChanges':
    'a part of readTimeline; asks the policy about the account it is given',
  'demo/demo.flow.ts fillDemo': 'goes through the doors as several people',
  'demo/talk.flow.ts addTalk': 'goes through the doors as one of them',
  'desk/card.query.ts readerOf': 'reads nothing',
  'desk/home.query.ts readHome': 'open to all, tells nothing to those who may not read accounts',
  'tasks/task-news.flow.ts accountsMoved':
    'a part of a handover that has been decided; tells what has changed, shows nothing',
  'tasks/task-news.flow.ts dayChanged': 'a part of a change of what a day asks for; shows nothing',
  'tasks/task-news.flow.ts tasksChanged': 'a part of each change of a task; shows nothing',
  'inbox/inbox.flow.ts openInbox': 'plumbing',
  ...noTaskDoors,
  ...noLineDoors,
  'interactions/contact-choice.query.ts contactChoices':
    'a part of the log form; gives nobody to who may not know them',
  'operations/given-up.flow.ts tellGivenUp': 'the outbox, without a person',
};
