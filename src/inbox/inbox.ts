/** How often an event is tried before a person has to look at it. */
export const maxAttempts = 5;

/**
 * How long an attempt is safe from other processes without a sign of life, and how often it gives one. What a killed
 * process had in hand waits no longer than the lease and the time to the next look.
 */
export const leaseSeconds = 12;
export const renewSeconds = 4;

/** How long after its n-th failed attempt (from 1) an event rests: half a minute, doubling. */
export const restSeconds = (attempts: number): number => 30 * 2 ** (attempts - 1);
