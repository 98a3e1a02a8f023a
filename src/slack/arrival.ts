import { z } from 'zod';
import type { PlaceView } from './handler.ts';
import { stateValues } from './state-values.ts';

/** The Slack team that a payload speaks for, and the person in it. */
export interface Caller {
  readonly slackUserId: string;
  readonly teamId: string | null;
  readonly enterpriseId: string | null;
  /** The team the person belongs to; another one than `teamId` for a guest from another company. */
  readonly homeTeamId: string | null;
}

/** A modal or Home view as Slack sends it back, with the parts that are needed to show it again. */
export interface SentView extends PlaceView {
  readonly callbackId: string;
  /** The view itself, untouched. */
  readonly sent: Readonly<Record<string, unknown>>;
}

/** What every gesture has in common, whatever its payload looks like. */
export interface Arrival {
  readonly caller: Caller;
  readonly channelId: string | null;
  readonly messageTs: string | null;
  readonly view: SentView | null;
  readonly triggerId: string | null;
  readonly responseUrl: string | null;
}

const text = z.string().nullish();
const view = z.looseObject({
  id: z.string(),
  hash: z.string(),
  type: z.enum(['modal', 'home']),
  callback_id: text,
  private_metadata: text,
  state: z.looseObject({ values: z.unknown().optional() }).nullish(),
});
const command = z.object({
  user_id: z.string(),
  team_id: text,
  enterprise_id: text,
  channel_id: text,
  trigger_id: text,
  response_url: text,
});
const interaction = z.object({
  user: z.object({ id: z.string(), team_id: text }),
  team: z.object({ id: text, enterprise_id: text }).nullish(),
  enterprise: z.object({ id: text }).nullish(),
  channel: z.object({ id: z.string() }).nullish(),
  message: z.object({ ts: text }).nullish(),
  container: z.object({ channel_id: text, message_ts: text }).nullish(),
  view: view.nullish(),
  trigger_id: text,
  response_url: text,
});

/** Reads a slash command's payload; throws where it is none. */
export function commandArrival(body: unknown): Arrival {
  const sent = command.parse(body);
  return {
    caller: {
      slackUserId: sent.user_id,
      teamId: sent.team_id ?? null,
      enterpriseId: sent.enterprise_id ?? null,
      homeTeamId: sent.team_id ?? null,
    },
    channelId: sent.channel_id ?? null,
    messageTs: null,
    view: null,
    triggerId: sent.trigger_id ?? null,
    responseUrl: sent.response_url ?? null,
  };
}

/** Reads the payload of a press, a submission, a shortcut or an external select; throws where it is none. */
export function interactionArrival(body: unknown): Arrival {
  const sent = interaction.parse(body);
  return {
    caller: {
      slackUserId: sent.user.id,
      teamId: sent.team?.id ?? sent.user.team_id ?? null,
      enterpriseId: sent.enterprise?.id ?? sent.team?.enterprise_id ?? null,
      homeTeamId: sent.user.team_id ?? sent.team?.id ?? null,
    },
    channelId: sent.channel?.id ?? sent.container?.channel_id ?? null,
    messageTs: sent.message?.ts ?? sent.container?.message_ts ?? null,
    view: sent.view ? sentView(sent.view) : null,
    triggerId: sent.trigger_id ?? null,
    responseUrl: sent.response_url || null,
  };
}

function sentView(sent: z.infer<typeof view>): SentView {
  return {
    id: sent.id,
    hash: sent.hash,
    type: sent.type,
    callbackId: sent.callback_id ?? '',
    meta: parseJson(sent.private_metadata ?? ''),
    values: stateValues(sent.state?.values),
    sent,
  };
}

/** JSON, or null where it is none: what reads it decides by its schema whether that will do. */
export function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
