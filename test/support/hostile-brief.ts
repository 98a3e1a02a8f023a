import type { Brief } from '../../src/brief/brief.ts';
import { interactionKinds, outcomes } from '../../src/interactions/interaction.ts';
import type { Talk } from '../../src/interactions/talk.ts';
import { accountFields } from '../../src/templates/account-fields.ts';
import { cadencesOf } from './hostile-day.ts';
import { at, cardFactsOf, type Hostile, idOf, known, times } from './hostile-facts.ts';
import { summaryOf } from './hostile-tasks.ts';

const person = ({ text }: Hostile) => ({ name: text, slackUserId: known.user });

const talkOf = (h: Hostile, i: number): Talk => ({
  interaction: {
    id: idOf(i),
    accountId: idOf(1),
    authorId: idOf(2),
    version: 1,
    values: {
      kind: interactionKinds[i % interactionKinds.length] ?? 'meeting',
      at: at.toISOString(),
      outcome: outcomes[i % 2] ?? 'reached',
      summary: h.text,
      tone: null,
      contactIds: [],
      memberIds: [],
    },
    source: null,
    createdAt: at,
    deletedAt: null,
  },
  account: { id: idOf(1), name: h.text },
  author: person(h),
  contacts: times(h.count, () => h.text),
  colleagues: [],
  may: { edit: false, takeBack: false },
});

/** A brief as those read it who may see everything, and as others do. */
export function briefsOf(h: Hostile): readonly Brief[] {
  const card = cardFactsOf(h);
  const [cadence = null] = cadencesOf({ ...h, count: 1 });
  const changes = times(Math.min(h.count, 20), (i) => ({
    at,
    actor: i === 0 ? null : known.user,
    about: i % 2 === 0 ? null : h.text,
    isNewContact: i % 4 === 1,
    fieldIds: accountFields.map(({ id }) => id),
  }));
  const whole = { card, cadence, talks: times(Math.min(h.count, 3), (i) => talkOf(h, i)), agreed: summaryOf(h) };
  return [
    { ...whole, lastTwoWayAt: at, changes },
    { ...whole, card: { ...card, contacts: null }, talks: null, cadence: null, lastTwoWayAt: null, changes: null },
  ];
}
