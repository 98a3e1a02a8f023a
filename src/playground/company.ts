/** The invented company that the local Slack holds when it starts. Ids look like Slack's (`T…`, `U…`, `C…`, `A…`). */
export interface Company {
  readonly team: { readonly id: string; readonly name: string; readonly domain: string };
  readonly people: readonly CompanyPerson[];
  readonly channels: readonly CompanyChannel[];
  readonly app: {
    readonly id: string;
    readonly name: string;
    readonly botUserId: string;
    /** The bot events of the app's manifest (`app_home_opened`, `message.im` …); others are not sent. All when absent. */
    readonly events?: readonly string[];
  };
  readonly commands: readonly { readonly command: string; readonly description: string; readonly hint: string }[];
  readonly shortcuts: readonly {
    readonly name: string;
    readonly callbackId: string;
    readonly type: 'global' | 'message';
  }[];
}

/** `guest`: a restricted account. `outsider`: somebody of another company, met through Slack Connect. */
export type PersonKind = 'full' | 'guest' | 'outsider';

interface CompanyPerson {
  readonly id: string;
  readonly name: string;
  readonly realName: string;
  readonly title?: string;
  /** As Slack writes it: `en-US`, `zh-CN`. */
  readonly locale: string;
  /** IANA name. */
  readonly zone: string;
  readonly avatarColor?: string;
  readonly kind?: PersonKind;
}

interface CompanyChannel {
  readonly id: string;
  readonly name: string;
  readonly private?: boolean;
  /** Shared with another company (Slack Connect). */
  readonly shared?: boolean;
  readonly topic?: string;
  /** People's ids, and the app's bot user id where the app was invited. */
  readonly members: readonly string[];
}
