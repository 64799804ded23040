import type { RangeSpec } from '../../workbook/spec';
import { rangeAddress } from '../xlsx/write/text';
import type { Batch } from './batch';
import { officeCode } from './errors';

/** Cells of one answer, at first: an answer may be 5 MB, and a cell some 250 bytes. */
const CELLS_PER_ANSWER = 15_000;

/** Rows of one area as they were read. */
export type ReadPiece = {
  readonly area: RangeSpec;
  readonly range: Excel.Range;
};

/** An area to be read, with a name for its owner. */
export type Wanted = { readonly sheet: Excel.Worksheet; readonly area: RangeSpec };

/**
 * Reads areas in answers Excel can give: several small ones in one, a long one in pieces of
 * rows; where cells are so full that an answer is refused, in smaller pieces. `load` names what is
 * read; `take` gets every
 * piece once, in order.
 */
export async function readAreas(
  batch: Batch,
  wanted: readonly Wanted[],
  load: (range: Excel.Range) => void,
  take: (index: number, piece: ReadPiece) => void,
): Promise<void> {
  const queue = wanted.map(({ sheet, area }, index) => ({ index, sheet, area }));
  let limit = CELLS_PER_ANSWER;
  let answers = 0;
  while (queue.length > 0) {
    const pieces: { readonly index: number; readonly piece: ReadPiece }[] = [];
    const before = [...queue];
    let room = limit;
    for (let next = queue[0]; next && room > 0; next = queue[0]) {
      const { index, sheet, area } = next;
      const width = area.right - area.left + 1;
      const rows = Math.max(Math.floor(room / width), pieces.length === 0 ? 1 : 0);
      if (rows === 0) break;
      const bottom = Math.min(area.top + rows - 1, area.bottom);
      const part = { ...area, bottom };
      const range = sheet.getRange(rangeAddress(part));
      load(range);
      pieces.push({ index, piece: { area: part, range } });
      room -= (bottom - area.top + 1) * width;
      if (bottom === area.bottom) queue.shift();
      else queue[0] = { index, sheet, area: { ...area, top: bottom + 1 } };
    }
    try {
      await batch.send();
    } catch (error) {
      const smaller = pieces.reduce((most, { piece }) => Math.max(most, rowsOf(piece.area)), 0) > 1;
      if (
        officeCode(error) !== 'ResponsePayloadSizeLimitExceeded' ||
        (!smaller && pieces.length < 2)
      )
        throw error;
      queue.splice(0, queue.length, ...before);
      limit = Math.ceil(limit / 4);
      batch.chunks += 1;
      continue;
    }
    for (const { index, piece } of pieces) take(index, piece);
    answers += 1;
  }
  if (answers > 1) batch.chunks += answers - 1;
}

function rowsOf({ top, bottom }: RangeSpec): number {
  return bottom - top + 1;
}
