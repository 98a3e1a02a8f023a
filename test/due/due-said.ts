import type { Due } from '../../src/due/due.ts';
import { readDue } from '../../src/due/due-words.ts';
import type { Language } from '../../src/i18n/language.ts';

const said = ({ on, time }: Due): string => (time === null ? on : `${on} ${time}`);

/** What the words say, on one line: `2026-12-04 15:00`, `2026-12-04 also 2026-11-27`, `ask A | B` or `none`. */
export function dueSaid(text: string, now: Date, zone: string, language: Language): string {
  const read = readDue(text, { now, zone, language });
  if (read.kind === 'none') return 'none';
  if (read.kind === 'ask') return `ask ${read.choices.map(said).join(' | ')}`;
  return [said(read.due), ...read.also.map((due) => `also ${due.on}`)].join(' ');
}
