import { z } from 'zod';
import { parseIsoDate, type IsoDate } from './dates';

/** Border schema of {@link IsoDate}: a text that is a real day. */
export const isoDateSchema = z.custom<IsoDate>(
  (given) => typeof given === 'string' && parseIsoDate(given) !== null,
);
