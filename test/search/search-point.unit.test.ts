import { describe, expect, test } from 'vitest';
import { blindsOf, couldBePhone, readingsOfPoint } from '../../src/search/search-point.ts';

describe('A query is read as a way to reach somebody', () => {
  test('when it is a phone number in any format (R20)', () => {
    for (const typed of [
      '+86 138 0013 8000',
      '0086-13800138000',
      '8613800138000',
      '138 0013 8000',
      '１３８００１３８０００',
    ])
      expect(readingsOfPoint(typed, 'CN'), typed).toMatchObject({
        standard: expect.arrayContaining(['+8613800138000']),
      });
    expect(readingsOfPoint('(010) 6552-9988', 'CN')).toMatchObject({ standard: ['+861065529988'] });
  });

  test('when it is a national number of some other country, with or without its zero', () => {
    for (const typed of ['030 901820', '30901820', '0309 018 20'])
      expect(readingsOfPoint(typed, 'CN').short).toContain('30901820');
  });

  test('when it is an e-mail address, in any case', () => {
    expect(readingsOfPoint(' Li.Wei@Example.COM ', 'CN')).toEqual({ standard: ['li.wei@example.com'], short: [] });
  });

  test('but not when it is a name, a year or an extension', () => {
    for (const typed of ['Acme', '2026', '12345', 'Acme 13800138000', '1'.repeat(200), '']) {
      expect(couldBePhone(typed)).toBe(false);
      expect(readingsOfPoint(typed, 'CN')).toEqual({ standard: [], short: [] });
    }
  });
});

test('Each reading is digested for the column it would stand in', () => {
  const digests = blindsOf({ standard: ['+861'], short: ['1'] }, (value, place) => [
    `${place}=${value}`,
    `older ${value}`,
  ]);
  expect(digests).toEqual(['ContactPoint.value=+861', 'older +861', 'ContactPoint.short=1', 'older 1']);
});
