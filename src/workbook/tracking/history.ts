import type { HistoryFigure } from '../../domain/book';
import { emptyInput, formulaInput, textInput } from '../shared/cells';
import { columnLetters } from '../../domain/snapshot';
import type { CellInput, SheetSpec } from '../spec';
import { indicatorLayout, taskLayout, type HistoryField } from './columns';
import type { TrackingContent } from './content';
import { entryCell } from './lines';
import { fieldCell, type PlacedColumn, type PlacedTable } from './place';
import { styles } from './styles';
import { tableSheet, type LineCell } from './tableSheet';

/** The header of each field as the history names it; indicator and task fields share theirs. */
const headers: ReadonlyMap<string, string> = new Map(
  [...taskLayout.columns, ...indicatorLayout.columns].map(({ field, header }) => [field, header]),
);

const fields: ReadonlyMap<string, string> = new Map(
  [...headers].map(([field, header]) => [header, field]),
);

/** The words of a field in the history; a field without a column keeps its own name. */
export function historyWords(field: string): string {
  return headers.get(field) ?? field;
}

/** The field the words of the history stand for; unknown words stand for themselves. */
export function historyField(words: string): string {
  return fields.get(words) ?? words;
}

/** The sheet of the history. */
export function historySheet(
  content: TrackingContent,
  place: PlacedTable<HistoryField>,
): SheetSpec {
  return tableSheet({
    content,
    place,
    title: 'SỐ LIỆU QUA CÁC KỲ',
    remark:
      'Mỗi dòng là một số liệu đã nhận, kèm tệp, trang và ô nguồn. Sổ tự ghi khi tổng hợp bài nộp; mới nhất ở trên.',
    lines: content.history.map((figure, index) => {
      const row = place.firstRow + index;
      return ({ field }: PlacedColumn<HistoryField>): LineCell =>
        field === null
          ? { value: emptyInput, style: styles.plain }
          : figureCell(field, figure, row, place);
    }),
    derived: true,
    frozenColumns: 2,
    tabColor: '4A4A4A',
    validations: [],
    conditionalFormats: [],
  });
}

/** The cells of one figure, for a row of a table whose fields stand in these columns. */
export function historyCells(
  figure: HistoryFigure | undefined,
  fields: readonly HistoryField[],
  columns: readonly number[],
  row: number,
): readonly CellInput[] {
  if (!figure) return [];
  const words = historyWords(figure.field);
  return fields.map((field): CellInput => {
    switch (field) {
      case 'field':
        return textInput(words);
      case 'value':
        return typeof figure.value === 'number'
          ? { kind: 'number', value: figure.value }
          : textInput(figure.value);
      case 'key': {
        const at = (each: HistoryField): string =>
          `${columnLetters(columns[fields.indexOf(each)] ?? 1)}${String(row)}`;
        return formulaInput(keyFormula(at), `${figure.period}|${figure.row}|${words}`);
      }
      default:
        return textInput(figure[field]);
    }
  });
}

/** What formulas look figures up by. */
function keyFormula(at: (field: HistoryField) => string): string {
  return `${at('period')}&"|"&${at('row')}&"|"&${at('field')}`;
}

function figureCell(
  field: HistoryField,
  figure: HistoryFigure,
  row: number,
  place: PlacedTable<HistoryField>,
): LineCell {
  switch (field) {
    case 'period':
    case 'row':
    case 'sheet':
    case 'cell':
    case 'hash':
    case 'time':
      return { value: textInput(figure[field]), style: styles.planCentre };
    case 'agency':
    case 'file':
      return { value: textInput(figure[field]), style: styles.plan };
    case 'field':
      return { value: textInput(historyWords(figure.field)), style: styles.plan };
    case 'value':
      return entryCell(figure.value, styles.plan);
    case 'key': {
      const at = (each: HistoryField): string => fieldCell(place, each, row);
      return {
        value: formulaInput(
          keyFormula(at),
          `${figure.period}|${figure.row}|${historyWords(figure.field)}`,
        ),
        style: styles.machine,
      };
    }
  }
}
