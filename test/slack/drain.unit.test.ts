import { expect, test } from 'vitest';
import { inFlight } from '../../src/slack/drain.ts';
import { recentIds } from '../../src/slack/recent.ts';
import { newReference } from '../../src/slack/reference.ts';
import { signal } from './samples.ts';

test('draining waits for everything that has begun, also for what fails (T-09)', async () => {
  const flight = inFlight();
  const [one, two] = [signal(), signal()];
  const works = flight.during(() => one.given);
  const fails = flight.during(async () => {
    await two.given;
    throw new Error('no');
  });
  const drained = flight.drain();
  one.give();
  await works;
  expect(flight.count()).toBe(1);
  two.give();
  await expect(fails).rejects.toThrow('no');
  expect(await drained).toBe(true);
});

test('draining ends at its cap, and at once when nothing is under way', async () => {
  const flight = inFlight();
  expect(await flight.drain()).toBe(true);
  void flight.during(() => new Promise(() => {}));
  expect(await flight.drain(1)).toBe(false);
});

test('an id is new once, and the oldest is forgotten first', () => {
  const recent = recentIds(2);
  expect(['a', 'a', 'b', 'c', 'b', 'a'].map((id) => recent.isNew(id))).toEqual([true, false, true, true, false, true]);
});

test('references differ and are easily read out', () => {
  const references = Array.from({ length: 1_000 }, newReference);
  expect(new Set(references).size).toBe(1_000);
  for (const reference of references) expect(reference).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
});
