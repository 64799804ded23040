import type { FunctionAnswer } from './answer';
import { lastDay } from './deadline';
import { indicatorStatus, type Argument } from './status';
import { targetBounds } from './target';

/** Each custom function by the id that functions.json gives it. */
export const functions = {
  MUCTIEU: (text) => targetBounds(words(text)),
  HAN: (text) => lastDay(words(text)),
  TRANGTHAI: (target, actual, horizon, asOf, baseline, baselineDay) =>
    indicatorStatus(words(target), actual, horizon, asOf, baseline, baselineDay),
} as const satisfies Readonly<Record<string, (...given: Argument[]) => FunctionAnswer>>;

/** The type of {@link functions}, for those who load them later. */
export type Functions = Readonly<Record<FunctionId, (...given: Argument[]) => FunctionAnswer>>;

/** One of the ids. */
export type FunctionId = keyof typeof functions;

/** A cell's words: a number typed into it is read as it would be written. */
function words(argument: Argument): string {
  if (typeof argument === 'number') return String(argument).replace('.', ',');
  return typeof argument === 'string' ? argument : '';
}
