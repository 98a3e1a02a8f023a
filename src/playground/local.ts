import type { Carrier } from './carrier.ts';
import type { Delivery } from './delivery.ts';
import type { Faults } from './faults.ts';
import type { JournalKeeper } from './journal.ts';
import type { ResponseUrls } from './response-urls.ts';
import type { Triggers } from './triggers.ts';
import type { World } from './world.ts';

/** What the parts of one local Slack share. */
export interface Local {
  readonly world: World;
  readonly journal: JournalKeeper;
  readonly faults: Faults;
  readonly carrier: Carrier;
  readonly delivery: Delivery;
  readonly triggers: Triggers;
  readonly responseUrls: ResponseUrls;
  /** A WebSocket URL for one connection; none when the app is reached over HTTP. */
  readonly newSocketUrl: (() => string) | undefined;
}
