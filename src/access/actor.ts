import type { Language } from '../i18n/language.ts';

/** What a person may be; several at once. None is given by default. */
export const roles = ['administrator', 'head', 'lead', 'manager', 'service', 'viewer'] as const;
export type Role = (typeof roles)[number];

/** What Slack says of a person: only a full member of the workspace's own company is ever let in. */
export const memberKinds = ['full', 'guest', 'outsider'] as const;
export type MemberKind = (typeof memberKinds)[number];

/** The person who acts, as read at this moment inside the transaction. */
export interface Actor {
  readonly workspaceId: string;
  readonly memberId: string;
  readonly slackUserId: string;
  readonly roles: readonly Role[];
  readonly kind: MemberKind;
  readonly active: boolean;
  readonly teamId: string | null;
  /** Teams of which this person is the lead. */
  readonly leads: readonly string[];
  /** Members who are away today and have named this person their deputy. */
  readonly standsInFor: readonly string[];
  readonly language: Language;
  /** IANA zone. */
  readonly zone: string;
}
