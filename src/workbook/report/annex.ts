import type { ColumnSpec, RangeSpec, SheetSpec } from '../spec';
import { merged, mergedHeight, reportSheet, rowCells, text, type Content } from './grid';
import { reportPage } from './page';

/** One line of an annex: a row of the table, or a section title over its whole width. */
export type AnnexLine =
  | { readonly kind: 'row'; readonly contents: readonly Content[] }
  | { readonly kind: 'section'; readonly code: string; readonly title: string };

/** An annex of the report: a landscape table with repeated heads (design §7). */
export type Annex = {
  readonly sheet: string;
  readonly title: string;
  /** Lines under the title: what it belongs to, the cut-off, a mark of draft or sample. */
  readonly subtitles: readonly string[];
  readonly heads: readonly { readonly words: string; readonly width: number }[];
  readonly lines: readonly AnnexLine[];
  /** Said instead of an empty table. */
  readonly whenEmpty: string;
};

/** Where an annex's table stands, so that the overview can count over it. */
export type PlacedAnnex = {
  readonly spec: SheetSpec;
  readonly firstRow: number;
  readonly lastRow: number;
};

/** Lays an annex out as a sheet. */
export function annexSheet(annex: Annex): PlacedAnnex {
  const width = annex.heads.reduce((sum, head) => sum + head.width, 0);
  const right = annex.heads.length;
  const columns: ColumnSpec[] = annex.heads.map((head) => ({ width: head.width }));
  const top = [
    merged(1, 1, right, text(annex.title, 'title')),
    ...annex.subtitles.map((words, index) =>
      merged(2 + index, 1, right, text(words, index === 0 ? 'italicCentered' : 'warning')),
    ),
  ];
  const headRow = annex.subtitles.length + 3;
  const firstRow = headRow + 1;
  const heads = rowCells(
    headRow,
    1,
    annex.heads.map((head) => text(head.words, 'head')),
  );
  const merges: RangeSpec[] = top.map((block) => block.merge);
  const rowHeights = [
    { row: 1, height: mergedHeight(annex.title, width * 0.8) },
    ...annex.subtitles.map((words, index) => ({
      row: 2 + index,
      height: mergedHeight(words, width * 0.85),
    })),
  ];
  const lines: readonly AnnexLine[] =
    annex.lines.length > 0 ? annex.lines : [{ kind: 'section', code: '', title: annex.whenEmpty }];
  const body = lines.flatMap((line, index) => {
    const row = firstRow + index;
    if (line.kind === 'row') return rowCells(row, 1, line.contents);
    const title = merged(row, 2, right, text(line.title, 'section'));
    merges.push(title.merge);
    rowHeights.push({
      row,
      height: mergedHeight(line.title, width - (annex.heads[0]?.width ?? 0)),
    });
    return [...rowCells(row, 1, [text(line.code, 'head')]), ...title.cells];
  });
  const lastRow = firstRow + lines.length - 1;
  return {
    firstRow,
    lastRow,
    spec: reportSheet({
      name: annex.sheet,
      columns,
      cells: [...top.flatMap((block) => block.cells), ...heads, ...body],
      merges,
      rowHeights,
      frozenRows: headRow,
      print: reportPage(
        'landscape',
        { top: 1, left: 1, bottom: lastRow, right },
        { from: headRow, to: headRow },
      ),
    }),
  };
}
