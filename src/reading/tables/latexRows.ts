import { afterColumns, isLatexTable, latexArguments, plainLatex } from '../latex';
import type { SourceLine } from '../raw';
import { cleanText } from '../source';

/**
 * Tables as LaTeX writes them: `&` between cells, `\\` between rows, wherever lines end.
 */

/** The text of a document as printed, and where each of its lines begins in it. */
type Printed = { readonly text: string; readonly starts: readonly number[] };

/** A row as printed, and the index of the line it begins on. */
type LatexRow = { readonly line: number; readonly cells: readonly string[] };

/** A table, the place after it, and whether its end was found: a text cut short has none. */
type LatexTable = {
  readonly rows: readonly LatexRow[];
  readonly end: number;
  readonly isClosed: boolean;
};

/** A cell that goes on in rows below. */
type Hanging = { readonly column: number; readonly text: string; readonly left: number };

const BEGIN = /\\begin\s?\{(\w+)\*?\}/g;
/** Ends of rows and cells, beginnings and ends within them, braces, and marks of repeated rows. */
const TOKEN =
  /\\\\(?:\[[^\]]{0,12}\])?(\s*\\hline)?|\\(begin|end)\s?\{(\w+)\*?\}|\\(endfirsthead|endhead|endfoot|endlastfoot)(?![a-zA-Z])|\\tabularnewline(?![a-zA-Z])|\\.|[&{}]/gs;
const RULES = /^(?:\s|\\(?:hline|toprule|midrule|bottomrule|hhline\{[^}]*\})(?![a-zA-Z]))+/;
/** With fewer columns what stands inside a cell is a list of its lines. */
const NARROWEST = 3;

/** The lines of a text with each row of a LaTeX table as one line with its cells. */
export function joinLatexRows(lines: readonly SourceLine[]): readonly SourceLine[] {
  if (!lines.some(({ raw }) => raw?.includes('\\begin'))) return lines;
  const printed = print(lines);
  const joined: SourceLine[] = [];
  let kept = 0;
  BEGIN.lastIndex = 0;
  for (let found = BEGIN.exec(printed.text); found; found = BEGIN.exec(printed.text)) {
    const [opening, environment = ''] = found;
    if (!isLatexTable(environment)) continue;
    const table = readTable(
      printed,
      afterColumns(printed.text, found.index + opening.length, environment),
    );
    const first = lineAt(printed, found.index);
    joined.push(...lines.slice(kept, first));
    joined.push(...restOf(lines[first], printed.text.slice(printed.starts[first], found.index)));
    joined.push(...rowLines(table.rows, lines));
    const last = lineAt(printed, Math.max(found.index, table.end - 1));
    joined.push(...restOf(lines[last], printed.text.slice(table.end, printed.starts[last + 1])));
    kept = last + 1;
    if (!table.isClosed) break;
    BEGIN.lastIndex = Math.max(BEGIN.lastIndex, printed.starts[kept] ?? printed.text.length);
  }
  joined.push(...lines.slice(kept));
  return joined;
}

function print(lines: readonly SourceLine[]): Printed {
  const starts: number[] = [];
  let length = 0;
  for (const { raw, text } of lines) {
    starts.push(length);
    length += (raw ?? text).length + 1;
  }
  return { text: lines.map(({ raw, text }) => raw ?? text).join('\n'), starts };
}

function lineAt({ starts }: Printed, place: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The words on the line of a table that stand before it or after it. */
function restOf(line: SourceLine | undefined, rest: string): readonly SourceLine[] {
  const text = cleanText(plainLatex(rest));
  return line && text !== '' ? [{ ...line, text, cells: null }] : [];
}

/** The rows of a table whose first cell begins at a place, up to its end or the last row's. */
function readTable(printed: Printed, from: number): LatexTable {
  const { text } = printed;
  const rows: LatexRow[] = [];
  let cells: string[] = [];
  let cell = '';
  let at = from;
  let rowStart = from;
  let endOfRows = from;
  let depth = 0;
  let nested = 0;
  /** Rows that stand before a mark are the head, or are repeated on each page. */
  let marked = 0;
  let hasHead = false;
  TOKEN.lastIndex = from;
  const endRow = (): void => {
    // A brace that is open still was never closed.
    const all = [...cells, ...(depth > 0 ? cell.split('&') : [cell])];
    if (all.some((each) => each.trim() !== ''))
      rows.push({ line: lineAt(printed, firstWord(text, rowStart)), cells: all });
    cells = [];
    cell = '';
    depth = 0;
    rowStart = TOKEN.lastIndex;
    endOfRows = rowStart;
  };
  for (let found = TOKEN.exec(text); found; found = TOKEN.exec(text)) {
    const [sign, hline, edge, environment = '', mark] = found;
    cell += text.slice(at, found.index);
    at = TOKEN.lastIndex;
    if (edge === 'begin') {
      const after = isLatexTable(environment) ? afterColumns(text, at, environment) : at;
      const isNext = cells.length === 0 && cell.replace(RULES, '').trim() === '';
      if (!isNext || text.slice(at, after).replace(/[^lcrpmbXLCR]/g, '').length < NARROWEST)
        nested++;
      TOKEN.lastIndex = at = after;
      cell += ' ';
    } else if (edge === 'end') {
      if (nested === 0) {
        endRow();
        return { rows, end: at, isClosed: true };
      }
      nested--;
      cell += ' ';
    } else if (mark !== undefined) {
      const isHead: boolean = mark === 'endfirsthead' || (mark === 'endhead' && !hasHead);
      if (!isHead) rows.splice(marked);
      hasHead ||= isHead;
      marked = rows.length;
      cell = '';
      rowStart = at;
    } else if (sign.startsWith('\\\\') || sign === '\\tabularnewline') {
      if (nested === 0 && (depth === 0 || hline !== undefined)) endRow();
      else cell += ' ';
    } else if (sign === '&') {
      if (nested > 0) cell += ' ';
      else if (depth > 0) cell += sign;
      else {
        cells.push(cell);
        cell = '';
      }
    } else {
      if (sign === '{') depth++;
      else if (sign === '}') depth = Math.max(0, depth - 1);
      cell += sign;
    }
  }
  return { rows, end: endOfRows, isClosed: false };
}

/** The place of the first word of a row, beyond line ends and rules. */
function firstWord(text: string, from: number): number {
  const rules = /(?:\s|\\(?:hline|toprule|midrule)(?![a-zA-Z])|\\cline\s?\{[^}]*\})*/y;
  rules.lastIndex = from;
  rules.exec(text);
  return rules.lastIndex;
}

/** Rows as lines of the source: merged cells stand in each row, and in the first of their columns. */
function rowLines(rows: readonly LatexRow[], lines: readonly SourceLine[]): readonly SourceLine[] {
  let hanging: readonly Hanging[] = [];
  return rows.flatMap(({ line, cells }, at): readonly SourceLine[] => {
    const texts: string[] = [];
    const begun: Hanging[] = [];
    for (const cell of cells) {
      const { text, across, down } = readCell(cell.replace(RULES, ''));
      if (down > 1) begun.push({ column: texts.length, text, left: down });
      texts.push(text, ...Array.from({ length: Math.min(across, 40) - 1 }, () => ''));
    }
    for (const { column, text } of hanging) if (texts[column] === '') texts[column] = text;
    hanging = [...hanging, ...begun].flatMap((each) =>
      each.left > 1 ? [{ ...each, left: each.left - 1 }] : [],
    );
    const own = lines[line];
    const text = texts.filter(Boolean).join(' ');
    if (!own || text === '') return [];
    const { number, place } = own;
    return [{ number, text, cells: texts, place, ...(at === 0 ? { mayGoOn: true } : {}) }];
  });
}

/** The words of a cell, and over how many columns and rows it goes. */
function readCell(raw: string): {
  readonly text: string;
  readonly across: number;
  readonly down: number;
} {
  let inner = raw;
  let across = 1;
  let down = 1;
  for (;;) {
    const [opening, kind] = /^\s*\\multi(column|row)(?=\W)/.exec(inner) ?? [];
    if (opening === undefined) break;
    const { texts, end } = latexArguments(inner, opening.length, 3);
    const [count = '', , content] = texts;
    if (content === undefined) break;
    const cells = Math.max(1, Number.parseInt(count, 10) || 1);
    if (kind === 'column') across = cells;
    else down = cells;
    inner = `${content} ${inner.slice(end)}`;
  }
  return { text: cleanText(plainLatex(inner)), across, down };
}
