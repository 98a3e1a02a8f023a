import type { Server } from './server.ts';

/** How much of it is run. */
export interface Extent {
  /** A few minutes, for every change; else everything. */
  readonly isShort: boolean;
  /** Kills for each crash point. */
  readonly rounds: number;
  readonly seed: number;
  readonly server: Server;
  /** Says how far it is. */
  readonly tell: (line: string) => void;
}

/** One line of the table: what was done to the product and what came of it. */
export interface Finding {
  readonly fault: string;
  readonly ran: string;
  readonly found: string;
  /** Promises that were not kept; none in a good run. */
  readonly broken: readonly string[];
}

/** Does something bad to running processes, and says what came of it. */
export type Fault = (extent: Extent) => Promise<readonly Finding[]>;

/** The promises that do not hold, in words. */
export const broken = (promises: Readonly<Record<string, boolean>>): readonly string[] =>
  Object.entries(promises)
    .filter(([, isKept]) => !isKept)
    .map(([promise]) => promise);
