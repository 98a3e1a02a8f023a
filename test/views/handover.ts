import { note } from '../../src/access/access.view.ts';
import {
  askedMessage,
  declinedMessage,
  gaveMessage,
  receivedMessage,
  requestMessage,
  resultModal,
  settledMessage,
  undoneMessage,
  wishBlocks,
  withdrawnMessage,
} from '../../src/handover/handover.view.ts';
import { handoverModal, ownerWords } from '../../src/handover/handover-form.view.ts';
import { handoverListModal, lineRow, linesPerPage } from '../../src/handover/handover-list.view.ts';
import { waitingBlocks } from '../../src/handover/waiting.view.ts';
import { known, times } from '../support/hostile-facts.ts';
import { handoverFormsOf, handoverPageOf, newsOf, orphansOf, ownerOf } from '../support/hostile-handover.ts';
import { type Builders, message, window } from './surface.ts';

export const handoverViews: Builders = {
  'handover-form.view handoverModal': (h) => handoverFormsOf(h).map((form) => window(handoverModal(form, h.language))),
  'handover-form.view ownerWords': (h) =>
    [true, false].map((active) => message(note(ownerWords(ownerOf(h, active), '', h.language)))),
  'handover-list.view handoverListModal': (h) => [
    window(handoverListModal(handoverPageOf(h, linesPerPage), h.language)),
  ],
  'handover-list.view lineRow': (h) => [
    message({ text: 'x', blocks: handoverPageOf(h, 10).lines.map((line) => lineRow(line, h.language)) }),
  ],
  'handover.view askedMessage': (h) =>
    newsOf(h).map((news) =>
      message(
        askedMessage(
          news,
          times(h.count, () => ({ slackUserId: known.user })),
          h.language,
        ),
      ),
    ),
  'handover.view declinedMessage': (h) =>
    newsOf(h).map((news) => message(declinedMessage(news, news.asker, h.language))),
  'handover.view gaveMessage': (h) =>
    newsOf(h).flatMap((news) => news.owners.slice(0, 1).map((owner) => message(gaveMessage(news, owner)))),
  'handover.view receivedMessage': (h) =>
    newsOf(h).map((news) => message(receivedMessage(news, h.text.slice(0, 1000), h.language))),
  'handover.view requestMessage': (h) =>
    newsOf(h).map((news) => message(requestMessage(news, h.text.slice(0, 1000), h.language))),
  'handover.view resultModal': (h) =>
    newsOf(h).map((news) => window(resultModal(settledMessage(news, h.language), h.language))),
  'handover.view settledMessage': (h) => newsOf(h).map((news) => message(settledMessage(news, h.language))),
  'handover.view undoneMessage': (h) => newsOf(h).map((news) => message(undoneMessage(news, known.user, h.language))),
  'handover.view wishBlocks': (h) =>
    newsOf(h).map((news) => message({ text: 'x', blocks: wishBlocks(news, h.language) })),
  'handover.view withdrawnMessage': (h) => newsOf(h).map((news) => message(withdrawnMessage(news, h.language))),
  'waiting.view waitingBlocks': (h) => {
    const [news] = newsOf(h);
    // Each handover is another one.
    const handovers = news ? times(h.count, (i) => ({ ...news, handoverId: `${news.handoverId}-${i}` })) : [];
    return [{ home: waitingBlocks({ handovers, orphans: orphansOf(h) }, h.language) }];
  },
};
