/** The statuses of an indicator (design §5), worst first: the order reports and lists use. */
export const indicatorStatuses = [
  'invalid',
  'missed',
  'alarm',
  'atRisk',
  'attention',
  'noData',
  'judgement',
  'noPace',
  'onPace',
  'met',
] as const;

/** One of {@link indicatorStatuses}. */
export type IndicatorStatus = (typeof indicatorStatuses)[number];

/** The statuses of a task (design §5), worst first. */
export const taskStatuses = [
  'invalid',
  'overdue',
  'slipping',
  'dueSoon',
  'noReport',
  'recurringSilent',
  'doneLate',
  'awaiting',
  'notStarted',
  'inProgress',
  'recurring',
  'doneOnTime',
] as const;

/** One of {@link taskStatuses}. */
export type TaskStatus = (typeof taskStatuses)[number];

/**
 * The government's four buckets of task accounting and the tasks without a due day. Together
 * they always add up to the number of tasks.
 */
export const buckets = [
  'completedOnTime',
  'completedLate',
  'openInTime',
  'openOverdue',
  'noDeadline',
] as const;

/** One of {@link buckets}. */
export type Bucket = (typeof buckets)[number];

/** What an officer may choose for a qualitative target: the choice is the status itself. */
export const judgements = ['met', 'onPace', 'attention', 'atRisk', 'alarm', 'missed'] as const;

/** One of {@link judgements}. */
export type Judgement = (typeof judgements)[number];

/** Statuses that mean a row slips and owes a cause and a measure. */
export const slippingIndicatorStatuses: ReadonlySet<IndicatorStatus> = new Set([
  'missed',
  'alarm',
  'atRisk',
  'attention',
]);

/** Statuses that mean a task slips and owes a cause and a measure. */
export const slippingTaskStatuses: ReadonlySet<TaskStatus> = new Set([
  'overdue',
  'slipping',
  'doneLate',
]);
