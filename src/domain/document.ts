/** Where a piece of a source document stands; what its format does not know is absent. */
export type Place = {
  /** 1-based page of a paged document. */
  readonly page?: number;
  /** 1-based table of the document, and row in that table. */
  readonly table?: number;
  readonly row?: number;
  /** Name of the sheet, in a workbook. */
  readonly sheet?: string;
};

/** One cell of a table as the document draws it, over one or more columns and rows. */
export type TableCell = {
  /** The cell's words; its paragraphs stand on lines of their own. */
  readonly text: string;
  /** 0-based column where the cell begins. */
  readonly column: number;
  readonly across: number;
  readonly down: number;
};

/** A row of a table: the cells that begin in it, from left to right. */
export type TableRow = {
  readonly cells: readonly TableCell[];
  readonly place: Place;
  /** The row above may go on in this one: a page ends between them. */
  readonly mayGoOn?: true;
};

/**
 * A piece of a source document, whatever its format: a line of running text (a paragraph, with
 * the number that its list gives it), or a table.
 */
export type Block =
  | { readonly kind: 'line'; readonly text: string; readonly place: Place }
  | { readonly kind: 'table'; readonly rows: readonly TableRow[] };

/**
 * A source document as its format gives it: the text of a text file, blocks, or one after the
 * other (a text that holds tables as web pages have them).
 */
export type SourceDocument =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'blocks'; readonly blocks: readonly Block[] }
  | { readonly kind: 'parts'; readonly parts: readonly SourceDocument[] };

/** With fewer columns a table only puts text, or other tables, side by side: a letterhead, a signature. */
export const NARROWEST_TABLE = 3;

/** The words of blocks, as of those in a cell: paragraphs and rows on lines of their own, no empty ones. */
export function wordsOf(blocks: readonly Block[]): string {
  return blocks
    .flatMap((block) =>
      block.kind === 'line'
        ? [block.text.trim()]
        : block.rows.map(({ cells }) => cells.map(({ text }) => text).join(' ')),
    )
    .filter((text) => text !== '')
    .join('\n');
}
