import { isHost, parseUrl } from './host.ts';
import { type Read, refused, took } from './read.ts';
import { fold } from './text.ts';

const example = 'https://www.example.com';
const longest = 500;

/**
 * A web address with `http` or `https`; a bare domain gets `https://`. No name and password before the host: that is
 * how `https://acme.com@evil.com` looks like Acme.
 */
export function readUrl(text: string): Read<string> {
  const refuse = (problem: 'url-unreadable' | 'url-scheme') => refused(problem, text, { example });
  if (text.length > longest) return refuse('url-unreadable');
  const typed = fold(text);
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(typed)?.[1]?.toLowerCase();
  if (scheme !== undefined && scheme !== 'http' && scheme !== 'https') return refuse('url-scheme');
  // `URL` itself drops line breaks and turns `\` into `/`.
  const url = /[\s\\]/.test(typed) ? null : parseUrl(scheme === undefined ? `https://${typed}` : typed);
  if (!url || url.username || url.password || !isHost(url.hostname)) return refuse('url-unreadable');
  const address = url.href.replace(/^(https?:\/\/[^/]+)\/$/, '$1');
  return address.length > longest ? refuse('url-unreadable') : took(address);
}

/** The host of an address that was read, without `www.`: two pages of one site belong to one customer. */
export function domainOf(url: string): string {
  return new URL(url).hostname.replace(/^www\./, '');
}
