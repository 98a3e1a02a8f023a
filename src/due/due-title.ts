import { withoutEdges } from '../lib/edges.ts';

/** Words that lead to a day or time and mean nothing without it. */
const leading =
  /(?:^|[\s,;(:])(?:by|on|before|until|till|due|w\/c|week of|week commencing|wc|for|at|of|in|the|latest|no later than|not later than)[\s:]*$|(?:(?<![现存正所实潜内外])在|于|最迟|最晚|截止到?|截至|不晚于|不迟于)\s*$/i;
const trailing =
  /^\s*(?:之前|以前|前(?!往|去|台|来|期|端|景|面|提(?![交供出醒前升]))|之内|以内|内(?!部|容|线)|为止|当天|那天|左右|的时候|截止|at the latest|latest|or earlier|sharp)(?![a-z])/i;
const edge = /[\s,;:，；：、。\-–—]/;

interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * The text without those words, nor what led to them (`by`, 在, 前) and the marks left around them. The text itself when
 * nothing else is in it. `plain` is the text as the words were found in it, as long as the text.
 */
export function titleWithout(text: string, plain: string, spans: readonly Span[]): string {
  const ordered = [...spans].sort((one, other) => one.start - other.start).map((span) => widened(plain, span));
  let title = '';
  let from = 0;
  for (const { start, end } of ordered) {
    if (start < from) continue;
    title = joined(title, text.slice(from, start));
    from = end;
  }
  title = withoutEdges(joined(title, text.slice(from)).replace(/[(（]\s*[)）]/g, ''), edge);
  return /[\p{L}\p{N}\p{S}]/u.test(title) ? title : text.trim();
}

function widened(plain: string, span: Span): Span {
  let { start, end } = span;
  for (let round = 0; round < 3; round += 1) {
    const found = leading.exec(plain.slice(Math.max(0, start - 20), start));
    if (!found) break;
    // A mark that the word stood behind stays, for what is before it.
    start -= found[0].length - (/^[;(:,]/.test(found[0]) ? 1 : 0);
  }
  end += trailing.exec(plain.slice(end, end + 20))?.[0].length ?? 0;
  return { start, end };
}

/** Two pieces with one space between where there was one, and no second comma. */
function joined(left: string, right: string): string {
  const head = left.trimEnd();
  const tail = right.trimStart();
  if (head === '' || tail === '') return head + tail;
  if (/[,，;；、]$/.test(head) && /^[,，;；、]/.test(tail)) return joined(head, tail.slice(1));
  const spaced = head.length < left.length || tail.length < right.length;
  const isHan = /\p{Script=Han}$/u.test(head) && /^\p{Script=Han}/u.test(tail);
  return head + (spaced && !isHan && !/^[,，;；、.)]/.test(tail) ? ' ' : '') + tail;
}
