import type { KnownBlock, ModalView } from '@slack/types';
import type { Language } from '../i18n/language.ts';
import { actions, button, section } from '../slack/blocks.ts';
import { limits } from '../slack/limits.ts';
import { joinRich } from '../slack/text.ts';
import { interactionIds } from './interaction.ids.ts';
import { interactionText } from './interaction.text.ts';
import type { StepsLeft } from './interaction.ts';
import type { Origin } from './log-form.ts';
import { fieldName } from './log-words.view.ts';

/** Which log an echo tells of, and where it stands. */
interface About {
  readonly interactionId: string;
  readonly account: string;
  readonly from: Origin;
}

/** A log's *Edit* and *Undo*. */
export const logButtons = ({ interactionId, from }: Pick<About, 'interactionId' | 'from'>, language: Language) => {
  const t = interactionText[language];
  const value = { interactionId, from };
  // In a card's window the file has an *Edit* of its own.
  const edit = from === 'card' ? t.editLog : t.edit;
  return [button(interactionIds.edit, edit, { value }), button(interactionIds.undo, t.undo, { value })];
};

/** What was logged, with the way back. */
export function loggedBlocks(about: About & { readonly steps: number }, language: Language): readonly KnownBlock[] {
  const t = interactionText[language];
  const steps = about.steps === 0 ? '' : t.steps(about.steps);
  return [section(joinRich([t.logged(about.account), steps], ' ')), actions(logButtons(about, language), 'log-echo')];
}

/** What was changed of a log. */
export function changedBlocks(changed: readonly string[], language: Language): readonly KnownBlock[] {
  const t = interactionText[language];
  if (changed.length === 0) return [section(t.unchanged)];
  return [section(t.changed(changed.map((field) => fieldName(field, language)).join(t.comma)))];
}

/** That a log was taken back, what became of its steps, and the way back from that. */
export function takenBackBlocks(
  about: About & { readonly steps: StepsLeft },
  language: Language,
): readonly KnownBlock[] {
  const t = interactionText[language];
  const { moved, done } = about.steps;
  const value = { interactionId: about.interactionId, from: about.from };
  const said = [t.takenBack(about.account), moved === 0 ? '' : t.stepsGone(moved), done === 0 ? '' : t.stepsDone(done)];
  const words = section(joinRich(said, ' '));
  // The timeline tells of it in an entry of its own, with the same button.
  if (about.from === 'timeline') return [words];
  return [words, actions([button(interactionIds.restore, t.restore, { value })], 'log-echo')];
}

/** That a log is there again. */
export function restoredBlocks(
  about: About & { readonly steps: StepsLeft },
  language: Language,
): readonly KnownBlock[] {
  const t = interactionText[language];
  const { moved } = about.steps;
  return [
    section(joinRich([t.restored(about.account), moved === 0 ? '' : t.stepsBack(moved)], ' ')),
    actions(logButtons(about, language), 'log-echo'),
  ];
}

/** A window below what has just been done. */
export const below = (blocks: readonly KnownBlock[], view: ModalView): ModalView => ({
  ...view,
  blocks: [...blocks, ...view.blocks].slice(0, limits.viewBlocks),
});
