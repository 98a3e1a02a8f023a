import type { Due } from '../due/due.ts';
import { readDue } from '../due/due-words.ts';
import type { Language } from '../i18n/language.ts';
import type { InteractionKind, NewInteraction } from '../interactions/interaction.ts';
import { usualOutcome } from '../interactions/interaction.ts';
import type { ContactName } from './line-contact.ts';
import { readCues } from './line-cues.ts';
import { partsOfLine } from './line-parts.ts';
import { matchPeople } from './line-people.ts';

/** Days among which a person chooses for a step: those that its words could mean as well, or all that they could mean. */
export type DayChoices = readonly Due[];

/** What a line says, once its account is known. */
export interface LineContent {
  readonly note: string;
  /** In the order of the line. */
  readonly steps: readonly { readonly title: string; readonly due: Due | null; readonly choices: DayChoices }[];
  /** Null where the words do not say it. */
  readonly kind: InteractionKind | null;
  readonly outcome: NewInteraction['values']['outcome'];
  readonly contactIds: readonly string[];
}

/** When, where and by whom a line was typed: its dates are as of then. */
export interface LineMoment {
  readonly now: Date;
  readonly zone: string;
  readonly language: Language;
}

/** More steps than anybody agrees on in one talk stay in the note. */
const most = { steps: 10 } as const;

/** Reads what stands behind the account: kind, people, and each next step with its day. */
export function contentOf(text: string, people: readonly ContactName[], moment: LineMoment): LineContent {
  const parts = partsOfLine(text);
  const steps = parts.steps.filter((step) => step.trim() !== '');
  const note = [parts.lead.trim(), ...steps.slice(most.steps)].filter(Boolean).join('; ');
  const { kind, outcome } = readCues(note);
  return {
    note,
    steps: steps.slice(0, most.steps).map((step) => stepOf(step, moment)),
    kind,
    outcome: outcome ?? usualOutcome(kind ?? 'meeting'),
    contactIds: matchPeople(note, people).found,
  };
}

function stepOf(text: string, moment: LineMoment): LineContent['steps'][number] {
  const read = readDue(text, moment);
  // Until somebody says which day is meant, the words that name it stay.
  if (read.kind === 'ask') return { title: text.trim(), due: null, choices: read.choices };
  return {
    title: read.title,
    ...(read.kind === 'due' ? { due: read.due, choices: read.also } : { due: null, choices: [] }),
  };
}
