import { authorise } from '../access/policy.ts';
import { lockAccount } from '../accounts/account.store.ts';
import type { Work } from '../db/work.ts';
import { keepDraftForNow, lockDraft, settleDraft } from '../drafts/draft.store.ts';
import type { Draft } from '../drafts/draft.ts';
import { logAt } from '../interactions/interaction.flow.ts';
import type { InteractionValues } from '../interactions/interaction.ts';
import { contentOf } from './log-content.ts';
import { echoOfSaved, peopleFor } from './log-echo.query.ts';
import type { Asked, LineLogged } from './log-echo.ts';
import type { Named } from './log-line.ts';
import { targetOfLine } from './log-target.query.ts';
import { lineVerb } from './log-verb.ts';

/** Keeps a typed line before anything else is done with it: whatever happens then, it is not lost. Returns the draft's id. */
export async function keepLine(work: Work, line: string): Promise<string> {
  authorise(work.actor, 'desk.open');
  return keepDraftForNow(work, line);
}

/**
 * Writes a kept line to the account that it names for certain, or else says among which accounts to choose; the draft is
 * used up or stays. Days are as of the moment it was typed. `isVerb`: its first word is the verb, whoever is called so.
 */
export async function logLine(
  work: Work,
  { draftId, channelId, isVerb = false }: { draftId: string; channelId: string | null; isVerb?: boolean },
): Promise<LineLogged> {
  authorise(work.actor, 'interaction.log');
  const draft = await lockDraft(work, draftId);
  if (!draft) return { ok: false, problem: 'settled' };
  const target = await targetOfLine(work, draft.line, channelId, isVerb);
  switch (target.kind) {
    case 'write':
      return write(work, draft, { accountId: target.named.candidate.id, from: target.named.from }, target.named);
    case 'name':
      // Nothing was to be noted; a line that only begins like a name may have been.
      if (target.exact) await settleDraft(work, draft.id, 'dropped');
      return { ok: true, kind: 'name' };
    case 'ask':
      return { ok: true, kind: 'asked', asked: askedOf(draft, target.doubt, target.named) };
  }
}

/** Writes the acting person's own draft to the account that they chose for it: once. */
export async function logDraft(
  work: Work,
  { draftId, accountId, channelId }: { draftId: string; accountId: string; channelId: string | null },
): Promise<LineLogged> {
  authorise(work.actor, 'interaction.log');
  const draft = await lockDraft(work, draftId);
  if (!draft) return { ok: false, problem: 'settled' };
  const target = await targetOfLine(work, draft.line, channelId);
  const offered = target.kind === 'ask' ? target.named : target.kind === 'write' ? [target.named] : [];
  const from = offered.find(({ candidate }) => candidate.id === accountId)?.from ?? lineVerb(draft.line).from;
  return write(work, draft, { accountId, from }, null);
}

/** The accounts among which a person chooses for a kept line, read again. */
export async function askAgain(work: Work, draftId: string, channelId: string | null): Promise<Asked | null> {
  authorise(work.actor, 'interaction.log');
  const draft = await lockDraft(work, draftId);
  if (!draft) return null;
  const target = await targetOfLine(work, draft.line, channelId);
  if (target.kind === 'ask') return askedOf(draft, target.doubt, target.named);
  // Written it would have been, had it said what was talked about.
  return target.kind === 'write' ? askedOf(draft, 'no-note', [target.named]) : askedOf(draft, 'unsure', []);
}

function askedOf({ id, line }: Draft, doubt: Asked['doubt'], named: readonly Named[]): Asked {
  const choices = named.map(({ candidate }) => candidate);
  return {
    draftId: id,
    line,
    doubt,
    named: choices.map(({ id: accountId, number, name, city, ownerName }) => ({
      ...{ id: accountId, number, name, city, ownerName },
    })),
  };
}

const step = { kind: 'step', repeat: null } as const;

/** `unasked`: what the line itself said, where nobody was asked. */
async function write(
  work: Work,
  draft: Draft,
  to: { accountId: string; from: number },
  unasked: Named | null,
): Promise<LineLogged> {
  const account = await lockAccount(work, to.accountId);
  if (!account || account.mergedIntoId) return { ok: false, problem: 'gone' };
  authorise(work.actor, 'interaction.log', account.kept);
  const people = await peopleFor(work, account);
  const { zone, language, memberId } = work.actor;
  const content = contentOf(draft.line.slice(to.from), people, { now: draft.at, zone, language });
  if (content.note === '' && content.steps.length === 0) {
    await settleDraft(work, draft.id, 'dropped');
    return { ok: true, kind: 'form', accountId: account.id };
  }
  // Nobody says what was talked about: a talk that may never have been is not written unasked.
  if (content.note === '' && unasked) return { ok: true, kind: 'asked', asked: askedOf(draft, 'no-note', [unasked]) };
  const values: InteractionValues = {
    kind: content.kind ?? 'meeting',
    at: draft.at.toISOString(),
    outcome: content.outcome,
    summary: content.note || content.steps.map(({ title }) => title).join('; '),
    tone: null,
    contactIds: content.contactIds,
    memberIds: [],
  };
  const tasks = content.steps.map(({ title, due }) => ({ ...step, title, due, assigneeId: memberId }));
  const logged = await logAt(work, account, { values, source: null, tasks });
  if (!logged.ok) return { ok: false, problem: 'gone' };
  await settleDraft(work, draft.id, 'used');
  const { interactionId, taskIds } = logged;
  const choices = new Map(taskIds.map((id, at) => [id, content.steps[at]?.choices ?? []]));
  const steps = taskIds.flatMap((id, at) => {
    const agreed = content.steps[at];
    return agreed ? [{ id, title: agreed.title, due: agreed.due, createdAt: work.now }] : [];
  });
  const echo = echoOfSaved(work, { interactionId, account, people, values, steps }, { choices });
  return { ok: true, kind: 'logged', echo };
}
