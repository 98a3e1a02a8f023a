import type { WebClient } from '@slack/web-api';
import { call, isTokenCode, SlackRefused, SlackTokenRefused, SlackUnreachable } from './errors.ts';

/** Who the app is in the workspace that its bot token belongs to. */
export interface Identity {
  readonly teamId: string | null;
  readonly enterpriseId: string | null;
  readonly teamName: string;
  readonly botId: string;
  readonly botUserId: string;
}

/**
 * Asks Slack once whose bot token this is (auth.test), so that no event needs to ask again.
 * @throws SlackTokenRefused when the token is of no use, SlackUnreachable when Slack does not answer.
 */
export async function identify(client: WebClient): Promise<Identity> {
  const answer = await call(client.auth.test()).catch((error: unknown) => {
    if (!(error instanceof SlackRefused)) throw error;
    throw isTokenCode(error.code) ? new SlackTokenRefused('bot', error.code) : new SlackUnreachable(error.code);
  });
  // The kind of the token was looked at before (xoxb-), so a stand-in that names no bot is not turned away for it.
  if (!answer.user_id) throw new SlackTokenRefused('bot', 'not_a_bot_token');
  return {
    teamId: answer.team_id ?? null,
    enterpriseId: answer.enterprise_id ?? null,
    teamName: answer.team ?? '',
    botId: answer.bot_id ?? '',
    botUserId: answer.user_id,
  };
}
