import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergeFields, sameJson } from '../../src/lib/merge.ts';

const base = { name: 'Acme', city: 'Bonn', tags: ['a', 'b'], annual: { amount: '5', currency: 'CNY' } };

test('two people’s changes of different fields are both kept (T-25)', () => {
  const merge = mergeFields(base, { ...base, city: 'Köln' }, { ...base, name: 'Acme AG' });
  expect(merge.merged).toEqual({ ...base, city: 'Köln', name: 'Acme AG' });
  expect(merge.changed).toEqual(['city']);
  expect(merge.conflicts).toEqual([]);
});

test('a field that both changed is left as stored and reported with all three values (T-25)', () => {
  const merge = mergeFields(base, { ...base, city: 'Köln' }, { ...base, city: 'Berlin' });
  expect(merge.merged).toEqual({ ...base, city: 'Berlin' });
  expect(merge.changed).toEqual([]);
  expect(merge.conflicts).toEqual([{ field: 'city', base: 'Bonn', mine: 'Köln', theirs: 'Berlin' }]);
});

test('the same change made twice is no conflict and nothing to write', () => {
  const merge = mergeFields(base, { ...base, tags: ['a'] }, { ...base, tags: ['a'] });
  expect(merge).toMatchObject({ changed: [], conflicts: [] });
});

test('a field that was not shown is left alone', () => {
  const merge = mergeFields(base, { name: 'Acme AG' }, { ...base, city: 'Berlin' });
  expect(merge.merged).toEqual({ ...base, name: 'Acme AG', city: 'Berlin' });
});

test('arrays and objects are compared by content: order counts in one and not in the other', () => {
  expect(mergeFields(base, { tags: ['a', 'b'], annual: { currency: 'CNY', amount: '5' } }, base).changed).toEqual([]);
  expect(mergeFields(base, { tags: ['b', 'a'] }, base).changed).toEqual(['tags']);
});

test('a field named __proto__ is a field like any other (T-48)', () => {
  const mine = JSON.parse('{"__proto__":{"polluted":true}}');
  expect(Object.hasOwn(mergeFields({}, mine, {}).merged, '__proto__')).toBe(true);
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
});

const record = fc.record({
  a: fc.jsonValue({ maxDepth: 2 }),
  b: fc.integer({ max: 2 }),
  c: fc.array(fc.boolean(), { maxLength: 2 }),
});

test('no update is lost: every field of mine is stored, reported or unchanged (T-25)', () => {
  fc.assert(
    fc.property(record, record, record, (from, mine, theirs) => {
      const merge = mergeFields<Record<string, unknown>>(from, mine, theirs);
      const reported = merge.conflicts.map(({ field }) => field);
      for (const field of ['a', 'b', 'c'] as const) {
        const kept = sameJson(merge.merged[field], mine[field]);
        expect(kept || reported.includes(field) || sameJson(mine[field], from[field])).toBe(true);
        expect(merge.changed.includes(field)).toBe(!sameJson(merge.merged[field], theirs[field]));
      }
    }),
  );
});

test('a JSON value is the same as its copy', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(sameJson(value, structuredClone(value))).toBe(true);
    }),
  );
});
