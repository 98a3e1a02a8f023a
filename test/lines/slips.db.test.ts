import { afterAll, beforeAll, expect, test } from 'vitest';
import { keepLine, logLine } from '../../src/lines/log-line.flow.ts';
import { chineseNames } from '../acceptance/chinese-names.ts';
import { aHouse, type House } from '../support/house.ts';
import { corpusWorld } from './corpus/world.ts';

let house: House;
const channelId = 'C1';
/** Each once: of two of one name none is certain. */
const names = corpusWorld
  .map(({ name }) => name)
  .filter((name, _, every) => every.indexOf(name) === every.lastIndexOf(name));
const all = [...names, ...chineseNames.slice(0, 24).map(({ name }) => name)];
beforeAll(async () => {
  house = await aHouse();
  for (const name of all) await house.anAccount(name);
  await house.anAccount('Linked Partner', { values: { channelId } });
});
afterAll(() => house?.[Symbol.asyncDispose]());

/** Two letters swapped, one left out, one doubled, or one wrong. */
function slip(name: string, at: number): string {
  const letter = 1 + ((at * 7) % Math.max(1, name.length - 2));
  const [before, here, after] = [name.slice(0, letter), name.charAt(letter), name.slice(letter + 1)];
  const slips = [
    before + after.charAt(0) + here + after.slice(1),
    before + after,
    before + here + here + after,
    `${before}${here === 'x' ? 'q' : 'x'}${after}`,
  ];
  return slips[at % slips.length] ?? name;
}

const english = ['log *: met Tom', 'log * called Dana about prices', 'log * budget approved', 'log *, pilot agreed'];
const chinese = ['记录* 拜访李总', '记录*拜访李总，确认试点', '记录 *：电话没打通', '记录*电话沟通'];

/** The account that a line is written to at once; null when it is asked. */
async function writtenTo(line: string, place: string | null): Promise<string | null> {
  const logged = await house.as(house.founder, async (work) => {
    const draftId = await keepLine(work, line);
    return logLine(work, { draftId, channelId: place });
  });
  return logged.ok && logged.kind === 'logged' ? logged.echo.account.name : null;
}

test('A slip of the finger in a name is asked about, and never writes to another account', async () => {
  const wrong: string[] = [];
  for (const [at, name] of all.entries()) {
    const templates = /\p{Script=Han}/u.test(name) ? chinese : english;
    for (const [turn, place] of [null, channelId, null].entries()) {
      const template = templates[(at + turn) % templates.length] ?? '';
      const line = template.replace('*', slip(name, at + turn));
      const to = await writtenTo(line, place);
      if (to !== null && to !== name) wrong.push(`${line} (${place ?? '-'}) → ${to}`);
    }
  }
  expect(wrong).toEqual([]);
}, 300_000);
