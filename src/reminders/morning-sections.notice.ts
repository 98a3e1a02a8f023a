import { may } from '../access/policy.ts';
import { myCadences, myOutOfCadence } from '../cadence/cadence.query.ts';
import { cadenceBlocks } from '../cadence/cadence.view.ts';
import { openHandovers } from '../handover/handover.query.ts';
import { wishBlocks } from '../handover/handover.view.ts';
import { dayTasks } from '../tasks/task.query.ts';
import { taskBlocks } from '../tasks/task-row.view.ts';
import { readerOf } from '../tasks/task-window.query.ts';
import { myContractDates } from './date-news.query.ts';
import { dateNews } from './date-news.ts';
import { dateBlocks } from './date-news.view.ts';
import { morningText } from './morning.text.ts';
import { mostLines } from './morning.ts';
import type { MorningSection } from './morning-wiring.ts';
import { myReturn } from './return.query.ts';
import { meanwhileBlocks } from './return.view.ts';
import { soonOut } from './soon.ts';

/** What happened while the reader was away, on their first morning back. */
const returnSection: MorningSection = {
  async load(work, of) {
    const back = await myReturn(work, of);
    if (back === null) return null;
    const { language } = work.actor;
    return {
      heading: morningText[language].back(back.deputy),
      lines: back.accounts.slice(0, mostLines).map((each) => meanwhileBlocks(each, language)),
      count: back.accounts.length,
    };
  },
};

/** Handovers that wait for the reader's yes or no. */
const handoverSection: MorningSection = {
  async load(work) {
    if (!may(work.actor, 'handover.decide')) return null;
    const { language } = work.actor;
    const waiting = await openHandovers(work);
    const lines = waiting.map((news) => wishBlocks(news, language));
    return { heading: morningText[language].handovers, lines, count: lines.length };
  },
};

/** Steps and promises that are due or overdue, of the reader and of those for whom they stand in. */
const dueSection: MorningSection = {
  async load(work) {
    if (!may(work.actor, 'task.read')) return null;
    const memberIds = [work.actor.memberId, ...work.actor.standsInFor];
    const due = await dayTasks(work, { memberIds, limit: mostDue });
    const lines = due
      .slice(0, mostLines)
      .map((line) => taskBlocks(line, readerOf(work), { memberId: work.actor.memberId }));
    return { heading: morningText[work.actor.language].due, lines, count: due.length };
  },
};
/** Whoever has more to do than this is told of so many. */
const mostDue = 50;

/** Accounts that nobody has talked with for too long. */
const outSection: MorningSection = {
  async load(work) {
    const { lines, count } = await myOutOfCadence(work, mostLines);
    const me = work.actor.memberId;
    return {
      heading: morningText[work.actor.language].out(count),
      lines: lines.map((line) => cadenceBlocks(line, readerOf(work), { me })),
      count,
    };
  },
};

/** Accounts that will be, told once. */
const soonSection: MorningSection = {
  async load(work, of) {
    const lines = soonOut(await myCadences(work), of);
    const me = work.actor.memberId;
    return {
      heading: morningText[work.actor.language].soon,
      lines: lines.slice(0, mostLines).map((line) => cadenceBlocks(line, readerOf(work), { me })),
      count: lines.length,
    };
  },
};

/** Contracts that end before long, by when notice has to be given, and anniversaries. */
const dateSection: MorningSection = {
  async load(work, of) {
    const news = dateNews(await myContractDates(work), of);
    return {
      heading: morningText[work.actor.language].dateNews,
      lines: news.slice(0, mostLines).map((each) => dateBlocks(each, readerOf(work))),
      count: news.length,
    };
  },
};

/** The parts of the morning message, the weightiest first. */
export const morningSections: readonly MorningSection[] = [
  returnSection,
  handoverSection,
  dueSection,
  outSection,
  dateSection,
  soonSection,
];
