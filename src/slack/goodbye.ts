import { z } from 'zod';
import type { Log } from '../lib/log.ts';
import { type Handler, onEvent } from './handler.ts';

const revoked = z.object({ tokens: z.object({ bot: z.array(z.string()).nullish() }) });
const whatNow = 'Nothing can be answered there until it is installed again and started with the new bot token.';

/** Slack's farewells: the last that is heard of a workspace, so the operator is told in one line. */
export const goodbyeHandlers = (log: Log): readonly Handler[] => [
  onEvent('app_uninstalled', {
    needs: 'access.ask',
    accepts: z.unknown(),
    run: async () => log.error(`Dossier was removed from its Slack workspace. ${whatNow}`),
  }),
  onEvent('tokens_revoked', {
    needs: 'access.ask',
    accepts: revoked,
    run: async (_gesture, { tokens }) => {
      if (tokens.bot?.length) log.error(`Slack has revoked the bot token. ${whatNow}`);
    },
  }),
];
