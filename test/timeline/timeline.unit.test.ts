import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lowestId, newId } from '../../src/lib/id.ts';
import { idBefore, pageOf } from '../../src/timeline/timeline.ts';
import type { TimelineCursor } from '../../src/timeline/timeline-wiring.ts';

interface Row {
  readonly at: Date;
  readonly id: string;
}
const start = Date.UTC(2026, 2, 2, 9);
/** Few moments, so that many rows share one. */
const moment = fc.integer({ min: 0, max: 3 }).map((ms) => new Date(start + ms));
const chance = fc.uint8Array({ minLength: 10, maxLength: 10 });
/** As the audit's: made of the row's own moment. */
const stamped = fc.tuple(moment, chance).map(([at, bytes]): Row => ({ at, id: newId(at, bytes) }));
/** As a talk's or a step's: written down at another moment than the one at which it stands. */
const dated = fc.tuple(moment, moment, chance).map(([at, made, bytes]): Row => ({ at, id: newId(made, bytes) }));
const rows = (row: fc.Arbitrary<Row>) => fc.uniqueArray(row, { maxLength: 20, selector: ({ id }) => id });

const isOlder = (one: Row, other: { readonly at: Date; readonly id: string }): boolean =>
  one.at < other.at || (one.at.getTime() === other.at.getTime() && one.id < other.id);
const newestFirst = (all: readonly Row[]): readonly Row[] => all.toSorted((a, b) => (isOlder(a, b) ? 1 : -1));

/** A stream that is read as the database reads it. */
type Load = (before: TimelineCursor | null, limit: number) => readonly Row[];
const byId =
  (all: readonly Row[]): Load =>
  (before, limit) =>
    newestFirst(before ? all.filter(({ id }) => id < idBefore(before)) : all).slice(0, limit);
const byMoment =
  (all: readonly Row[]): Load =>
  (before, limit) => {
    const place = before && { at: new Date(before.at), id: before.id };
    return newestFirst(place ? all.filter((row) => isOlder(row, place)) : all).slice(0, limit);
  };

function pages(streams: readonly Load[], size: number): readonly (readonly Row[])[] {
  const found: (readonly Row[])[] = [];
  let before: TimelineCursor | null = null;
  do {
    const page = pageOf(
      streams.map((load) => load(before, size + 1)),
      size,
    );
    found.push(page.entries);
    if (found.length > 100) throw new Error('the pages do not come to an end');
    before = page.next;
  } while (before !== null);
  return found;
}

describe('The pages of a timeline', () => {
  test('hold every entry of every stream once, newest first, however many share a millisecond', () => {
    fc.assert(
      fc.property(
        rows(stamped),
        rows(stamped),
        rows(dated),
        fc.integer({ min: 1, max: 7 }),
        (one, other, talks, size) => {
          const all = newestFirst([...one, ...other, ...talks]);
          const read = pages([byId(one), byId(other), byMoment(talks)], size);
          expect(read.flat().map(({ id }) => id)).toEqual(all.map(({ id }) => id));
          expect(read.slice(0, -1).every((page) => page.length === size)).toBe(true);
        },
      ),
      { numRuns: 2000, seed: 20260302 },
    );
  });

  test('end without a page that is empty', () => {
    const all = [0, 1, 2, 3].map((ms) => ({
      at: new Date(start + ms),
      id: newId(new Date(start), new Uint8Array(10).fill(ms)),
    }));
    expect(pages([byMoment(all)], 2).map((page) => page.length)).toEqual([2, 2]);
    expect(pages([byMoment([])], 2)).toEqual([[]]);
  });
});

test('Below the lowest id of a moment are the ids of all earlier ones, and of no later one', () => {
  fc.assert(
    fc.property(moment, moment, chance, (one, other, bytes) => {
      expect(newId(one, bytes) < lowestId(other)).toBe(one < other);
    }),
  );
});
