import { parseIsoDate, toSerial } from '../../../domain/dates';
import { cellAddress, type CellContent, type SnapshotCell } from '../../../domain/snapshot';
import { checkPlace, readArea, readPlace } from './address';
import { MOST_CELLS, MOST_ITEMS } from './limits';
import { damaged, hostile } from './refusal';
import { readRichText, textContent } from './strings';
import { dateContent, type NumberClass } from './styles';
import { XmlScanner } from './xml';

/** What the cells of every sheet refer to. */
export type WorkbookContext = {
  readonly strings: readonly CellContent[];
  readonly styles: readonly NumberClass[];
  /** Whether serials count from 1904, as in files made on old Macs. */
  readonly from1904: boolean;
};

/** What one worksheet part holds; tables are parts of their own, named by relationship ids. */
export type SheetContent = {
  readonly cells: readonly SnapshotCell[];
  readonly merges: readonly string[];
  readonly tableIds: readonly string[];
};

/** Days from the 1900 system's day 0 to the 1904 system's. */
const DAYS_TO_1904 = 1462;

const TRUE: CellContent = { kind: 'boolean', value: true };
const FALSE: CellContent = { kind: 'boolean', value: false };
const UNCALCULATED: CellContent = { kind: 'uncalculated' };

/**
 * Reads one worksheet part. Cells come out row-major whatever their order in the file; rows and
 * cells without an address follow the one before. Takes at most `room` cells, so that all sheets
 * together keep the limit. Throws a `Refusal` at the first fault.
 */
export function readSheet(
  xml: Uint8Array,
  part: string,
  context: WorkbookContext,
  room: number,
): SheetContent {
  const scanner = new XmlScanner(xml, part);
  let cells: readonly SnapshotCell[] | null = null;
  const merges: string[] = [];
  const tableIds: string[] = [];
  while (scanner.next()) {
    if (scanner.opens('sheetData')) {
      if (cells !== null) throw damaged(part, 'duplicate');
      cells = new RowsReader(scanner, part, context, room).read();
    } else if (scanner.opens('mergeCell')) {
      const range = scanner.attribute('ref') ?? '';
      readArea(range, part);
      if (merges.push(range) > MOST_ITEMS) throw hostile(part, 'tooManyItems', MOST_ITEMS);
    } else if (scanner.opens('tablePart')) {
      tableIds.push(scanner.relationshipId() ?? '');
      if (tableIds.length > MOST_ITEMS) throw hostile(part, 'tooManyItems', MOST_ITEMS);
    }
  }
  return { cells: cells ?? [], merges, tableIds };
}

class RowsReader {
  private readonly cells: SnapshotCell[] = [];
  /** Formulas that later cells share, by the index the file gives them. */
  private readonly shared = new Map<string, string>();
  private row = 0;
  private column = 0;
  private ordered = true;

  constructor(
    private readonly scanner: XmlScanner,
    private readonly part: string,
    private readonly context: WorkbookContext,
    private readonly room: number,
  ) {}

  read(): readonly SnapshotCell[] {
    const { scanner } = this;
    if (scanner.empty) return this.cells;
    const { level } = scanner;
    while (scanner.nextWithin(level)) {
      if (scanner.opens('c')) this.readCell();
      else if (scanner.opens('row')) this.startRow();
    }
    return this.ordered ? this.cells : this.sorted();
  }

  private startRow(): void {
    const { scanner, part } = this;
    const number = scanner.numberAttribute('r');
    if (number !== null && !(number >= 1 && Number.isInteger(number)))
      throw damaged(part, 'address', scanner.attribute('r') ?? '');
    this.row = number ?? this.row + 1;
    this.column = 0;
    checkPlace(this.row, 1, part);
  }

  private startCell(): void {
    const { scanner, part } = this;
    const place = scanner.parseAttribute('r', readPlace);
    if (place) {
      this.row = place.row;
      this.column = place.column;
    } else {
      const address = scanner.attribute('r');
      if (address !== null) throw damaged(part, 'address', address);
      this.column++;
    }
    if (this.row === 0) throw damaged(part, 'address');
    checkPlace(this.row, this.column, part);
  }

  private readCell(): void {
    const { scanner } = this;
    this.startCell();
    if (scanner.empty) return;
    const type = scanner.attribute('t') ?? 'n';
    const style = scanner.numberAttribute('s');
    const { level } = scanner;
    let content: CellContent | null = null;
    let formula: string | null = null;
    while (scanner.nextWithin(level)) {
      if (scanner.opens('v')) content = this.readValue(type, style);
      else if (scanner.opens('f')) formula = this.readFormula();
      else if (scanner.opens('is'))
        content = textContent(readRichText(scanner, this.part), this.part);
    }
    if (formula !== null) this.add(content ?? UNCALCULATED, formula);
    // An empty text that no formula made is an empty cell to everyone but the file.
    else if (content !== null && !(content.kind === 'text' && content.text === ''))
      this.add(content, null);
  }

  /** A cell that shares a formula states it once; the others get the same text, not shifted. */
  private readFormula(): string {
    const { scanner } = this;
    const index = scanner.attribute('t') === 'shared' ? scanner.attribute('si') : null;
    const text = scanner.content();
    if (index === null) return text;
    if (text === '') return this.shared.get(index) ?? '';
    this.shared.set(index, text);
    return text;
  }

  private add(content: CellContent, formula: string | null): void {
    const { cells, row, column } = this;
    if (cells.length === this.room) throw hostile(this.part, 'tooManyCells', MOST_CELLS);
    const last = cells.at(-1);
    if (last && (last.row > row || (last.row === row && last.column >= column)))
      this.ordered = false;
    cells.push({ row, column, content, formula });
  }

  /** Null where there is no value; only text can be there and empty. */
  private readValue(type: string, style: number | null): CellContent | null {
    const { scanner } = this;
    if (type === 'n') {
      const number = scanner.numberContent();
      return number === null ? null : this.numberContent(number, style);
    }
    if (type === 's') {
      const index = scanner.numberContent();
      return index === null ? null : (this.context.strings[index] ?? this.fail('index'));
    }
    const value = scanner.content();
    if (type === 'str' || type === 'inlineStr') return textContent(value, this.part);
    if (value === '') return null;
    if (type === 'e') return { kind: 'error', error: value };
    if (type === 'd') return { kind: 'number', value: this.isoSerial(value), format: 'date' };
    if (type !== 'b') return this.fail('value');
    if (value === '1' || value === 'true') return TRUE;
    return value === '0' || value === 'false' ? FALSE : this.fail('value');
  }

  private numberContent(number: number, style: number | null): CellContent {
    if (!Number.isFinite(number)) return this.fail('value');
    const { styles, from1904 } = this.context;
    const shown = styles.length === 0 ? 'plain' : (styles[style ?? 0] ?? this.fail('index'));
    if (shown === 'plain' || shown === 'percent')
      return { kind: 'number', value: number, format: shown };
    const value = shown !== 'time' && from1904 ? number + DAYS_TO_1904 : number;
    return dateContent(value, shown);
  }

  /** ECMA-376 part 1, 18.18.11, type `d`: an ISO 8601 day, time, or both. */
  private isoSerial(value: string): number {
    const match = /^(\d{4}-\d\d-\d\d)?(?:T?(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?Z?)?$/.exec(value);
    if (!match) return this.fail('value');
    const [, day, hours = '0', minutes = '0', seconds = '0'] = match;
    const date = day === undefined ? null : parseIsoDate(day);
    if (day !== undefined && date === null) return this.fail('value');
    const time = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
    return (date === null ? 0 : toSerial(date)) + time / 86_400;
  }

  private sorted(): readonly SnapshotCell[] {
    const sorted = this.cells.sort((a, b) => a.row - b.row || a.column - b.column);
    for (const [index, cell] of sorted.entries()) {
      const before = sorted[index - 1];
      if (before?.row === cell.row && before.column === cell.column)
        throw damaged(this.part, 'duplicate', cellAddress(cell.row, cell.column));
    }
    return sorted;
  }

  private fail(reason: 'value' | 'index'): never {
    throw damaged(this.part, reason, cellAddress(this.row, this.column));
  }
}
