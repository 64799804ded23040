import { cellAddress } from '../../domain/snapshot';
import { textInput } from '../shared/cells';
import { absoluteRange } from '../shared/references';
import type { CellSpec, ColumnSpec, RangeSpec, SheetSpec } from '../spec';
import { merged, reportSheet, rowCells, text, type Content } from './grid';
import type { Subtitle } from './input';
import { reportPage, sectionLooks, type SectionLook } from './page';

/** One line of an annex: a row of the table, or a section title over its whole width. */
export type AnnexLine =
  | { readonly kind: 'row'; readonly id?: string; readonly contents: readonly Content[] }
  | { readonly kind: 'section'; readonly code: string; readonly title: string };

/** A column of an annex; `machine` columns serve formulas: folded away, and not printed. */
export type AnnexHead<K extends string> = {
  readonly key: K;
  readonly words: string;
  readonly width: number;
  readonly machine?: true;
};

/** An annex of the report: a landscape table with repeated heads (design §7). */
export type Annex<K extends string> = {
  readonly sheet: string;
  readonly table: string;
  readonly title: string;
  /** Lines under the title. */
  readonly subtitles: readonly Subtitle[];
  /** What is printed, then what formulas need. */
  readonly heads: readonly AnnexHead<K>[];
  readonly lines: readonly AnnexLine[];
  /** Said instead of an empty table. */
  readonly whenEmpty: string;
};

/** Where an annex's table stands, so that the overview can count over it and lead to its rows. */
export type PlacedAnnex<K extends string = string> = {
  readonly spec: SheetSpec;
  /** A column of the table's body as an absolute reference. */
  readonly column: (key: K) => string;
  /** The address of a column's cell in the first row of an id; null where there is none. */
  readonly cell: (id: string, key: K) => string | null;
};

/** Characters of a bold section title in one unit of column width, on the safe side. */
const SMALL_LETTERS = 0.98;
const CAPITALS = 0.68;

/** Points of the gap above a table. */
const GAP = 6;

/**
 * Lays an annex out as a sheet. The table is an Excel table with filters; section titles stand
 * in rows of it and run over the empty cells beside them, since a table takes no merged cells.
 */
export function annexSheet<K extends string>(annex: Annex<K>): PlacedAnnex<K> {
  const printed = annex.heads.filter((head) => !head.machine);
  const width = printed.reduce((sum, head) => sum + head.width, 0);
  const right = printed.length;
  const columns: ColumnSpec[] = annex.heads.map((head) => ({
    width: head.width,
    ...(head.machine ? { outline: true } : {}),
  }));
  const top = [
    merged(1, 1, right, text(annex.title, 'title')),
    ...annex.subtitles.map((subtitle, index) => merged(2 + index, 1, right, text(...subtitle))),
  ];
  const headRow = annex.subtitles.length + 3;
  const firstRow = headRow + 1;
  const lines: readonly AnnexLine[] =
    annex.lines.length > 0 ? annex.lines : [{ kind: 'section', code: '', title: annex.whenEmpty }];
  const cells: CellSpec[] = [
    ...top.flatMap((block) => block.cells),
    ...rowCells(
      headRow,
      1,
      annex.heads.map((head) => text(head.words, 'head')),
    ),
  ];
  const rows = new Map<string, number>();
  const together: { readonly from: number; readonly to: number }[] = [];
  let titled: number | null = null;
  const room = (title: string): number =>
    (width - (annex.heads[0]?.width ?? 0)) *
    (title === title.toLocaleUpperCase('vi-VN') ? CAPITALS : SMALL_LETTERS);
  let row = firstRow;
  for (const line of lines) {
    if (line.kind === 'row') {
      if (line.id !== undefined && !rows.has(line.id)) rows.set(line.id, row);
      for (const cell of rowCells(row, 1, line.contents)) cells.push(cell);
      // A title does not stand at the foot of a page.
      if (titled !== null) together.push({ from: titled, to: row });
      titled = null;
      row += 1;
      continue;
    }
    titled ??= row;
    const words = pieces(line.title, room(line.title));
    for (const [index, piece] of words.entries()) {
      const look = lookOf(index, words.length);
      const code = textInput(index === 0 ? line.code : null);
      cells.push({ row, column: 1, value: code, style: look.code });
      for (let column = 2; column <= right; column += 1) {
        const value = textInput(column === 2 ? piece : null);
        cells.push({ row, column, value, style: column === right ? look.end : look.words });
      }
      row += 1;
    }
  }
  const lastRow = row - 1;
  const place = new Map(annex.heads.map(({ key }, index) => [key, index + 1]));
  const columnOf = (key: K): number => place.get(key) ?? 1;
  const range: RangeSpec = { top: headRow, left: 1, bottom: lastRow, right: annex.heads.length };
  return {
    column: (key) => {
      const column = columnOf(key);
      return absoluteRange(
        { top: firstRow, bottom: lastRow, left: column, right: column },
        annex.sheet,
      );
    },
    cell: (id, key) => {
      const found = rows.get(id);
      return found === undefined ? null : cellAddress(found, columnOf(key));
    },
    spec: reportSheet({
      name: annex.sheet,
      columns,
      cells,
      merges: top.map((block) => block.merge),
      rowHeights: [{ row: headRow - 1, height: GAP }],
      tables: [
        {
          name: annex.table,
          range,
          columns: annex.heads.map(({ words }) => words),
          style: 'TableStyleLight1',
          showFilter: true,
        },
      ],
      frozenRows: headRow,
      print: {
        ...reportPage(
          'landscape',
          { top: 1, left: 1, bottom: lastRow, right },
          { from: headRow, to: headRow },
        ),
        together,
      },
    }),
  };
}

function lookOf(piece: number, pieces: number): SectionLook {
  if (pieces === 1) return sectionLooks.only;
  if (piece === 0) return sectionLooks.first;
  return piece === pieces - 1 ? sectionLooks.last : sectionLooks.middle;
}

/** Words in pieces of at most so many characters, broken between words. */
function pieces(words: string, room: number): readonly string[] {
  const lines: string[] = [];
  for (const word of words.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= room)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
