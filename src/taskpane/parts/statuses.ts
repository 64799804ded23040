import { indicatorStatusWords, taskStatusWords, type StatusWords } from '../../messages/words';

/** What the colours of statuses mean; the themes give each its shade. */
export type Tone = 'good' | 'fair' | 'watch' | 'risk' | 'bad' | 'waiting' | 'silent';

/** The tone of each status of an indicator. */
export const indicatorTones: ReadonlyMap<string, Tone> = new Map([
  ['met', 'good'],
  ['onPace', 'fair'],
  ['attention', 'watch'],
  ['atRisk', 'risk'],
  ['alarm', 'bad'],
  ['missed', 'bad'],
  ['invalid', 'bad'],
  ['noPace', 'waiting'],
  ['judgement', 'waiting'],
  ['noData', 'silent'],
]);

/** The tone of each status of a task. */
export const taskTones: ReadonlyMap<string, Tone> = new Map([
  ['doneOnTime', 'good'],
  ['recurring', 'good'],
  ['inProgress', 'fair'],
  ['doneLate', 'watch'],
  ['dueSoon', 'watch'],
  ['slipping', 'risk'],
  ['overdue', 'bad'],
  ['invalid', 'bad'],
  ['awaiting', 'waiting'],
  ['notStarted', 'silent'],
  ['noReport', 'silent'],
  ['recurringSilent', 'silent'],
]);

const words: Readonly<Record<'indicator' | 'task', ReadonlyMap<string, StatusWords>>> = {
  indicator: new Map(Object.entries(indicatorStatusWords)),
  task: new Map(Object.entries(taskStatusWords)),
};

/** The words of a status; an unknown one is shown by its code. */
export function wordsOf(kind: 'indicator' | 'task', status: string): StatusWords {
  return words[kind].get(status) ?? { sign: '?', vi: status, en: status };
}
