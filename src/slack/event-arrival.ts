import { z } from 'zod';
import type { Arrival } from './arrival.ts';

const text = z.string().nullish();
const person = z.union([z.string(), z.object({ id: z.string() }).transform(({ id }) => id)]);
const envelope = z.object({
  event_id: z.string(),
  team_id: text,
  enterprise_id: text,
  authorizations: z.array(z.object({ team_id: text, enterprise_id: text, user_id: text })).nullish(),
  event: z.looseObject({
    type: z.string(),
    user: person.nullish().catch(null),
    user_team: text.catch(null),
    channel: person.nullish().catch(null),
  }),
});

const asWritten = z.object({ event: z.record(z.string(), z.unknown()) });

/** An event of the Events API with what every gesture has. */
export interface EventArrival extends Arrival {
  readonly eventId: string;
  readonly type: string;
  /** False where nobody did it: the app itself then stands in. */
  readonly hasPerson: boolean;
  readonly event: Readonly<Record<string, unknown>>;
}

/** Whose installation an event is for, and the event's id. */
export interface EventEnvelope {
  readonly eventId: string;
  readonly teamId: string | null;
  readonly enterpriseId: string | null;
}

/** Reads an event's envelope; null where the body is no event. */
export function eventEnvelope(body: unknown): EventEnvelope | null {
  const read = envelope.safeParse(body);
  return read.success ? envelopeOf(read.data) : null;
}

/** Reads an event's payload; throws where it is none. */
export function eventArrival(body: unknown, botUserId: string): EventArrival {
  const sent = envelope.parse(body);
  const { eventId, teamId, enterpriseId } = envelopeOf(sent);
  const { event } = sent;
  // The handler's schema is given the event as Slack wrote it: `user` is an id in one event, a whole person in another.
  const written = asWritten.parse(body).event;
  return {
    eventId,
    type: event.type,
    hasPerson: typeof event.user === 'string',
    event: written,
    caller: { slackUserId: event.user ?? botUserId, teamId, enterpriseId, homeTeamId: event.user_team ?? teamId },
    channelId: event.channel ?? null,
    messageTs: null,
    view: null,
    triggerId: null,
    responseUrl: null,
  };
}

/** In a channel shared with another company the outer `team_id` may be theirs; the authorisation names ours. */
function envelopeOf(sent: z.infer<typeof envelope>): EventEnvelope {
  const installed = sent.authorizations?.[0] ?? sent;
  return {
    eventId: sent.event_id,
    teamId: installed.team_id ?? null,
    enterpriseId: installed.enterprise_id ?? null,
  };
}
