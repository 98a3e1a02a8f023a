import { z } from 'zod';
import type { Due } from '../due/due.ts';
import { dayIn } from '../lib/date.ts';
import { cleanName, cleanNote } from '../lib/text.ts';
import type { TaskKind } from '../tasks/task.ts';
import { dayProblem } from '../tasks/task-form.ts';
import { type InteractionValues, interactionKinds, outcomes, type Source, tones, usualOutcome } from './interaction.ts';

/** Text, in what a form may send at most. */
const text = z.string().max(3000).nullish();
const slackUserId = z.string().regex(/^[UW][A-Z0-9]{1,30}$/);
const day = z.iso.date().nullish();

/** What stands in the form, by field. Null is an empty field, absent one that was not shown. */
export const logFields = z.object({
  account: z.uuid().nullish(),
  summary: text,
  kind: z.enum(interactionKinds).nullish(),
  /** Seconds. */
  when: z.int().min(0).max(99_999_999_999).nullish(),
  contacts: z.array(z.uuid()).max(500).nullish(),
  colleagues: z.array(slackUserId).max(100).nullish(),
  outcome: z.enum(outcomes).nullish(),
  tone: z.enum(tones).nullish(),
  step: text,
  stepOn: day,
  stepBy: slackUserId.nullish(),
  ours: text,
  oursOn: day,
  theirs: text,
  theirsOn: day,
});
export type LogFields = z.infer<typeof logFields>;

/** Where a window stands whose button opened the form: it shows what was saved. */
export const origins = ['card', 'home', 'timeline', 'message'] as const;
export type Origin = (typeof origins)[number];

/** What comes back with the form of a new log. */
export const logMeta = z.object({
  /** The account that the log is for, or whose people are offered; a person may choose another one unless it is `fixed`. */
  accountId: z.uuid().nullable(),
  fixed: z.boolean(),
  /** Raised with every choice of another account, so that nobody of the one before stays chosen. */
  round: z.int().min(0),
  source: z.object({ permalink: z.url({ protocol: /^https?$/ }).max(500), saidBy: slackUserId.nullable() }).nullable(),
  from: z.enum(origins).nullable(),
  belowId: z.string().max(255).nullable(),
  /** What Home said of itself, where the form was opened from there: it is shown so again. */
  home: z.unknown().optional(),
});
export type LogMeta = z.infer<typeof logMeta> & { readonly source: Source | null };

export type LogProblem =
  | { readonly problem: 'in-future' | 'date-past'; readonly day: string }
  | {
      readonly problem:
        | 'account-missing'
        | 'account-gone'
        | 'summary-missing'
        | 'unreadable'
        | 'title-missing'
        | 'date-far'
        | 'person-unknown'
        | 'not-theirs'
        | 'gone';
    };
/** What is wrong, by field. */
export type LogProblems = Readonly<Partial<Record<keyof LogFields, LogProblem>>>;

/** A step or promise as the form says it: the assignee as Slack's id, null for the acting person. */
export interface Agreed {
  readonly kind: TaskKind;
  readonly title: string;
  readonly due: Due | null;
  readonly assignee: string | null;
}

/** What a form says, read; the colleagues as Slack's ids. */
export type LogRead =
  | {
      readonly ok: true;
      readonly values: Omit<InteractionValues, 'memberIds'>;
      readonly colleagues: readonly string[];
      readonly agreed: readonly Agreed[];
    }
  | { readonly ok: false; readonly problems: LogProblems };

/** How long a step or promise may be, in characters. */
export const titleLength = 300;
/** What is logged may lie this far ahead: a talk that is about to begin, in whatever zone. */
const aheadMs = 86_400_000;

/** Reads the form as the person in `zone` filled it in at `now`. Without a kind it was a meeting, without a time now. */
export function readLog(sent: LogFields, { now, zone }: { now: Date; zone: string }): LogRead {
  const problems: Partial<Record<keyof LogFields, LogProblem>> = {};
  const summary = cleanNote(sent.summary ?? '');
  if (!summary.ok) problems.summary = { problem: 'unreadable' };
  else if (summary.value === null) problems.summary = { problem: 'summary-missing' };
  const at = sent.when == null ? now : new Date(sent.when * 1000);
  if (at.getTime() > now.getTime() + aheadMs) problems.when = { problem: 'in-future', day: dayIn(at, zone) };
  const agreed = agreements.flatMap(({ kind, title, on, by }) => {
    const said = cleanName(sent[title] ?? '', titleLength);
    const day = sent[on] ?? null;
    const due = day === null ? null : { on: day, time: null };
    const { date: wrongDay } = dayProblem(due, dayIn(now, zone), null);
    if (!said.ok) problems[title] = { problem: 'unreadable' };
    else if (said.value === null && due !== null) problems[title] = { problem: 'title-missing' };
    else if (due !== null && wrongDay)
      problems[on] = wrongDay === 'past' ? { problem: 'date-past', day: due.on } : { problem: 'date-far' };
    else if (said.value !== null) return [{ kind, title: said.value, due, assignee: by ? (sent[by] ?? null) : null }];
    return [];
  });
  if (Object.keys(problems).length > 0 || !summary.ok || summary.value === null) return { ok: false, problems };
  const kind = sent.kind ?? 'meeting';
  return {
    ok: true,
    values: {
      kind,
      at: at.toISOString(),
      outcome: sent.outcome ?? usualOutcome(kind),
      summary: summary.value,
      tone: sent.tone ?? null,
      contactIds: sent.contacts ?? [],
    },
    colleagues: sent.colleagues ?? [],
    agreed,
  };
}

const agreements = [
  { kind: 'step', title: 'step', on: 'stepOn', by: 'stepBy' },
  { kind: 'ours', title: 'ours', on: 'oursOn', by: null },
  { kind: 'theirs', title: 'theirs', on: 'theirsOn', by: null },
] as const satisfies readonly { kind: TaskKind; title: keyof LogFields; on: keyof LogFields; by: 'stepBy' | null }[];
