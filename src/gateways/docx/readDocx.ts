import {
  NARROWEST_TABLE,
  wordsOf,
  type Block,
  type Place,
  type TableRow,
} from '../../domain/document';
import type { Failure } from '../../domain/failure';
import { err, ok, type Result } from '../../domain/result';
import { documentFailure } from '../documents/documentFailure';
import { openContainer, type Container } from '../xlsx/read/container';
import { MOST_FILE_BYTES, MOST_ITEMS } from '../xlsx/read/limits';
import { damaged, hostile, Refusal } from '../xlsx/read/refusal';
import { partOfType, readRelationships } from '../xlsx/read/relationships';
import { XmlScanner } from '../xlsx/read/xml';
import { cellsInColumns, type DrawnCell } from '../documents/columns';
import { readNumbering, type ListPlace, type Numbering } from './numbering';
import { readStyles, type ParagraphStyles } from './styles';

/** Paragraphs and cells of a document: a plan of 100 pages has some ten thousand. */
const MOST_PIECES = 500_000;
/** Columns of a table, as in Word. */
const MOST_COLUMNS = 63;
/** Tables in tables in tables: layout never goes deeper. */
const DEEPEST = 12;

/** What stands aside of the text, or twice. */
const passedOver = ['del', 'moveFrom', 'Fallback', 'instrText', 'delText', 'sectPr', 'tblPrEx'];

/**
 * Reads a Word document (.docx, .docm) into blocks, as it prints: with the numbers of lists and
 * headings that Word counts and the text does not hold, tracked changes accepted, hidden text
 * and fields' codes left out, text boxes after the paragraph they hang on. Headers, footers,
 * notes and comments are not read.
 *
 * Fails with `fileTooLarge`, `documentEncrypted`, `documentDamaged` (`part`, `reason`) or
 * `documentHostile` (`part`, `reason`, `limit`), each with `file`; never with half a document.
 */
export function readDocx(bytes: Uint8Array, file: string): Result<readonly Block[], Failure> {
  try {
    if (bytes.length > MOST_FILE_BYTES)
      throw new Refusal('fileTooLarge', { size: bytes.length, limit: MOST_FILE_BYTES });
    return ok(readDocument(openContainer(bytes)));
  } catch (error) {
    if (error instanceof Refusal) return err(documentFailure(error, file));
    throw error;
  }
}

function readDocument(container: Container): readonly Block[] {
  const part =
    partOfType(readRelationships(container, ''), 'officeDocument') ?? 'word/document.xml';
  if (!container.has(part)) throw damaged(part, 'missing');
  const relationships = readRelationships(container, part);
  const reader = new Reader(
    new XmlScanner(container.read(part), part),
    part,
    readNumbering(container, partOfType(relationships, 'numbering')),
    readStyles(container, partOfType(relationships, 'styles')),
  );
  return reader.read();
}

/** The properties of a paragraph that say how it begins and ends. */
type ParagraphProperties = {
  readonly style: string | null;
  readonly list: string | null;
  readonly level: number | null;
  /** Its end was deleted in a tracked change: the next paragraph goes on in it. */
  readonly goesOn: boolean;
};

type Row = {
  readonly cells: readonly DrawnCell[];
  readonly inner: readonly (readonly Block[])[];
  readonly place: Place;
};

class Reader {
  private page = 1;
  /** Whether the document says where its pages broke when it was last printed. */
  private paged = false;
  private tables = 0;
  private pieces = 0;
  private depth = 0;
  private started = '';

  constructor(
    private readonly scanner: XmlScanner,
    private readonly part: string,
    private readonly numbering: Numbering,
    private readonly styles: ParagraphStyles,
  ) {}

  read(): readonly Block[] {
    while (this.scanner.next()) if (this.scanner.opens('body')) return this.blocks(null);
    throw damaged(this.part, 'missing');
  }

  /** The blocks of the element whose opening tag was met last. */
  private blocks(within: Place | null): Block[] {
    const { scanner } = this;
    const blocks: Block[] = [];
    const { level, empty } = scanner;
    while (!empty && scanner.nextWithin(level)) blocks.push(...this.piece(within));
    return blocks;
  }

  /** The paragraph or table whose opening tag was met; any other tag is passed, some with all they hold. */
  private piece(within: Place | null): readonly Block[] {
    const { scanner } = this;
    if (scanner.opens('p')) return this.paragraph(within);
    if (scanner.opens('tbl')) return this.table(within);
    if (passedOver.some((name) => scanner.opens(name))) scanner.skip();
    return [];
  }

  private count(): void {
    if (++this.pieces > MOST_PIECES) throw hostile(this.part, 'tooManyItems', MOST_PIECES);
  }

  private here(within: Place | null): Place {
    return { ...within, ...(this.paged ? { page: this.page } : {}) };
  }

  /** Reads a paragraph, and the text boxes that hang on it; nothing when it goes on in the next one. */
  private paragraph(within: Place | null): readonly Block[] {
    this.count();
    const { scanner } = this;
    let properties: ParagraphProperties = { style: null, list: null, level: null, goesOn: false };
    const place = this.here(within);
    const aside: Block[] = [];
    let text = '';
    const { level, empty } = scanner;
    while (!empty && scanner.nextWithin(level)) {
      if (scanner.opens('pPr')) properties = this.properties();
      else if (scanner.opens('rPr')) {
        if (this.hides()) this.passRun();
      } else if (scanner.opens('t')) text += scanner.content();
      else if (scanner.opens('tab')) text += '\t';
      else if (scanner.opens('cr')) text += '\n';
      else if (scanner.opens('br')) {
        if (scanner.attribute('w:type') === 'page') this.turn();
        else text += '\n';
      } else if (scanner.opens('lastRenderedPageBreak')) this.turn();
      else if (scanner.opens('noBreakHyphen')) text += '-';
      else if (scanner.opens('softHyphen')) text += '\u00ad';
      else if (scanner.opens('txbxContent')) aside.push(...this.deeper(() => this.blocks(within)));
      else if (passedOver.some((name) => scanner.opens(name))) scanner.skip();
    }
    const whole = this.started + text;
    this.started = properties.goesOn ? whole : '';
    if (properties.goesOn) return [];
    const number = text.trim() === '' && within === null ? '' : this.numberOf(properties);
    return [{ kind: 'line', text: [number, whole].filter(Boolean).join(' '), place }, ...aside];
  }

  /** Text after a break stands on the next page. */
  private turn(): void {
    this.paged = true;
    this.page++;
  }

  private numberOf({ style, list, level }: ParagraphProperties): string {
    if (list === '0') return '';
    const styled = this.styles.listOf(style);
    const place: ListPlace | null = list === null ? styled : { list, level: level ?? 0 };
    return place === null ? '' : this.numbering.next(level === null ? place : { ...place, level });
  }

  private properties(): ParagraphProperties {
    const { scanner } = this;
    let properties: ParagraphProperties = { style: null, list: null, level: null, goesOn: false };
    const { level, empty } = scanner;
    while (!empty && scanner.nextWithin(level)) {
      if (scanner.opens('pStyle'))
        properties = { ...properties, style: scanner.attribute('w:val') };
      else if (scanner.opens('numId'))
        properties = { ...properties, list: scanner.attribute('w:val') };
      else if (scanner.opens('ilvl'))
        properties = { ...properties, level: scanner.numberAttribute('w:val') };
      else if (scanner.opens('del') || scanner.opens('moveFrom'))
        properties = { ...properties, goesOn: true };
      // What the properties were before a tracked change.
      else if (scanner.opens('pPrChange') || scanner.opens('rPrChange')) scanner.skip();
    }
    return properties;
  }

  /** Reads the properties of a run; true when they hide its text. */
  private hides(): boolean {
    const { scanner } = this;
    let hidden = false;
    const { level, empty } = scanner;
    while (!empty && scanner.nextWithin(level)) {
      if (scanner.opens('vanish'))
        hidden = !/^(?:0|false|off)$/.test(scanner.attribute('w:val') ?? '');
      else if (scanner.opens('rPrChange')) scanner.skip();
    }
    return hidden;
  }

  /** Passes the rest of the run that the scanner stands in. */
  private passRun(): void {
    const { scanner } = this;
    const { level } = scanner;
    while (scanner.nextWithin(level));
  }

  private deeper<T>(read: () => T): T {
    if (++this.depth > DEEPEST) throw hostile(this.part, 'tooManyItems', DEEPEST);
    const result = read();
    this.depth--;
    return result;
  }

  private table(within: Place | null): readonly Block[] {
    return this.deeper(() => {
      const { scanner } = this;
      const table = within?.table ?? ++this.tables;
      const widths: number[] = [];
      const rows: Row[] = [];
      const { level, empty } = scanner;
      while (!empty && scanner.nextWithin(level)) {
        if (scanner.opens('gridCol')) {
          if (widths.length < MOST_COLUMNS) widths.push(scanner.numberAttribute('w:w') ?? 0);
        } else if (scanner.opens('tr')) {
          const row = this.row({ table, row: within?.row ?? rows.length + 1 });
          if (row) rows.push(row);
          if (rows.length > MOST_ITEMS) throw hostile(this.part, 'tooManyItems', MOST_ITEMS);
        } else if (passedOver.some((name) => scanner.opens(name))) scanner.skip();
      }
      const most = Math.max(0, ...rows.map(({ cells }) => cells.length));
      if (most < NARROWEST_TABLE && rows.some(({ inner }) => inner.some(holdsTable)))
        return rows.flatMap(({ inner }) => inner.flat());
      const known = widths.some((width) => width > 0) ? widths : widths.map(() => 1);
      const placed = cellsInColumns(
        rows.map(({ cells }) => cells),
        known,
      );
      const drawn = rows.map(({ place }, at): TableRow => ({ cells: placed[at] ?? [], place }));
      return drawn.length === 0 ? [] : [{ kind: 'table', rows: drawn }];
    });
  }

  /** Reads a row; null for one that a tracked change deleted. */
  private row(within: Place): Row | null {
    const { scanner } = this;
    const place = this.here(within);
    const cells: DrawnCell[] = [];
    const inner: (readonly Block[])[] = [];
    let at = 0;
    let deleted = false;
    const { level, empty } = scanner;
    while (!empty && scanner.nextWithin(level)) {
      if (scanner.opens('trPr')) {
        const { level: own, empty: none } = scanner;
        while (!none && scanner.nextWithin(own)) {
          if (scanner.opens('gridBefore')) at = this.span();
          else if (scanner.opens('del')) deleted = true;
        }
      } else if (scanner.opens('tc')) {
        const { blocks, ...cell } = this.cell(at, within);
        cells.push(cell);
        inner.push(blocks);
        at = cell.to;
      } else if (passedOver.some((name) => scanner.opens(name))) scanner.skip();
    }
    return deleted ? null : { cells, inner, place };
  }

  private span(): number {
    const span = this.scanner.numberAttribute('w:val');
    return span !== null && Number.isInteger(span) ? Math.min(Math.max(span, 0), MOST_COLUMNS) : 0;
  }

  private cell(from: number, within: Place): DrawnCell & { readonly blocks: readonly Block[] } {
    this.count();
    const { scanner } = this;
    let across = 1;
    let merge: DrawnCell['merge'] = 'none';
    let deleted = false;
    const blocks: Block[] = [];
    const { level, empty } = scanner;
    while (!empty && scanner.nextWithin(level)) {
      if (scanner.opens('gridSpan')) across = Math.max(1, this.span());
      else if (scanner.opens('vMerge'))
        merge = scanner.attribute('w:val') === 'restart' ? 'begins' : 'goesOn';
      else if (scanner.opens('cellDel')) deleted = true;
      else if (scanner.opens('tcPrChange')) scanner.skip();
      else blocks.push(...this.piece(within));
    }
    const text = deleted ? '' : wordsOf(blocks);
    return { text, from, to: from + across, merge, blocks };
  }
}

function holdsTable(blocks: readonly Block[]): boolean {
  return blocks.some(({ kind }) => kind === 'table');
}
