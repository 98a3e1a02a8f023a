import type { UiMessage, UiPerson } from '../protocol.ts';
import { Avatar } from './avatar.tsx';
import { Blocks } from './blocks/blocks.tsx';
import { personOf, useDesk } from './desk.ts';
import { Menu } from './elements/menu.tsx';
import { Mrkdwn } from './mrkdwn.tsx';
import { formatSlackDate } from './slack-date.ts';

const SLACKBOT: Pick<UiPerson, 'id' | 'realName' | 'avatarColor' | 'kind'> = {
  id: 'USLACKBOT',
  realName: 'Slackbot',
  avatarColor: '#5b6470',
  kind: 'app',
};

export function Message(props: { message: UiMessage; channelId: string; follows: boolean }) {
  const desk = useDesk();
  const { state, words, now } = desk;
  const { message, channelId } = props;
  const { id: me, zone, locale } = state.snapshot.me;
  const writer = personOf(desk, message.user) ?? {
    ...SLACKBOT,
    ...(message.user !== SLACKBOT.id && { realName: message.user }),
  };
  const time = formatSlackDate(Number(message.ts), '{time}', { zone, locale, now, ...words });
  const look = ['message', message.ephemeral ? 'ephemeral' : '', props.follows ? 'follows' : ''].join(' ');
  return (
    <article class={look} aria-label={`${writer.realName}, ${time}`}>
      <div class="message-side">
        {props.follows ? <time class="side-time">{time}</time> : <Avatar person={writer} />}
      </div>
      <div class="message-main">
        {message.ephemeral && <p class="only-you">{words.onlyYou}</p>}
        {!props.follows && (
          <p class="message-head">
            <strong>{writer.realName}</strong>
            {writer.kind === 'app' && <span class="badge">{words.appBadge}</span>}
            <time>{time}</time>
          </p>
        )}
        <div class="message-body">
          {message.blocks.length === 0 ? (
            <Mrkdwn text={message.text} />
          ) : (
            <Blocks
              surface={{
                key: `${me}:${channelId}:${message.ts}`,
                place: { channelId, ts: message.ts },
                state: message.state,
                errors: {},
                blocks: message.blocks,
              }}
            />
          )}
          {message.edited && <span class="edited">{words.edited}</span>}
        </div>
      </div>
      <MessageActions message={message} channelId={channelId} />
    </article>
  );
}

function MessageActions({ message, channelId }: { message: UiMessage; channelId: string }) {
  const { state, words, gestures } = useDesk();
  const { ts } = message;
  const at = { channelId, ts };
  const shortcuts = state.snapshot.shortcuts.filter((each) => each.type === 'message' && !message.ephemeral);
  const items = shortcuts.map(({ callbackId, name }) => ({
    key: callbackId,
    text: name,
    note: state.snapshot.app.name,
    pick: () => void gestures.make(`shortcut ${ts}`, 'message-shortcut', { callbackId, ...at }),
  }));
  const dismiss = {
    key: 'dismiss',
    text: words.dismiss,
    pick: () => void gestures.make(`dismiss ${ts}`, 'dismiss', at),
  };
  return (
    <Menu
      label={words.moreActions}
      items={message.ephemeral ? [dismiss] : items}
      empty={words.noActions}
      busy={state.pending.has(`shortcut ${ts}`)}
      class="message-actions"
    >
      ⋯
    </Menu>
  );
}
