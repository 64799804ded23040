import { typeface } from '../shared/looks';
import type { PrintSpec, RangeSpec, StyleSpec } from '../spec';

const MILLIMETRES_PER_INCH = 25.4;

function millimetres(length: number): number {
  return length / MILLIMETRES_PER_INCH;
}

const font = { name: typeface, color: '000000' } as const;

/** How the issued report looks: white, black, Times New Roman. */
export const reportStyles = {
  plain: { font: { ...font, size: 13 }, vertical: 'center' },
  centered: { font: { ...font, size: 13 }, horizontal: 'center', vertical: 'center' },
  bold: { font: { ...font, size: 13, bold: true }, vertical: 'center' },
  boldCentered: {
    font: { ...font, size: 13, bold: true },
    horizontal: 'center',
    vertical: 'center',
    wrap: true,
  },
  underlined: {
    font: { ...font, size: 13, bold: true, underline: true },
    horizontal: 'center',
    vertical: 'center',
  },
  italicCentered: {
    font: { ...font, size: 13, italic: true },
    horizontal: 'center',
    vertical: 'center',
    wrap: true,
  },
  title: {
    font: { ...font, size: 14, bold: true },
    horizontal: 'center',
    vertical: 'center',
    wrap: true,
  },
  warning: {
    font: { ...font, size: 13, bold: true, color: 'B00020' },
    horizontal: 'center',
    vertical: 'center',
    wrap: true,
  },
  heading: { font: { ...font, size: 13, bold: true }, vertical: 'center' },
  small: { font: { ...font, size: 11 }, vertical: 'top', wrap: true },
  smallBold: { font: { ...font, size: 12, bold: true, italic: true }, vertical: 'top' },
  head: {
    font: { ...font, size: 12, bold: true },
    border: 'thin',
    horizontal: 'center',
    vertical: 'center',
    wrap: true,
  },
  section: {
    font: { ...font, size: 12, bold: true },
    border: 'thin',
    vertical: 'center',
    wrap: true,
  },
  text: { font: { ...font, size: 12 }, border: 'thin', vertical: 'top', wrap: true },
  textCentered: {
    font: { ...font, size: 12 },
    border: 'thin',
    horizontal: 'center',
    vertical: 'top',
    wrap: true,
  },
  number: {
    font: { ...font, size: 12 },
    border: 'thin',
    horizontal: 'right',
    vertical: 'top',
    numberFormat: '#,##0.###',
  },
  count: {
    font: { ...font, size: 12 },
    border: 'thin',
    horizontal: 'center',
    vertical: 'top',
    numberFormat: '#,##0',
  },
  share: {
    font: { ...font, size: 12 },
    border: 'thin',
    horizontal: 'right',
    vertical: 'top',
    numberFormat: '0.0%',
  },
  points: {
    font: { ...font, size: 12 },
    border: 'thin',
    horizontal: 'right',
    vertical: 'top',
    numberFormat: '+#,##0.0;-#,##0.0;0.0',
  },
  date: {
    font: { ...font, size: 12 },
    border: 'thin',
    horizontal: 'center',
    vertical: 'top',
    numberFormat: 'dd/mm/yyyy',
  },
} as const satisfies Readonly<Record<string, StyleSpec>>;

/** A name of {@link reportStyles}. */
export type ReportStyle = keyof typeof reportStyles;

/**
 * A page as Nghị định 30/2020/NĐ-CP sets it: A4, 20 mm above and below, 30 mm left, 15 mm right,
 * page number in the middle of the head from the second page on is not possible in Excel
 * without a first-page exception, so the number stands in the foot.
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
    header: '',
    footer: `&C&"${typeface},Regular"&12&P`,
  };
}
