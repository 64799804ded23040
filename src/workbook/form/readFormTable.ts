import { indicatorReport, kindOf, taskReport } from '../../domain/collection/fields';
import type { FigureValue, SubmittedFigure } from '../../domain/collection/submission';
import type { SubmissionCode } from '../../domain/collection/submissionCodes';
import { isBlank, textOf } from '../../domain/entries';
import {
  cellAddress,
  columnLetters,
  type CellContent,
  type SheetSnapshot,
  type Snapshot,
  type SnapshotCell,
} from '../../domain/snapshot';
import { quoted, tidy } from '../../domain/text';
import { areaIn } from '../shared/area';
import { formIndicatorLayout, formTaskLayout } from './columns';
import type { FormLine } from './formLines';
import { readFormCell } from './readFormCell';

/** Takes note of one fault. */
export type AddIssue = (
  code: SubmissionCode,
  severity: 'error' | 'warning',
  where: { readonly sheet: string; readonly cell: string | null; readonly row: string | null },
  params: Readonly<Record<string, string | number>>,
) => void;

/** What a form was sent out with, as far as the workbook knows. */
export type Issued = {
  /** Whether a fact of a line stood in the form already. */
  readonly same: (line: string, field: string, value: FigureValue) => boolean;
  /** The figures of a line that the columns of the last period can show. */
  readonly before: (line: string, field: string) => ReadonlySet<FigureValue>;
};

/** What one table of a form says. */
export type FormTable = {
  readonly figures: readonly SubmittedFigure[];
  readonly lines: readonly string[];
};

type Layout = {
  readonly sheet: string;
  readonly table: string;
  readonly columns: readonly { readonly field: string; readonly header: string }[];
};

type Cells = ReadonlyMap<number, SnapshotCell>;

/** Where a table stands: rows of cells by number, the row of its headers, its last row if known. */
type Place = {
  readonly sheet: SheetSnapshot;
  readonly rows: ReadonlyMap<number, Cells>;
  readonly headerRow: number;
  readonly bottom: number | null;
};

const layouts: Readonly<Record<FormLine['table'], Layout>> = {
  indicator: formIndicatorLayout,
  task: formTaskLayout,
};

const reports: Readonly<Record<FormLine['table'], readonly string[]>> = {
  indicator: indicatorReport,
  task: taskReport,
};

/** The formulas that look at input cells of their own row only, and at which. */
const watching: readonly (readonly [formula: string, inputs: readonly string[]])[] = [
  ['reading', ['actual']],
  ['fault', ['percent', 'done']],
  ['reported', ['percent', 'done', 'result']],
];

/** The columns that show the last period, and the inputs they stand for. */
const previous: Readonly<
  Record<FormLine['table'], readonly (readonly [field: string, shows: readonly string[]])[]>
> = {
  indicator: [['previous', ['actual', 'judgement']]],
  task: [
    ['previousPercent', ['percent']],
    ['previousResult', ['result']],
  ],
};

/**
 * Reads one table of a form: found by its table's name, else by its headers; lines by their ids,
 * columns by their headers, wherever they were moved. `expected` are the ids of the agency's
 * lines; whatever else was typed into a cell that counts is a fault with its cell.
 */
export function readFormTable(
  snapshot: Snapshot,
  table: FormLine['table'],
  known: ReadonlyMap<string, FormLine>,
  expected: ReadonlySet<string>,
  rowsIssued: ReadonlySet<string>,
  issued: Issued,
  add: AddIssue,
): FormTable {
  const nothing: FormTable = { figures: [], lines: [] };
  const layout = layouts[table];
  const place = findPlace(snapshot, layout);
  if (!place) {
    add(
      'formTableMissing',
      'error',
      { sheet: layout.sheet, cell: null, row: null },
      {
        table: layout.sheet,
      },
    );
    return nothing;
  }
  const { sheet, rows, headerRow } = place;
  const at = (row: number, column: number): string => cellAddress(row, column);
  const columns = readHeaders(place, table, layout, add);
  const idColumn = columns.get('id');
  if (idColumn === undefined) return nothing;

  const sound = new Map<string, string>();
  checkColumns();

  const inputs = reports[table].flatMap((field) => {
    const column = columns.get(field);
    return column === undefined ? [] : [{ field, column, kind: kindOf(field) }];
  });
  const figures: SubmittedFigure[] = [];
  const found = new Map<string, number>();
  const order = [...rows.keys()].filter((row) => row > headerRow).sort((a, b) => a - b);
  const lastLine = order.findLast((row) => expected.has(idIn(rows.get(row), idColumn) ?? ''));
  for (const row of order) {
    const cells = rows.get(row);
    if (!cells) continue;
    const id = idIn(cells, idColumn);
    const line = id === null ? undefined : known.get(id);
    if (id === null || line === undefined || !expected.has(id)) {
      reportStray(id, line, row, cells);
      continue;
    }
    const first = found.get(id);
    if (first !== undefined) {
      add('formRowRepeated', 'error', placeAt(row, idColumn, id), {
        id,
        first: at(first, idColumn),
      });
      continue;
    }
    found.set(id, row);
    checkWords(line, row, cells);
    checkShift(id, row, cells);
    checkPrevious(line, row, cells);
    for (const { field, column } of inputs) {
      const cell = cells.get(column);
      if (!cell || (cell.formula === null && isBlank(cell.content))) continue;
      const where = placeAt(row, column, id);
      if (!line.open.has(field)) {
        if (!isBlank(cell.content) && !sameDue(field, columns, cells))
          add('formClosedCell', 'error', where, params(field, cell.content));
        continue;
      }
      const value = readFormCell(cell, field, line, (code, severity, more) => {
        add(code, severity, where, { ...params(field, cell.content), ...more });
      });
      if (value !== null && !issued.same(id, field, value))
        figures.push({ line: line.id, field, value, sheet: sheet.name, cell: at(row, column) });
    }
  }
  for (const id of expected)
    if (!found.has(id) && rowsIssued.has(id))
      add(
        'formRowMissing',
        'warning',
        { sheet: sheet.name, cell: null, row: id },
        {
          name: known.get(id)?.words[0]?.[1] ?? id,
        },
      );
  checkMerges(lastLine ?? headerRow);
  checkMarks();
  const others = snapshot.sheets.filter((each) => each !== sheet && !each.tables.some(isOurs));
  for (const copy of placesOf(others, layout)) checkCopy(copy);
  return { figures, lines: [...found.keys()] };

  function placeAt(row: number, column: number, id: string | null) {
    return { sheet: sheet.name, cell: at(row, column), row: id };
  }

  function params(field: string, content: CellContent | null) {
    return { column: `${table}.${field}`, seen: seenIn(content) };
  }

  /** A row that is no line of the agency: whatever counts on it would be lost. */
  function reportStray(
    id: string | null,
    line: FormLine | undefined,
    row: number,
    cells: Cells,
  ): void {
    const inside = row <= Math.max(place?.bottom ?? 0, lastLine ?? 0);
    const filled = inputs.find(({ column, kind }) => {
      const cell = cells.get(column);
      if (!cell || isBlank(cell.content)) return false;
      // Below the table a name or a remark stands anywhere; a figure does not.
      return inside || id !== null || (kind !== 'text' && cell.content.kind === 'number');
    });
    if (!filled) return;
    if (line && !line.entry && filled.field === 'note') return;
    const where = placeAt(row, filled.column, id);
    if (line && !line.entry)
      add(
        'formClosedCell',
        'error',
        where,
        params(filled.field, cells.get(filled.column)?.content ?? null),
      );
    else if (id === null)
      add(
        'formRowWithoutId',
        'error',
        where,
        params(filled.field, cells.get(filled.column)?.content ?? null),
      );
    else add('formRowForeign', 'error', placeAt(row, idColumn ?? 1, id), { id });
  }

  /** The words that say what the figures of a line are of must be the plan's still. */
  function checkWords(line: FormLine, row: number, cells: Cells): void {
    for (const [field, words] of line.words) {
      const column = columns.get(field);
      if (column === undefined) continue;
      const content = cells.get(column)?.content ?? null;
      if (!shows(content, words))
        add('formTextChanged', 'error', placeAt(row, column, line.id), {
          ...params(field, content),
          expected: quoted(words),
        });
    }
  }

  /**
   * Cells pushed up or down inside one column leave their row's formulas pointing elsewhere: a
   * formula that looks at several rows no longer stands beside the cells it was made for.
   */
  function checkShift(id: string, row: number, cells: Cells): void {
    const number = String(row);
    for (const [field] of watching) {
      const column = columns.get(field);
      const formula = column === undefined ? null : (cells.get(column)?.formula ?? null);
      if (formula === null || column === undefined) continue;
      // A formula that differs from a sound one in its own row's number only is sound.
      const pattern = formula.replaceAll(number, '#');
      if (sound.get(field) === pattern) continue;
      const seen = new Set<string>();
      for (const [, , at = ''] of formula.replace(/"[^"]*"/g, '').matchAll(REFERENCE)) seen.add(at);
      if (seen.size === 1 && seen.has(number)) sound.set(field, pattern);
      if (seen.size > 1)
        add('formCellsShifted', 'error', placeAt(row, column, id), {
          rows: [...seen].sort().join(', '),
        });
    }
  }

  /**
   * Formulas follow a column that is moved; headers that were only typed over do not move them.
   * Where a formula looks at another column than the header says, one of the two is wrong.
   */
  function checkColumns(): void {
    const swapped = new Set<string>();
    for (const [formulaField, fields] of watching) {
      const column = columns.get(formulaField);
      if (column === undefined) continue;
      for (const cells of rows.values()) {
        const formula = cells.get(column)?.formula ?? null;
        if (formula === null) continue;
        const seen = new Set([...formula.matchAll(REFERENCE)].map(([, letters]) => letters));
        for (const field of fields) {
          const stated = columns.get(field);
          if (stated === undefined || swapped.has(field) || seen.has(columnLetters(stated)))
            continue;
          swapped.add(field);
          add('formColumnsSwapped', 'error', placeAt(headerRow, stated, null), {
            column: `${table}.${field}`,
          });
        }
        break;
      }
    }
  }

  /** A cell merged over others of the table stands for several lines or columns at once. */
  function checkMerges(last: number): void {
    const counted = new Set([idColumn, ...inputs.map(({ column }) => column)]);
    for (const range of sheet.merges) {
      const area = areaIn(range);
      if (!area || area.bottom <= headerRow - 1 || area.top > last) continue;
      if (area.bottom < headerRow) continue;
      for (let column = area.left; column <= area.right; column += 1)
        if (counted.has(column)) {
          add('formCellsMerged', 'error', placeAt(area.top, area.left, null), { range });
          break;
        }
    }
  }

  /**
   * Sorting some columns leaves the hidden ones where they were: the same words, on other rows.
   * Other words altogether are those of a plan that was read anew since, and no fault.
   */
  function checkMarks(): void {
    const lines = [...found].flatMap(([id, row]) => {
      const line = known.get(id);
      return line ? [{ line, row }] : [];
    });
    for (const [index, [field]] of (lines[0]?.line.marks ?? []).entries()) {
      const column = columns.get(field);
      if (column === undefined) continue;
      const pairs = lines.map(({ line, row }) => ({
        row,
        id: line.id,
        expected: line.marks[index]?.[1] ?? '',
        seen: String(seenIn(rows.get(row)?.get(column)?.content ?? null)),
      }));
      const first = pairs.find(({ expected: words, seen }) => words !== seen);
      const sorted = (side: 'expected' | 'seen'): string =>
        JSON.stringify(pairs.map((pair) => pair[side]).sort());
      if (!first || sorted('expected') !== sorted('seen')) continue;
      add('formRowsTorn', 'error', placeAt(first.row, idColumn ?? column, first.id), {});
      return;
    }
  }

  /** A figure typed beside an empty input, into the column of the last period, would be lost. */
  function checkPrevious(line: FormLine, row: number, cells: Cells): void {
    const filled = (field: string): boolean => {
      const column = columns.get(field);
      return column !== undefined && !isBlank(cells.get(column)?.content ?? null);
    };
    for (const [field, shows] of previous[table]) {
      const column = columns.get(field);
      const content = column === undefined ? undefined : cells.get(column)?.content;
      if (column === undefined || !content || isBlank(content) || shows.some(filled)) continue;
      const before = shows.map((each) => issued.before(line.id, each));
      const seen = seenIn(content);
      if (before.some((values) => values.has(seen))) continue;
      // The workbook may have moved on since the form was sent; then it only looks odd.
      const severity = before.some(({ size }) => size > 0) ? 'warning' : 'error';
      add('formPreviousTyped', severity, placeAt(row, column, line.id), {
        ...params(field, content),
        column: headerOf(table, field),
      });
    }
  }

  /** A copy of the table that says something else: people fill in the one they see. */
  function checkCopy(copy: Place): void {
    const theirs = new Map<string, number>();
    for (const [column, { content }] of copy.rows.get(copy.headerRow) ?? [])
      if (content.kind === 'text') theirs.set(tidy(content.text).toLowerCase(), column);
    const columnOf = (field: string): number | undefined =>
      theirs.get(tidy(headerOf(table, field)).toLowerCase());
    const ids = columnOf('id');
    if (ids === undefined) return;
    for (const [row, cells] of copy.rows) {
      const id = idIn(cells, ids);
      const own = id === null ? undefined : found.get(id);
      if (row <= copy.headerRow || own === undefined) continue;
      for (const { field, column } of inputs) {
        const content = cells.get(columnOf(field) ?? 0)?.content ?? null;
        const there = rows.get(own)?.get(column)?.content ?? null;
        if (content === null || isBlank(content) || seenIn(content) === seenIn(there)) continue;
        add(
          'formTableCopied',
          'error',
          { sheet: copy.sheet.name, cell: at(row, columnOf(field) ?? 1), row: id },
          {
            table: layout.sheet,
            seen: seenIn(content),
            there: seenIn(there),
            first: at(own, column),
          },
        );
        return;
      }
    }
  }

  /** The plan's own due day stands in a cell that is no input. */
  function sameDue(field: string, all: ReadonlyMap<string, number>, cells: Cells): boolean {
    return (
      field === 'due' && all.has('due') && cells.get(all.get('due') ?? 0)?.content.kind === 'number'
    );
  }
}

/** A relative reference inside a row: column letters and a row number without a dollar sign. */
const REFERENCE = /(?<![\w$.!:])([A-Z]{1,3})(\d+)(?![\w(:])/g;

/** What a person sees in a cell. */
export function seenIn(content: CellContent | null): string | number {
  switch (content?.kind) {
    case undefined:
    case 'uncalculated':
      return '';
    case 'number':
      return content.value;
    case 'text':
      return quoted(content.text);
    case 'boolean':
      return content.value ? 'TRUE' : 'FALSE';
    case 'error':
      return content.error;
  }
}

function shows(content: CellContent | null, words: string): boolean {
  switch (content?.kind) {
    case undefined:
      return tidy(words) === '';
    case 'text':
      return content.text === words || tidy(content.text) === tidy(words);
    case 'number':
      return String(content.value) === words;
    case 'boolean':
    case 'error':
    case 'uncalculated':
      return false;
  }
}

function idIn(cells: Cells | undefined, column: number): string | null {
  return textOf(cells?.get(column)?.content ?? null);
}

/** The columns of ours by field; a fault for each that is needed and not there, or there twice. */
function readHeaders(
  { sheet, rows, headerRow }: Place,
  table: FormLine['table'],
  layout: Layout,
  add: AddIssue,
): ReadonlyMap<string, number> {
  const fields = new Map(
    layout.columns.map(({ field, header }) => [tidy(header).toLowerCase(), field]),
  );
  const columns = new Map<string, number>();
  const others: number[] = [];
  for (const [column, { content }] of [...(rows.get(headerRow) ?? [])].sort(([a], [b]) => a - b)) {
    const field =
      content.kind === 'text' ? fields.get(tidy(content.text).toLowerCase()) : undefined;
    if (field === undefined) others.push(column);
    else if (columns.has(field))
      add(
        'formColumnRepeated',
        'error',
        { sheet: sheet.name, cell: cellAddress(headerRow, column), row: null },
        { column: `${table}.${field}`, first: cellAddress(headerRow, columns.get(field) ?? 0) },
      );
    else columns.set(field, column);
  }
  const needed = ['id', ...reports[table]];
  for (const field of needed) {
    if (columns.has(field)) continue;
    // The first strange header right of the column before is most likely the one that was retyped.
    const index = layout.columns.findIndex((each) => each.field === field);
    const before = layout.columns
      .slice(0, index)
      .map((each) => columns.get(each.field) ?? 0)
      .reduce((a, b) => Math.max(a, b), 0);
    const after = layout.columns
      .slice(index + 1)
      .flatMap((each) => columns.get(each.field) ?? [])[0];
    const strange = others.find(
      (column) => column > before && (after === undefined || column < after),
    );
    add(
      'formColumnMissing',
      'error',
      {
        sheet: sheet.name,
        cell: cellAddress(headerRow, strange ?? Math.max(1, before + 1)),
        row: null,
      },
      {
        column: headerOf(table, field),
        seen:
          strange === undefined ? '' : seenIn(rows.get(headerRow)?.get(strange)?.content ?? null),
      },
    );
  }
  return columns;
}

function headerOf(table: FormLine['table'], field: string): string {
  return layouts[table].columns.find((each) => each.field === field)?.header ?? field;
}

/**
 * By the table's name; else on the sheet of that name or any shown sheet, by the headers. A table
 * whose own row has lost its headers, and that stand nowhere else, is told of by that row.
 */
function findPlace(snapshot: Snapshot, layout: Layout): Place | null {
  let torn: Place | null = null;
  for (const sheet of snapshot.sheets)
    for (const table of sheet.tables) {
      if (table.name.toLowerCase() !== layout.table.toLowerCase()) continue;
      const rows = rowsOf(sheet);
      const place = { sheet, rows, headerRow: table.top, bottom: table.bottom };
      if (headersIn(rows.get(table.top), layout) * 2 >= layout.columns.length) return place;
      torn = place;
    }
  const places = placesOf(snapshot.sheets, layout);
  return places.find(({ sheet }) => tidy(sheet.name) === tidy(layout.sheet)) ?? places[0] ?? torn;
}

/** Every place on shown sheets with most of a table's headers in a row, the fullest row of each. */
function placesOf(sheets: readonly SheetSnapshot[], layout: Layout): readonly Place[] {
  const places: { readonly place: Place; readonly count: number }[] = [];
  for (const sheet of sheets) {
    if (sheet.visibility === 'veryHidden') continue;
    const rows = rowsOf(sheet);
    let best: { readonly headerRow: number; readonly count: number } | null = null;
    for (const [headerRow, cells] of rows) {
      const count = headersIn(cells, layout);
      if (count * 2 >= layout.columns.length && count > (best?.count ?? 0))
        best = { headerRow, count };
    }
    if (best)
      places.push({
        place: { sheet, rows, headerRow: best.headerRow, bottom: null },
        count: best.count,
      });
  }
  return places.sort((one, other) => other.count - one.count).map(({ place }) => place);
}

function isOurs({ name }: { readonly name: string }): boolean {
  return Object.values(layouts).some(({ table }) => table.toLowerCase() === name.toLowerCase());
}

function headersIn(cells: Cells | undefined, layout: Layout): number {
  const there = new Set<string>();
  for (const { content } of cells?.values() ?? [])
    if (content.kind === 'text') there.add(tidy(content.text).toLowerCase());
  return layout.columns.filter(({ header }) => there.has(tidy(header).toLowerCase())).length;
}

function rowsOf(sheet: SheetSnapshot): ReadonlyMap<number, Cells> {
  const rows = new Map<number, Map<number, SnapshotCell>>();
  let row = 0;
  let cells = new Map<number, SnapshotCell>();
  for (const cell of sheet.cells) {
    if (cell.row !== row) {
      ({ row } = cell);
      cells = rows.get(row) ?? new Map<number, SnapshotCell>();
      rows.set(row, cells);
    }
    cells.set(cell.column, cell);
  }
  return rows;
}
