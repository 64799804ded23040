import { fromSerial } from '../../dates';
import type { EntryCell, EntryLine, EntryTable } from '../../book';
import { isBlank } from '../../entries';
import type { CellContent } from '../../snapshot';
import { quoted } from '../../text';
import type { Severity } from '../issue';

/** The tables of a tracking workbook that hold entry lines. */
export type TableName = 'indicator' | 'task' | 'roadmap';

/** A cell of an entry line with everything an issue about it must say. */
export type CellRef = {
  readonly sheet: string;
  /** A1 address; "" when the cell's column was not found, and nothing is said about it then. */
  readonly address: string;
  /** The id in column "Mã" of its line. */
  readonly row: string | null;
  /** "table.field" ("task.percent"), or the year of a milestone column. */
  readonly column: string;
  readonly content: CellContent | null;
  readonly formula: string | null;
  /** Whether it shows nothing but white space. */
  readonly blank: boolean;
};

/** A fault as a check reports it; the runner adds the file and the code. */
export type Finding = {
  readonly severity: Severity;
  readonly sheet: string;
  readonly cell: string | null;
  readonly row: string | null;
  readonly params: Readonly<Record<string, string | number>>;
};

/** The params of a {@link Finding}. */
export type FindingParams = Finding['params'];

/** A reference to a cell that was found on a line. */
export function refTo(
  sheet: string,
  row: string | null,
  column: string,
  { address, content, formula }: EntryCell,
): CellRef {
  return { sheet, address, row, column, content, formula, blank: showsNothing(content) };
}

/** A reference to the cell of a field; one without an address when its column is missing. */
export function refOf(
  name: TableName,
  table: EntryTable<string>,
  line: EntryLine<string>,
  field: string,
): CellRef {
  const cell = line.cells.get(field) ?? { address: '', content: null, formula: null };
  return refTo(table.sheet, line.id, `${name}.${field}`, cell);
}

/** A line with references to its cells by field, each made once when it is asked for. */
export function cellsOf<F extends string>(
  name: TableName,
  table: EntryTable<F>,
  line: EntryLine<F>,
): { readonly line: EntryLine<F>; readonly cell: (field: F) => CellRef } {
  const made = new Map<F, CellRef>();
  const cell = (field: F): CellRef => {
    const known = made.get(field);
    if (known) return known;
    const ref = refOf(name, table, line, field);
    made.set(field, ref);
    return ref;
  };
  return { line, cell };
}

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/** The same as {@link isBlank}, without tidying text that plainly shows something. */
function showsNothing(content: CellContent | null): boolean {
  if (content?.kind === 'text' && LETTER_OR_DIGIT.test(content.text)) return false;
  return isBlank(content);
}

/** A fault at a cell. `column` and `seen` are given along; `params` may replace them. */
export function foundAt(severity: Severity, ref: CellRef, params: FindingParams = {}): Finding {
  return {
    severity,
    sheet: ref.sheet,
    cell: ref.address,
    row: ref.row,
    params: { column: ref.column, seen: seenIn(ref.content), ...params },
  };
}

/**
 * What a person sees in a cell: a number, an ISO day, or text; "" for an empty cell. A number
 * in per cent format is its text ("85,5%").
 */
export function seenIn(content: CellContent | null): string | number {
  switch (content?.kind) {
    case undefined:
    case 'uncalculated':
      return '';
    case 'number':
      if (content.format === 'percent') return `${percentText(content.value)}%`;
      return content.format === 'date'
        ? (fromSerial(content.value) ?? content.value)
        : content.value;
    case 'text':
      return quoted(content.text);
    case 'boolean':
      return content.value ? 'TRUE' : 'FALSE';
    case 'error':
      return quoted(content.error);
  }
}

function percentText(share: number): string {
  return String(Math.round(share * 1e8) / 1e6).replace('.', ',');
}
