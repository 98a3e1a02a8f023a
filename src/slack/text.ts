import type { MrkdwnElement, PlainTextElement } from '@slack/types';

/**
 * Slack markup. The only way to make one is `rich`, which escapes whatever it is given: this file is the one place
 * where people's text meets Slack, and a builder that takes `Rich` cannot be handed raw text by mistake.
 */
export interface Rich {
  readonly markup: string;
}
type Piece = Rich | string | number;

/** Slack decodes exactly these three in every text object, `plain_text` included. */
const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
/** Half of a surrogate pair cannot be sent (it is no UTF-8), so it is shown as the replacement character. */
const escapeText = (text: string): string =>
  text.replace(/\p{Surrogate}/gu, '\uFFFD').replace(/[&<>]/g, (sign) => entities[sign] ?? sign);

/** What Slack echoes of a text object, as people read it. */
export const decode = (echoed: string): string =>
  echoed.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** Template tag: the literal is our markup, every interpolated string is escaped. */
export function rich(literal: TemplateStringsArray, ...values: readonly Piece[]): Rich {
  const markup = literal.reduce((text, part, i) => {
    const value = values[i - 1];
    return text + markupOf(value ?? '') + part;
  });
  return { markup };
}

/** Joins pieces, leaving out the empty ones. */
export function joinRich(pieces: readonly Piece[], separator: string): Rich {
  return { markup: pieces.map(markupOf).filter(Boolean).join(separator) };
}

/** `<@U…>`: shows a person's name and, in a message, notifies them. The id must come from our rows. */
export const mention = (slackUserId: string): Rich => ({ markup: `<@${slackUserId.replace(/[^A-Z0-9]/gi, '')}>` });

/** `<#C…>`: a channel by id. */
export const channelLink = (channelId: string): Rich => ({ markup: `<#${channelId.replace(/[^A-Z0-9]/gi, '')}>` });

/** A link; anything but http(s), mailto and tel is shown as its words alone. */
export function link(url: string, words: string): Rich {
  if (!/^(https?:|mailto:|tel:)/i.test(url)) return { markup: escapeText(words) };
  const target = escapeText(url.trim()).replaceAll('|', '%7C').replace(/\s/g, '%20');
  return { markup: `<${target}|${escapeText(words).replaceAll('|', '¦').replace(/\s+/g, ' ')}>` };
}

/**
 * A `mrkdwn` text object cut to `max`. `verbatim`: Slack would otherwise turn bare addresses, #channels and @names in
 * people's text into links and mentions.
 */
export const mrkdwn = (text: Piece, max: number): MrkdwnElement => ({
  type: 'mrkdwn',
  text: cutMarkup(orDash(markupOf(text)), max),
  verbatim: true,
});

/** A `plain_text` object: escaped, cut to `max`. */
export const plain = (text: string, max: number): PlainTextElement => ({
  type: 'plain_text',
  text: cutMarkup(orDash(escapeText(text)), max),
  emoji: true,
});

/** Escaped text for the places that take a bare string, such as a message's `text`. */
export const bare = (text: Piece, max: number): string => cutMarkup(markupOf(text), max);

/** Slack refuses a text object without a visible character, and with it the whole message. */
const orDash = (markup: string): string => (markup.trim() === '' ? '–' : markup);

function markupOf(piece: Piece): string {
  return typeof piece === 'object' ? piece.markup : escapeText(String(piece));
}

/** Cuts to `max` characters ending in "…", never inside an entity, a `<…>` token or a surrogate pair. */
function cutMarkup(markup: string, max: number): string {
  if (markup.length <= max) return markup;
  let end = max - 1;
  const token = markup.lastIndexOf('<', end - 1);
  if (token >= 0 && markup.indexOf('>', token) >= end) end = token;
  const entity = markup.lastIndexOf('&', end - 1);
  if (entity >= 0 && end - entity < 5 && markup.indexOf(';', entity) >= end) end = entity;
  if (/[\uD800-\uDBFF]/.test(markup[end - 1] ?? '')) end -= 1;
  return `${markup.slice(0, end)}…`;
}
