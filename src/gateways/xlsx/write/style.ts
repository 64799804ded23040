import type { BorderSide, BorderStyle, CellStyle, FontStyle } from 'hucre';
import type { FontSpec, StyleSpec } from '../../../workbook/spec';

/** How a date shows where its style says nothing. */
const DATE_FORMAT = 'dd/mm/yyyy';

/** Excel's own default font; a font that names only some of its parts takes the rest from it. */
export const DEFAULT_FONT = { name: 'Calibri', size: 11 };

const solid: BorderSide = { style: 'thin', color: { rgb: 'FF000000' } };
const faint: BorderSide = { style: 'hair', color: { rgb: 'FF7F7F7F' } };
const inviting: BorderSide = { style: 'thin', color: { rgb: 'FF8EA9DB' } };

const borders: Readonly<Record<NonNullable<StyleSpec['border']>, BorderStyle>> = {
  thin: boxed(solid),
  hair: boxed(faint),
  bottom: { bottom: solid },
  input: boxed(inviting),
};

function boxed(side: BorderSide): BorderStyle {
  return { top: side, right: side, bottom: side, left: side };
}

/** A colour as the file keeps it: opaque ARGB. */
export function argb(color: string): { readonly rgb: string } {
  return { rgb: `FF${color.toUpperCase()}` };
}

/** A cell's look in the file; `forDate` adds a date format where the style has no format. */
export function cellStyle(style: StyleSpec, forDate: boolean): CellStyle {
  const { horizontal, vertical, wrap, indent } = style;
  const numberFormat = style.numberFormat ?? (forDate ? DATE_FORMAT : undefined);
  const alignment = {
    ...(horizontal === undefined ? {} : { horizontal }),
    ...(vertical === undefined ? {} : { vertical }),
    ...(wrap === true ? { wrapText: true } : {}),
    ...(indent === undefined ? {} : { indent }),
  };
  return {
    ...(style.font ? { font: { ...DEFAULT_FONT, ...fontStyle(style.font) } } : {}),
    ...(style.fill === undefined
      ? {}
      : { fill: { type: 'pattern', pattern: 'solid', fgColor: argb(style.fill) } }),
    ...(style.border === undefined ? {} : { border: borders[style.border] }),
    ...(Object.keys(alignment).length > 0 ? { alignment } : {}),
    ...(numberFormat === undefined ? {} : { numFmt: numberFormat }),
    ...(style.locked === false ? { protection: { locked: false } } : {}),
  };
}

/** The parts of a font that are named, and no others. */
export function fontStyle({ color, ...font }: FontSpec): FontStyle {
  return { ...font, ...(color === undefined ? {} : { color: argb(color) }) };
}
