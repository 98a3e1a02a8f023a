import { useEffect, useRef } from 'preact/hooks';
import type { UiChannel, UiMessage } from '../protocol.ts';
import { channelTitle, useDesk } from './desk.ts';
import { Message } from './message.tsx';
import { dayKey, formatSlackDate } from './slack-date.ts';
import { Tips } from './tips.tsx';

/** A channel's messages, oldest first, with a line between days and replies below what they answer. */
export function Messages({ channel }: { channel: UiChannel }) {
  const desk = useDesk();
  const { state, words } = desk;
  const { messages, app } = state.snapshot;
  const log = useRef<HTMLDivElement>(null);
  const newest = messages?.at(-1)?.ts;
  const waiting = state.pending.has('command');
  useEffect(() => {
    log.current?.scrollTo({ top: log.current.scrollHeight });
  }, [channel.id, newest, waiting]);

  if (messages === null) return <p class="empty busy">{words.loading}</p>;
  const roots = messages.filter((message) => message.threadTs === null || message.threadTs === message.ts);
  return (
    <div class="log" role="log" aria-label={words.messagesIn(channelTitle(desk, channel))} ref={log}>
      <Tips />
      {roots.length === 0 && <p class="empty">{words.emptyTitle}</p>}
      {roots.map((message, i) => (
        <div key={message.ts}>
          <DayLine message={message} before={roots[i - 1]} />
          <Message message={message} channelId={channel.id} follows={follows(message, roots[i - 1])} />
          <Replies
            channelId={channel.id}
            replies={messages.filter((reply) => reply.threadTs === message.ts && reply.ts !== message.ts)}
          />
        </div>
      ))}
      {waiting && (
        <p class="answering" role="status">
          {words.answering(app.name)}
        </p>
      )}
    </div>
  );
}

function Replies({ channelId, replies }: { channelId: string; replies: readonly UiMessage[] }) {
  const { words } = useDesk();
  if (replies.length === 0) return null;
  return (
    <section class="replies" aria-label={words.replies(replies.length)}>
      {replies.map((reply) => (
        <Message key={reply.ts} message={reply} channelId={channelId} follows={false} />
      ))}
    </section>
  );
}

function DayLine({ message, before }: { message: UiMessage; before: UiMessage | undefined }) {
  const { state, words, now } = useDesk();
  const { zone, locale } = state.snapshot.me;
  const dayOf = (each: UiMessage) => dayKey(new Date(Number(each.ts) * 1000), zone);
  if (before && dayOf(before) === dayOf(message)) return null;
  const text = formatSlackDate(Number(message.ts), '{date_long_pretty}', { zone, locale, now, ...words });
  return (
    <h3 class="day-line">
      <span>{text}</span>
    </h3>
  );
}

const SAME_BREATH_S = 300;

/** Whether a message stands right under its writer's last one, without a name of its own. */
function follows(message: UiMessage, before: UiMessage | undefined): boolean {
  if (!before || before.user !== message.user || before.ephemeral !== message.ephemeral) return false;
  return Number(message.ts) - Number(before.ts) < SAME_BREATH_S && message.blocks.length === 0;
}
