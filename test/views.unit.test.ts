import { pathToFileURL } from 'node:url';
import type { KnownBlock, ModalView } from '@slack/types';
import { describe, expect, it } from 'vitest';
import { note, refusalMessage, requestMessage, rolesInWords } from '../src/access/access.view.ts';
import { roles } from '../src/access/actor.ts';
import { giveModal, peopleModal, teamModal } from '../src/access/people.view.ts';
import { clashNotice, duplicateNotice, formatMoment, formModal } from '../src/accounts/account-form.view.ts';
import { cardMessage, cardModal, summaryLine } from '../src/accounts/card.view.ts';
import { changeBlock, valueWords } from '../src/accounts/change.view.ts';
import { contactsModal } from '../src/accounts/contact.view.ts';
import { putBackModal } from '../src/accounts/put-back.view.ts';
import { sharedMessage, shareModal } from '../src/accounts/share.view.ts';
import { timelineModal } from '../src/accounts/timeline.view.ts';
import { accountLine, homeBlocks } from '../src/desk/home.view.ts';
import {
  askAnswer,
  cardAnswer,
  helpAnswer,
  keptAnswer,
  noneAnswer,
  overviewAnswer,
  severalAnswer,
} from '../src/desk/look.view.ts';
import { pickModal } from '../src/desk/pick.view.ts';
import { languages } from '../src/i18n/language.ts';
import { checkBlocks, checkView } from '../src/playground/block-rules.ts';
import { unescaped } from '../src/playground/slack-text.ts';
import { modal } from '../src/slack/blocks.ts';
import type { Message } from '../src/slack/handler.ts';
import { limits } from '../src/slack/limits.ts';
import { joinRich } from '../src/slack/text.ts';
import { accountFields } from '../src/templates/account-fields.ts';
import { contactFields } from '../src/templates/contact-fields.ts';
import { fieldInput, fieldInputs } from '../src/templates/field.view.ts';
import * as facts from './support/hostile-facts.ts';
import { changesOf, putBacksOf, timelineOf } from './support/hostile-timeline.ts';
import { readSources } from './support/sources.ts';

type Hostile = facts.Hostile;
type Surface = { readonly message: Message } | { readonly modal: ModalView } | { readonly home: readonly KnownBlock[] };

const { readerOf } = facts;
const message = (made: Message): Surface => ({ message: made });
const window = (made: ModalView): Surface => ({ modal: made });
const form = (fields: typeof accountFields, h: Hostile, notice: readonly KnownBlock[]): Surface =>
  window(
    formModal(
      {
        callbackId: 'x',
        title: h.text,
        submit: 'Save',
        fields,
        values: facts.valuesOf(fields, h),
        facts: facts.fieldFactsOf(h),
        meta: { stamp: 2 },
        typed: Object.fromEntries(fields.map(({ id }) => [id, h.text])),
        notice,
        hasMore: true,
      },
      h,
    ),
  );

/** Every view builder with what it makes of hostile facts, by file and name. A new one fails the test until it stands here. */
const builders: Readonly<Record<string, (h: Hostile) => readonly Surface[] | Promise<readonly Surface[]>>> = {
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
  'account-form.view formModal': (h) => [form(accountFields, h, []), form(contactFields, h, [])],
  'account-form.view duplicateNotice': (h) => [form(accountFields, h, duplicateNotice(facts.duplicatesOf(h), h))],
  'account-form.view clashNotice': (h) =>
    [accountFields, contactFields].map((fields) => {
      const clashes = facts.clashesOf(fields, h);
      return form(fields, h, clashNotice(clashes, fields, facts.fieldFactsOf(h), readerOf(h)));
    }),
  'account-form.view formatMoment': (h) => [message(note(formatMoment(readerOf(h).now, 'Asia/Shanghai', h.language)))],
  'card.view cardMessage': async (h) => {
    const { facts: card, parts, reader } = await facts.cardOf(h);
    return [message(cardMessage(card, parts, reader))];
  },
  'card.view cardModal': async (h) => {
    const { facts: card, parts, reader } = await facts.cardOf(h);
    return [window(cardModal(card, parts, reader, summaryLine(card, h.language)))];
  },
  'card.view summaryLine': (h) => [message(note(summaryLine(facts.cardFactsOf(h), h.language)))],
  'contact.view contactsSection': async (h) => {
    const { parts } = await facts.cardOf(h);
    return [message({ text: '', blocks: parts.lead })];
  },
  'contact.view contactsModal': (h) =>
    [0, 1].flatMap((page) =>
      [true, false].map((mayEdit) =>
        window(
          contactsModal(
            { account: { id: 'a', name: h.text }, contacts: facts.contactsOf(h), mayEdit },
            page,
            h.language,
          ),
        ),
      ),
    ),
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
  'timeline.view timelineModal': (h) => {
    const entries = changesOf(h).map((entry) => ({
      at: entry.at,
      id: entry.id,
      block: () => changeBlock(entry, facts.fieldFactsOf(h), readerOf(h)),
    }));
    return [null, 'kind-0'].map((filter) => window(timelineModal(timelineOf(h, filter, entries), readerOf(h))));
  },
  'share.view sharedMessage': (h) => [message(sharedMessage(facts.cardFactsOf(h), h.language, facts.known.user))],
  'share.view shareModal': (h) => [window(shareModal(facts.cardFactsOf(h), h.language, facts.known.channel))],
  'home.view homeBlocks': (h) => {
    const home = facts.homeOf(h);
    return [{ home: homeBlocks(home, '/account') }, { home: homeBlocks({ ...home, state: 'no-role' }, '/account') }];
  },
  'home.view accountLine': (h) => [
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
      message(keptAnswer({ kind: 'kept', line: h.text, name: h.text, near, mayCreate: true, reader: readerOf(h) })),
    ];
  },
  'look.view overviewAnswer': async (h) => {
    const linked = await facts.cardOf(h);
    const recent = facts.linesOf(h);
    return [message(overviewAnswer({ kind: 'overview', linked, recent, reader: readerOf(h) }, '/account'))];
  },
  'look.view helpAnswer': (h) => [message(helpAnswer(h.language, '/account'))],
  'pick.view pickModal': (h) =>
    (['card', 'edit', 'contacts', 'history'] as const).map((verb) => window(pickModal(verb, h.language))),
  'field.view fieldInputs': (h) => [inputsAlone(h, [...fieldInputs(accountFields, {}, formReader(h))])],
  'field.view fieldInput': (h) => [
    inputsAlone(
      h,
      contactFields.flatMap((field) => fieldInput(field, null, formReader(h)) ?? []),
    ),
  ],
};

const formReader = (h: Hostile) => ({ language: h.language, facts: facts.fieldFactsOf(h) });
const inputsAlone = (h: Hostile, blocks: readonly KnownBlock[]): Surface =>
  window(modal({ callbackId: 'x', title: h.text, submit: 'Save', close: h.text, blocks }));

const counts = [0, 1, 101, 500];
/** Longer than Slack takes, longer still when escaped, shown as nothing, broken, and everything that Slack acts on. */
const texts: Readonly<Record<string, string>> = {
  nothing: '',
  spaces: '   \t\n',
  'a short name': 'Acme',
  'markup that pings':
    '<!channel> <!here> <!subteam^S0EVIL|x> <@U0EVIL> <#C0EVIL> <https://evil.example|click> &lt;!channel&gt;',
  '3,000 letters': 'x'.repeat(3000),
  '3,000 signs that grow': '<&>'.repeat(1000),
  'emoji sequences': '👩‍👩‍👧‍👦'.repeat(300),
  'turned-round text': 'שלום \u202Egpj.exe ',
  'half a character': '\uD83D',
  'mrkdwn signs': '* _ ~ ` | " \\ \n> quote\n```',
};

describe('Every view', () => {
  it('stands in the list above', async () => {
    const files = readSources('src').filter(({ path }) => path.endsWith('.view.ts'));
    const exported = await Promise.all(
      files.map(async ({ path }) => {
        const exports: Record<string, unknown> = await import(pathToFileURL(path).href);
        const made = Object.keys(exports).filter((name) => typeof exports[name] !== 'number');
        return made.map((name) => `${path.replace(/^.*\//, '').replace(/\.ts$/, '')} ${name}`);
      }),
    );
    expect(Object.keys(builders).sort()).toEqual(exported.flat().sort());
  });

  it.each(Object.entries(builders))(
    '%s is taken by Slack and pings nobody, whatever stands in its facts and however many they are (T-40, T-41)',
    async (_name, build) => {
      const found: unknown[] = [];
      for (const [what, text] of Object.entries(texts))
        for (const language of languages)
          for (const count of counts) {
            const problems = (await build({ count, text, language })).flatMap(problemsOf);
            if (problems.length > 0) found.push({ what, language, count, problems: problems.slice(0, 5) });
          }
      expect(found).toEqual([]);
    },
  );
});

/** What Slack would refuse, and every mention or link that did not come from us. */
function problemsOf(surface: Surface): readonly unknown[] {
  const foreign = textsIn(surface)
    .flatMap(unescaped)
    .filter((token) => !ours.test(token));
  if ('modal' in surface) return [...checkView(surface.modal), ...foreign];
  if ('home' in surface) return [...checkView({ type: 'home', blocks: surface.home }), ...foreign];
  const { text, blocks } = surface.message;
  const tooLong = text.length > limits.messageText ? [`a text of ${text.length} characters`] : [];
  return [...checkBlocks('message', blocks), ...foreign, ...tooLong];
}

const { user, channel, site } = facts.known;
/** Mentions of the rows' own ids, links to the rows' own addresses. */
const ours = new RegExp(`^<(@${user}|#${channel}|${site}/[^<>|]*\\|[^<>|]*|(mailto|tel):[^<>|]*\\|[^<>|]*)>$`);

/** What Slack shows as text. What stands in a field, and what a button carries, it takes as it is. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  const shown = Object.entries(value).filter(([key]) => !['initial_value', 'value', 'private_metadata'].includes(key));
  return shown.flatMap(([, held]) => textsIn(held));
}
