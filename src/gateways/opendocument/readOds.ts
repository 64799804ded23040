import { parseIsoDate, toSerial } from '../../domain/dates';
import type { Block } from '../../domain/document';
import { failure, type Failure } from '../../domain/failure';
import { err, ok, type Result } from '../../domain/result';
import { documentFailure } from '../documents/documentFailure';
import { sheetBlocks, type SheetCell, type SheetValue } from '../documents/sheetBlocks';
import { openContainer, type Container } from '../xlsx/read/container';
import { MOST_CELLS, MOST_COLUMNS, MOST_ROWS } from '../xlsx/read/limits';
import { damaged, hostile, Refusal } from '../xlsx/read/refusal';
import { dateContent } from '../xlsx/read/styles';
import { XmlScanner } from '../xlsx/read/xml';

const PART = 'content.xml';
const MANIFEST = 'META-INF/manifest.xml';

/**
 * Reads the sheets of an OpenDocument spreadsheet (.ods) that are not hidden into blocks. Fails
 * with `documentEncrypted`, `documentDamaged` (`part`, `reason`) or `documentHostile` (`part`,
 * `reason`, `limit`), each with `file`; never with half a workbook.
 */
export function readOds(bytes: Uint8Array, file: string): Result<readonly Block[], Failure> {
  try {
    const container = openContainer(bytes);
    if (isEncrypted(container)) return err(failure('documentEncrypted', { file }));
    return ok(new Reader(new XmlScanner(container.read(PART), PART)).read());
  } catch (error) {
    if (error instanceof Refusal) return err(documentFailure(error, file));
    throw error;
  }
}

function isEncrypted(container: Container): boolean {
  if (!container.has(MANIFEST)) return false;
  const scanner = new XmlScanner(container.read(MANIFEST), MANIFEST);
  while (scanner.next()) if (scanner.opens('encryption-data')) return true;
  return false;
}

class Reader {
  /** Styles of sheets that are not shown. */
  private readonly hidden = new Set<string>();
  private count = 0;

  constructor(private readonly scanner: XmlScanner) {}

  read(): readonly Block[] {
    const { scanner } = this;
    const blocks: Block[] = [];
    let style = '';
    while (scanner.next()) {
      if (scanner.opens('style')) style = scanner.attribute('style:name') ?? '';
      else if (scanner.opens('table-properties')) {
        if (scanner.attribute('table:display') === 'false') this.hidden.add(style);
      } else if (scanner.opens('table')) blocks.push(...this.sheet());
    }
    return blocks;
  }

  private sheet(): readonly Block[] {
    const { scanner } = this;
    const name = scanner.attribute('table:name') ?? '';
    if (this.hidden.has(scanner.attribute('table:style-name') ?? '')) {
      scanner.skip();
      return [];
    }
    const cells: SheetCell[] = [];
    const { level, empty } = scanner;
    let row = 1;
    while (!empty && scanner.nextWithin(level)) {
      if (scanner.opens('table-row')) {
        const times = this.repeated('table:number-rows-repeated', MOST_ROWS);
        const own = this.row();
        for (let copy = 0; own.length > 0 && copy < times; copy++) {
          for (const cell of own) cells.push({ ...cell, row: row + copy });
          this.counted(own.length);
        }
        row += times;
        if (row > MOST_ROWS * 2) throw hostile(PART, 'tooManyRows', MOST_ROWS);
      } else if (scanner.opens('shapes') || scanner.opens('named-expressions')) scanner.skip();
    }
    return sheetBlocks(name, cells);
  }

  private row(): readonly Omit<SheetCell, 'row'>[] {
    const { scanner } = this;
    const cells: Omit<SheetCell, 'row'>[] = [];
    const { level, empty } = scanner;
    let column = 1;
    while (!empty && scanner.nextWithin(level)) {
      const covered = scanner.opens('covered-table-cell');
      if (!covered && !scanner.opens('table-cell')) continue;
      const times = this.repeated('table:number-columns-repeated', MOST_COLUMNS);
      const across = this.repeated('table:number-columns-spanned', MOST_COLUMNS);
      const down = this.repeated('table:number-rows-spanned', MOST_ROWS);
      const value = this.value();
      for (let copy = 0; value !== null && !covered && copy < times; copy++)
        cells.push({ column: column + copy, across, down, value });
      this.counted(value === null ? 1 : times);
      column += times;
      if (column > MOST_COLUMNS * 2) throw hostile(PART, 'tooManyColumns', MOST_COLUMNS);
    }
    return cells;
  }

  private repeated(name: string, most: number): number {
    const times = this.scanner.numberAttribute(name) ?? 1;
    if (!Number.isInteger(times) || times < 1) throw damaged(PART, 'value');
    return Math.min(times, most);
  }

  private counted(cells: number): void {
    this.count += cells;
    if (this.count > MOST_CELLS) throw hostile(PART, 'tooManyCells', MOST_CELLS);
  }

  /** What the cell holds whose tag was met last; passes over all of it. */
  private value(): SheetValue | null {
    const { scanner } = this;
    const type = scanner.attribute('office:value-type');
    const number = scanner.numberAttribute('office:value');
    const day = parseIsoDate((scanner.attribute('office:date-value') ?? '').slice(0, 10));
    const text = this.text();
    if (type === 'date' && day !== null)
      return dateContent(toSerial(day), showsDay(text) ? 'date' : 'month');
    if ((type === 'float' || type === 'percentage' || type === 'currency') && number !== null)
      return {
        kind: 'number',
        value: number,
        format: type === 'percentage' ? 'percent' : 'plain',
      };
    return type === 'boolean' || text.trim() === '' ? null : { kind: 'text', text };
  }

  private text(): string {
    const { scanner } = this;
    if (scanner.empty) return '';
    const { level } = scanner;
    const lines: string[] = [];
    while (scanner.nextWithin(level))
      if (scanner.opens('p')) lines.push(this.paragraph());
      else if (scanner.opens('annotation')) scanner.skip();
    return lines.join('\n');
  }

  private paragraph(): string {
    const { scanner } = this;
    if (scanner.empty) return '';
    const { level } = scanner;
    let text = '';
    let within = true;
    while (within) {
      within = scanner.nextWithin(level);
      text += scanner.gap();
      if (scanner.opens('s') || scanner.opens('tab')) text += ' ';
      else if (scanner.opens('line-break')) text += '\n';
      else if (scanner.opens('annotation') || scanner.opens('note')) scanner.skip();
    }
    return text;
  }
}

/** Whether a date shows its day beside month and year: "18/12/2026", "18-thg 12-26". */
function showsDay(text: string): boolean {
  const numbers = text.match(/\d+/g)?.length ?? 0;
  return numbers > 2 || (numbers === 2 && /\p{L}{3}/u.test(text));
}
