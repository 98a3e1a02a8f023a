import { findAccount } from '../../src/accounts/account.store.ts';
import { readCard } from '../../src/accounts/card.query.ts';
import { openEditLog, submitEditLog } from '../../src/interactions/edit-form.flow.ts';
import {
  deleteInteraction,
  editInteraction,
  logAt,
  logInteraction,
  restoreInteraction,
} from '../../src/interactions/interaction.flow.ts';
import { cardContact, lastTalks, myLastLogs, readTalk, undoable } from '../../src/interactions/interaction.query.ts';
import { talkStream } from '../../src/interactions/interaction-timeline.slack.ts';
import { logAccount, openLog, submitLog } from '../../src/interactions/log-form.flow.ts';
import { readMessage } from '../../src/lines/save-message.flow.ts';
import { readTimeline } from '../../src/timeline/timeline.query.ts';
import { saying } from '../interactions/talks.ts';
import { accountDoor, type Door, door } from './door.ts';

/** The doors of talks. The aim's talk is the account owner's own. */
export const interactionDoors: Readonly<Record<string, Door>> = {
  'interactions/edit-form.flow.ts openEditLog': accountDoor('interaction.edit', (work, { interactionId }) =>
    openEditLog(work, interactionId),
  ),
  'interactions/edit-form.flow.ts submitEditLog': accountDoor('interaction.edit', (work, { interactionId: id }) =>
    submitEditLog(work, { id, version: 1 }, { summary: 'Price agreed' }),
  ),
  'interactions/interaction.flow.ts logAt': accountDoor('interaction.log', async (work, { accountId }) => {
    const account = await findAccount(work, accountId);
    return account && logAt(work, account, { values: saying('Met'), source: null, tasks: [] });
  }),
  'interactions/interaction.flow.ts logInteraction': accountDoor('interaction.log', (work, { accountId }) =>
    logInteraction(work, { accountId, values: saying('Met'), source: null, tasks: [] }),
  ),
  'interactions/interaction.flow.ts editInteraction': accountDoor('interaction.edit', (work, { interactionId: id }) =>
    editInteraction(work, { id, version: 1, mine: { tone: 'good' } }),
  ),
  'interactions/interaction.flow.ts deleteInteraction': accountDoor('interaction.edit', (work, { interactionId }) =>
    deleteInteraction(work, interactionId),
  ),
  'interactions/interaction.flow.ts restoreInteraction': accountDoor(
    'interaction.edit',
    async (work, { interactionId }) => {
      await work.db.interaction.updateMany({ where: { id: interactionId }, data: { deletedAt: work.now } });
      return restoreInteraction(work, interactionId);
    },
  ),
  'interactions/interaction.query.ts cardContact': accountDoor('account.read', async (work, { accountId }) => {
    const card = await readCard(work, accountId);
    return card && cardContact(work, card.account);
  }),
  'interactions/interaction.query.ts lastTalks': accountDoor('interaction.read', (work, { accountId }) =>
    lastTalks(work, accountId, 5),
  ),
  'interactions/interaction.query.ts myLastLogs': door('account.read', (work) => myLastLogs(work, 5)),
  'interactions/interaction.query.ts readTalk': accountDoor('interaction.read', (work, { interactionId }) =>
    readTalk(work, interactionId),
  ),
  'interactions/interaction.query.ts talksPage': accountDoor('history.read', (work, { accountId }) =>
    readTimeline(work, accountId, [talkStream], { filter: null, before: null, size: 5 }),
  ),
  'interactions/interaction.query.ts undoable': door('interaction.log', (work) => undoable(work)),
  'interactions/log-form.flow.ts logAccount': accountDoor('interaction.log', (work, { accountId }) =>
    logAccount(work, accountId),
  ),
  'interactions/log-form.flow.ts openLog': accountDoor('interaction.log', (work, { accountId }) =>
    openLog(work, { accountId, channelId: null }),
  ),
  'interactions/log-form.flow.ts submitLog': accountDoor('interaction.log', (work, { accountId }) =>
    submitLog(work, { accountId, source: null }, { summary: 'Met' }),
  ),
  'lines/save-message.flow.ts readMessage': door('interaction.log', (work) =>
    readMessage(work, { markup: 'Acme called', channelId: null, sentAt: null }),
  ),
};
