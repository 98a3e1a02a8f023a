import { setClockOffset } from '../../../src/access/workspace.store.ts';
import { readLine } from '../../../src/desk/reading.ts';
import { openDrafts } from '../../../src/drafts/draft.store.ts';
import { interactionColumns, interactionOf } from '../../../src/interactions/interaction.store.ts';
import { keepLine, logLine } from '../../../src/lines/log-line.flow.ts';
import { tasksOfInteraction } from '../../../src/tasks/task.store.ts';
import { aHouse, type House, type Person } from '../../support/house.ts';
import { type CorpusLine, corpusChannels, corpusDay } from './line.ts';
import { archivedNames, corpusWorld } from './world.ts';

const channelIds = { huatai: 'C0HUATAI01', umbrella: 'C0UMBREL01' } as const satisfies Record<
  keyof typeof corpusChannels,
  string
>;

/** What became of one line: at most one interaction, or a draft that stays. */
export interface Became {
  readonly to: string | null;
  readonly isKept: boolean;
  readonly kind: string | null;
  readonly isKindOpen: boolean;
  readonly outcome: string | null;
  readonly summary: string | null;
  readonly people: readonly string[];
  readonly open: readonly string[];
  readonly steps: readonly { readonly title: string; readonly on: string | null; readonly time: string | null }[];
  /** How many interactions there are more than before. */
  readonly written: number;
  readonly offered: readonly string[];
}

/** The world of the corpus, and a person in it who types. */
export interface Town extends AsyncDisposable {
  typed(line: CorpusLine): Promise<Became>;
}

export async function aTown(): Promise<Town> {
  const house = await aHouse();
  const names = await furnish(house);
  const people = {
    en: await house.aMember({ name: 'Maya', roles: ['service'] }),
    zh: await house.aMember({ name: '李琦', roles: ['service'], locale: 'zh-CN' }),
  };
  let shown = '';
  const at = async (day: string): Promise<void> => {
    if (day === shown) return;
    shown = day;
    const offset = new Date(`${day}T02:00:00Z`).getTime() - Date.now();
    await house.database.inSystem(house.workspaceId, (db) => setClockOffset(db, offset));
  };
  return {
    async typed(one) {
      await at(one.on ?? corpusDay);
      return type(house, people[one.language ?? 'en'], one, names);
    },
    [Symbol.asyncDispose]: () => house[Symbol.asyncDispose](),
  };
}

interface Names {
  readonly accounts: ReadonlyMap<string, string>;
  readonly contacts: ReadonlyMap<string, string>;
}

async function furnish(house: House): Promise<Names> {
  const accounts = new Map<string, string>();
  const contacts = new Map<string, string>();
  for (const { name, aliases = [], city = null, people = [] } of corpusWorld) {
    const channel = Object.entries(corpusChannels).find(([, whose]) => whose === name)?.[0];
    const channelId = channel ? channelIds[channel as keyof typeof channelIds] : null;
    const { id } = await house.anAccount(name, { values: { aliases, city, channelId } });
    accounts.set(id, name);
    for (const { name: who, title = null, left } of people)
      contacts.set(await house.aContact({ id }, { name: who, title, ...(left && { leftOn: '2026-01-31' }) }), who);
  }
  for (const name of archivedNames) {
    const { id } = await house.anAccount(name);
    await house.sql(`UPDATE "Account" SET "archivedAt" = now() WHERE id = '${id}'`);
  }
  return { accounts, contacts };
}

async function type(house: House, person: Person, one: CorpusLine, names: Names): Promise<Became> {
  const count = (): Promise<number> => house.as(person, (work) => work.db.interaction.count());
  const before = await count();
  const { line } = readLine(one.line);
  const channelId = one.channel ? channelIds[one.channel] : null;
  // As the desk does: what does not begin with the verb is never written unasked.
  const draftId = await house.as(person, (work) => keepLine(work, line));
  const logged = await house.as(person, (work) => logLine(work, { draftId, channelId }));
  return house.as(person, async (work) => {
    const drafts = await openDrafts(work, 1000);
    const kept = drafts.find(({ id }) => id === draftId);
    const written = (await work.db.interaction.count()) - before;
    const offered = logged.ok && logged.kind === 'asked' ? logged.asked.named.map(({ name }) => name) : [];
    const nothing = { kind: null, outcome: null, summary: null, people: [], open: [], steps: [], isKindOpen: false };
    const isKept = kept?.line === line;
    if (!logged.ok || logged.kind !== 'logged') return { to: null, isKept, written, offered, ...nothing };
    const row = await work.db.interaction.findFirstOrThrow({
      where: { id: logged.echo.interactionId },
      select: interactionColumns,
    });
    const { accountId, values } = interactionOf(row, work.vault);
    const tasks = await tasksOfInteraction(work, row.id);
    return {
      to: names.accounts.get(accountId) ?? '?',
      isKept,
      kind: values.kind,
      isKindOpen: logged.echo.isKindOpen,
      outcome: values.outcome,
      summary: values.summary,
      people: values.contactIds.map((id) => names.contacts.get(id) ?? '?'),
      open: logged.echo.open.map(({ said }) => said),
      steps: tasks.map(({ title, due }) => ({ title, on: due?.on ?? null, time: due?.time ?? null })),
      written,
      offered,
    };
  });
}
