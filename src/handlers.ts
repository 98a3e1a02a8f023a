import { absenceHandlers } from './access/absence.slack.ts';
import { accessHandlers } from './access/access.slack.ts';
import type { Introductions } from './access/introductions.slack.ts';
import { peopleHandlers } from './access/people.slack.ts';
import { presenceHandlers } from './access/presence.slack.ts';
import { accountFormHandlers } from './accounts/account-form.slack.ts';
import { accountNewHandlers } from './accounts/account-new.slack.ts';
import { cardHandlers } from './accounts/card.slack.ts';
import type { CardSection } from './accounts/card-wiring.ts';
import { contactHandlers } from './accounts/contact.slack.ts';
import { contactsSection } from './accounts/contact.view.ts';
import { paperHandlers } from './accounts/paper.slack.ts';
import type { PaperDrafts } from './accounts/paper-wiring.ts';
import { briefHandlers } from './brief/brief.slack.ts';
import { cadenceHandlers } from './cadence/cadence.slack.ts';
import { cadenceSection } from './cadence/cadence-card.slack.ts';
import { cardShower } from './desk/card.slack.ts';
import { commandHandlers } from './desk/command.slack.ts';
import { homeHandlers, homeShower } from './desk/home.slack.ts';
import { pickHandlers } from './desk/pick.slack.ts';
import { keepDraft, settleDraft } from './drafts/draft.store.ts';
import { jobs } from './engine.ts';
import { handoverHandlers } from './handover/handover.slack.ts';
import { editFormHandlers } from './interactions/edit-form.slack.ts';
import { lastContactSection } from './interactions/interaction-card.slack.ts';
import { talkStream } from './interactions/interaction-timeline.slack.ts';
import { logFormHandlers, openLogForm } from './interactions/log-form.slack.ts';
import { takeBackHandlers } from './interactions/take-back.slack.ts';
import { talkChangeStream } from './interactions/talk-change-timeline.slack.ts';
import type { Log } from './lib/log.ts';
import { logLineHandlers } from './lines/log-answer.slack.ts';
import { saveMessageHandlers } from './lines/save-message.slack.ts';
import { operationsHandlers } from './operations/operations.slack.ts';
import { settingsHandlers } from './reminders/settings.slack.ts';
import { goodbyeHandlers } from './slack/goodbye.ts';
import type { Handler } from './slack/handler.ts';
import { taskAskHandlers } from './tasks/task-ask.slack.ts';
import { tasksSection } from './tasks/task-card.slack.ts';
import { taskFormHandlers } from './tasks/task-form.slack.ts';
import { taskListHandlers } from './tasks/task-list.slack.ts';
import { taskRowHandlers } from './tasks/task-row.slack.ts';
import { stepStream } from './tasks/task-timeline.slack.ts';
import type { TaskWiring } from './tasks/task-wiring.ts';
import { changeStream } from './timeline/change-timeline.slack.ts';
import { putBackHandlers } from './timeline/put-back.slack.ts';
import { timelineHandlers, timelineShower } from './timeline/timeline.slack.ts';
import type { TimelineStream } from './timeline/timeline-wiring.ts';

/** The parts of the card, in the order in which they stand. */
const cardSections: readonly CardSection[] = [lastContactSection, cadenceSection, contactsSection, tasksSection];

/** What an account's timeline is made of. */
export const timelineStreams: readonly TimelineStream[] = [talkStream, changeStream, talkChangeStream, stepStream];

/** Every handler there is. */
export function handlersOf(
  people: Pick<Introductions, 'introduce' | 'forget' | 'refresh'>,
  command: string,
  log: Log,
): readonly Handler[] {
  const cards = cardShower(cardSections);
  const timelines = timelineShower(timelineStreams);
  const access = {
    command,
    introduce: people.introduce,
    languageChosen: people.forget,
    ...homeShower(command),
  };
  const drafts: PaperDrafts = { keep: keepDraft, settle: (work, id) => settleDraft(work, id, 'used') };
  const accounts = { ...cards, drafts, introduce: people.introduce };
  const tasks: TaskWiring = {
    introduce: people.introduce,
    openLog: (gesture, { accountId, summary }) => openLogForm(gesture, { accountId, fields: { summary } }),
    showHome: access.showHome,
  };
  const desk = { command, sections: cardSections, jobs };
  const interactions = { ...accounts, ...timelines, showHome: access.showHome };
  return [
    ...accessHandlers(access),
    ...peopleHandlers(access),
    ...absenceHandlers(access),
    ...presenceHandlers(people),
    ...accountNewHandlers(accounts),
    ...accountFormHandlers(accounts),
    ...cardHandlers(accounts),
    ...contactHandlers(),
    ...paperHandlers(accounts),
    ...timelineHandlers(timelines),
    ...putBackHandlers(timelines),
    ...cadenceHandlers({ ...access, ...cards }),
    ...taskListHandlers(),
    ...taskRowHandlers(tasks),
    ...taskFormHandlers(tasks),
    ...taskAskHandlers(tasks),
    ...operationsHandlers(jobs),
    ...logFormHandlers(interactions),
    ...editFormHandlers(interactions),
    ...takeBackHandlers(interactions),
    ...saveMessageHandlers(),
    ...logLineHandlers(access),
    ...briefHandlers(),
    ...handoverHandlers({ introduce: people.introduce, showHome: access.showHome }),
    ...settingsHandlers(access),
    ...commandHandlers(desk, { ...cards, ...timelines }),
    ...homeHandlers(desk, cards),
    ...pickHandlers({ ...cards, ...timelines }),
    ...goodbyeHandlers(log),
  ];
}
