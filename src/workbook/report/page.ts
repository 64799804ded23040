import { typeface } from '../shared/looks';
import type { PrintSpec, RangeSpec, Side, StyleSpec } from '../spec';

const MILLIMETRES_PER_INCH = 25.4;

function millimetres(length: number): number {
  return length / MILLIMETRES_PER_INCH;
}

function words(size: number): {
  readonly name: string;
  readonly color: string;
  readonly size: number;
} {
  return { name: typeface, color: '000000', size };
}

/** A cell of a table: white, so that an annex prints white whatever table style Excel gives it. */
const cell = {
  font: words(11),
  fill: 'FFFFFF',
  border: 'thin',
  vertical: 'center',
  wrap: true,
} as const;
/** The last character of a number's format is a gap as wide as it, before the line of the cell. */
const GAP = '_)';
const figure = { ...cell, horizontal: 'right', wrap: false } as const;
/** Groups from a thousand on, and decimals only where there are some: "#.###" hangs a comma behind a whole number. */
const measure = `[>=1000]#,##0${GAP};[<=-1000]-#,##0${GAP};General${GAP}`;
const share = `0.0%${GAP}`;
/** A share, or the dash that stands for one of nothing. */
const shareOrDash = `${share};-${share};${share};@${GAP}`;

/** How the issued report looks: white, black, Times New Roman. */
export const reportStyles = {
  plain: { font: words(13), vertical: 'center' },
  paragraph: { font: words(12), vertical: 'top', wrap: true },
  centered: { font: words(13), horizontal: 'center', vertical: 'center' },
  bold: { font: { ...words(13), bold: true }, vertical: 'center' },
  boldCentered: {
    font: { ...words(13), bold: true },
    horizontal: 'center',
    vertical: 'center',
    wrap: true,
  },
  /** The letterhead's upper lines, a size smaller than the rest. */
  authority: { font: words(12), horizontal: 'center', vertical: 'top', wrap: true },
  /** Quốc hiệu stands on one line. */
  country: { font: { ...words(12), bold: true }, horizontal: 'center', vertical: 'top' },
  agency: {
    font: { ...words(12), bold: true },
    horizontal: 'center',
    vertical: 'top',
    wrap: true,
  },
  /** The rule under an agency's name and under the tiêu ngữ, drawn as underlined spaces. */
  rule: { font: { ...words(6), underline: true }, horizontal: 'center', vertical: 'top' },
  italicCentered: {
    font: { ...words(13), italic: true },
    horizontal: 'center',
    vertical: 'center',
    wrap: true,
  },
  /** What a reader has to know of an annex. */
  remarkCentered: {
    font: { ...words(11), italic: true },
    horizontal: 'center',
    vertical: 'center',
    wrap: true,
  },
  italic: { font: { ...words(11), italic: true }, vertical: 'top', wrap: true },
  title: {
    font: { ...words(14), bold: true },
    horizontal: 'center',
    vertical: 'center',
    wrap: true,
  },
  warning: {
    font: { ...words(13), bold: true, color: 'B00020' },
    horizontal: 'center',
    vertical: 'center',
    wrap: true,
  },
  heading: { font: { ...words(13), bold: true }, vertical: 'center', wrap: true },
  small: { font: words(11), vertical: 'top', wrap: true },
  smallBold: { font: { ...words(12), bold: true, italic: true }, vertical: 'top' },
  head: { ...cell, font: { ...words(11), bold: true }, horizontal: 'center', vertical: 'center' },
  text: cell,
  textBold: { ...cell, font: { ...words(11), bold: true } },
  textCentered: { ...cell, horizontal: 'center' },
  number: { ...figure, numberFormat: measure },
  fraction: { ...figure, numberFormat: `#,##0.0##${GAP}` },
  /** A figure that its agency calls an estimate: it says so wherever it stands. */
  estimate: { ...figure, numberFormat: measure.replaceAll(GAP, '" (ước)"') },
  change: { ...figure, numberFormat: `+General${GAP};-General${GAP};0${GAP}` },
  money: { ...figure, numberFormat: `#,##0.0${GAP}` },
  moneyBold: {
    ...figure,
    font: { ...words(11), bold: true },
    numberFormat: `#,##0.0${GAP}`,
  },
  count: { ...figure, horizontal: 'center', numberFormat: '#,##0' },
  /** A count among many: those that are none stand back. */
  tally: { ...figure, horizontal: 'center', numberFormat: '#,##0;-#,##0;–' },
  countBold: {
    ...figure,
    font: { ...words(11), bold: true },
    horizontal: 'center',
    numberFormat: '#,##0',
  },
  share: { ...figure, numberFormat: shareOrDash },
  /** Per cent of due progress: beyond twice of it, or behind the baseline, the number says nothing. */
  pace: { ...figure, numberFormat: `[>2]"> 200%"${GAP};[<0]"kém gốc"${GAP};${share}` },
  date: { ...figure, horizontal: 'center', numberFormat: 'dd/mm/yyyy' },
  /** Codes of files and cells. */
  trace: { ...cell, font: words(9) },
  /** A hash: whole in its cell, its first digits on paper. */
  hash: { ...cell, font: words(9), wrap: false },
} as const satisfies Readonly<Record<string, StyleSpec>>;

/** How a row of a section title looks: its code, its words, and the cells they run over. */
export type SectionLook = Readonly<Record<'code' | 'words' | 'end', StyleSpec>>;

function sectionLook(ends: readonly Side[]): SectionLook {
  const style = { font: { ...words(11), bold: true }, fill: 'FFFFFF', vertical: 'center' } as const;
  return {
    code: { ...style, horizontal: 'center', border: [...ends, 'left', 'right'] },
    words: { ...style, border: ends },
    end: { ...style, border: [...ends, 'right'] },
  };
}

/** A title's only row, and the rows of a longer one: no line runs through it. */
export const sectionLooks = {
  only: sectionLook(['top', 'bottom']),
  first: sectionLook(['top']),
  middle: sectionLook([]),
  last: sectionLook(['bottom']),
} as const;

/** A name of {@link reportStyles}. */
export type ReportStyle = keyof typeof reportStyles;

/**
 * A page as Nghị định 30/2020/NĐ-CP sets it: A4, 20 mm above and below, 30 mm left, 15 mm right,
 * the page number in the middle of the head from the second page on, each annex counted anew.
 */
export function reportPage(
  orientation: PrintSpec['orientation'],
  area: RangeSpec,
  titleRows: PrintSpec['titleRows'],
): PrintSpec {
  return {
    orientation,
    margins: {
      top: millimetres(20),
      bottom: millimetres(20),
      left: millimetres(30),
      right: millimetres(15),
      header: millimetres(10),
      footer: millimetres(10),
    },
    area,
    titleRows,
    fitToWidth: true,
    centerHorizontally: true,
    ownPages: true,
    header: `&C&"${typeface},Regular"&13&P`,
    footer: '',
  };
}
