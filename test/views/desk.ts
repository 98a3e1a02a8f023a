import { note } from '../../src/access/access.view.ts';
import { accountLine } from '../../src/desk/account-line.view.ts';
import { dayBlocks } from '../../src/desk/day.view.ts';
import { homeDay } from '../../src/desk/home.ts';
import { homeBlocks } from '../../src/desk/home.view.ts';
import { listBlocks } from '../../src/desk/home-lists.view.ts';
import {
  askAnswer,
  cardAnswer,
  helpAnswer,
  keptAnswer,
  noneAnswer,
  overviewAnswer,
  severalAnswer,
} from '../../src/desk/look.view.ts';
import { pickModal } from '../../src/desk/pick.view.ts';
import { dayOf, homesOf } from '../support/hostile-day.ts';
import * as facts from '../support/hostile-facts.ts';
import { type Builders, message, window } from './surface.ts';

const { readerOf } = facts;

export const deskViews: Builders = {
  'home.view homeBlocks': (h) =>
    homesOf(h).map((home) => ({ home: homeBlocks(home, '/account', note(h.text).blocks) })),
  'home-lists.view listBlocks': (h) =>
    homesOf(h).flatMap(({ reader, desk }) => (desk ? [{ home: listBlocks(desk.lists, reader, '/account') }] : [])),
  'day.view dayBlocks': (h) =>
    homesOf(h).flatMap((home) =>
      home.desk ? [{ home: dayBlocks(home.desk.day, home.desk.lists.of, home, homeDay) }] : [],
    ),
  'account-line.view accountLine': (h) => [
    message({ text: '', blocks: facts.linesOf({ ...h, count: 1 }).map((line) => accountLine(line, readerOf(h))) }),
  ],
  'look.view cardAnswer': async (h) => {
    const card = await facts.cardOf(h);
    const beside = { verb: 'new', rest: h.text } as const;
    return [message(cardAnswer({ kind: 'card', card, reader: card.reader, beside }))];
  },
  'look.view askAnswer': (h) => {
    const candidates = facts.candidatesOf(h);
    return [
      message(askAnswer({ kind: 'ask', verb: 'edit', rest: h.text, line: h.text, candidates, reader: readerOf(h) })),
    ];
  },
  'look.view severalAnswer': (h) => {
    const candidates = facts.candidatesOf(h);
    return [message(severalAnswer({ kind: 'several', name: h.text, verb: 'card', candidates, reader: readerOf(h) }))];
  },
  'look.view noneAnswer': (h) => {
    const near = facts.candidatesOf(h);
    return [
      message(
        noneAnswer({
          kind: 'none',
          name: h.text,
          verb: 'card',
          near,
          mayCreate: true,
          beside: { verb: 'new', rest: h.text },
          reader: readerOf(h),
        }),
      ),
    ];
  },
  'look.view keptAnswer': (h) => {
    const near = facts.candidatesOf(h);
    return [
      message(
        keptAnswer({
          line: h.text,
          name: h.text,
          near,
          mayCreate: true,
          asked: null,
          reader: readerOf(h),
        }),
      ),
    ];
  },
  'look.view overviewAnswer': async (h) => {
    const linked = await facts.cardOf(h);
    const recent = facts.linesOf(h);
    return [
      message(
        overviewAnswer({ kind: 'overview', linked, day: dayOf(h), me: 'me', recent, reader: readerOf(h) }, '/account'),
      ),
    ];
  },
  'look.view helpAnswer': (h) => [message(helpAnswer(h.language, '/account'))],
  'pick.view pickModal': (h) =>
    (['card', 'edit', 'contacts', 'history'] as const).map((verb) => window(pickModal(verb, h.language))),
};
