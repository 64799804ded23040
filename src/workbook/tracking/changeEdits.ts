import { agenciesById, agencyIdOf, type Registry } from '../../domain/agencies/registry';
import { indicatorFields, taskFields, type Book, type HistoryFigure } from '../../domain/book';
import type { CellChange } from '../../domain/collection/collect';
import { kindOf } from '../../domain/collection/fields';
import type { FigureValue, LogEntry } from '../../domain/collection/submission';
import { cellOf, textOf } from '../../domain/entries';
import { parseIsoDate, type IsoDate } from '../../domain/dates';
import {
  cellAddress,
  type CellContent,
  type SheetSnapshot,
  type Snapshot,
} from '../../domain/snapshot';
import { tidy } from '../../domain/text';
import type { BodyEdit, CellEdit, ResultEdit, SheetEdit } from '../edits';
import { areaIn } from '../shared/area';
import { emptyInput, textInput } from '../shared/cells';
import { readTable } from '../shared/readTable';
import type { CellInput, SheetSpec } from '../spec';
import {
  agencyLayout,
  completenessLayout,
  historyLayout,
  logLayout,
  trackingNames,
  type TableLayout,
} from './columns';
import { completenessIn, completenessRows } from './completeness';
import type { Entries, EntryInput, TrackingContent } from './content';
import { contentOf } from './contentOf';
import { historyCells } from './history';
import { logRows } from './log';
import { layoutOf } from './readLayout';
import { trackingSpec } from './trackingSpec';

/** What happens to a tracking workbook at once. */
export type BookChange = {
  readonly cells: readonly CellChange[];
  readonly history: readonly HistoryFigure[];
  readonly log: readonly LogEntry[];
  /** The period reported from now on and the as-of date, when they change. */
  readonly settings: { readonly period: string; readonly asOf: IsoDate } | null;
  /** The registry, when agencies were merged. */
  readonly registry: Registry | null;
};

/** A figure as it stands in an input cell. */
export function figureInput(field: string, value: FigureValue): EntryInput {
  const date = kindOf(field) === 'day' && typeof value === 'string' ? parseIsoDate(value) : null;
  return date === null ? value : { date };
}

function cellInput(input: EntryInput): CellInput {
  if (typeof input === 'string') return { kind: 'text', text: input };
  if (typeof input === 'number') return { kind: 'number', value: input };
  return { kind: 'date', date: input.date };
}

/** The content of the workbook after a change. */
export function contentAfter(book: Book, change: BookChange): TrackingContent {
  const was = contentOf(book, [], `${book.settings.asOf}T00:00:00Z`);
  const { settings } = change;
  return {
    ...was,
    indicatorEntries: entriesAfter(was.indicatorEntries, change.cells, 'indicator', (name) =>
      indicatorFields.find((field) => field === name),
    ),
    taskEntries: entriesAfter(was.taskEntries, change.cells, 'task', (name) =>
      taskFields.find((field) => field === name),
    ),
    history: change.history,
    log: change.log,
    registry: change.registry ?? was.registry,
    settings:
      settings === null
        ? was.settings
        : {
            ...was.settings,
            asOf: settings.asOf,
            period:
              was.settings.periods.find(({ id }) => id === settings.period) ?? was.settings.period,
          },
  };
}

function entriesAfter<F extends string>(
  entries: Entries<F>,
  changes: readonly CellChange[],
  table: CellChange['table'],
  fieldOf: (name: string) => F | undefined,
): Entries<F> {
  const after = new Map([...entries].map(([id, fields]) => [id, new Map(fields)]));
  for (const change of changes) {
    const field = fieldOf(change.field);
    if (change.table !== table || field === undefined) continue;
    const fields = after.get(change.line) ?? new Map<F, EntryInput>();
    after.set(change.line, fields);
    if (change.after === null) fields.delete(field);
    else fields.set(field, figureInput(field, change.after));
  }
  return after;
}

/**
 * The edits that make a change in the workbook as it was found, whatever people added to it; null
 * where a table that must be written is not there any more, so that the workbook has to be drawn
 * anew from {@link contentAfter}.
 */
export function changeEdits(
  snapshot: Snapshot,
  book: Book,
  change: BookChange,
): readonly SheetEdit[] | null {
  const after = contentAfter(book, change);
  const history = bodyOf(
    snapshot,
    historyLayout,
    change.history.length,
    (index, row, fields, columns) => historyCells(change.history[index], fields, columns, row),
  );
  const rows = completenessRows(completenessIn(after));
  const completeness = bodyOf(snapshot, completenessLayout, rows.length, (index, _row, fields) =>
    fields.map((field) => rows[index]?.get(field) ?? emptyInput),
  );
  const logged = logRows(change.log);
  const log = bodyOf(snapshot, logLayout, logged.length, (index, _row, fields) =>
    fields.map((field) => logged[index]?.get(field) ?? emptyInput),
  );
  if (!history || !completeness || !log) return null;

  const cells = new Map<string, CellEdit[]>();
  const addCell = (sheet: string, address: string, value: CellInput): void => {
    const area = areaIn(address);
    if (!area) return;
    const edit = { row: area.top, column: area.left, value };
    const known = cells.get(sheet);
    if (known) known.push(edit);
    else cells.set(sheet, [edit]);
  };
  for (const { sheet, cell, field, after: value } of change.cells)
    addCell(sheet, cell, value === null ? emptyInput : cellInput(figureInput(field, value)));
  if (change.settings)
    for (const [name, value] of [
      [trackingNames.period, { kind: 'text', text: change.settings.period }],
      [trackingNames.asOf, { kind: 'date', date: change.settings.asOf }],
    ] as const) {
      const place = namedCell(snapshot, name);
      if (!place) return null;
      addCell(place.sheet, place.address, value);
    }

  const successors = change.registry ? successorCells(snapshot, book, change.registry) : [];
  if (!successors) return null;
  for (const { sheet, cell, value } of successors) addCell(sheet, cell, value);

  const results = resultEdits(snapshot, after, cells);
  const bodies = new Map([history, completeness, log].map(({ sheet, body }) => [sheet, body]));
  const sheets = new Set([...cells.keys(), ...results.keys(), ...bodies.keys()]);
  return [...sheets].map((sheet) => ({
    sheet,
    cells: cells.get(sheet) ?? [],
    results: results.get(sheet) ?? [],
    body: bodies.get(sheet) ?? null,
  }));
}

/** The cells that say who succeeds whom, where that changed; null when a line is not there. */
export function successorCells(
  snapshot: Snapshot,
  book: Book,
  registry: Registry,
): readonly { readonly sheet: string; readonly cell: string; readonly value: CellInput }[] | null {
  const table = readTable(snapshot, layoutOf(agencyLayout, 'name'), new Set());
  if (!table.ok) return null;
  const before = agenciesById(book.registry);
  const names = agenciesById(registry);
  const cells: { readonly sheet: string; readonly cell: string; readonly value: CellInput }[] = [];
  for (const agency of registry) {
    const was = before.get(agency.id);
    if (was?.successor === agency.successor && was.successorFrom === agency.successorFrom) continue;
    const line = table.value.lines.find(
      (each) =>
        (textOf(cellOf(each, 'id').content) ??
          agencyIdOf(textOf(cellOf(each, 'name').content) ?? '')) === agency.id,
    );
    const successor = line ? cellOf(line, 'successor').address : '';
    const from = line ? cellOf(line, 'successorFrom').address : '';
    if (successor === '' || from === '') return null;
    const { sheet } = table.value;
    const name = agency.successor === null ? null : (names.get(agency.successor)?.name ?? null);
    cells.push(
      { sheet, cell: successor, value: textInput(name) },
      {
        sheet,
        cell: from,
        value:
          agency.successorFrom === null ? emptyInput : { kind: 'date', date: agency.successorFrom },
      },
    );
  }
  return cells;
}

type Body = { readonly sheet: string; readonly body: BodyEdit };

/** Where a machine-made table stands, by its name; its columns by their headers. */
function bodyOf<F extends string>(
  snapshot: Snapshot,
  layout: TableLayout<F>,
  count: number,
  line: (
    index: number,
    row: number,
    fields: readonly F[],
    columns: readonly number[],
  ) => readonly CellInput[],
): Body | null {
  for (const sheet of snapshot.sheets)
    for (const table of sheet.tables) {
      if (table.name.toLowerCase() !== layout.table.toLowerCase()) continue;
      const headers = headersOf(sheet, table.top);
      const fields: F[] = [];
      const columns: number[] = [];
      for (const { field, header } of layout.columns) {
        const column = headers.get(tidy(header).toLowerCase());
        if (column === undefined) return null;
        fields.push(field);
        columns.push(column);
      }
      return {
        sheet: sheet.name,
        body: {
          table: table.name,
          headerRow: table.top,
          bottom: table.bottom,
          columns,
          count,
          look: planLook(snapshot),
          line: (index, row) => line(index, row, fields, columns),
        },
      };
    }
  return null;
}

/** A cell that looks as machine-made lines do: the name of the first agency. */
function planLook(snapshot: Snapshot): BodyEdit['look'] {
  for (const sheet of snapshot.sheets)
    for (const table of sheet.tables) {
      if (table.name !== agencyLayout.table) continue;
      const column = headersOf(sheet, table.top).get('tên cơ quan');
      if (column !== undefined) return { sheet: sheet.name, row: table.top + 1, column };
    }
  return null;
}

function headersOf(sheet: SheetSnapshot, row: number): ReadonlyMap<string, number> {
  const headers = new Map<string, number>();
  for (const cell of sheet.cells)
    if (cell.row === row && cell.content.kind === 'text') {
      const words = tidy(cell.content.text).toLowerCase();
      if (!headers.has(words)) headers.set(words, cell.column);
    }
  return headers;
}

function namedCell(
  snapshot: Snapshot,
  name: string,
): { readonly sheet: string; readonly address: string } | null {
  const refersTo =
    snapshot.names.find((each) => each.name.toLowerCase() === name.toLowerCase())?.refersTo ?? '';
  const match = /^\$?(?:'((?:[^']|'')+)'|([^'!]+))!\$?([A-Z]{1,3})\$?(\d+)(?::\$?\3\$?\4)?$/.exec(
    refersTo,
  );
  if (!match) return null;
  const sheet = match[1]?.replace(/''/g, "'") ?? match[2] ?? '';
  return snapshot.sheets.some((each) => each.name === sheet)
    ? { sheet, address: `${match[3] ?? ''}${match[4] ?? ''}` }
    : null;
}

/**
 * The results that stand beside formulas after the change, where they differ: for previews that
 * do not calculate. In tables cells are found by id and header, elsewhere by address; a cell
 * that has lost its formula is left alone.
 */
function resultEdits(
  snapshot: Snapshot,
  after: TrackingContent,
  edited: ReadonlyMap<string, readonly CellEdit[]>,
): ReadonlyMap<string, ResultEdit[]> {
  const { periods, period } = after.settings;
  const before = periods[periods.findIndex(({ id }) => id === period.id) - 1];
  // Only the last period's figures show on other sheets; the machine-made tables are written whole.
  const spec = trackingSpec({
    ...after,
    history: after.history.filter((figure) => figure.period === before?.id),
    log: [],
  });
  const machine = new Set<string>([historyLayout.table, completenessLayout.table, logLayout.table]);
  const results = new Map<string, ResultEdit[]>();
  for (const sheet of spec.sheets) {
    if (sheet.visibility !== 'visible' || sheet.tables.some(({ name }) => machine.has(name)))
      continue;
    const there = snapshot.sheets.find(({ name }) => name === sheet.name);
    if (!there) continue;
    const taken = new Set(
      (edited.get(sheet.name) ?? []).map(({ row, column }) => cellAddress(row, column)),
    );
    const found = sheetResults(sheet, there).filter(
      ({ row, column }) => !taken.has(cellAddress(row, column)),
    );
    if (found.length > 0) results.set(sheet.name, found);
  }
  return results;
}

function sheetResults(spec: SheetSpec, there: SheetSnapshot): ResultEdit[] {
  const cells = new Map(there.cells.map((cell) => [cellAddress(cell.row, cell.column), cell]));
  const placeOf = placesIn(spec, there);
  return spec.cells.flatMap(({ row, column, value }): ResultEdit[] => {
    if (value.kind !== 'formula' || value.result === null) return [];
    const place = placeOf(row, column);
    const cell = place ? cells.get(cellAddress(place.row, place.column)) : undefined;
    if (!place || (cell?.formula ?? null) === null) return [];
    return shown(cell?.content) === value.result ? [] : [{ ...place, result: value.result }];
  });
}

function shown(content: CellContent | undefined): string | number | null {
  if (content?.kind === 'text') return content.text;
  return content?.kind === 'number' ? content.value : null;
}

type PlaceOf = (
  row: number,
  column: number,
) => { readonly row: number; readonly column: number } | null;

function placesIn(spec: SheetSpec, there: SheetSnapshot): PlaceOf {
  const [table] = spec.tables;
  const seen = there.tables.find(({ name }) => name.toLowerCase() === table?.name.toLowerCase());
  if (!table) return (row, column) => ({ row, column });
  if (!seen) return () => null;
  const headers = headersOf(there, seen.top);
  const columns = table.columns.map((header) => headers.get(tidy(header).toLowerCase()));
  const ids = new Map<string, number>();
  const idColumn = columns[0] ?? 0;
  for (const { row, column, content } of there.cells)
    if (
      column === idColumn &&
      row > seen.top &&
      content.kind === 'text' &&
      !ids.has(tidy(content.text))
    )
      ids.set(tidy(content.text), row);
  const own = new Map<number, string>();
  for (const { row, column, value } of spec.cells)
    if (column === table.range.left && value.kind === 'text') own.set(row, tidy(value.text));
  return (row, column) => {
    const { top, bottom, left, right } = table.range;
    if (row <= top || row > bottom || column < left || column > right)
      return seen.top === top ? { row, column } : null;
    const at = columns[column - left];
    const line = ids.get(own.get(row) ?? '');
    return at === undefined || line === undefined ? null : { row: line, column: at };
  };
}
