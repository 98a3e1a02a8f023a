import { note } from '../../src/access/access.view.ts';
import { talkChangeBlock } from '../../src/interactions/talk-change.view.ts';
import { joinRich } from '../../src/slack/text.ts';
import { accountFields } from '../../src/templates/account-fields.ts';
import { changeBlock, valueWords } from '../../src/timeline/change.view.ts';
import { putBackModal } from '../../src/timeline/put-back.view.ts';
import { timelineModal } from '../../src/timeline/timeline.view.ts';
import * as facts from '../support/hostile-facts.ts';
import { changesOf, putBacksOf, talkChangesOf, timelineOf } from '../support/hostile-timeline.ts';
import { type Builders, message, window } from './surface.ts';

const { readerOf } = facts;

export const timelineViews: Builders = {
  'change.view changeBlock': (h) => {
    const entries = changesOf({ ...h, count: Math.min(h.count, 8) });
    return entries.map((entry) =>
      message({ text: '', blocks: [changeBlock(entry, facts.fieldFactsOf(h), readerOf(h))] }),
    );
  },
  'change.view valueWords': (h) =>
    Object.entries(facts.valuesOf(accountFields, h)).flatMap(([id, value]) => {
      const field = accountFields.find((one) => one.id === id);
      return field ? [message(note(joinRich([valueWords(field, value, facts.fieldFactsOf(h), h.language)], '')))] : [];
    }),
  'put-back.view putBackModal': (h) =>
    putBacksOf(h).map((ask) => window(putBackModal(ask, { meta: {}, notice: null }, readerOf(h)))),
  'talk-change.view talkChangeBlock': (h) => {
    const names = { contacts: new Map([[facts.idOf(0), h.text]]), members: new Map([[facts.idOf(0), h.text]]) };
    return talkChangesOf({ ...h, count: Math.min(h.count, 6) }).map((entry) =>
      message({ text: '', blocks: [talkChangeBlock(entry, names, readerOf(h))] }),
    );
  },
  'timeline.view timelineModal': (h) => {
    const entries = changesOf(h).map((entry) => ({
      at: entry.at,
      id: entry.id,
      block: () => changeBlock(entry, facts.fieldFactsOf(h), readerOf(h)),
    }));
    return [null, 'kind-0'].map((filter) => window(timelineModal(timelineOf(h, filter, entries), readerOf(h))));
  },
};
