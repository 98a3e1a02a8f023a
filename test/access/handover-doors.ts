import { readBrief } from '../../src/brief/brief.query.ts';
import { accountsOffered, handoverForm, orphanedAccounts, ownersOffered } from '../../src/handover/candidate.query.ts';
import { approveHandover, askHandover, declineHandover, undoHandover } from '../../src/handover/handover.flow.ts';
import { openHandovers, readHandoverPage, readNote } from '../../src/handover/handover.query.ts';
import { startsSoon } from '../support/handover.ts';
import { accountDoor, type Door, door } from './door.ts';

const handover = { ownerId: null, toSlackUserId: 'U0FOUNDER', note: null, startsOn: startsSoon() };

export const handoverDoors: Readonly<Record<string, Door>> = {
  'brief/brief.query.ts readBrief': accountDoor('account.read', (work, { accountId }) => readBrief(work, accountId)),
  'handover/candidate.query.ts accountsOffered': door('handover.ask', (work) => accountsOffered(work, null, 'acme', 5)),
  'handover/candidate.query.ts handoverForm': accountDoor('handover.ask', (work, { accountId }) =>
    handoverForm(work, { ownerId: undefined, accountId }),
  ),
  'handover/candidate.query.ts orphanedAccounts': door('team.read', (work) => orphanedAccounts(work, 3)),
  'handover/candidate.query.ts ownersOffered': door('handover.ask', (work) => ownersOffered(work, '', 5)),
  'handover/handover.flow.ts approveHandover': accountDoor('handover.decide', (work, { handoverId }) =>
    approveHandover(work, handoverId),
  ),
  'handover/handover.flow.ts askHandover': accountDoor('handover.ask', (work, { accountId }) =>
    askHandover(work, { ...handover, accountIds: [accountId] }),
  ),
  'handover/handover.flow.ts declineHandover': accountDoor('handover.decide', (work, { handoverId }) =>
    declineHandover(work, handoverId),
  ),
  // Whoever asked may take it back; here the owner did.
  'handover/handover.flow.ts undoHandover': accountDoor('handover.ask', (work, { handoverId }) =>
    undoHandover(work, handoverId),
  ),
  'handover/handover.query.ts openHandovers': door('handover.decide', (work) => openHandovers(work)),
  // Those whom it concerns: here the owner and who may decide.
  'handover/handover.query.ts readHandoverPage': accountDoor('handover.ask', (work, { handoverId }) =>
    readHandoverPage(work, handoverId, 0, 20),
  ),
  'handover/handover.query.ts readNote': accountDoor('handover.ask', (work, { handoverId }) =>
    readNote(work, handoverId),
  ),
};
