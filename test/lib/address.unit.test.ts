import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readEmail } from '../../src/lib/email.ts';
import { domainOf, readUrl } from '../../src/lib/url.ts';

test.each([
  ['Li.Wei@Example.COM', 'li.wei@example.com'],
  [' li＠example.com ', 'li@example.com'],
  ["o'brien+kam@mail.example.co.uk", "o'brien+kam@mail.example.co.uk"],
  ['li@中国移动.com', 'li@xn--fiq02ib9d179b.com'],
])('the e-mail address %s is stored as %s', (typed, stored) => {
  expect(readEmail(typed)).toEqual({ ok: true, value: stored });
});

test.each([
  'li',
  'li@',
  '@example.com',
  'li@example',
  'li@localhost',
  'li@1.2',
  'a@b@example.com',
  'li@example.com@example.com',
  'li@exa mple.com',
  'li@-example.com',
  'li@example..com',
  '.li@example.com',
  'l..i@example.com',
  'Li Wei <li@example.com>',
  'li@example.com, wei@example.com',
  'mailto:li@example.com',
  '李@example.com',
  'li@example.com/x',
])('%s is not an e-mail address (R22)', (typed) => {
  expect(readEmail(typed)).toMatchObject({ ok: false, problem: 'email-unreadable', came: typed });
});

test.each([
  ['example.com', 'https://example.com'],
  ['Example.COM/Path?q=1#top', 'https://example.com/Path?q=1#top'],
  ['http://example.com/', 'http://example.com'],
  ['HTTPS://www.example.com:8443/a', 'https://www.example.com:8443/a'],
  ['中国移动.com', 'https://xn--fiq02ib9d179b.com'],
  ['example.com/<x>', 'https://example.com/%3Cx%3E'],
])('the address %s is stored as %s', (typed, stored) => {
  expect(readUrl(typed)).toEqual({ ok: true, value: stored });
});

test.each([
  ['javascript:alert(1)', 'url-unreadable'],
  ['javascript://example.com/%0aalert(1)', 'url-scheme'],
  ['ftp://example.com', 'url-scheme'],
  ['mailto:li@example.com', 'url-unreadable'],
  ['data:text/html,x', 'url-unreadable'],
  ['https://acme.com@evil.com', 'url-unreadable'],
  ['li@example.com', 'url-unreadable'],
  ['localhost:3000', 'url-unreadable'],
  ['192.168.0.1', 'url-unreadable'],
  ['1.2', 'url-unreadable'],
  ['exa mple.com', 'url-unreadable'],
  ['https://acme.com\\@evil.com', 'url-unreadable'],
  ['example.com/a b', 'url-unreadable'],
  ['acme', 'url-unreadable'],
  ['https://', 'url-unreadable'],
])('%s is not a web address: %s (R22)', (typed, problem) => {
  expect(readUrl(typed)).toMatchObject({ ok: false, problem });
});

test('an address that grows too long when it is written out is refused', () => {
  expect(readUrl(`example.com/${'名'.repeat(300)}`)).toMatchObject({ ok: false, problem: 'url-unreadable' });
});

test('the domain of a site is the same with and without www', () => {
  expect(domainOf('https://www.example.com/a')).toBe('example.com');
  expect(domainOf('http://shop.example.com:8080')).toBe('shop.example.com');
});

test('what was read once is read as itself', () => {
  fc.assert(
    fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), fc.emailAddress(), (url, email) => {
      const [readUrlOnce, readEmailOnce] = [readUrl(url), readEmail(email)];
      if (readUrlOnce.ok) expect(readUrl(readUrlOnce.value)).toEqual(readUrlOnce);
      if (readEmailOnce.ok) expect(readEmail(readEmailOnce.value)).toEqual(readEmailOnce);
    }),
  );
});
