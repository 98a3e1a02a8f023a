import { type TalkChange, talkChangeVerbs } from '../../src/interactions/talk-change.ts';
import { accountFields } from '../../src/templates/account-fields.ts';
import { contactFields } from '../../src/templates/contact-fields.ts';
import { type Change, toldVerbs } from '../../src/timeline/change.ts';
import type { PutBackAsk } from '../../src/timeline/put-back.ts';
import type { Timeline } from '../../src/timeline/timeline.ts';
import { at, fieldFactsOf, type Hostile, hostileValue, idOf, known, times, valuesOf } from './hostile-facts.ts';

export function changesOf(hostile: Hostile): readonly Change[] {
  const account = valuesOf(accountFields, hostile);
  const contact = valuesOf(contactFields, hostile);
  const changed = Object.fromEntries(
    Object.entries({ ...account, ...contact }).map(([field, to]) => [field, { from: to, to }]),
  );
  return times(hostile.count, (i) => ({
    id: idOf(i),
    verb: toldVerbs[i % toldVerbs.length] ?? 'account.changed',
    at,
    actor: i % 3 === 0 ? null : known.user,
    about: i % 2 === 0 ? null : hostile.text,
    changes: {
      ...changed,
      channel: { from: null, to: known.channel },
      ...(i % 4 === 0 && { putBack: { from: null, to: idOf(i) } }),
    },
    mayPutBack: i % 7 !== 0,
  }));
}

export const timelineOf = (hostile: Hostile, filter: string | null, entries: Timeline['entries']): Timeline => {
  const words = { en: hostile.text, zh: hostile.text };
  return {
    account: { id: idOf(0), name: hostile.text },
    kinds: times(Math.min(hostile.count, 3), (i) => ({ kind: `kind-${i}`, label: words, empty: words })),
    filter,
    isFirst: false,
    entries,
    next: { at: at.toISOString(), id: idOf(1) },
  };
};

export const putBacksOf = (hostile: Hostile): readonly PutBackAsk[] =>
  [accountFields, contactFields].flatMap((fields) =>
    fields.map((field, i) => ({
      accountId: idOf(0),
      accountName: hostile.text,
      about: i % 2 === 0 ? null : hostile.text,
      entryId: idOf(1),
      fields: hostile.count === 1 ? [field] : fields,
      field,
      now: hostileValue(field, hostile),
      before: i % 3 === 0 ? hostileValue(field, hostile) : null,
      version: 2,
      author: { actor: known.user, at },
      since: times(hostile.count, () => ({
        actor: i % 2 === 0 ? null : known.user,
        at,
        to: hostileValue(field, hostile),
      })),
      facts: fieldFactsOf(hostile),
    })),
  );

export const talkChangesOf = ({ count, text }: Hostile): readonly TalkChange[] =>
  times(count, (i) => {
    const people = times(i * 100, () => idOf(0));
    const values = {
      kind: 'wechat',
      at: at.toISOString(),
      outcome: 'attempt',
      summary: text,
      tone: 'bad',
      contactIds: people,
      memberIds: people,
    } as const;
    const changes = Object.entries(values).map(([field, to]) => [field, { from: i % 2 === 0 ? null : to, to }]);
    return {
      id: idOf(i),
      verb: talkChangeVerbs[i % talkChangeVerbs.length] ?? 'interaction.changed',
      at,
      actor: i % 2 === 0 ? null : known.user,
      interaction: {
        id: idOf(i),
        accountId: idOf(0),
        authorId: idOf(0),
        version: 1,
        values,
        source: null,
        createdAt: at,
        deletedAt: at,
      },
      changes: Object.fromEntries(changes),
      mayRestore: i % 4 === 1,
    };
  });
