import { toSerial } from '../domain/dates';
import { functionMessages } from '../messages/functions';
import { readDeadline } from '../reading/cells/deadline';
import { badValue, noValue, oneCell, type FunctionAnswer } from './answer';

/** The last day of a time from its words, as Excel's serial number. */
export function lastDay(text: string): FunctionAnswer {
  const { time, doubts } = readDeadline(text);
  if (time.kind === 'by' || time.kind === 'span') return oneCell(toSerial(time.end));
  return doubts.length > 0
    ? badValue(functionMessages.deadlineUnclear)
    : noValue(functionMessages.deadlineOpen);
}
