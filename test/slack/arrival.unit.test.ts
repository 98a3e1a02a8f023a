import { expect, test } from 'vitest';
import { commandArrival, interactionArrival } from '../../src/slack/arrival.ts';
import { eventArrival, eventEnvelope } from '../../src/slack/event-arrival.ts';

test('a command names its person, team and place', () => {
  const body = {
    user_id: 'U1',
    team_id: 'T1',
    channel_id: 'C1',
    trigger_id: '1.2',
    response_url: 'https://hooks.slack.com/x',
  };
  expect(commandArrival(body)).toMatchObject({
    caller: { slackUserId: 'U1', teamId: 'T1', enterpriseId: null },
    channelId: 'C1',
    triggerId: '1.2',
  });
});

test('a press in an ephemeral message knows its place by the container alone', () => {
  const container = { type: 'message', channel_id: 'C1', message_ts: '1.2', is_ephemeral: true };
  const body = { user: { id: 'U1', team_id: 'T2' }, team: { id: 'T1' }, container };
  expect(interactionArrival(body)).toMatchObject({
    caller: { teamId: 'T1', homeTeamId: 'T2' },
    channelId: 'C1',
    messageTs: '1.2',
  });
});

test("in an organisation-wide installation the team is the person's and the enterprise is named", () => {
  const body = { user: { id: 'U1', team_id: 'T1' }, team: null, enterprise: { id: 'E1' } };
  expect(interactionArrival(body).caller).toEqual({
    slackUserId: 'U1',
    teamId: 'T1',
    enterpriseId: 'E1',
    homeTeamId: 'T1',
  });
});

test.each(['{"id":', '', '[1', 'undefined'])(
  'metadata that is no JSON is null, for the schema to refuse: %j',
  (metadata) => {
    const view = { id: 'V1', hash: 'h', type: 'modal', private_metadata: metadata };
    expect(interactionArrival({ user: { id: 'U1' }, view }).view?.meta).toBeNull();
  },
);

test.each([{}, { user: 'U1' }, { user: {} }, null, 'x'])('what is no gesture is refused: %j', (body) => {
  expect(() => interactionArrival(body)).toThrow();
});

const event = { type: 'message', user: 'U1', channel: 'C1' };

test('in a shared channel an event is for the team that installed the app, not the one that wrote (T-64)', () => {
  const body = { event_id: 'Ev1', team_id: 'T2', authorizations: [{ team_id: 'T1', enterprise_id: null }], event };
  expect(eventEnvelope(body)).toEqual({ eventId: 'Ev1', teamId: 'T1', enterpriseId: null });
  expect(eventArrival(body, 'UBOT').caller).toMatchObject({ slackUserId: 'U1', teamId: 'T1' });
});

test.each([
  ['a changed profile', { type: 'user_change', user: { id: 'U9', name: 'x' } }, 'U9', true],
  ['an uninstalled app', { type: 'app_uninstalled' }, 'UBOT', false],
])('%s is done by the one it names, else by the app', (_what, sent, slackUserId, hasPerson) => {
  const arrival = eventArrival({ event_id: 'Ev1', team_id: 'T1', event: sent }, 'UBOT');
  expect([arrival.caller.slackUserId, arrival.hasPerson]).toEqual([slackUserId, hasPerson]);
});

test('what is no event has no envelope', () => {
  expect([eventEnvelope({}), eventEnvelope({ event_id: 1, event }), eventEnvelope(null)]).toEqual([null, null, null]);
});
