import { flag, page, text } from './args.ts';
import type { Json } from './json.ts';
import { teamOf } from './payloads.ts';
import type { Method } from './web-api.ts';
import type { Person, World } from './world.ts';

/** Slack's user object. The locale comes only when it was asked for. */
export function userObject(world: World, person: Person, withLocale: boolean): Json {
  const { id, name, realName, title, kind, zone } = person;
  return {
    id,
    team_id: teamOf(world, person),
    name,
    deleted: person.deleted,
    color: person.avatarColor.replace('#', ''),
    real_name: realName,
    tz: zone,
    tz_label: zone,
    tz_offset: offsetSeconds(zone, world.clock.now()),
    profile: {
      title,
      real_name: realName,
      display_name: name,
      real_name_normalized: realName,
      team: teamOf(world, person),
    },
    is_admin: false,
    is_owner: false,
    is_primary_owner: false,
    is_restricted: kind === 'guest',
    is_ultra_restricted: false,
    is_stranger: kind === 'outsider',
    is_bot: kind === 'app',
    is_app_user: false,
    updated: 0,
    ...(withLocale ? { locale: person.locale } : {}),
  };
}

/** How far a zone is ahead of UTC at an instant, in seconds. */
function offsetSeconds(zone: string, at: Date): number {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts(at);
  const offset = parts.find((part) => part.type === 'timeZoneName')?.value ?? '';
  const match = /GMT([+-])(\d{2}):(\d{2})/.exec(offset);
  if (!match) return 0;
  return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 3600 + Number(match[3]) * 60);
}

export const PEOPLE: Readonly<Record<string, Method>> = {
  'users.info': ({ world }, args) => {
    const person = world.people.get(text(args, 'user'));
    if (!person) return { ok: false, error: 'user_not_found' };
    return { ok: true, user: userObject(world, person, flag(args, 'include_locale')) };
  },
  'users.list': ({ world }, args) => {
    const { items, next } = page([...world.people.values()], args);
    const members = items.map((person) => userObject(world, person, flag(args, 'include_locale')));
    return { ok: true, members, cache_ts: 0, response_metadata: { next_cursor: next } };
  },
};
