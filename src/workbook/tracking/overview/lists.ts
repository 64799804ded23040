import type {
  AssessedIndicator,
  AssessedTask,
  BookAssessment,
} from '../../../domain/assessment/book';
import type { IndicatorField, TaskField } from '../../../domain/book';
import { toSerial } from '../../../domain/dates';
import { block, formulaInput, textInput, type Block } from '../../shared/cells';
import { formats, withStyle, type StatusLook } from '../../shared/looks';
import { quoteText } from '../../shared/references';
import { indicatorStatusText, taskStatusText } from '../../shared/rules';
import type { CellInput, ConditionalFormatSpec, StyleSpec } from '../../spec';
import type { EntryInput, TrackingContent } from '../content';
import { indicatorsToWatch, tasksToWatch, type Places } from '../formulas';
import { farRange, type PlacedTable } from '../place';
import { styles } from '../styles';
import { cellLook, GRID, headLook, onRow } from './grid';

/** Rows to look at first, of each kind. */
const LISTED = 6;
/** Three lines of text: merged cells do not fit their rows to their text. */
const LISTED_HEIGHT = 45;
/** Characters of a long text the lists show; the rest is in the tables. */
const LONG_NAME = 105;
const LONG_LEAD = 90;
const LONG_CAUSE = 64;
const ONE_LINE = 34;
const NOTHING = 'Không có';

/** Rows a list takes, with its title and heads. */
export const listRows = LISTED + 2;

/** The heights of a list's rows. */
export function listHeights(
  top: number,
): readonly { readonly row: number; readonly height: number }[] {
  return Array.from({ length: LISTED }, (_, index) => ({
    row: top + 2 + index,
    height: LISTED_HEIGHT,
  }));
}

type ListColumn = { readonly range: readonly [number, number]; readonly head: string };

function listHead(top: number, title: string, columns: readonly ListColumn[]): readonly Block[] {
  return [
    block(onRow(top)(1, GRID.columns), textInput(title), styles.heading),
    ...columns.map(({ range, head }) => block(onRow(top + 1)(...range), textInput(head), headLook)),
  ];
}

function cut(text: string, limit: number): string {
  return text.length > limit ? `${text.slice(0, limit - 1)}…` : text;
}

/** {@link cut} as a formula. */
function cutFormula(text: string, limit: number): string {
  return `IF(LEN(${text})>${String(limit)},LEFT(${text},${String(limit - 1)})&"…",${text})`;
}

/** A text of a listed row; `otherwise` where the list has ended. */
function listedText(formula: string, result: string | null, otherwise = ''): CellInput {
  return formulaInput(`IFERROR(${formula},${quoteText(otherwise)})`, result ?? otherwise);
}

/** The cells of a listed row; texts are formulas over the row's place in its table. */
type ListedRow = {
  readonly code: CellInput;
  readonly name: CellInput;
  readonly why: CellInput;
  readonly status: CellInput;
  readonly figure: CellInput;
};

function listRow(top: number, row: ListedRow, figureLook: StyleSpec): readonly Block[] {
  const place = onRow(top);
  return [
    block(place(1, 2), row.code, withStyle(cellLook, { horizontal: 'center' })),
    block(place(3, 9), row.name, cellLook),
    block(place(10, 15), row.why, cellLook),
    block(place(16, 18), row.status, withStyle(cellLook, { font: { bold: true } })),
    block(place(19, 20), row.figure, figureLook),
  ];
}

function listColumns(name: string, figure: string): readonly ListColumn[] {
  return [
    { range: [1, 2], head: 'TT' },
    { range: [3, 9], head: name },
    { range: [10, 15], head: 'Cơ quan chủ trì; nguyên nhân' },
    { range: [16, 18], head: 'Trạng thái' },
    { range: [19, 20], head: figure },
  ];
}

/** The place of the k-th row to look at in a table, as its column of order says. */
function kth<F extends string>(place: PlacedTable<F>, order: F, k: number): string {
  const range = farRange(place, order);
  return `MATCH(SMALL(${range},${String(k)}),${range},0)`;
}

/** The words of a field at a position; an empty cell gives an empty text. */
function wordsAt<F extends string>(place: PlacedTable<F>, field: F, position: string): string {
  return `INDEX(${farRange(place, field)},${position})&""`;
}

const CAUSE = 'Nguyên nhân: ';

/** Who leads, and the cause below it where one was given: three lines in all. */
function whyFormula(lead: string, cause: string): string {
  const reason = cutFormula(`${quoteText(CAUSE)}&${cause}`, LONG_CAUSE);
  return `IF(${cause}="",${cutFormula(lead, LONG_LEAD)},${cutFormula(lead, ONE_LINE)}&CHAR(10)&${reason})`;
}

function whyText(lead: string | null, cause: EntryInput | undefined): string {
  if (typeof cause !== 'string' || cause === '') return cut(lead ?? '', LONG_LEAD);
  return `${cut(lead ?? '', ONE_LINE)}\n${cut(`${CAUSE}${cause}`, LONG_CAUSE)}`;
}

/** A task's number with its section's before it, where the number does not begin with it. */
function codeFormula(section: string, code: string): string {
  const whole = `LEFT(${code},LEN(${section})+1)=${section}&"."`;
  return `IF(OR(${section}="",${whole}),${code},${section}&"."&${code})`;
}

function codeText(section: string, code: string): string {
  return section === '' || code.startsWith(`${section}.`) ? code : `${section}.${code}`;
}

/** The indicators to look at first, worst first, with who leads them and why they slip. */
export function indicatorList(
  top: number,
  { indicators }: Places,
  assessment: BookAssessment,
  content: TrackingContent,
): readonly Block[] {
  const urgency = (row: AssessedIndicator): number => indicatorsToWatch.indexOf(row.status);
  const ranked = assessment.indicators
    .filter((row) => indicatorsToWatch.includes(row.status))
    .sort((a, b) => urgency(a) - urgency(b) || (a.deviation ?? 0) - (b.deviation ?? 0));
  return [
    ...listHead(top, 'Chỉ tiêu cần xem trước', listColumns('Chỉ tiêu', 'Chênh lệch')),
    ...Array.from({ length: LISTED }, (_, index) => {
      const position = kth(indicators, 'order', index + 1);
      const words = (field: IndicatorField): string => wordsAt(indicators, field, position);
      const row = ranked[index];
      const indicator = row?.indicator;
      const cause = indicator
        ? content.indicatorEntries.get(indicator.id)?.get('cause')
        : undefined;
      return listRow(
        top + 2 + index,
        {
          code: listedText(words('code'), indicator?.code ?? null),
          name: listedText(
            cutFormula(words('name'), LONG_NAME),
            indicator ? cut(indicator.name, LONG_NAME) : null,
            index === 0 ? NOTHING : '',
          ),
          why: listedText(
            whyFormula(words('lead'), words('cause')),
            indicator ? whyText(indicator.leadText, cause) : null,
          ),
          status: listedText(words('status'), row ? indicatorStatusText(row.status) : null),
          figure: formulaInput(
            `IFERROR(INDEX(${farRange(indicators, 'deviation')},${position}),"")`,
            row?.deviation ?? '',
          ),
        },
        withStyle(cellLook, { horizontal: 'right', numberFormat: formats.points }),
      );
    }).flat(),
  ];
}

/** The tasks to look at first, worst and longest overdue first. */
export function taskList(
  top: number,
  { tasks }: Places,
  assessment: BookAssessment,
  content: TrackingContent,
): readonly Block[] {
  const urgency = (row: AssessedTask): number => tasksToWatch.indexOf(row.status);
  const daysLeft = (row: AssessedTask): number => row.daysLeft ?? -Number.MAX_VALUE;
  const ranked = assessment.tasks
    .filter((row) => tasksToWatch.includes(row.status))
    .sort((a, b) => urgency(a) - urgency(b) || daysLeft(a) - daysLeft(b));
  return [
    ...listHead(top, 'Nhiệm vụ cần xem trước', listColumns('Nhiệm vụ', 'Hạn')),
    ...Array.from({ length: LISTED }, (_, index) => {
      const position = kth(tasks, 'order', index + 1);
      const words = (field: TaskField): string => wordsAt(tasks, field, position);
      const row = ranked[index];
      const task = row?.task;
      const cause = task ? content.taskEntries.get(task.id)?.get('cause') : undefined;
      const due = `INDEX(${farRange(tasks, 'dueDay')},${position})`;
      return listRow(
        top + 2 + index,
        {
          code: listedText(
            codeFormula(words('section'), words('code')),
            task ? codeText(task.section, task.code) : null,
          ),
          name: listedText(
            cutFormula(words('name'), LONG_NAME),
            task ? cut(task.name, LONG_NAME) : null,
            index === 0 ? NOTHING : '',
          ),
          why: listedText(
            whyFormula(words('lead'), words('cause')),
            task ? whyText(task.leadText, cause) : null,
          ),
          status: listedText(words('status'), row ? taskStatusText(row.status) : null),
          figure: formulaInput(
            `IFERROR(IF(${due}>0,${due},""),"")`,
            row?.due && row.daysLeft !== null ? toSerial(row.due) : '',
          ),
        },
        withStyle(cellLook, { horizontal: 'center', numberFormat: formats.day }),
      );
    }).flat(),
  ];
}

/** The status colours of a list. */
export function listFormats(
  top: number,
  looks: readonly (readonly [words: string, look: StatusLook])[],
): readonly ConditionalFormatSpec[] {
  return looks.map(([words, look]) => ({
    range: { top: top + 2, left: 16, bottom: top + 1 + LISTED, right: 18 },
    formula: `$P${String(top + 2)}=${quoteText(words)}`,
    fill: look.fill,
    fontColor: look.font,
    stopIfTrue: false,
  }));
}
