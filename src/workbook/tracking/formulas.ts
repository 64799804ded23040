import { deviationDecimals } from '../../domain/assessment/bands';
import type { IndicatorStatus, TaskStatus } from '../../domain/assessment/status';
import type { IndicatorField, RoadmapField, TaskField } from '../../domain/book';
import { columnLetters } from '../../domain/snapshot';
import { bucketWords } from '../../messages/words';
import { absoluteRange, quoteText } from '../shared/references';
import {
  dateReading,
  indicatorRank,
  isBlankFormula,
  judgementRank,
  numberReading,
  statusByRank,
  taskStatusText,
} from '../shared/rules';
import { indicatorLayout, trackingNames, type HistoryField } from './columns';
import { fieldCell, farRange, ownRange, type PlacedTable } from './place';

/** The as-of day; a time of day in the cell does not count. */
const asOf = `INT(${trackingNames.asOf})`;

/** Shown instead of a status when the settings cannot be used; it counts as no status. */
export const notComputed = '! Chưa tính được';

/** What the column "Thuộc dòng" says of a line that counts by itself, and is no part of another. */
export const ownLine = 'dòng';

/** Statuses of indicators that someone must act on, worst first. */
export const indicatorsToWatch: readonly IndicatorStatus[] = [
  'invalid',
  'missed',
  'alarm',
  'atRisk',
  'attention',
];

/** Statuses of tasks that someone must act on, worst first. */
export const tasksToWatch: readonly TaskStatus[] = ['invalid', 'overdue', 'slipping', 'dueSoon'];

/** Formulas of one line by field. */
export type LineFormulas<F extends string> = ReadonlyMap<F, string>;

/** What the placed tables of a tracking workbook are to each other's formulas. */
export type Places = {
  readonly indicators: PlacedTable<IndicatorField>;
  readonly tasks: PlacedTable<TaskField>;
  readonly roadmap: PlacedTable<RoadmapField>;
  readonly history: PlacedTable<HistoryField>;
};

/** The header of a milestone column. */
export function milestoneHeader(year: number): string {
  return `Năm ${String(year)}`;
}

function yearEnd(year: string): string {
  return `DATE(${year},12,31)`;
}

/** The header of an input field, by which the history names it. */
export function fieldHeader(field: IndicatorField): string {
  return indicatorLayout.columns.find((column) => column.field === field)?.header ?? field;
}

/**
 * Formulas of an indicator line. The same formulas stand in every line, headings and parts too,
 * so that sorting and filling down never mix kinds: what a line is, its machine columns say.
 */
export function indicatorFormulas(row: number, places: Places): LineFormulas<IndicatorField> {
  const { indicators, roadmap, history } = places;
  const at = (field: IndicatorField): string => fieldCell(indicators, field, row);
  const measured = `ISNUMBER(${at('direction')})`;
  const roadmapRow = `MATCH(${at('id')},${farRange(roadmap, 'id')},0)`;
  const fromRoadmap = (field: RoadmapField): string =>
    `IF(${at('roadMode')}="line",INDEX(${farRange(roadmap, field)},${roadmapRow}),"")`;
  return new Map<IndicatorField, string>([
    ...indicatorStatusFormulas(at, (field) => ownRange(indicators, field)),
    [
      'previous',
      `IF(${trackingNames.previousPeriod}="","",IFERROR(INDEX(${farRange(history, 'value')},MATCH(${trackingNames.previousPeriod}&"|"&${at('id')}&${quoteText(`|${fieldHeader('actual')}`)},${farRange(history, 'key')},0)),""))`,
    ],
    [
      'roadMode',
      `IF(${measured},IFERROR(INDEX(${farRange(roadmap, 'mode')},${roadmapRow}),IF(${at('pace')}="annual","held","none")),"")`,
    ],
    ['roadBase', fromRoadmap('baseline')],
    ['roadExpected', fromRoadmap('expected')],
  ]);
}

/**
 * The formulas of an indicator line that look at its own table only: `at` gives the cell of a
 * field in the line, `own` the whole column.
 */
export function indicatorStatusFormulas(
  at: (field: IndicatorField) => string,
  own: (field: IndicatorField) => string,
): LineFormulas<IndicatorField> {
  const rankOf = (status: IndicatorStatus): string => String(indicatorRank(status));

  const [actual, target, direction] = [at('actual'), at('targetValue'), at('direction')];
  const measured = `ISNUMBER(${direction})`;
  const held = `IF(${target}=0,0,1+${direction}*(${actual}-${target})/ABS(${target}))`;
  const way = `(${target}-${at('roadBase')})`;
  const beyond = `${direction}*(${actual}-${target})`;
  const reached = `IF(${at('strict')}=1,${beyond}>0,${beyond}>=0)`;
  const band =
    `IF(${at('deviation')}>=${trackingNames.bandAttention},${rankOf('onPace')},` +
    `IF(${at('deviation')}>=${trackingNames.bandAtRisk},${rankOf('attention')},` +
    `IF(${at('deviation')}>=${trackingNames.bandAlarm},${rankOf('atRisk')},${rankOf('alarm')})))`;
  const measuredRank =
    `IF(${at('reading')}=2,${rankOf('invalid')},IF(${at('reading')}=0,${rankOf('noData')},` +
    `IF(${reached},${rankOf('met')},IF(${asOf}>${yearEnd(at('horizon'))},${rankOf('missed')},` +
    `IF(${at('deviation')}="",${rankOf('noPace')},${band})))))`;

  // A composite's target value is the number of its parts; a part whose line was deleted has no data.
  const parts = (rank: number): string =>
    `COUNTIFS(${own('partOf')},${at('id')},${own('ownRank')},${String(rank)})>0`;
  const partsMissing = `COUNTIFS(${own('partOf')},${at('id')})<${target}`;
  const worstPart = [10, 9, 8, 7, 6, 5, 4, 3, 2, 1].reduce((rest, rank) => {
    const some =
      rank === indicatorRank('noData') ? `OR(${parts(rank)},${partsMissing})` : parts(rank);
    return `IF(${some},${String(rank)},${rest === '' ? rankOf('noData') : rest})`;
  }, '');

  const lastWatched = Math.max(...indicatorsToWatch.map(indicatorRank));
  const deviationKey = `IF(ISNUMBER(${at('deviation')}),MAX(-999999,MIN(999999,${at('deviation')})),0)`;
  return new Map<IndicatorField, string>([
    [
      'progress',
      `IF(${at('reading')}<>1,"",IF(${at('roadMode')}="held",${held},IF(${at('roadMode')}="line",(${actual}-${at('roadBase')})/${way},"")))`,
    ],
    [
      'due',
      `IF(${at('reading')}<>1,"",IF(${at('roadMode')}="held",1,IF(${at('roadMode')}="line",(${at('roadExpected')}-${at('roadBase')})/${way},"")))`,
    ],
    [
      'deviation',
      `IF(OR(${at('progress')}="",${at('due')}=""),"",ROUND((${at('progress')}-${at('due')})*100,${String(deviationDecimals)}))`,
    ],
    ['status', `IFERROR(${statusByRank(at('rank'))},${quoteText(notComputed)})`],
    ['reading', `IF(${measured},${numberReading(actual, trackingNames.dateMark)},0)`],
    [
      'ownRank',
      `IF(${at('targetKind')}="qualitative",${judgementRank(at('judgement'))},IF(${measured},${measuredRank},0))`,
    ],
    ['rank', `IF(${at('targetKind')}="composite",${worstPart},${at('ownRank')})`],
    [
      'order',
      `IF(AND(${at('partOf')}=${quoteText(ownLine)},${at('rank')}>0,${at('rank')}<=${String(lastWatched)}),${at('rank')}*10000000+${deviationKey}+ROW()/100000,"")`,
    ],
  ]);
}

/** Formulas of a roadmap line; `years` are the milestone columns between baseline and target. */
export function roadmapFormulas(
  row: number,
  place: PlacedTable<RoadmapField>,
  years: readonly number[],
): LineFormulas<RoadmapField> {
  const at = (field: RoadmapField): string => fieldCell(place, field, row);
  const [baseline, target, mode] = [at('baseline'), at('targetValue'), at('mode')];
  const start = `INT(${at('baselineDate')})`;
  const end = yearEnd(at('horizon'));
  const milestones = years.map((year) => {
    const column = place.columns.findIndex((each) => each.header === milestoneHeader(year)) + 1;
    return { date: yearEnd(String(year)), cell: `${columnLetters(column)}${String(row)}`, column };
  });
  const known = (cell: string, date: string, when: string): string =>
    `AND(ISNUMBER(${cell}),NOT(ISLOGICAL(${cell})),${date}>${start},${date}<${end},${date}${when})`;
  const before = milestones.map(
    ({ cell, date }) => `IF(${known(cell, date, `<=${asOf}`)},${date},0)`,
  );
  const after = milestones.map(
    ({ cell, date }) => `IF(${known(cell, date, `>${asOf}`)},${date},${end})`,
  );
  const first = milestones[0];
  const last = milestones.at(-1);
  const milestoneAt = (date: string): string => {
    if (!first || !last) return '0';
    const across = (of: number, dollars: boolean): string => {
      const range = { top: of, left: first.column, bottom: of, right: last.column };
      return dollars
        ? absoluteRange(range)
        : absoluteRange(range).replaceAll(`$${String(of)}`, String(of));
    };
    return `INDEX(${across(row, false)},MATCH(${quoteText('Năm ')}&YEAR(${date}),${across(place.headerRow, true)},0))`;
  };
  const valueBefore = `IF(${at('before')}=${start},${baseline},${milestoneAt(at('before'))})`;
  const valueAfter = `IF(${at('after')}=${end},${target},${milestoneAt(at('after'))})`;
  const onTheWay = `${valueBefore}+(${asOf}-${at('before')})/(${at('after')}-${at('before')})*(${valueAfter}-${valueBefore})`;
  const baselineKnown = `AND(${numberReading(baseline, trackingNames.dateMark)}=1,${dateReading(at('baselineDate'))}=1)`;
  return new Map<RoadmapField, string>([
    [
      'mode',
      `IF(${at('pace')}="annual","held",IF(${baselineKnown},IF(${end}<=${start},"none",IF(${at('direction')}*(${baseline}-${target})>=0,"held","line")),"none"))`,
    ],
    ['before', `IF(${mode}="line",MAX(${[start, ...before].join(',')}),"")`],
    ['after', `IF(${mode}="line",MIN(${[end, ...after].join(',')}),"")`],
    [
      'expected',
      `IF(${mode}="held",${target},IF(${mode}="line",IF(${asOf}<=${start},${baseline},IF(${asOf}>=${end},${target},${onTheWay})),""))`,
    ],
  ]);
}

/** Formulas of a task line; `at` gives the cell of a field in the line. */
export function taskFormulas(at: (field: TaskField) => string): LineFormulas<TaskField> {
  const word = (status: TaskStatus): string => quoteText(taskStatusText(status));
  const [kind, percent, start, due] = [at('timeKind'), at('percent'), at('startDay'), at('dueDay')];
  const counted = `AND(${kind}<>"ongoing",${kind}<>"yearly",${kind}<>"from")`;
  const dates = (['start', 'due', 'trigger', 'done'] as const).map(
    (field) => `${dateReading(at(field))}=2`,
  );
  const unreadable = [...dates, `${numberReading(percent, trackingNames.dateMark)}=2`].join(',');
  const outside = `IF(ISNUMBER(${percent}),OR(${percent}<0,${percent}>100),FALSE)`;
  const doneLater = `IF(ISNUMBER(${at('done')}),INT(${at('done')})>${asOf},FALSE)`;
  const passed = `AND(${due}>0,${asOf}>${due})`;
  const notBegun = `${start}>${asOf}`;
  const triggered = `AND(ISNUMBER(${at('trigger')}),INT(N(${at('trigger')}))<=${asOf})`;
  const openStatus =
    `IF(${passed},${word('overdue')},IF(AND(${due}>0,${due}-${asOf}<=${trackingNames.dueSoonDays}),${word('dueSoon')},` +
    `IF(${at('reported')}=0,IF(${notBegun},${word('notStarted')},${word('noReport')}),` +
    `IF(NOT(ISNUMBER(${percent})),${word('inProgress')},` +
    `IF(ROUND(${percent}-${at('elapsed')},${String(deviationDecimals)})<${trackingNames.bandAlarm},${word('slipping')},` +
    `IF(${percent}=0,${word('notStarted')},${word('inProgress')}))))))`;
  const countedStatus =
    `IF(ISNUMBER(${at('done')}),IF(AND(${due}>0,INT(N(${at('done')}))>${due}),${word('doneLate')},${word('doneOnTime')}),` +
    `IF(${percent}=100,IF(${passed},${word('invalid')},${word('doneOnTime')}),` +
    `IF(AND(${kind}="conditional",${due}=0,NOT(${triggered})),${word('awaiting')},${openStatus})))`;
  const uncountedStatus =
    `IF(${at('reported')}=1,${word('recurring')},` +
    `IF(AND(${kind}="from",${notBegun}),${word('notStarted')},${word('recurringSilent')}))`;
  const status =
    `IF(${kind}="","",IF(${at('fault')}=1,${word('invalid')},` +
    `IF(${counted},${countedStatus},${uncountedStatus})))`;
  const bucket = (key: keyof typeof bucketWords): string => quoteText(bucketWords[key].vi);
  const order = tasksToWatch.reduceRight(
    (rest, each, index) => `IF(${at('status')}=${word(each)},${String(index + 1)},${rest})`,
    '0',
  );
  return new Map<TaskField, string>([
    ['daysLeft', `IF(${due}>0,${due}-${asOf},"")`],
    ['status', `IFERROR(${status},${quoteText(notComputed)})`],
    [
      'bucket',
      `IF(${kind}="","",IF(${due}=0,${bucket('noDeadline')},IF(${at('status')}=${word('doneOnTime')},${bucket('completedOnTime')},IF(${at('status')}=${word('doneLate')},${bucket('completedLate')},IF(${asOf}>${due},${bucket('openOverdue')},${bucket('openInTime')})))))`,
    ],
    ['fault', `IF(OR(${unreadable},${outside},${doneLater}),1,0)`],
    [
      'reported',
      `IF(OR(ISNUMBER(${percent}),ISNUMBER(${at('done')}),NOT(${isBlankFormula(at('result'))})),1,0)`,
    ],
    [
      'startDay',
      `IF(${dateReading(at('start'))}=1,INT(${at('start')}),IF(${dateReading(at('trigger'))}=1,INT(${at('trigger')}),0))`,
    ],
    ['dueDay', `IF(${counted},IF(${dateReading(at('due'))}=1,INT(${at('due')}),0),0)`],
    [
      'elapsed',
      `IF(OR(${start}=0,${due}<=${start}),0,MAX(0,(${asOf}-${start})/(${due}-${start})*100))`,
    ],
    ['order', `IF(${order}=0,"",(${order})*10000000+${due}+ROW()/100000)`],
  ]);
}
