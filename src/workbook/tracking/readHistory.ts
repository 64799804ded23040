import type { HistoryFigure } from '../../domain/book';
import { cellOf, textOf } from '../../domain/entries';
import type { Failure } from '../../domain/failure';
import { ok, type Result } from '../../domain/result';
import type { CellContent, SheetSnapshot, Snapshot, TableSnapshot } from '../../domain/snapshot';
import { tidy } from '../../domain/text';
import { readTable } from '../shared/readTable';
import { historyLayout, type HistoryField } from './columns';
import { historyField } from './history';
import { layoutOf } from './readLayout';

/**
 * Reads the history: by its table in one pass over its sheet, because it can have a line for
 * every figure of thousands of files; else by its headers. Fails as {@link readTable} does.
 */
export function readHistory(snapshot: Snapshot): Result<readonly HistoryFigure[], Failure> {
  for (const sheet of snapshot.sheets)
    for (const table of sheet.tables)
      if (table.name.toLowerCase() === historyLayout.table.toLowerCase()) {
        const columns = columnsOf(sheet, table);
        if ([...columns.values()].includes('row')) return ok(figuresIn(sheet, table, columns));
      }
  const found = readTable(snapshot, layoutOf(historyLayout, 'row'), new Set());
  return found.ok
    ? ok(found.value.lines.map((line) => figureOf((field) => cellOf(line, field).content)))
    : found;
}

function columnsOf(
  sheet: SheetSnapshot,
  { top }: TableSnapshot,
): ReadonlyMap<number, HistoryField> {
  const fields = new Map(
    historyLayout.columns.map(({ header, field }) => [tidy(header).toLowerCase(), field]),
  );
  const columns = new Map<number, HistoryField>();
  for (const { row, column, content } of sheet.cells) {
    if (row > top) break;
    const field =
      row === top && content.kind === 'text'
        ? fields.get(tidy(content.text).toLowerCase())
        : undefined;
    if (field !== undefined) columns.set(column, field);
  }
  return columns;
}

/** The figures of the table and of the lines that go on below it. Cells are row-major. */
function figuresIn(
  sheet: SheetSnapshot,
  table: TableSnapshot,
  columns: ReadonlyMap<number, HistoryField>,
): readonly HistoryFigure[] {
  const figures: HistoryFigure[] = [];
  let line = new Map<HistoryField, CellContent>();
  let last = table.top;
  const end = (): void => {
    if (line.has('row') || line.has('period'))
      figures.push(figureOf((field) => line.get(field) ?? null));
    line = new Map();
  };
  for (const { row, column, content } of sheet.cells) {
    if (row <= table.top) continue;
    if (row !== last) {
      end();
      // Far below the table stands what belongs to others.
      if (row > Math.max(table.bottom, last) + 1) break;
      last = row;
    }
    const field = columns.get(column);
    if (field !== undefined && field !== 'key') line.set(field, content);
  }
  end();
  return figures;
}

function figureOf(contentOf: (field: HistoryField) => CellContent | null): HistoryFigure {
  const words = (field: HistoryField): string => textOf(contentOf(field)) ?? '';
  const value = contentOf('value');
  return {
    period: words('period'),
    row: words('row'),
    agency: words('agency'),
    field: historyField(words('field')),
    // A text is kept as it was typed, line ends and all.
    value:
      value?.kind === 'number' ? value.value : value?.kind === 'text' ? value.text : words('value'),
    file: words('file'),
    sheet: words('sheet'),
    cell: words('cell'),
    hash: words('hash'),
    time: words('time'),
  };
}
