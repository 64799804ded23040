import { Parser } from 'htmlparser2';
import type { Block } from '../../domain/document';
import type { Failure } from '../../domain/failure';
import { err, ok, type Result } from '../../domain/result';
import { documentFailure } from '../documents/documentFailure';
import { hostile, Refusal } from '../xlsx/read/refusal';
import { Lists } from './lists';
import { TableBuilder } from './tableBuilder';

const PART = 'html';
/** Open elements: pages keep below 100, and careless ones never close some of theirs. */
const DEEPEST = 4000;
/** Lines, rows and cells of a page: a plan of 100 pages has some ten thousand. */
const MOST_PIECES = 500_000;

const names = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** What is no part of the document: code, controls, deleted text, the frame of the site. */
const passedOver = names(
  'script style title template noscript svg math iframe object select button textarea del nav footer aside',
);

/** Elements that stand on lines of their own. */
const blockLevel = names(
  'address article blockquote body caption center dd div dl dt fieldset figcaption figure form h1 h2 h3 h4 h5 h6 header hr li main ol p pre section table ul br',
);

/**
 * Reads a web page into blocks: tables with their merged cells resolved, everything else as the
 * lines it would show, with the numbers of lists. Tables that only lay out a page are looked
 * through; scripts, hidden elements and the site's navigation are left out. `text` may be any
 * text at all, as no HTML is wrong.
 *
 * Fails with `documentHostile` (`part`, `reason`, `limit`, `file`).
 */
export function readHtml(text: string, file: string): Result<readonly Block[], Failure> {
  try {
    const reader = new Reader();
    const parser = new Parser(
      {
        onopentag: (name, attributes) => {
          reader.open(name, attributes);
        },
        ontext: (words) => {
          reader.text(words);
        },
        onclosetag: (name) => {
          reader.close(name);
        },
      },
      { lowerCaseAttributeNames: true },
    );
    parser.end(text);
    return ok(numbered(reader.end()));
  } catch (error) {
    if (error instanceof Refusal) return err(documentFailure(error, file));
    throw error;
  }
}

type Attributes = Readonly<Record<string, string>>;

/** What is being written: the page, or a cell. */
class Flow {
  readonly blocks: Block[] = [];
  readonly lists = new Lists();
  /** The line begun last; the number of its list stands before it. */
  line = '';
  number = '';

  /** Ends the line, if it holds a word. */
  break(): void {
    const text = this.line.trim();
    this.line = '';
    if (text === '') return;
    this.blocks.push({ kind: 'line', text: this.number + text, place: {} });
    this.number = '';
  }
}

class Reader {
  private readonly page = new Flow();
  /** Open tables from the outermost, each with the flow of its open cell. */
  private readonly tables: { readonly table: TableBuilder; cell: Flow | null }[] = [];
  private depth = 0;
  private pieces = 0;
  /** The depth of the element that is passed over, or null. */
  private passing: number | null = null;
  private preformatted = 0;

  open(name: string, attributes: Attributes): void {
    this.depth += 1;
    if (this.depth > DEEPEST) throw hostile(PART, 'tooDeep', DEEPEST);
    if (this.passing !== null) return;
    if (passedOver.has(name) || isHidden(attributes) || isNoteMark(name, attributes)) {
      this.passing = this.depth;
      return;
    }
    if (blockLevel.has(name)) this.flow.break();
    switch (name) {
      case 'table':
        this.tables.push({ table: new TableBuilder(), cell: null });
        break;
      case 'tr':
        this.endCell();
        this.count();
        this.tables.at(-1)?.table.startRow();
        break;
      case 'td':
      case 'th':
        this.startCell(attributes);
        break;
      case 'ol':
      case 'ul':
        this.flow.lists.open(name, attributes);
        break;
      case 'li':
        this.flow.number = this.flow.lists.item(attributes);
        break;
      case 'pre':
        this.preformatted += 1;
        break;
    }
  }

  text(words: string): void {
    if (this.passing !== null) return;
    const { flow } = this;
    if (this.preformatted === 0) {
      flow.line += words.replace(/[ \t\r\n\f]+/g, ' ');
      return;
    }
    const [first = '', ...more] = words.split(/\r\n?|\n/);
    flow.line += first;
    for (const line of more) {
      flow.break();
      flow.line = line;
    }
  }

  close(name: string): void {
    this.depth -= 1;
    if (this.passing !== null) {
      if (this.depth < this.passing) this.passing = null;
      return;
    }
    if (blockLevel.has(name)) {
      this.count();
      this.flow.break();
    }
    switch (name) {
      case 'table':
        this.endTable();
        break;
      case 'tr':
      case 'td':
      case 'th':
        this.endCell();
        break;
      case 'ol':
      case 'ul':
        this.flow.lists.close();
        break;
      case 'li':
        this.flow.number = '';
        break;
      case 'pre':
        this.preformatted -= 1;
        break;
    }
  }

  end(): readonly Block[] {
    while (this.tables.length > 0) this.endTable();
    this.page.break();
    return this.page.blocks;
  }

  private get flow(): Flow {
    return this.tables.findLast(({ cell }) => cell !== null)?.cell ?? this.page;
  }

  private startCell(attributes: Attributes): void {
    this.endCell();
    this.count();
    const open = this.tables.at(-1);
    if (!open) return;
    open.table.startCell(spanOf(attributes['colspan']), spanOf(attributes['rowspan']));
    open.cell = new Flow();
  }

  private endCell(): void {
    const open = this.tables.at(-1);
    if (!open?.cell) return;
    open.cell.break();
    open.table.endCell(open.cell.blocks);
    open.cell = null;
  }

  private endTable(): void {
    this.endCell();
    const open = this.tables.pop();
    if (open) this.flow.blocks.push(...open.table.blocks());
  }

  private count(): void {
    this.pieces += 1;
    if (this.pieces > MOST_PIECES) throw hostile(PART, 'tooManyItems', MOST_PIECES);
  }
}

function spanOf(text: string | undefined): number {
  const span = Number.parseInt(text ?? '1', 10);
  return Number.isNaN(span) || span < 0 ? 1 : span;
}

function isHidden(attributes: Attributes): boolean {
  const { hidden, style } = attributes;
  return (
    hidden !== undefined ||
    (style !== undefined && /display\s*:\s*none|mso-hide\s*:\s*all/i.test(style))
  );
}

/** The mark of a footnote, and the note itself, as Word saves them. */
function isNoteMark(name: string, { href = '', style = '' }: Attributes): boolean {
  return (
    (name === 'a' && /^#_?(?:ftn|edn|sdfootnote|sdendnote)/i.test(href)) ||
    (name === 'div' && /mso-element\s*:\s*(?:footnote|endnote|comment|header|footer)/i.test(style))
  );
}

/** The blocks with the number of its table, and of its row in that, at every row. */
function numbered(blocks: readonly Block[]): readonly Block[] {
  let table = 0;
  return blocks.map((block) => {
    if (block.kind === 'line') return block;
    table += 1;
    const rows = block.rows.map((row, index) => ({ ...row, place: { table, row: index + 1 } }));
    return { kind: 'table', rows };
  });
}
