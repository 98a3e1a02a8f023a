import { channelOf, personOf, useDesk } from './desk.ts';
import { glyphFor } from './emoji.ts';
import type { Inline } from './mrkdwn-inline.ts';
import { type Paragraph, parseMrkdwn } from './mrkdwn-parse.ts';
import { formatSlackDate } from './slack-date.ts';

/** Draws Slack's mrkdwn as nodes; text never becomes HTML. */
export function Mrkdwn({ text }: { text: string }) {
  return (
    <div class="mrkdwn">
      {parseMrkdwn(text).map((paragraph, i) => (
        <ParagraphView key={`${i} ${paragraph.kind}`} of={paragraph} />
      ))}
    </div>
  );
}

function ParagraphView({ of }: { of: Paragraph }) {
  switch (of.kind) {
    case 'pre':
      return <pre>{of.text}</pre>;
    case 'quote':
      return (
        <blockquote>
          <Lines lines={of.lines} />
        </blockquote>
      );
    case 'list':
      return (
        <ul>
          {of.items.map((item, i) => (
            <li key={String(i)}>
              <Inlines nodes={item} />
            </li>
          ))}
        </ul>
      );
    case 'lines':
      return <Lines lines={of.lines} />;
  }
}

function Lines({ lines }: { lines: Inline[][] }) {
  return (
    <>
      {lines.map((line, i) => (
        <div key={String(i)} class={line.length === 0 ? 'line blank' : 'line'}>
          <Inlines nodes={line} />
        </div>
      ))}
    </>
  );
}

export function Inlines({ nodes }: { nodes: Inline[] }) {
  return (
    <>
      {nodes.map((node, i) => (
        <InlineView key={`${i} ${node.kind}`} of={node} />
      ))}
    </>
  );
}

function InlineView({ of }: { of: Inline }) {
  switch (of.kind) {
    case 'text':
      return <>{of.text}</>;
    case 'bold':
      return (
        <strong>
          <Inlines nodes={of.children} />
        </strong>
      );
    case 'italic':
      return (
        <em>
          <Inlines nodes={of.children} />
        </em>
      );
    case 'strike':
      return (
        <s>
          <Inlines nodes={of.children} />
        </s>
      );
    case 'code':
      return <code>{of.text}</code>;
    case 'emoji':
      return <>{glyphFor(of.name)}</>;
    case 'link':
      return <Link url={of.url} label={of.label} />;
    case 'user':
      return <PersonMention id={of.id} label={of.label} />;
    case 'channel':
      return <ChannelMention id={of.id} label={of.label} />;
    case 'group':
      return <span class="mention">{of.label}</span>;
    case 'broadcast':
      return <span class="mention loud">@{of.range}</span>;
    case 'date':
      return <DateText of={of} />;
  }
}

export function Link({ url, label }: { url: string; label: string }) {
  return (
    <a href={url} target="_blank" rel="noreferrer noopener">
      {label}
    </a>
  );
}

export function PersonMention({ id, label }: { id: string; label: string | null }) {
  const desk = useDesk();
  const mine = id === desk.state.snapshot.me.id;
  return <span class={mine ? 'mention loud' : 'mention'}>@{personOf(desk, id)?.realName ?? label ?? id}</span>;
}

export function ChannelMention({ id, label }: { id: string; label: string | null }) {
  const desk = useDesk();
  const channel = channelOf(desk, id);
  if (!channel) return <span class="mention">#{label || id}</span>;
  return (
    <button type="button" class="mention" onClick={() => void desk.gestures.goTo({ kind: 'channel', id })}>
      #{channel.name}
    </button>
  );
}

function DateText({ of }: { of: Extract<Inline, { kind: 'date' }> }) {
  const { state, words, now } = useDesk();
  const { zone, locale } = state.snapshot.me;
  const text = formatSlackDate(of.at, of.format, { zone, locale, now, ...words }) || of.fallback;
  return of.url === null ? <time title={of.fallback}>{text}</time> : <Link url={of.url} label={text} />;
}
