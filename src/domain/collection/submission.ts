import type { Issue } from '../checks/issue';

/** A value as an agency reported it: a number, words, or a day as ISO text. */
export type FigureValue = string | number;

/** One filled cell of a submission. */
export type SubmittedFigure = {
  /** The id of the entry line: a row, or a part of a composite target. */
  readonly line: string;
  readonly field: string;
  readonly value: FigureValue;
  readonly sheet: string;
  readonly cell: string;
};

/** A form that came back and was read right. */
export type Submission = {
  readonly file: string;
  /** SHA-256 of the file's bytes, in hex. */
  readonly hash: string;
  /** When the file was last saved, as it says itself (an ISO instant); null when it does not. */
  readonly saved: string | null;
  readonly agency: string;
  readonly period: string;
  readonly figures: readonly SubmittedFigure[];
  /** Entry lines that were found, filled or not. */
  readonly lines: readonly string[];
  /** What is worth a look but stops nothing. */
  readonly issues: readonly Issue[];
  /** Whether the file carries macros, which were not looked at. */
  readonly macros: boolean;
};

/** One thing that was done to a tracking workbook, as its log keeps it. */
export type LogEntry = {
  /** An ISO instant; everything done at once has the same. */
  readonly time: string;
  readonly action: LogAction;
  readonly period: string;
  /** The agency's id, or "". */
  readonly agency: string;
  readonly file: string;
  readonly hash: string;
  /** When a submission was last saved; "" for everything else. */
  readonly saved: string;
  /** The entry line and field of a choice or a correction; "" for everything else. */
  readonly line: string;
  readonly field: string;
  /** A reason, a value, the period before: what the action says. */
  readonly detail: string;
};

/** What can be done: taking a file in, leaving one out, choosing, opening a period, merging. */
export const logActions = [
  'accepted',
  'excluded',
  'chosen',
  'opened',
  'corrected',
  'merged',
] as const;

/** One of {@link logActions}. */
export type LogAction = (typeof logActions)[number];

/** An entry with nothing but what every entry has. */
export function logEntry(
  time: string,
  action: LogAction,
  period: string,
  more: Partial<LogEntry> = {},
): LogEntry {
  return {
    time,
    action,
    period,
    agency: '',
    file: '',
    hash: '',
    saved: '',
    line: '',
    field: '',
    detail: '',
    ...more,
  };
}

/**
 * The order of submissions of one agency: the later saved stands; files saved at one instant go
 * by when they were taken in, then by their contents, so that the order of files never matters.
 */
export function later(one: LogEntry, other: LogEntry): number {
  const keys = ({ saved, time, hash }: LogEntry): readonly string[] => [
    saved === '' ? time : saved,
    time,
    hash,
  ];
  const [a, b] = [keys(one), keys(other)];
  const at = a.findIndex((key, index) => key !== b[index]);
  return at < 0 ? 0 : (a[at] ?? '') < (b[at] ?? '') ? -1 : 1;
}

/** The submission that stands for each agency of a period. */
export function standingEntries(
  log: readonly LogEntry[],
  period: string,
): ReadonlyMap<string, LogEntry> {
  const standing = new Map<string, LogEntry>();
  for (const entry of log) {
    if (entry.action !== 'accepted' || entry.period !== period) continue;
    const known = standing.get(entry.agency);
    if (!known || later(known, entry) < 0) standing.set(entry.agency, entry);
  }
  return standing;
}
