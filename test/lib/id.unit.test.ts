import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { newId } from '../../src/lib/id.ts';

const now = new Date('2026-03-02T08:00:00.123Z');

test('an id is a uuid of version 7 that holds its moment', () => {
  const ids = Array.from({ length: 1000 }, () => newId(now, randomBytes(10)));
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(new Set(ids)).toHaveLength(1000);
  expect(Number.parseInt(ids[0]?.replace('-', '').slice(0, 12) ?? '', 16)).toBe(now.getTime());
});

test('ids sort by the moment, whatever the chance', () => {
  const later = new Date(now.getTime() + 1);
  expect(newId(now, new Uint8Array(10).fill(255)) < newId(later, new Uint8Array(10))).toBe(true);
});

test('the same moment and chance give the same id', () => {
  expect(newId(now, new Uint8Array(10).fill(1))).toBe('019cad8f-ac7b-7101-8101-010101010101');
});
