import type { Bucket, IndicatorStatus, TaskStatus } from '../../domain/assessment/status';
import type { PrintSpec, StyleSpec } from '../spec';

/**
 * The colours of a status: `fill` and `font` for its cell (contrast at least 4.5:1), `strong`
 * for charts. A sign and words always stand beside them (src/messages/words.ts).
 */
export type StatusLook = { readonly fill: string; readonly font: string; readonly strong: string };

const good: StatusLook = { fill: 'CDEBD3', font: '0B4F23', strong: '1E7B3A' };
const fair: StatusLook = { fill: 'E8F5E4', font: '1F5A2B', strong: '7FBF7B' };
const watch: StatusLook = { fill: 'FFF1B8', font: '5C4500', strong: 'E6B800' };
const risk: StatusLook = { fill: 'FFD8A8', font: '6B3200', strong: 'E8710A' };
const bad: StatusLook = { fill: 'F9C6C1', font: '7D0A0A', strong: 'C62828' };
const worst: StatusLook = { fill: '8C1D18', font: 'FFFFFF', strong: '6A1111' };
const waiting: StatusLook = { fill: 'DDE6F5', font: '1F3A68', strong: '6C8EBF' };
const silent: StatusLook = { fill: 'E6E6E6', font: '3A3A3A', strong: 'A6A6A6' };
const toJudge: StatusLook = { fill: 'E7DDF3', font: '452A73', strong: '8E6BBF' };
const broken: StatusLook = { fill: '3A3A3A', font: 'FFFFFF', strong: '3A3A3A' };

/** The looks of indicator statuses. */
export const indicatorLooks: Readonly<Record<IndicatorStatus, StatusLook>> = {
  met: good,
  onPace: fair,
  attention: watch,
  atRisk: risk,
  alarm: bad,
  missed: worst,
  noPace: waiting,
  noData: silent,
  judgement: toJudge,
  invalid: broken,
};

/** The looks of task statuses. */
export const taskLooks: Readonly<Record<TaskStatus, StatusLook>> = {
  doneOnTime: good,
  doneLate: { fill: 'DCE9C5', font: '3A4A0B', strong: '8BA32B' },
  inProgress: fair,
  notStarted: { fill: 'F1EFE6', font: '4A4433', strong: 'C9C2A5' },
  dueSoon: watch,
  slipping: risk,
  overdue: bad,
  recurring: { fill: 'D5EEF0', font: '0E4A50', strong: '3C9AA3' },
  recurringSilent: { fill: 'EDF2F2', font: '3D4F50', strong: 'A9C3C5' },
  awaiting: waiting,
  noReport: silent,
  invalid: broken,
};

/** The colours of the government's buckets in charts. */
export const bucketLooks: Readonly<Record<Bucket, StatusLook>> = {
  completedOnTime: good,
  completedLate: taskLooks.doneLate,
  openInTime: waiting,
  openOverdue: bad,
  noDeadline: silent,
};

/** The typeface of administrative documents (Nghị định 30/2020/NĐ-CP), in every cell of ours. */
export const typeface = 'Times New Roman';

/** Number formats, in the codes Excel keeps: they show decimal commas where Windows does. */
export const formats = {
  day: 'dd/mm/yyyy',
  share: '0.0%',
  wholeShare: '0%',
  points: '+0.0;-0.0;0.0',
  /** A computed value in an indicator's own unit: at least one decimal, so none hangs alone. */
  measure: '#,##0.0##',
  count: '0',
  money: '#,##0.0',
  text: '@',
} as const;

const MILLIMETRES_PER_INCH = 25.4;

function inches(millimetres: number): number {
  return millimetres / MILLIMETRES_PER_INCH;
}

/**
 * A working sheet on A4 with page numbers: margins of Nghị định 30/2020/NĐ-CP where a table
 * needs no width, its narrowest ones (20 mm, 15 mm) elsewhere. `mark` stands at the foot's left.
 */
export function workingPage(
  orientation: PrintSpec['orientation'],
  area: PrintSpec['area'],
  titleRows: PrintSpec['titleRows'],
  mark: string,
): PrintSpec {
  const type = `&"${typeface},Regular"&9 `;
  return {
    orientation,
    margins: {
      top: inches(20),
      bottom: inches(20),
      left: inches(orientation === 'portrait' ? 25 : 15),
      right: inches(15),
      header: inches(10),
      footer: inches(10),
    },
    area,
    titleRows,
    fitToWidth: true,
    centerHorizontally: true,
    header: '',
    footer: `&L${type}${mark.replace(/&/g, '&&')}&R${type}Trang &P/&N`,
  };
}

/** A style on top of another: fonts are joined, everything else is replaced. */
export function withStyle(base: StyleSpec, over: StyleSpec): StyleSpec {
  return { ...base, ...over, font: { ...base.font, ...over.font } };
}
