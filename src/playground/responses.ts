import { flag, text } from './args.ts';
import type { Json } from './json.ts';
import type { Local } from './local.ts';
import { messageContent } from './message-args.ts';
import { messageFor, post, remove } from './messages.ts';
import type { ResponseTarget } from './response-urls.ts';
import { change } from './web-api-chat.ts';

/**
 * An app's answer through a response URL, or in the ack of a command: a new message (ephemeral unless `in_channel`),
 * or the original replaced or deleted.
 * @returns the code of Slack's refusal, or nothing
 */
export function takeResponse(local: Local, target: ResponseTarget, args: Json): string | undefined {
  const { world } = local;
  const channel = world.channels.get(target.channelId);
  if (!channel) return 'channel_not_found';
  const original = target.messageTs ? messageFor(channel, target.userId, target.messageTs) : undefined;
  if (flag(args, 'delete_original')) {
    if (original) remove(world, channel, original);
    return undefined;
  }
  const content = messageContent(world, args);
  if ('refused' in content) return String(content.refused['error']);
  if (flag(args, 'replace_original') && original) {
    change(local, original, content);
    return undefined;
  }
  const onlyFor = args['response_type'] === 'in_channel' ? undefined : target.userId;
  const threadTs = text(args, 'thread_ts') || undefined;
  post(world, channel, { user: world.company.app.botUserId, ...content, onlyFor, threadTs });
  return undefined;
}
