import { cellAddress } from '../../domain/snapshot';
import { quoteSheet } from '../../workbook/shared/references';
import type {
  CellSpec,
  NameSpec,
  RangeSpec,
  SheetSpec,
  TableSpec,
  WorkbookSpec,
} from '../../workbook/spec';
import { fitText } from '../xlsx/write/text';
import type { Batch } from './batch';
import { wireOf, type Wire } from './cells';
import {
  columnAt,
  formulaAfter,
  Layouts,
  plainLayout,
  rowAt,
  type Layout,
  type RowChange,
} from './layout';
import { plainAddress, plainFormula } from './formulas';
import { readAreas } from './read';
import { planRows, rowChanges } from './rows';
import { loadFormats, lookAtRules, type RulePlan } from './rules';
import { areaOf } from './snapshot';

/** What the open workbook has of what we may touch, before we touch it. */
export type Found = {
  readonly sheets: readonly {
    readonly id: string;
    readonly name: string;
    readonly visibility: Excel.Worksheet['visibility'];
    readonly item: Excel.Worksheet;
  }[];
  readonly tables: readonly {
    readonly id: string;
    readonly name: string;
    readonly sheet: string;
    readonly item: Excel.Table;
  }[];
  readonly names: readonly { readonly name: string; readonly formula: string }[];
};

/** Which differences are left alone, see `RenderOptions`. */
export type Keeping = {
  readonly keep?: 'entries' | 'typed';
  readonly entered?: ReadonlySet<string>;
  readonly gone?: ReadonlySet<string>;
  readonly anew?: boolean;
};

/** One cell that is not as the spec says: where it will stand, where it stands, what it holds. */
export type Difference = {
  readonly row: number;
  readonly column: number;
  readonly was: { readonly row: number; readonly column: number };
  readonly before: Wire;
  readonly after: Wire;
};

/** What has to be done for one sheet of the spec. */
export type SheetPlan =
  | { readonly kind: 'create'; readonly spec: SheetSpec }
  /** The sheet stands for something else by now: it is kept under another name. */
  | { readonly kind: 'replace'; readonly spec: SheetSpec; readonly old: Excel.Worksheet }
  | Update;

/** A sheet of ours that is still laid out as the spec: only what differs is written. */
export type Update = {
  readonly kind: 'update';
  readonly spec: SheetSpec;
  readonly sheet: Excel.Worksheet;
  readonly isProtected: boolean;
  /** Where the spec's rows and columns stand, and where they will. */
  readonly before: Layout;
  readonly layout: Layout;
  readonly differences: readonly Difference[];
  readonly rows: RowUpdate | null;
  /** Rows of the spec that are drawn with their looks: new ones. */
  readonly fresh: ReadonlySet<number>;
  /** An empty row that is there and takes a new line; null for none. */
  readonly taken: RangeSpec | null;
  readonly rules: RulePlan;
  /** The area that is printed; null for all of the sheet. */
  readonly printArea: string | null;
  /** What the cells of the sheet held. */
  readonly at: CellAt;
};

/** Rows of a table that come and go. */
export type RowUpdate = {
  readonly table: Excel.Table;
  readonly changes: readonly RowChange[];
  /** The table's columns on the sheet, people's included. */
  readonly columns: { readonly left: number; readonly right: number };
  /** What the rows that go hold, by the place of each row now. */
  readonly gone: readonly { readonly row: number; readonly cells: readonly Wire[] }[];
  /**
   * The first column of the body, with which undoing finds out what was done; null for a row whose
   * key will be another one.
   */
  readonly keys: readonly (Wire | null)[];
};

/** All that is decided before anything is changed. */
export type Decision = {
  readonly plans: readonly SheetPlan[];
  /** Where the sheets will stand. */
  readonly layouts: Layouts;
};

/** Looks at sheets, tables and names; one request. */
export async function look(batch: Batch): Promise<Found> {
  const { workbook } = batch.context;
  const sheets = workbook.worksheets.load('items/id,items/name,items/visibility');
  const tables = workbook.tables.load('items/id,items/name,items/worksheet/name');
  const names = workbook.names.load('items/name,items/formula');
  await batch.send();
  return {
    sheets: sheets.items.map((item) => ({
      id: item.id,
      name: item.name,
      visibility: item.visibility,
      item,
    })),
    tables: tables.items.map((item) => ({
      id: item.id,
      name: item.name,
      sheet: item.worksheet.name,
      item,
    })),
    names: names.items.map(({ name, formula }) => ({ name, formula: String(formula) })),
  };
}

/**
 * Decides for each sheet what to do: three requests (places, cells, rules), none where the
 * workbook has no sheet of the spec.
 */
export async function decide(
  batch: Batch,
  spec: WorkbookSpec,
  found: Found,
  keeping: Keeping,
): Promise<Decision> {
  const present = spec.sheets.flatMap((sheet) => {
    const there = placeOf(sheet, found);
    return there ? [{ sheet, there }] : [];
  });
  if (present.length === 0 || keeping.anew === true)
    return {
      plans: spec.sheets.map((sheet): SheetPlan => {
        const old = present.find((each) => each.sheet === sheet)?.there.item;
        return old ? { kind: 'replace', spec: sheet, old } : { kind: 'create', spec: sheet };
      }),
      layouts: new Layouts([]),
    };

  const places = present.map(({ sheet, there }) => ({
    spec: sheet,
    item: there.item,
    name: there.name,
    protection: there.item.protection.load('protected'),
    formats: loadFormats(there.item),
    printArea: there.item.pageLayout.getPrintAreaOrNullObject().load('address'),
    used: there.item
      .getUsedRangeOrNullObject(true)
      .load('rowIndex,columnIndex,rowCount,columnCount'),
    tables: sheet.tables.flatMap((table) => {
      const seen = found.tables.find(
        (each) => sameName(each.name, table.name) && each.sheet === there.name,
      );
      return seen
        ? [
            {
              table,
              item: seen.item,
              range: seen.item.getRange().load('rowIndex,columnIndex,rowCount,columnCount'),
            },
          ]
        : [];
    }),
  }));
  await batch.send();

  const grids = places.map((): (readonly unknown[])[] => []);
  const wanted = places.map((place) => ({ sheet: place.item, area: readArea(place) }));
  const load = (range: Excel.Range): void => {
    range.load('formulas');
  };
  await readAreas(batch, wanted, load, (index, { range }) => {
    for (const line of range.formulas as readonly (readonly unknown[])[]) grids[index]?.push(line);
  });

  const seen = places.map((place, index): Seen => ({ ...place, at: gridOf(grids[index] ?? []) }));
  const laid = seen.map((each) => ({ ...each, laid: layOut(each, spec, found, keeping) }));
  const stays = laid.flatMap((each) => (each.laid ? [{ ...each, laid: each.laid }] : []));
  const now = new Layouts(stays.map((each) => each.laid.before));
  const later = new Layouts(stays.map((each) => each.laid.layout));
  const changes = new Map(
    stays.flatMap(({ name, laid: { rows } }) =>
      rows && rows.changes.length > 0 ? [[`${quoteSheet(name)}!`, rows.changes] as const] : [],
    ),
  );
  const decided = stays.flatMap((each) => {
    const differences = differencesOf(each, { now, later, changes, keeping });
    return differences === null ? [] : [{ ...each, differences }];
  });
  const rules = await lookAtRules(
    batch,
    decided.map(({ spec: sheet, item, formats, laid: { before, rows } }) => ({
      spec: sheet,
      sheet: item,
      formats,
      before,
      moved: rows !== null && rows.changes.length > 0,
    })),
    now,
  );
  const plans = spec.sheets.map((sheet): SheetPlan => {
    const there = places.find((each) => each.spec === sheet);
    if (!there) return { kind: 'create', spec: sheet };
    const index = decided.findIndex((each) => each.spec === sheet);
    const each = decided[index];
    const rule = rules[index];
    if (!each || !rule) return { kind: 'replace', spec: sheet, old: there.item };
    return {
      kind: 'update',
      spec: sheet,
      sheet: each.item,
      isProtected: each.protection.protected,
      ...each.laid,
      at: each.at,
      printArea: each.printArea.isNullObject ? null : plainAddress(each.printArea.address),
      differences: each.differences,
      rules: rule,
    };
  });
  const kept = new Set(decided.map((each) => each.spec.name));
  return {
    plans,
    layouts: new Layouts(
      stays.flatMap(({ laid: { layout } }) => (kept.has(layout.sheet) ? [layout] : [])),
    ),
  };
}

/** Excel compares the names of sheets, tables and ranges without case. */
export function sameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** The sheet that holds a table of the spec's sheet, whatever its name; else the one of its name. */
function placeOf(sheet: SheetSpec, found: Found): Found['sheets'][number] | undefined {
  const [table] = sheet.tables;
  const holder = found.tables.find((each) => table && sameName(each.name, table.name))?.sheet;
  return (
    found.sheets.find(({ name }) => name === holder) ??
    found.sheets.find(({ name }) => sameName(name, sheet.name))
  );
}

type Place = {
  readonly spec: SheetSpec;
  readonly item: Excel.Worksheet;
  readonly name: string;
  readonly protection: Excel.WorksheetProtection;
  readonly formats: Excel.ConditionalFormatCollection;
  readonly printArea: Excel.RangeAreas;
  readonly used: Excel.Range;
  readonly tables: readonly {
    readonly table: TableSpec;
    readonly item: Excel.Table;
    readonly range: Excel.Range;
  }[];
};

/** What a cell holds, by its row and column. */
export type CellAt = (row: number, column: number) => Wire;

type Seen = Place & { readonly at: CellAt };

/** What is known of a sheet that stays. */
type Laid = {
  readonly before: Layout;
  readonly layout: Layout;
  readonly rows: RowUpdate | null;
  readonly fresh: ReadonlySet<number>;
  readonly taken: RangeSpec | null;
  /** Rows of the workbook that are to be emptied in our columns. */
  readonly emptied: readonly number[];
};

function gridOf(lines: readonly (readonly unknown[])[]): CellAt {
  return (row, column) => {
    const value = lines[row - 1]?.[column - 1];
    return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
      ? value
      : '';
  };
}

/** The columns of ours and of our tables, and all rows in use: people's rows stand among ours. */
function readArea({ spec, used, tables }: Place): RangeSpec {
  let bottom = used.isNullObject ? 1 : used.rowIndex + used.rowCount;
  let right = 1;
  for (const cell of spec.cells) {
    bottom = Math.max(bottom, cell.row);
    right = Math.max(right, cell.column);
  }
  for (const { range } of tables) right = Math.max(right, range.columnIndex + range.columnCount);
  return { top: 1, left: 1, bottom, right };
}

/** Null where the sheet cannot be brought to what the spec says: its table or a column is gone. */
function layOut(
  { spec, name, tables, at }: Seen,
  { names }: WorkbookSpec,
  found: Found,
  keeping: Keeping,
): Laid | null {
  if (spec.tables.length !== tables.length || tables.length > 1) return null;
  const [there] = tables;
  if (!there) {
    const layout = { ...plainLayout(spec.name), name };
    return { before: layout, layout, rows: null, fresh: new Set(), taken: null, emptied: [] };
  }
  const { table, item, range } = there;
  const area = areaOf(range);
  const columns = columnsOf(table, area, at);
  if (columns === null) return null;
  const body = { top: table.range.top + 1, bottom: table.range.bottom };
  const top = area.top + 1;
  const count = area.bottom - area.top;
  const keyColumn = columns.get(table.range.left) ?? area.left;
  const keys = Array.from({ length: count }, (_each, index) => at(top + index, keyColumn));
  const { lines, rowsOfLines } = linesOf(spec, table);
  const ours = [...columns.values()];
  const plan = planRows(lines, keys.map(keyText), {
    keyed: new Set(lines).size === lines.length && !lines.includes(''),
    isGone: (key) => table.derived === true || (keeping.gone?.has(key) ?? false),
    isBlank: (now) => ours.every((column) => at(top + now, column) === ''),
  });
  const changes = rowChanges(plan, top, count);
  const named = namedRows(
    names.filter((each) => each.kind === 'range' && each.sheet === spec.name),
    found,
    name,
  );
  const head = headOf(spec, table, area, columns, named, at);
  const before = new Map(head.rows);
  const after = new Map(head.rows);
  const fresh = new Set<number>();
  for (const [index, row] of plan.rows.entries()) {
    if (row.line === null) continue;
    const specRow = rowsOfLines[row.line] ?? 0;
    after.set(specRow, top + index);
    if (row.kind === 'kept') before.set(specRow, top + row.now);
    if (row.kind === 'new' || plan.taken?.now === row.now) fresh.add(specRow);
  }
  const base = { sheet: spec.name, name, columns, headMoves: head.moves };
  return {
    before: { ...base, rows: before, body: { spec: body, now: { top, bottom: area.bottom } } },
    layout: {
      ...base,
      rows: after,
      body: { spec: body, now: { top, bottom: area.top + plan.rows.length } },
    },
    rows:
      changes.length === 0
        ? null
        : {
            table: item,
            changes,
            columns: { left: area.left, right: area.right },
            gone: plan.gone.map((now) => ({
              row: top + now,
              cells: Array.from({ length: area.right - area.left + 1 }, (_each, across) =>
                at(top + now, area.left + across),
              ),
            })),
            keys: keys.map((key, now) =>
              now === plan.taken?.now || now === plan.emptied ? null : key,
            ),
          },
    fresh,
    taken: plan.taken && { ...area, top: top + plan.taken.now, bottom: top + plan.taken.now },
    emptied: plan.emptied === null ? [] : [top + plan.emptied],
  };
}

/** A key as text: a number key and the text of it are the same. */
function keyText(key: Wire): string {
  const text = String(key);
  return text.startsWith("'") ? text.slice(1) : text;
}

/** The keys of the spec's lines, in order, and the rows they stand in. */
function linesOf(
  spec: SheetSpec,
  { range }: TableSpec,
): { readonly lines: readonly string[]; readonly rowsOfLines: readonly number[] } {
  const keys = new Map<number, string>();
  for (const { row, column, value } of spec.cells) {
    if (row <= range.top || row > range.bottom) continue;
    if (!keys.has(row)) keys.set(row, '');
    if (column === range.left) keys.set(row, keyText(wireOf(value, (formula) => formula)));
  }
  const sorted = [...keys].sort(([a], [b]) => a - b);
  return { lines: sorted.map(([, key]) => key), rowsOfLines: sorted.map(([row]) => row) };
}

/**
 * Where the table's columns stand, by their headers. One header that was retyped is told by its
 * neighbours. Null where a column is gone.
 */
function columnsOf(
  { range, columns }: TableSpec,
  area: RangeSpec,
  at: CellAt,
): ReadonlyMap<number, number> | null {
  const headers = new Map<string, number>();
  for (let column = area.right; column >= area.left; column--)
    headers.set(headerText(at(area.top, column)), column);
  const known = columns.map((header) => headers.get(headerText(fitText(header))));
  const taken = new Set(known);
  const places = new Map<number, number>();
  for (const [index, there] of known.entries()) {
    const left = index === 0 ? area.left - 1 : places.get(range.left + index - 1);
    const place = there ?? (left === undefined ? undefined : left + 1);
    if (place === undefined || place > area.right) return null;
    if (there === undefined) {
      const next = index + 1 < known.length ? known[index + 1] : area.right + 1;
      if (taken.has(place) || next !== place + 1) return null;
    }
    places.set(range.left + index, place);
  }
  return places;
}

function headerText(header: Wire): string {
  return keyText(header).replace(/\s+/g, ' ').trim().toLowerCase();
}

/** The rows of named cells: in the spec, and in the workbook. */
function namedRows(
  names: readonly NameSpec[],
  found: Found,
  sheet: string,
): ReadonlyMap<number, number> {
  const prefix = plainFormula(`=${quoteSheet(sheet)}!`);
  return new Map(
    names.flatMap((each): [number, number][] => {
      if (each.kind !== 'range') return [];
      const there = found.names.find(({ name }) => sameName(name, each.name));
      const plain = plainFormula(there?.formula ?? '');
      const row = /^\$[A-Z]+\$(\d+)$/.exec(plain.slice(prefix.length))?.[1];
      return plain.startsWith(prefix) && row !== undefined
        ? [[each.range.top, Number.parseInt(row, 10)]]
        : [];
    }),
  );
}

/**
 * Where the rows from the sheet's top to the table's header stand. Named cells tell it best, then
 * texts that are still there; what neither tells goes with the row above it. `moves` says whether
 * their columns stand as the table's do.
 */
function headOf(
  spec: SheetSpec,
  { range }: TableSpec,
  area: RangeSpec,
  columns: ReadonlyMap<number, number>,
  named: ReadonlyMap<number, number>,
  at: CellAt,
): { readonly rows: ReadonlyMap<number, number>; readonly moves: boolean } {
  const cells = spec.cells.filter(({ row, value }) => row < range.top && value.kind === 'text');
  const asWritten = headRows(cells, range.top, area.top, named, (row, column) => at(row, column));
  const asTable = headRows(cells, range.top, area.top, named, (row, column) =>
    at(row, columns.get(column) ?? column),
  );
  const moves = asTable.found > asWritten.found;
  return { rows: (moves ? asTable : asWritten).rows, moves };
}

function headRows(
  cells: readonly CellSpec[],
  top: number,
  topNow: number,
  named: ReadonlyMap<number, number>,
  at: CellAt,
): { readonly rows: ReadonlyMap<number, number>; readonly found: number } {
  const rows = new Map<number, number>([[top, topNow]]);
  let found = 0;
  let last = 0;
  for (let row = 1; row < top; row++) {
    const texts = cells.filter((cell) => cell.row === row);
    const held = (there: number): number =>
      texts.filter(({ column, value }) => same(value, at(there, column), (formula) => formula))
        .length;
    let there = named.get(row) ?? last + 1;
    while (!named.has(row) && topNow !== top && there < topNow && held(there) === 0) there += 1;
    if (there >= topNow) continue;
    found += held(there);
    rows.set(row, there);
    last = there;
  }
  return { rows, found };
}

type Comparison = {
  readonly now: Layouts;
  readonly later: Layouts;
  readonly changes: ReadonlyMap<string, readonly RowChange[]>;
  readonly keeping: Keeping;
};

/**
 * The cells that are not as the spec says, new rows left out. Null where a sheet without a table
 * holds something else by now.
 */
function differencesOf(
  { spec, name, at, laid, tables }: Seen & { readonly laid: Laid },
  { now, later, changes, keeping }: Comparison,
): readonly Difference[] | null {
  const { before, layout, fresh, emptied } = laid;
  const own = `${quoteSheet(name)}!`;
  const differences: Difference[] = [];
  let odd = 0;
  for (const cell of spec.cells) {
    const { row, column, value } = cell;
    if (fresh.has(row)) continue;
    const was = { row: rowAt(before, row), column: columnAt(before, column, row) };
    const seen = at(was.row, was.column);
    const isEntered = keeping.entered?.has(`${name}!${cellAddress(was.row, was.column)}`) ?? false;
    if (!isEntered && !isWritten(cell, keeping)) continue;
    const formulaNow = (formula: string): string => now.formula(formula, spec.name);
    const after = wireOf(value, (formula) => later.formula(formula, spec.name));
    if (same(value, seen, formulaNow) && followsRows(value, formulaNow, after, own, changes))
      continue;
    if (seen === '' || after === '' || value.kind === 'text') odd += 1;
    differences.push({
      row: rowAt(layout, row),
      column: columnAt(layout, column, row),
      was,
      before: seen,
      after,
    });
  }
  for (const row of emptied)
    for (const column of before.columns.values()) {
      const seen = at(row, column);
      if (seen !== '')
        differences.push({
          row: before.body?.now.top ?? row,
          column,
          was: { row, column },
          before: seen,
          after: '',
        });
    }
  const isOther = odd > Math.max(ODD_CELLS, spec.cells.length * ODD_SHARE);
  return tables.length === 0 && spec.visibility === 'visible' && isOther ? null : differences;
}

/** Cells of a sheet without a table that may be other ones before it counts as another sheet. */
const ODD_CELLS = 5;
const ODD_SHARE = 0.05;

function isWritten({ owner }: CellSpec, { keep }: Keeping): boolean {
  if (owner === undefined || keep === undefined) return true;
  return keep === 'entries' && owner === 'plan';
}

/** Whether Excel makes of a formula what it must be when rows come and go. */
function followsRows(
  value: CellSpec['value'],
  formulaNow: (formula: string) => string,
  after: Wire,
  own: string,
  changes: ReadonlyMap<string, readonly RowChange[]>,
): boolean {
  if (value.kind !== 'formula' || changes.size === 0) return true;
  return formulaAfter(`=${formulaNow(fitText(value.formula))}`, own, changes) === after;
}

/** Whether a cell holds what the spec says, as far as Excel gives it back. */
function same(
  value: CellSpec['value'],
  before: Wire,
  formulaNow: (formula: string) => string,
): boolean {
  if (value.kind === 'text') {
    const text = fitText(value.text);
    return before === text || before === `'${text}`;
  }
  const after = wireOf(value, formulaNow);
  if (value.kind !== 'formula' || typeof before !== 'string') return after === before;
  return plainFormula(String(after)) === plainFormula(before);
}
