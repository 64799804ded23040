/**
 * What this reader is willing to take in. A return of an agency is some hundred kilobytes with
 * some thousand cells; each limit stands far above that, at what Excel itself can hold or at
 * what a browser tab can carry, so that only a crafted or a stray file meets one.
 */

/** Bytes of the file: Excel on the web opens no larger workbook. */
export const MOST_FILE_BYTES = 100 * 2 ** 20;
/** Entries of the zip: a workbook has a handful a sheet; walking more is work for nothing. */
export const MOST_ENTRIES = 4096;
/** Bytes of one unpacked part: its text must still fit into one string. */
export const MOST_PART_BYTES = 256 * 2 ** 20;
/** Bytes of all parts, unpacked or not. */
export const MOST_UNPACKED_BYTES = 384 * 2 ** 20;
/** How many times its packed size a part may be: repetitive sheets reach 50, bombs 1,000. */
export const MOST_RATIO = 200;
/** Parts up to this many bytes may have any ratio: they cannot hurt. */
export const RATIO_FREE_BYTES = 4 * 2 ** 20;
/** Worksheets: Excel's own limit is memory; plans have tens. */
export const MOST_SHEETS = 1024;
/** Rows of a sheet, as in Excel. */
export const MOST_ROWS = 1_048_576;
/** Columns of a sheet, as in Excel. */
export const MOST_COLUMNS = 16_384;
/** Cells with content in all sheets, and shared strings: some 300 MB of memory. */
export const MOST_CELLS = 2_000_000;
/** Items of any other list: merged ranges, tables, names, relationships, formats, styles. */
export const MOST_ITEMS = 65_536;
/** UTF-16 units in one cell, as in Excel. */
export const MOST_CHARACTERS = 32_767;
/** Bytes or characters of one text in the file: a full cell written in the longest escapes. */
export const MOST_RAW_TEXT = MOST_CHARACTERS * 10;
/** Nested elements: parts of a workbook stay below 20. */
export const MOST_DEPTH = 256;
/** Attributes of one element: the root of a sheet has some 30. */
export const MOST_ATTRIBUTES = 512;

/** What a file may ask for. */
export type ReadLimits = {
  /** Entries of the zip. */
  readonly entries: number;
  /** Bytes of one part, and of all parts, unpacked. */
  readonly part: number;
  readonly unpacked: number;
  /** Cells with content in all sheets. */
  readonly cells: number;
};

/** For files from anywhere: at most some 300 MB of memory. */
export const foreignLimits: ReadLimits = {
  entries: MOST_ENTRIES,
  part: MOST_PART_BYTES,
  unpacked: MOST_UNPACKED_BYTES,
  cells: MOST_CELLS,
};

/**
 * For the tracking workbook its owner opens: its history can hold every figure of ten thousand
 * submissions, up to the rows of a sheet.
 */
export const ownLimits: ReadLimits = {
  entries: MOST_ENTRIES,
  part: 1024 * 2 ** 20,
  unpacked: 1280 * 2 ** 20,
  cells: 12_500_000,
};
