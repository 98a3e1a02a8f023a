import { readHost } from './host.ts';
import { type Read, refused, took } from './read.ts';
import { fold } from './text.ts';

const example = 'li.wei@example.com';
const longest = 254;
const localLongest = 64;

/**
 * An e-mail address in lower case, its domain in ASCII. No provider in use tells `Li@` from `li@`, and two spellings of
 * one address must be found to be one.
 */
export function readEmail(text: string): Read<string> {
  const refuse = () => refused('email-unreadable', text, { example });
  if (text.length > longest) return refuse();
  const [local = '', domain = '', ...more] = fold(text).toLowerCase().split('@');
  const host = readHost(domain);
  if (more.length > 0 || host === null || !isLocal(local)) return refuse();
  const address = `${local}@${host}`;
  return address.length > longest ? refuse() : took(address);
}

function isLocal(local: string): boolean {
  if (local.length > localLongest || !/^[a-z0-9.!#$%&'*+/=?^_`{|}~-]+$/.test(local)) return false;
  return !local.startsWith('.') && !local.endsWith('.') && !local.includes('..');
}
