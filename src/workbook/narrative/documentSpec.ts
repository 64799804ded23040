/**
 * A text document as data: pure functions build it, a gateway draws it as .docx bytes. The page is
 * that of Nghị định 30/2020/NĐ-CP and is the writer's; what stands on it is said here.
 */
export type DocumentSpec = {
  readonly properties: DocumentProperties;
  readonly blocks: readonly BlockSpec[];
};

/** Document properties. `created` is a full ISO instant, given by the caller, never the clock. */
export type DocumentProperties = {
  readonly title: string;
  readonly subject: string;
  readonly creator: string;
  readonly created: string;
};

/** What a document is made of, from top to bottom. */
export type BlockSpec = ParagraphSpec | DocumentTableSpec;

/** How a paragraph looks; the looks themselves are the writer's. */
export type ParagraphStyle =
  | 'body'
  | 'heading'
  | 'subheading'
  | 'title'
  | 'centred'
  | 'centredBold'
  | 'centredItalic'
  | 'rule'
  | 'longRule'
  | 'mark'
  | 'small'
  | 'smallBold'
  | 'cell'
  | 'cellCentred'
  | 'cellHead';

/** A paragraph. */
export type ParagraphSpec = {
  readonly kind: 'paragraph';
  readonly style: ParagraphStyle;
  readonly runs: readonly RunSpec[];
  readonly pageBreakBefore?: true;
  /** Stays on the page of what follows. */
  readonly keepNext?: true;
};

/** Words in a paragraph; `bookmark` names the place for links, `link` jumps to such a place. */
export type RunSpec = {
  readonly text: string;
  readonly bookmark?: string;
  readonly link?: string;
};

/** A table; `widths` are millimetres. Without `grid` it only sets blocks side by side. */
export type DocumentTableSpec = {
  readonly kind: 'table';
  readonly grid: boolean;
  readonly widths: readonly number[];
  /** Rows from the top that are repeated on every page. */
  readonly headRows: number;
  readonly rows: readonly (readonly (readonly ParagraphSpec[])[])[];
};

/** A paragraph of plain words. */
export function paragraph(style: ParagraphStyle, text: string): ParagraphSpec {
  return { kind: 'paragraph', style, runs: [{ text }] };
}
