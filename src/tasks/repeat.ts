import { z } from 'zod';

/**
 * How a task comes again. `day` is the day of the month that was first meant: a step on the 31st falls on 28 February and on
 * 31 March again. `workingDays` moves a day off to the next working day, without moving the ones after it.
 */
export const repeatSchema = z.strictObject({
  every: z.enum(['day', 'week', 'month', 'year']),
  interval: z.int().min(1).max(99),
  day: z.int().min(1).max(31),
  workingDays: z.boolean(),
});
export type Repeat = z.infer<typeof repeatSchema>;
