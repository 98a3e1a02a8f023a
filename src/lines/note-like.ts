import { readCues } from './line-cues.ts';
import { partsOfLine } from './line-parts.ts';

/** Nobody's name is shorter than this and yet says what was done. */
const most = { words: 3, characters: 6 } as const;

/** Does a line without a verb read as something to be logged rather than as a name that is looked up? */
export function readsAsNote(line: string): boolean {
  const { lead, steps } = partsOfLine(line);
  if (steps.length > 0) return true;
  const characters = lead.match(/\p{Script=Han}/gu)?.length ?? 0;
  const words = lead.split(/\s+/u).length;
  const { kind, outcome } = readCues(lead);
  const saysMuch = characters > most.characters || words > most.words;
  return saysMuch && (kind !== null || outcome !== null || words > 2 * most.words);
}
