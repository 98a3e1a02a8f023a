import { z } from 'zod';
import { businessTime } from '../../src/access/member.store.ts';
import type { Work } from '../../src/db/work.ts';
import { createLog } from '../../src/lib/log.ts';
import { type Outbox, type OutboxPorts, openOutbox } from '../../src/outbox/deliver.ts';
import { type NewNotice, type NoticeKind, noticeKind } from '../../src/outbox/notice.ts';
import { enqueue } from '../../src/outbox/outbox.store.ts';
import { postBox } from '../../src/outbox/post-box.ts';
import type { LocalSlack } from '../../src/playground/local-slack.ts';
import { startLocalSlack } from '../../src/playground/local-slack.ts';
import { paragraphs } from '../../src/slack/message.ts';
import { rich } from '../../src/slack/text.ts';
import { clientOf, company } from '../playground/stage.ts';
import { aHouse, type House, type Person } from '../support/house.ts';

/** A notice kind that says what its ref says. */
export const saying = (onUnknown: 'repeat' | 'leave' = 'repeat'): NoticeKind =>
  noticeKind({
    kind: 'saying',
    onUnknown,
    refs: z.strictObject({ words: z.string() }),
    render: async (_work: Work, { words }) => ({ say: paragraphs(rich`${words}`) }),
  });

export interface Desk extends AsyncDisposable {
  readonly house: House;
  readonly slack: LocalSlack;
  readonly reader: Person;
  readonly readers: readonly Person[];
  readonly givenUp: string[];
  /** Another process with the same kinds. */
  outbox(more?: Partial<OutboxPorts>): Outbox;
  put(notice: Partial<NewNotice> & { key: string }): Promise<void>;
  /** What the reader has been told, oldest first. */
  told(person?: Person): readonly string[];
  rows(): Promise<readonly Record<string, unknown>[]>;
  /** As if so many seconds had passed for everything that rests or is leased. */
  later(seconds: number): Promise<void>;
}

/** An outbox over a real database and the local Slack. */
export async function anOutboxDesk(people = 1): Promise<Desk> {
  const house = await aHouse();
  const readers = await severally(people, () => house.aMember({ roles: ['manager'] }));
  const slack = await startLocalSlack({ company: companyOf(readers), delivery: { by: 'socket' } });
  const [reader] = readers;
  if (!reader) throw new Error('an outbox needs somebody to talk to');
  const givenUp: string[] = [];
  const log = createLog({ level: 'silent' });
  return {
    house,
    slack,
    reader,
    readers,
    givenUp,
    outbox: (more = {}) =>
      openOutbox({
        inSystem: house.database.inSystem,
        inWorkspace: house.database.inWorkspace,
        post: postBox(clientOf(slack, slack.botToken, { timeout: 1_000 })),
        kinds: [saying()],
        businessTime,
        givenUp: async (_db, _workspaceId, { key }) => {
          givenUp.push(key);
        },
        log,
        ...more,
      }),
    put: (notice) =>
      house.as(reader, (work) =>
        enqueue(work, { kind: 'saying', refs: { words: notice.key }, target: reader.slackUserId, ...notice }),
      ),
    told: (person = reader) =>
      slack
        .as(person.slackUserId)
        .dm()
        .map(({ text }) => text),
    rows: () => house.sql('SELECT * FROM "Outbox" ORDER BY "createdAt", id'),
    async later(seconds) {
      const back = `- ${seconds} * interval '1 second'`;
      await house.sql(`UPDATE "Outbox" SET "notBefore" = "notBefore" ${back}, "leaseUntil" = "leaseUntil" ${back}`);
      await house.sql(`UPDATE "OutboxTarget" SET "notBefore" = "notBefore" ${back}`);
    },
    async [Symbol.asyncDispose]() {
      await slack.stop();
      await house[Symbol.asyncDispose]();
    },
  };
}

const companyOf = (readers: readonly Person[]) => ({
  ...company,
  people: readers.map(({ slackUserId: id, name }) => ({
    id,
    name,
    realName: name,
    locale: 'en-US',
    zone: 'Asia/Shanghai',
  })),
  channels: [],
});

async function severally<T>(count: number, make: () => Promise<T>): Promise<readonly T[]> {
  const made: T[] = [];
  for (let i = 0; i < count; i += 1) made.push(await make());
  return made;
}
