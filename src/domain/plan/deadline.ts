import { z } from 'zod';
import { isoDateSchema } from '../dateSchema';
import type { IsoDate } from '../dates';

/**
 * When a task is due, read from its text (design §4). Dates are ISO; a year ends on 31/12, a
 * quarter and a month on their last day.
 *
 * - `ongoing`: "Thường xuyên"; `yearly`: "Hằng năm".
 * - `by`: one last day; `span`: from a first to a last day; `from`: a first day, no last.
 * - `conditional`: waits for another document or for a schedule set elsewhere.
 * - `none`: the plan states no time.
 */
export type Deadline =
  | { readonly kind: 'ongoing' }
  | { readonly kind: 'yearly' }
  | { readonly kind: 'by'; readonly end: IsoDate }
  | { readonly kind: 'span'; readonly start: IsoDate; readonly end: IsoDate }
  | { readonly kind: 'from'; readonly start: IsoDate }
  | { readonly kind: 'conditional' }
  | { readonly kind: 'none' };

/** Border schema of {@link Deadline}. */
export const deadlineSchema: z.ZodType<Deadline> = z.union([
  z.strictObject({ kind: z.literal('ongoing') }),
  z.strictObject({ kind: z.literal('yearly') }),
  z.strictObject({ kind: z.literal('by'), end: isoDateSchema }),
  z.strictObject({ kind: z.literal('span'), start: isoDateSchema, end: isoDateSchema }),
  z.strictObject({ kind: z.literal('from'), start: isoDateSchema }),
  z.strictObject({ kind: z.literal('conditional') }),
  z.strictObject({ kind: z.literal('none') }),
]);
