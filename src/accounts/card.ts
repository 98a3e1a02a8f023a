import type { Language, Words } from '../i18n/language.ts';
import type { Account } from './account.ts';
import type { Contact } from './contact.ts';

/** Who reads, and when: what a view needs to say "today" and in which language. */
export interface Reader {
  readonly language: Language;
  /** IANA zone. */
  readonly zone: string;
  readonly now: Date;
}

export interface PersonName {
  readonly name: string;
  readonly slackUserId: string;
}

/** What the card shows of the file itself. */
export interface CardFacts {
  readonly account: Account;
  readonly tier: Words | null;
  readonly stage: Words | null;
  readonly industry: Words | null;
  readonly region: Words | null;
  readonly owner: PersonName | null;
  readonly deputy: PersonName | null;
  readonly team: string | null;
  readonly parent: { readonly id: string; readonly name: string } | null;
  readonly contactCount: number;
  /** Null when the reader may not see who is who. */
  readonly contacts: readonly Contact[] | null;
  readonly may: {
    readonly log: boolean;
    readonly edit: boolean;
    readonly contacts: boolean;
    readonly history: boolean;
  };
}
