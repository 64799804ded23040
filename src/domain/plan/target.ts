import { z } from 'zod';

/**
 * What an indicator must reach, read from its text (design §4).
 *
 * - `atLeast` / `atMost`: a bound; `strict` for "trên", "hơn", ">" and "dưới", "<".
 * - `exactly`: a bare number such as `90`, `100%`, `01`. Reached or passed counts as met.
 * - `range`: `min`–`max`, met from `min` upward.
 * - `qualitative`: words only; an officer judges it.
 * - `composite`: several targets in one cell; each has an entry line of its own.
 *
 * Values are in the indicator's own unit: 85 means 85 %, never 0.85.
 * `growing` is set where the text adds "và tăng dần".
 */
export type Target =
  | {
      readonly kind: 'atLeast' | 'atMost';
      readonly value: number;
      readonly strict: boolean;
      readonly growing?: true | undefined;
    }
  | { readonly kind: 'exactly'; readonly value: number; readonly growing?: true | undefined }
  | {
      readonly kind: 'range';
      readonly min: number;
      readonly max: number;
      readonly growing?: true | undefined;
    }
  | { readonly kind: 'qualitative' }
  | { readonly kind: 'composite'; readonly parts: readonly Target[] };

const growing = z.literal(true).optional();

/** Border schema of {@link Target}: for a plan that comes back from a file. */
export const targetSchema: z.ZodType<Target> = z.lazy(() =>
  z.union([
    z.strictObject({
      kind: z.enum(['atLeast', 'atMost']),
      value: z.number(),
      strict: z.boolean(),
      growing,
    }),
    z.strictObject({ kind: z.literal('exactly'), value: z.number(), growing }),
    z.strictObject({ kind: z.literal('range'), min: z.number(), max: z.number(), growing }),
    z.strictObject({ kind: z.literal('qualitative') }),
    z.strictObject({ kind: z.literal('composite'), parts: z.array(targetSchema) }),
  ]),
);
