import type { HandoverForm, Orphans, Owner } from '../../src/handover/candidate.ts';
import { handoverStates, leftReasons } from '../../src/handover/handover.ts';
import type { HandoverLine, HandoverPage, News, Party } from '../../src/handover/news.ts';
import { type Hostile, idOf, known, times } from './hostile-facts.ts';

const partyOf = ({ text, language }: Hostile): Party => ({
  memberId: idOf(1),
  name: text,
  slackUserId: known.user,
  language,
  active: true,
});
const linesOf = ({ count, text }: Hostile, most: number): readonly HandoverLine[] =>
  times(Math.min(count, most), (i) => ({ id: idOf(i), number: i, name: text, city: text }));

/** A handover in each of its states. */
export const newsOf = (h: Hostile): readonly News[] =>
  handoverStates.map((state) => ({
    handoverId: idOf(9),
    state,
    asker: partyOf(h),
    to: partyOf(h),
    decider: state === 'asked' ? null : { ...partyOf(h), memberId: idOf(2) },
    owners: times(h.count, () => ({ ...partyOf(h), count: h.count })),
    hasNote: true,
    startsOn: '2026-03-09',
    count: h.count,
    lines: linesOf(h, 10),
    taskCount: h.count,
    leftCount: h.count,
    left: times(Math.min(h.count, 10), (i) => ({ name: h.text, why: leftReasons[i % 3] ?? 'gone' })),
  }));

export const handoverPageOf = (h: Hostile, size: number): HandoverPage => ({
  handoverId: idOf(9),
  lines: linesOf(h, size),
  page: 1,
  hasMore: true,
  count: h.count,
});

export const ownerOf = ({ count, text }: Hostile, active = true): Owner => ({
  memberId: idOf(3),
  name: text,
  active,
  count,
});

export const handoverFormsOf = (h: Hostile): readonly HandoverForm[] =>
  [true, false].map((mayChooseOwner) => ({
    myId: idOf(3),
    owner: { ...ownerOf(h, false), memberId: mayChooseOwner ? null : idOf(3) },
    mayChooseOwner,
    decides: mayChooseOwner,
    account: mayChooseOwner ? { id: idOf(4), number: 4, name: h.text, city: h.text, kept: nobodys } : null,
    today: '2026-03-06',
  }));
const nobodys = { ownerId: null, deputyId: null, teamId: null };

export const orphansOf = (h: Hostile): readonly Orphans[] =>
  times(h.count, (i) => ({
    ...ownerOf(h, false),
    memberId: i === 0 ? null : idOf(i),
    name: i === 0 ? null : h.text,
    lines: linesOf(h, 3).map((line) => ({ ...line, kept: nobodys })),
  }));
