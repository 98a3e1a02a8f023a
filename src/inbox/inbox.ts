/** How often an event is tried before a person has to look at it. */
export const maxAttempts = 5;

/** How long one attempt may take before another process takes the event up: far over any handler's own limits. */
export const leaseSeconds = 60;

/** How long after its n-th failed attempt (from 1) an event rests: half a minute, doubling. */
export const restSeconds = (attempts: number): number => 30 * 2 ** (attempts - 1);
