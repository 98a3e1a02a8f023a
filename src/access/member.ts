import { type Language, languageOf } from '../i18n/language.ts';
import type { MemberKind, Role } from './actor.ts';

/** What Slack says of a person, reduced to what Dossier needs. */
export interface Profile {
  readonly slackUserId: string;
  readonly name: string;
  readonly locale: string;
  /** IANA zone. */
  readonly zone: string;
  readonly kind: MemberKind;
  readonly active: boolean;
}

/** The members of `users.info` that are read. */
export interface SlackUser {
  readonly id?: string | undefined;
  readonly team_id?: string | undefined;
  readonly name?: string | undefined;
  readonly real_name?: string | undefined;
  readonly locale?: string | undefined;
  readonly tz?: string | undefined;
  readonly deleted?: boolean | undefined;
  readonly is_bot?: boolean | undefined;
  readonly is_restricted?: boolean | undefined;
  readonly is_ultra_restricted?: boolean | undefined;
  readonly is_stranger?: boolean | undefined;
  readonly enterprise_user?: { readonly enterprise_id?: string | undefined } | undefined;
}

/** Reads Slack's user. Somebody of another company is an outsider whatever else Slack says of them. */
export function profileOf(user: SlackUser, home: { teamId: string | null; enterpriseId: string | null }): Profile {
  const sameTeam = user.team_id === undefined || user.team_id === home.teamId;
  const sameEnterprise = home.enterpriseId !== null && user.enterprise_user?.enterprise_id === home.enterpriseId;
  const outsider = user.is_stranger === true || !(sameTeam || sameEnterprise);
  const guest = user.is_restricted === true || user.is_ultra_restricted === true || user.is_bot === true;
  return {
    slackUserId: user.id ?? '',
    name: user.real_name || user.name || user.id || '',
    locale: user.locale ?? 'en-US',
    zone: user.tz ?? 'UTC',
    kind: outsider ? 'outsider' : guest ? 'guest' : 'full',
    active: user.deleted !== true,
  };
}

/** A person whom Dossier knows. */
export interface MemberRow {
  readonly id: string;
  readonly slackUserId: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly kind: string;
  readonly active: boolean;
  readonly teamId: string | null;
  readonly askedAt: Date | null;
  readonly seenAt: Date;
  readonly locale: string;
  readonly languageOverride: string | null;
}

/** The language in which a person reads: the one they chose, else Slack's. */
export const languageOfMember = ({
  languageOverride,
  locale,
}: Pick<MemberRow, 'languageOverride' | 'locale'>): Language => languageOf(languageOverride ?? locale);

/** A team of account managers. */
export interface TeamRow {
  readonly id: string;
  readonly name: string;
  readonly leadId: string | null;
}
