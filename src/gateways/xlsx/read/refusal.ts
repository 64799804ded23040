import type { FailureCode } from '../../../domain/failure';

/** What a file was when it was no workbook: `params.seen` of `notAWorkbook`. */
export const seenKinds = [
  'html',
  'xml',
  'csv',
  'text',
  'pdf',
  'rtf',
  'image',
  'docx',
  'pptx',
  'xlsb',
  'opendocument',
  'zip',
  'officeOld',
  'unknown',
] as const;

/** One of {@link seenKinds}. */
export type SeenKind = (typeof seenKinds)[number];

/** Why a workbook cannot be read right: `params.reason` of `workbookDamaged`. */
export const damageReasons = [
  /** The end of the zip is missing: a broken download or copy. */
  'truncated',
  /** The zip's own table of contents contradicts itself. */
  'directory',
  /** A part is not packed as a workbook packs, or cannot be unpacked. */
  'packing',
  /** A part unpacks to another size than the file says. */
  'size',
  /** A part's checksum is wrong. */
  'checksum',
  /** A part that another part names is not there. */
  'missing',
  /** A part is not in UTF-8. */
  'encoding',
  /** A part is not well-formed XML. */
  'xml',
  /** An address, a range or a row number is none. */
  'address',
  /** A cell's value does not fit its type, or its type is unknown. */
  'value',
  /** A cell names a shared string or a style that is not there. */
  'index',
  /** Two cells have one address, two sheets one name, or a part is named twice. */
  'duplicate',
] as const;

/** One of {@link damageReasons}. */
export type DamageReason = (typeof damageReasons)[number];

/** Why a workbook is not opened: `params.reason` of `workbookHostile`. */
export const hostileReasons = [
  'zipBomb',
  'partTooLarge',
  'unpackedTooLarge',
  'tooManyEntries',
  'zip64',
  'duplicateEntry',
  'entityExpansion',
  'tooManySheets',
  'tooManyRows',
  'tooManyColumns',
  'tooManyCells',
  'tooManyStrings',
  'tooManyItems',
  'textTooLong',
  'tooDeep',
] as const;

/** One of {@link hostileReasons}. */
export type HostileReason = (typeof hostileReasons)[number];

/**
 * Carries an expected failure out of the depths of a scan; `readXlsx` is the only place that
 * catches it and makes it a value. Threading results through every cell would cost a third of
 * the time.
 */
export class Refusal extends Error {
  constructor(
    readonly code: FailureCode,
    readonly params: Readonly<Record<string, string | number>> = {},
  ) {
    super(code);
  }
}

/** The file is no workbook, but this. */
export function notAWorkbook(seen: SeenKind): Refusal {
  return new Refusal('notAWorkbook', { seen });
}

/** The file is a workbook with a fault in `part` ('zip' for all of it) and, in a sheet, at `cell`. */
export function damaged(part: string, reason: DamageReason, cell?: string): Refusal {
  return new Refusal('workbookDamaged', { part, reason, ...(cell === undefined ? {} : { cell }) });
}

/** The file asks for more than `limit` allows (0 where nothing at all is allowed). */
export function hostile(part: string, reason: HostileReason, limit: number): Refusal {
  return new Refusal('workbookHostile', { part, reason, limit });
}
