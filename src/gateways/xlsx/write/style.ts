import type { BorderSide, BorderStyle, CellStyle, FontStyle } from 'hucre';
import { typeface } from '../../../workbook/shared/looks';
import type { FontSpec, StyleSpec } from '../../../workbook/spec';

/** How a date shows where its style says nothing. */
const DATE_FORMAT = 'dd/mm/yyyy';

/**
 * The workbook's own font, of cells that name none and of what officers add. Excel and
 * LibreOffice measure columns in its digits: Calibri's, at the same size as wide to Excel, are a
 * fifth wider to a LibreOffice that has to put another font in its place.
 */
export const DEFAULT_FONT = { name: typeface, size: 11 };

const solid: BorderSide = { style: 'thin', color: { rgb: 'FF000000' } };
const faint: BorderSide = { style: 'hair', color: { rgb: 'FF7F7F7F' } };
const inviting: BorderSide = { style: 'thin', color: { rgb: 'FF8EA9DB' } };

const boxes = { thin: boxed(solid), hair: boxed(faint), input: boxed(inviting) };

function borderOf(border: NonNullable<StyleSpec['border']>): BorderStyle {
  return typeof border === 'string'
    ? boxes[border]
    : Object.fromEntries(border.map((side) => [side, solid]));
}

function boxed(side: BorderSide): BorderStyle {
  return { top: side, right: side, bottom: side, left: side };
}

/** A colour as the file keeps it: opaque ARGB. */
export function argb(color: string): { readonly rgb: string } {
  return { rgb: `FF${color.toUpperCase()}` };
}

const drawn = new WeakMap<StyleSpec, CellStyle | null>();
const drawnDates = new WeakMap<StyleSpec, CellStyle | null>();

/**
 * A cell's look in the file, or null for the default one; `forDate` adds a date format where the
 * style has no format. Specs use one style for many cells, so each is worked out once.
 */
export function cellStyle(style: StyleSpec, forDate: boolean): CellStyle | null {
  const known = forDate ? drawnDates : drawn;
  const found = known.get(style);
  if (found !== undefined) return found;
  const look = lookOf(style);
  const dated = forDate && look.numFmt === undefined ? { ...look, numFmt: DATE_FORMAT } : look;
  const given = Object.keys(dated).length > 0 ? dated : null;
  known.set(style, given);
  return given;
}

function lookOf({ font, fill, border, numberFormat, locked, ...style }: StyleSpec): CellStyle {
  const { horizontal, vertical, wrap, indent } = style;
  const alignment = {
    ...(horizontal === undefined ? {} : { horizontal }),
    ...(vertical === undefined ? {} : { vertical }),
    ...(wrap === true ? { wrapText: true } : {}),
    ...(indent === undefined ? {} : { indent }),
  };
  return {
    ...(font ? { font: { ...DEFAULT_FONT, ...fontStyle(font) } } : {}),
    ...(fill === undefined
      ? {}
      : { fill: { type: 'pattern', pattern: 'solid', fgColor: argb(fill) } }),
    ...(border === undefined ? {} : { border: borderOf(border) }),
    ...(Object.keys(alignment).length > 0 ? { alignment } : {}),
    ...(numberFormat === undefined ? {} : { numFmt: numberFormat }),
    ...(locked === false ? { protection: { locked } } : {}),
  };
}

/** The parts of a font that are named, and no others. */
export function fontStyle({ color, ...font }: FontSpec): FontStyle {
  return { ...font, ...(color === undefined ? {} : { color: argb(color) }) };
}
