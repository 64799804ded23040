import { defaultBands } from '../domain/assessment/bands';
import { assessIndicator, worstIndicatorStatus } from '../domain/assessment/indicator';
import { none, value, type Point } from '../domain/assessment/reading';
import { fromSerial } from '../domain/dates';
import type { Target } from '../domain/plan/target';
import { functionMessages } from '../messages/functions';
import { indicatorStatusWords } from '../messages/words';
import { readPace } from '../reading/cells/pace';
import { readTarget } from '../reading/cells/target';
import { badValue, noValue, oneCell, type FunctionAnswer } from './answer';

/** What Excel hands over for an argument: an empty or left out one is null or "". */
export type Argument = string | number | boolean | null | undefined;

const FIRST_YEAR = 1900;
const LAST_YEAR = 9999;

/**
 * The status of an indicator in words, by the product's rules with its default bands. `horizon`
 * is the year by whose end the target is due, `asOf` and `baselineDay` are serial numbers of
 * Excel. Without a baseline a target that is not reached has no pace.
 */
export function indicatorStatus(
  targetText: string,
  actual: Argument,
  horizon: Argument,
  asOf: Argument,
  baseline: Argument,
  baselineDay: Argument,
): FunctionAnswer {
  if (targetText.trim() === '') return badValue(functionMessages.targetEmpty);
  const { target, doubts } = readTarget(targetText, null);
  if (doubts.some(({ code }) => code === 'targetNotUnderstood'))
    return badValue(functionMessages.targetUnclear);
  if (target.kind === 'qualitative') return noValue(functionMessages.targetQualitative);
  if (!isEmpty(actual) && typeof actual !== 'number')
    return badValue(functionMessages.actualNotANumber);
  if (typeof horizon !== 'number' || !Number.isInteger(horizon) || !isYear(horizon))
    return badValue(functionMessages.horizonInvalid);
  const day = typeof asOf === 'number' ? fromSerial(asOf) : null;
  if (day === null) return badValue(functionMessages.dayInvalid);
  const start = baselineOf(baseline, baselineDay);
  if (start === 'invalid') return badValue(functionMessages.baselineInvalid);

  const pace = readPace({ name: '', unit: null, targetText });
  const parts: readonly Target[] = target.kind === 'composite' ? target.parts : [target];
  const statuses = parts.map(
    (part) =>
      assessIndicator(
        {
          target: part,
          pace,
          horizon,
          actual: typeof actual === 'number' ? value(actual) : none,
          judgement: none,
          baseline: start,
          milestones: [],
        },
        day,
        defaultBands,
      ).status,
  );
  return oneCell(indicatorStatusWords[worstIndicatorStatus(statuses)].vi);
}

function isEmpty(argument: Argument): boolean {
  return argument === null || argument === undefined || argument === '';
}

function isYear(year: number): boolean {
  return year >= FIRST_YEAR && year <= LAST_YEAR;
}

function baselineOf(baseline: Argument, day: Argument): Point | null | 'invalid' {
  if (isEmpty(baseline)) return null;
  const date = typeof day === 'number' ? fromSerial(day) : null;
  return typeof baseline === 'number' && date !== null ? { date, value: baseline } : 'invalid';
}
