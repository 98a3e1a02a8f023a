/**
 * A host name on the internet in its ASCII form (`中国移动.com` → `xn--fiq02ib9d179b.com`), or null. At least two labels,
 * the last one with a letter: `localhost` is nobody's website, and `1.2` would become the address 1.0.0.2.
 */
export function readHost(text: string): string | null {
  if (text.length > 253 || /[\s/\\?#@:[\]%]/.test(text)) return null;
  const url = parseUrl(`https://${text}`);
  return url && isHost(url.hostname) ? url.hostname : null;
}

/** As `new URL`, with null in place of an exception. */
export const parseUrl = (text: string): URL | null => (URL.canParse(text) ? new URL(text) : null);

/** Are these labels of letters, digits and inner hyphens? `URL` itself lets `a..b` and `-a` pass. */
export function isHost(hostname: string): boolean {
  const labels = hostname.split('.');
  const last = labels.at(-1) ?? '';
  return labels.length > 1 && labels.every(isLabel) && /[a-z]/.test(last);
}

const isLabel = (label: string): boolean =>
  label.length <= 63 && /^[a-z0-9_-]+$/.test(label) && !label.startsWith('-') && !label.endsWith('-');
