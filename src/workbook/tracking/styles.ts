import { formats, typeface, withStyle } from '../shared/looks';
import type { StyleSpec } from '../spec';
import type { ColumnRole } from './columns';

const plain: StyleSpec = {
  font: { name: typeface, size: 11, color: '000000' },
  vertical: 'top',
  wrap: true,
};

const boxed = withStyle(plain, { border: 'hair' });

/** How the cells of a tracking workbook look; every style names its typeface. */
export const styles = {
  plain,
  title: withStyle(plain, { font: { size: 15, bold: true, color: '1F3864' }, vertical: 'center' }),
  planTitle: withStyle(plain, {
    font: { size: 12, bold: true, color: '1F3864' },
    vertical: 'center',
  }),
  subtitle: withStyle(plain, { font: { size: 12, bold: true }, vertical: 'center' }),
  line: withStyle(plain, { vertical: 'center' }),
  small: withStyle(plain, { font: { size: 10, italic: true, color: '404040' } }),
  heading: withStyle(plain, {
    font: { size: 12, bold: true, color: '1F3864' },
    border: ['bottom'],
    vertical: 'bottom',
  }),
  /** "SỐ LIỆU MẪU": red and boxed, so that it is seen in a black-and-white print too. */
  sample: withStyle(plain, {
    font: { size: 12, bold: true, color: 'B00020' },
    fill: 'FDECEA',
    border: 'thin',
    horizontal: 'center',
    vertical: 'center',
  }),
  alert: withStyle(plain, { font: { bold: true, color: 'B00020' }, vertical: 'center' }),
  /** From the plan: white, not to be changed. */
  plan: withStyle(boxed, { fill: 'FFFFFF' }),
  planCentre: withStyle(boxed, { fill: 'FFFFFF', horizontal: 'center' }),
  planDay: withStyle(boxed, { fill: 'FFFFFF', horizontal: 'center', numberFormat: formats.day }),
  /** To be typed: pale yellow with a border of its own, unlocked. */
  input: withStyle(plain, { fill: 'FFFBDD', border: 'input', locked: false }),
  inputNumber: withStyle(plain, {
    fill: 'FFFBDD',
    border: 'input',
    horizontal: 'right',
    locked: false,
  }),
  inputMoney: withStyle(plain, {
    fill: 'FFFBDD',
    border: 'input',
    horizontal: 'right',
    numberFormat: formats.money,
    locked: false,
  }),
  inputDay: withStyle(plain, {
    fill: 'FFFBDD',
    border: 'input',
    horizontal: 'center',
    numberFormat: formats.day,
    locked: false,
  }),
  /** Text that spreadsheet programs would take for a day, such as "2026-06". */
  inputText: withStyle(plain, {
    fill: 'FFFBDD',
    border: 'input',
    horizontal: 'center',
    numberFormat: formats.text,
    locked: false,
  }),
  inputCentre: withStyle(plain, {
    fill: 'FFFBDD',
    border: 'input',
    horizontal: 'center',
    locked: false,
  }),
  /** An input column where this line has nothing to enter. */
  closed: withStyle(boxed, { fill: 'EDEDED' }),
  /** Computed: pale grey. */
  derived: withStyle(boxed, { fill: 'F7F7F7', horizontal: 'center' }),
  derivedNumber: withStyle(boxed, { fill: 'F7F7F7', horizontal: 'right' }),
  derivedMeasure: withStyle(boxed, {
    fill: 'F7F7F7',
    horizontal: 'right',
    numberFormat: formats.measure,
  }),
  derivedShare: withStyle(boxed, {
    fill: 'F7F7F7',
    horizontal: 'right',
    numberFormat: formats.share,
  }),
  derivedPoints: withStyle(boxed, {
    fill: 'F7F7F7',
    horizontal: 'right',
    numberFormat: formats.points,
  }),
  derivedDay: withStyle(boxed, {
    fill: 'F7F7F7',
    horizontal: 'center',
    numberFormat: formats.day,
  }),
  status: withStyle(boxed, { font: { bold: true }, fill: 'F7F7F7' }),
  machine: withStyle(plain, { font: { size: 9, color: '595959' } }),
  machineDay: withStyle(plain, {
    font: { size: 9, color: '595959' },
    numberFormat: formats.day,
  }),
  /** A heading line inside a table: bold on grey, no inputs. */
  group: withStyle(boxed, { font: { bold: true }, fill: 'D9DEE7' }),
  groupCentre: withStyle(boxed, {
    font: { bold: true },
    fill: 'D9DEE7',
    horizontal: 'center',
  }),
  part: withStyle(boxed, { font: { italic: true }, fill: 'FFFFFF', indent: 2 }),
  link: withStyle(boxed, { font: { underline: true, color: '0B57A4' }, horizontal: 'center' }),
} as const satisfies Readonly<Record<string, StyleSpec>>;

const header: StyleSpec = withStyle(plain, {
  font: { bold: true, color: 'FFFFFF' },
  border: 'thin',
  horizontal: 'center',
  vertical: 'center',
});

/** Table headers, by what the column is for. */
export const headerStyles: Readonly<Record<ColumnRole, StyleSpec>> = {
  plan: withStyle(header, { fill: '1F3864' }),
  input: withStyle(header, { fill: '7A5C00' }),
  derived: withStyle(header, { fill: '4A4A4A' }),
  machine: withStyle(header, { fill: '6B6B6B', font: { size: 9 } }),
};
