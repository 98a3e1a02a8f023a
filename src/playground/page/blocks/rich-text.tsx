import type { RichTextBlock, RichTextBlockElement, RichTextElement } from '@slack/types';
import type { ComponentChildren } from 'preact';
import { useDesk } from '../desk.ts';
import { glyphFor } from '../emoji.ts';
import { ChannelMention, Link, PersonMention } from '../mrkdwn.tsx';
import { parseControl } from '../mrkdwn-control.ts';
import { formatSlackDate } from '../slack-date.ts';

/** Rich text: unlike mrkdwn it arrives as a tree, and its texts are shown as they are. */
export function RichText({ of }: { of: RichTextBlock }) {
  return (
    <div class="block rich-text mrkdwn">
      {of.elements.map((element, i) => (
        <Part key={String(i)} of={element} />
      ))}
    </div>
  );
}

function Part({ of }: { of: RichTextBlockElement }) {
  if (of.type === 'rich_text_list') {
    const List = of.style === 'ordered' ? 'ol' : 'ul';
    return (
      <List style={{ marginLeft: `${(of.indent ?? 0) * 1.5}em` }}>
        {of.elements.map((item, i) => (
          <li key={String(i)}>
            <Runs of={item.elements} />
          </li>
        ))}
      </List>
    );
  }
  const runs = <Runs of={of.elements} />;
  if (of.type === 'rich_text_preformatted') return <pre>{runs}</pre>;
  return of.type === 'rich_text_quote' ? <blockquote>{runs}</blockquote> : <div class="line">{runs}</div>;
}

function Runs({ of }: { of: RichTextElement[] }) {
  return (
    <>
      {of.map((element, i) => (
        <Styled key={String(i)} of={element}>
          <Run of={element} />
        </Styled>
      ))}
    </>
  );
}

function Styled({ of, children }: { of: RichTextElement; children: ComponentChildren }) {
  const { bold, italic, strike, code } = of.style ?? {};
  let styled = <>{children}</>;
  if (code) styled = <code>{styled}</code>;
  if (strike) styled = <s>{styled}</s>;
  if (italic) styled = <em>{styled}</em>;
  return bold ? <strong>{styled}</strong> : styled;
}

function Run({ of }: { of: RichTextElement }) {
  const { state, words, now } = useDesk();
  switch (of.type) {
    case 'text':
      return <>{of.text}</>;
    case 'emoji':
      return <>{glyphFor(of.name)}</>;
    case 'link':
      return parseControl(of.url).kind === 'link' ? (
        <Link url={of.url} label={of.text ?? of.url} />
      ) : (
        <span>{of.text ?? of.url}</span>
      );
    case 'user':
      return <PersonMention id={of.user_id} label={null} />;
    case 'channel':
      return <ChannelMention id={of.channel_id} label={null} />;
    case 'broadcast':
      return <span class="mention loud">@{of.range}</span>;
    case 'date': {
      const { zone, locale } = state.snapshot.me;
      return <time>{formatSlackDate(of.timestamp, of.format, { zone, locale, now, ...words })}</time>;
    }
    case 'color':
      return <code>{of.value}</code>;
    case 'team':
    case 'usergroup':
      return <span class="mention">@{of.type}</span>;
  }
}
