import {
  NARROWEST_TABLE,
  type Block,
  type Place,
  type TableCell,
  type TableRow,
} from '../domain/document';
import { failure, type Failure } from '../domain/failure';
import { err, ok, type Result } from '../domain/result';
import { joinLines, tidy } from '../domain/text';
import { isSetByLatex, plainLatex } from './latex';
import type { SourceLine } from './raw';

/** A share of control characters above which a file cannot be text. */
const MOST_CONTROLS = 0.01;

/** What HTML writes for signs that text holds as they are, where a page was saved as text. */
const entities: Readonly<Record<string, string>> = {
  '&gt;': '>',
  '&lt;': '<',
  '&ge;': '≥',
  '&le;': '≤',
  '&amp;': '&',
  '&quot;': '"',
  '&nbsp;': ' ',
  '&#8805;': '≥',
  '&#8804;': '≤',
};

const unEntity = (entity: string): string => entities[entity.toLowerCase()] ?? entity;

/**
 * Takes the residue of Markdown and LaTeX out of one line or cell (`**bold**`, `*slanted*`,
 * `# heading`, `$> 95\%$`, `<br>`) and tidies it. The words themselves are never changed.
 */
export function cleanText(raw: string): string {
  let text = raw.includes('\\') && isSetByLatex(raw) ? plainLatex(raw) : raw;
  if (text.includes('$'))
    text = text.replace(/(?<![\d\\])\$(?=[\s<>≥≤=\d\\(+-])([^$]*[^$\\])\$/g, (_, formula: string) =>
      plainLatex(formula),
    );
  if (text.includes('*'))
    text = text
      .replace(/\*{4}/g, ' ')
      .replace(/\*{2,3}/g, '')
      .replace(/(?<![\p{L}\p{N}*])\*(?=[^\s*])([^*]*[^\s*])\*(?![\p{L}\p{N}*])/gu, '$1');
  if (text.startsWith('#')) text = text.replace(/^#{1,6}\s+/, '');
  if (text.includes('<')) text = text.replace(/<br\s*\/?>/gi, ' ');
  if (text.includes('\\'))
    text = text.replace(/\s\\{2}$/, '').replace(/\\([%$#&_<>~*+()[\]-])/g, '$1');
  if (text.includes('&')) text = text.replace(/&(?:[a-z]{2,4}|#\d{2,5});/gi, unEntity);
  return tidy(text);
}

/** The cells of a line of text that holds a whole row (between tabs, or between pipes); otherwise null. */
function splitCells(raw: string): readonly string[] | null {
  if (raw.includes('\t')) return raw.split('\t').map(cleanText);
  const text = raw.trim();
  if (!text.startsWith('|') || !/\|.*\|/.test(text)) return null;
  return text
    .replace(/^\||\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cleanText(cell.replace(/\\\|/g, '|')));
}

/**
 * Cuts the text of a file into numbered lines.
 *
 * Fails with `notText` when the text holds what only a binary file has, and with `fileEmpty`
 * when there is nothing but white space.
 */
export function readSource(text: string): Result<readonly SourceLine[], Failure> {
  const controls = text.match(/[\u0000-\u0008\u000e-\u001a\ufffd]/g)?.length ?? 0;
  if (text.includes('\u0000') || controls > text.length * MOST_CONTROLS)
    return err(failure('notText'));
  const lines = text
    .split(/\r\n|[\n\r\u000b\u000c\u0085\u2028\u2029]/)
    .map((raw, index): SourceLine => {
      const clean = cleanText(raw);
      const line = { number: index + 1, text: clean, cells: splitCells(raw), place: {} };
      return raw === clean ? line : { ...line, raw };
    });
  return lines.some((line) => line.text !== '') ? ok(lines) : err(failure('fileEmpty'));
}

/**
 * The lines of a document that comes as blocks: each line of running text, and each row of a
 * table with a cell for every column. What is merged down over rows stands in each of them; what
 * is merged over columns in the first.
 *
 * Fails with `fileEmpty` when no block holds a word.
 */
export function linesOf(blocks: readonly Block[]): Result<readonly SourceLine[], Failure> {
  const lines: SourceLine[] = [];
  const add = (text: string, cells: SourceLine['cells'], place: Place): void => {
    lines.push({ number: lines.length + 1, text, cells, place });
  };
  for (const block of blocks)
    if (block.kind === 'line') add(tidy(block.text), null, block.place);
    else if (widthOf(block.rows) < NARROWEST_TABLE)
      for (const { cells, place } of block.rows)
        for (const { text } of cells)
          for (const paragraph of text.split('\n')) add(tidy(paragraph), null, place);
    else
      for (const row of gridOf(block.rows))
        lines.push({ number: lines.length + 1, text: tidy(row.cells.join(' ')), ...row });
  return lines.some((line) => line.text !== '') ? ok(lines) : err(failure('fileEmpty'));
}

function widthOf(rows: readonly TableRow[]): number {
  return rows.reduce(
    (most, { cells }) =>
      cells.reduce((end, cell) => Math.max(end, cell.column + cell.across), most),
    0,
  );
}

type GridRow = Omit<TableRow, 'cells'> & { readonly cells: readonly string[] };

/**
 * The rows of a table with a text for every column. A cell that is merged down from the rest of a
 * row on a new page holds, in the rows below it, what stood above the break too.
 */
function gridOf(rows: readonly TableRow[]): readonly GridRow[] {
  const width = widthOf(rows);
  let hanging: readonly { readonly cell: TableCell; readonly left: number }[] = [];
  let above: readonly string[] = [];
  return rows.map(({ cells, ...row }) => {
    const texts = Array.from({ length: width }, () => '');
    for (const { cell } of hanging) texts[cell.column] = tidy(cell.text);
    for (const cell of cells) texts[cell.column] = tidy(cell.text);
    const isRest = row.mayGoOn === true && texts[0] === '';
    const wholes = cells.map((cell): TableCell => {
      const before = isRest ? (above[cell.column] ?? '') : '';
      return { ...cell, text: joinLines([before, tidy(cell.text)].filter(Boolean)) };
    });
    hanging = [...hanging, ...wholes.map((cell) => ({ cell, left: cell.down }))].flatMap(
      ({ cell, left }) => (left > 1 ? [{ cell, left: left - 1 }] : []),
    );
    above = texts;
    return { ...row, cells: texts };
  });
}
