import type { Refused } from '../access/policy.ts';
import type { InWorkspace, Who } from '../db/work.ts';
import type { Language } from '../i18n/language.ts';
import type { Log } from '../lib/log.ts';
import type { Caller } from './arrival.ts';
import type { SlackClients, SlackFetch } from './clients.ts';
import type { Message } from './handler.ts';

/** A person whom the app has looked up. */
export interface Met extends Who {
  readonly language: Language;
}

/** What the listener needs from the rest of the app. */
export interface ListenPorts {
  readonly clients: SlackClients;
  /** The API address, whose host may also be answered by response_url (the local Slack). */
  readonly apiUrl: string;
  readonly botUserId: string;
  readonly log: Log;
  /** Who this is, as known now; null when the app is not installed in the team they come from. */
  readonly meet: (caller: Caller) => Promise<Met | null>;
  /** The workspace of an installed team; null where there is none. */
  readonly workspaceOf: (team: { teamId: string | null; enterpriseId: string | null }) => Promise<string | null>;
  readonly inWorkspace: InWorkspace;
  /** A refusal in words. */
  readonly explain: (refusal: Refused, language: Language) => Message;
  /** For `response_url`; the global one unless given. */
  readonly fetch?: SlackFetch;
}
