import { withoutEdges } from '../lib/edges.ts';

/** A typed line, cut at its markers. */
export interface LineParts {
  /** What stands before the first marker: the account and the note. */
  readonly lead: string;
  /** What stands behind each marker, in order; markers with nothing behind them left out. */
  readonly steps: readonly string[];
}

/** What may stand before a marker that has no colon: the start, or the end of a clause. */
const clauseStart = '(?<=^\\s{0,9}|[;；。.!！?？\\n,，、:：]\\s{0,9})';
const hardStart = '(?<=^\\s{0,9}|[;；。.!！?？\\n]\\s{0,9})';
/** Words that go on: 待办公室, 下一步的. */
const goesOn = '(?![的地公理完]|事[^项:：,，]|清单|列表)';

/**
 * Where steps begin. With a colon a marker is one anywhere but inside a word; without, only where a clause begins, since
 * "met next to the station", 讨论了下一步的合作 and 待办公室 are no markers.
 */
const markers = new RegExp(
  [
    // Not within a word, an address or a path.
    '(?<![\\p{Script=Latin}\\p{N}_/.-])(?:next(?: steps?| actions?)?|to-?do|to do|todos|action items?)\\s{0,3}[:：](?!//)\\s{0,9}',
    `${hardStart}next(?: steps?)?\\s{0,3}[,，]\\s{0,9}`,
    `${hardStart}to-?do\\s{0,3}[,，\\s]\\s{0,9}(?=[\\p{L}\\p{N}])`,
    '(?:下一步|下步|待办)(?:计划|工作|行动|安排|事项)?\\s{0,3}[:：]\\s{0,9}',
    `${clauseStart}(?:下一步|待办)(?:事项)?${goesOn}\\s{0,3}[,，]?\\s{0,9}`,
  ].join('|'),
  'giu',
);
/** What separates a marker from what is before it. */
const separator = /[\s;；,，、]/;
const marks = /[\p{L}\p{N}\p{S}]/u;

/** A line longer than this is not looked through for more markers; what is behind stays where it stands. */
const readLength = 10_000;

/** Cuts a line at `next:`, `todo:`, 下一步 and 待办. Everything typed is in one of the parts, but for the markers and what separated them. */
export function partsOfLine(text: string): LineParts {
  const from = quotedLength(text);
  const found = [...text.slice(0, readLength).matchAll(markers)].filter(({ index }) => index >= from);
  const starts = found.map(({ index }) => index);
  const ends = found.map((match) => match.index + match[0].length);
  const steps = ends.map((end, at) => withoutEdges(text.slice(end, starts[at + 1]), separator));
  return {
    lead: withoutEdges(text.slice(0, starts[0]), found.length > 0 ? separator : /\s/),
    steps: steps.filter((step) => marks.test(step)),
  };
}

const closing: Readonly<Record<string, string>> = { '"': '"', '“': '”', '「': '」' };

/** How much of the line is a name in quotes at its beginning: no marker is looked for in it. */
function quotedLength(text: string): number {
  const start = text.length - text.trimStart().length;
  const close = closing[text.charAt(start)];
  const end = close === undefined ? -1 : text.indexOf(close, start + 1);
  return end < 0 ? 0 : end + 1;
}
