import fc from 'fast-check';
import { expect, test } from 'vitest';
import { partsOfLine } from '../../src/lines/line-parts.ts';

test.each([
  ['met Li; next: send quote', 'met Li', ['send quote']],
  ['met Li. Next: send quote', 'met Li.', ['send quote']],
  ['met Li, NEXT: send quote', 'met Li', ['send quote']],
  ['met Li next: send quote', 'met Li', ['send quote']],
  ['met Li next：send quote', 'met Li', ['send quote']],
  ['met Li; next : send quote', 'met Li', ['send quote']],
  ['met Li; next:send quote; todo: call', 'met Li', ['send quote', 'call']],
  ['met Li; next step: a; Next steps: b', 'met Li', ['a', 'b']],
  ['met Li; to do: call', 'met Li', ['call']],
  ['met Li; next, send quote', 'met Li', ['send quote']],
  ['met Li; todo send quote', 'met Li', ['send quote']],
  ['todo send quote', '', ['send quote']],
  ['next: send quote', '', ['send quote']],
  ['拜访李总，确认试点；下一步：周五发报价', '拜访李总，确认试点', ['周五发报价']],
  ['拜访李总，确认试点。下一步:周五发报价', '拜访李总，确认试点。', ['周五发报价']],
  ['拜访李总，下一步周五发报价', '拜访李总', ['周五发报价']],
  ['拜访李总，下一步，周五发报价', '拜访李总', ['周五发报价']],
  ['拜访李总 下一步：发报价 待办：回电话', '拜访李总', ['发报价', '回电话']],
  ['拜访李总；待办 发样品', '拜访李总', ['发样品']],
  ['拜访李总；待办事项：发样品', '拜访李总', ['发样品']],
  ['下一步发报价', '', ['发报价']],
  ['下一步工作：发报价', '', ['发报价']],
])('"%s" is cut at its markers', (line, lead, steps) => {
  expect(partsOfLine(line)).toEqual({ lead, steps });
});

test.each([
  'met next to the station',
  'what next',
  'next week we meet',
  'the next meeting: friday',
  'he is next, then Dana',
  'Next plc',
  'met Li; next week: demo',
  'annext: x',
  'see https://acme.test/next://x',
  'a todo list',
  'nothing todo here',
  '讨论了下一步的合作',
  '谈到下一步合作',
  '下一步的计划未定',
  '去待办公室拿资料',
  '待办公室装修',
  '待办理手续',
  '待办的事很多',
  '两个待办都完成',
  '"Next: Ltd" met Li',
  '“待办：公司” 拜访',
])('"%s" has no marker', (line) => {
  expect(partsOfLine(line)).toEqual({ lead: line, steps: [] });
});

test('a marker with nothing behind it is no step', () => {
  expect(partsOfLine('met Li; next:')).toEqual({ lead: 'met Li', steps: [] });
  expect(partsOfLine('met Li; next: ; todo: call')).toEqual({ lead: 'met Li', steps: ['call'] });
});

const words = fc.constantFrom(
  ...'met Li|next:|Next：|todo:|todo|next|下一步|下一步：|待办|待办，|; |；|，|, |. |发报价|公室|的|send|"|“|”| |\u{1f680}|/|-'.split(
    '|',
  ),
);
const typed = fc.oneof(
  fc.string({ maxLength: 80, unit: 'binary' }),
  fc.array(words, { maxLength: 16 }).map((each) => each.join('')),
  fc.array(words, { maxLength: 16 }).map((each) => each.join(' ')),
);

test('every letter typed is in the lead or in a step, but those of the markers (nothing typed is lost)', () => {
  fc.assert(
    fc.property(typed, (line) => {
      const { lead, steps } = partsOfLine(line);
      let at = 0;
      let lost = '';
      for (const part of [lead, ...steps]) {
        const found = line.indexOf(part, at);
        expect(found).toBeGreaterThanOrEqual(at);
        lost += line.slice(at, found);
        at = found + part.length;
      }
      lost += line.slice(at);
      const marks =
        /next(?: steps?| actions?)?|to-?do|to do|todos|action items?|下一?步(?:计划|工作|行动|安排|事项)?|待办(?:计划|工作|行动|安排|事项)?/gi;
      expect(lost.replace(marks, '')).not.toMatch(/[\p{L}\p{N}\p{S}]/u);
    }),
    { numRuns: 3000 },
  );
});

test.each(['next: ', 'next', '下一步', '待办，', '; ', ' ', '"', 'todo ', '，'])(
  'a line of 100 kB of "%s" is cut (T-47)',
  (piece) => {
    const line = `${piece.repeat(100_000 / piece.length)}x`;
    const { lead, steps } = partsOfLine(line);
    expect([lead, ...steps].join('').endsWith('x')).toBe(true);
  },
);
