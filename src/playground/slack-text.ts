/** What Slack reads between `<` and `>` of a mrkdwn text: mentions, special commands and links. */
const CONTROL = /<(?:[@#!][^<>]*|(?:https?|mailto|tel|slack):[^<>]*)>/gi;
const LOOKS_LIKE_CONTROL = /<(?:[@#!]|(?:https?|mailto|tel|slack):)[^<>]*>?/gi;

/** Escapes what would otherwise mean something to Slack. An entity that already stands there stays one. */
function escapeLoose(text: string): string {
  return text
    .replace(/&(?!(?:amp|lt|gt);)/g, '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

/** Turns the three entities back into characters, as a Slack client does when it shows a text. */
export function shown(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/** What a person types, as Slack keeps and sends it. */
export function typed(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** A text as Slack keeps it and sends it back: escaped, but for the control sequences of mrkdwn. */
export function asStored(text: string, kind: 'plain_text' | 'mrkdwn'): string {
  if (kind === 'plain_text') return escapeLoose(text);
  let stored = '';
  let from = 0;
  for (const match of text.matchAll(CONTROL)) {
    stored += escapeLoose(text.slice(from, match.index)) + match[0];
    from = match.index + match[0].length;
  }
  return stored + escapeLoose(text.slice(from));
}

/** Every mention, special command and link that Slack would act on in a text: none may come from people's words. */
export function unescaped(text: string): string[] {
  return Array.from(text.matchAll(LOOKS_LIKE_CONTROL), (match) => match[0]);
}
