import { HostFault } from '../fault';
import { formulaEvaluator } from '../formulas/calculate';
import { cellArea, overlaps, type Area } from './area';
import type { Value } from './grid';
import { copyReferences } from './references';
import { shownText } from './shown';
import type { Style } from './style';
import {
  styleAt,
  type ConditionalFormat,
  type Culture,
  type Sheet,
  type Workbook,
} from './workbook';

/** What a cell shows: its text in the user's own settings, and its look with the colour rules. */
export type ShownCell = { readonly text: string; readonly style: Style };

/** The date format that follows the user's settings (number format 14 of files). */
const SHORT_DATE = 'm/d/yyyy';

/**
 * What the cells of an area show, by row and column, as the workbook is now. Colour rules are
 * worked out when a cell is asked for; formulas in cells show the value they have. A number format
 * this host cannot show gives the value as it is.
 */
export function shownCells(
  workbook: Workbook,
  sheet: Sheet,
  area: Area,
): (row: number, column: number) => ShownCell {
  const evaluate = formulaEvaluator(workbook);
  const rules = sheet.conditionalFormats.filter(({ areas }) =>
    areas.some((each) => overlaps(each, area)),
  );
  return (row, column) => {
    const cell = sheet.grid.get(row, column);
    const style = styleAt(sheet, row, column, cell);
    const holds = ({ areas: [anchor], formula }: ConditionalFormat): boolean => {
      if (!anchor) return false;
      const here = copyReferences(formula, row - anchor.top, column - anchor.left);
      const value = evaluate(here, { sheet, row, column });
      return value === true || (typeof value === 'number' && value !== 0);
    };
    const here = cellArea(row, column);
    const own = rules.filter(({ areas }) => areas.some((each) => overlaps(each, here)));
    return {
      text: textOf(cell.value, style.numberFormat, workbook.culture),
      style: withRules(style, own, holds),
    };
  };
}

/** What one cell shows, without its look. */
export function shownTextAt(
  { culture }: Workbook,
  sheet: Sheet,
  row: number,
  column: number,
): string {
  const cell = sheet.grid.get(row, column);
  return textOf(cell.value, styleAt(sheet, row, column, cell).numberFormat, culture);
}

/** Of every fact the first rule that holds decides; a rule may end the search. */
function withRules(
  style: Style,
  rules: readonly ConditionalFormat[],
  holds: (rule: ConditionalFormat) => boolean,
): Style {
  let look: Partial<Style> = {};
  for (const rule of rules) {
    if (!holds(rule)) continue;
    look = { ...lookOf(rule), ...look };
    if (rule.stopIfTrue) break;
  }
  return Object.keys(look).length === 0 ? style : { ...style, ...look };
}

function lookOf(rule: ConditionalFormat): Partial<Style> {
  const { fill, fontColor, bold, italic, underline, strikethrough } = rule;
  return {
    ...(fill === null ? {} : { fill }),
    ...(fontColor === null ? {} : { fontColor }),
    ...(bold === null ? {} : { bold }),
    ...(italic === null ? {} : { italic }),
    ...(underline === null ? {} : { underline }),
    ...(strikethrough === null ? {} : { strikethrough }),
  };
}

function textOf(value: Value, numberFormat: string, culture: Culture): string {
  const format = numberFormat === SHORT_DATE ? culture.shortDatePattern : numberFormat;
  try {
    const text = shownText(value, format);
    const isNumber = typeof value === 'number' && !/[dmy]/i.test(plain(format));
    return isNumber ? inCulture(text, culture) : text;
  } catch (error) {
    if (!(error instanceof HostFault)) throw error;
    return shownText(value, 'General');
  }
}

/** A number format without its words. */
function plain(format: string): string {
  return format.replace(/"[^"]*"|\\.|General/gi, '');
}

/** A number as English Excel shows it, with the separators of other settings. */
function inCulture(text: string, { decimalSeparator, groupSeparator }: Culture): string {
  return text.replace(/(?<=\d)[.,](?=\d)/g, (sign) =>
    sign === '.' ? decimalSeparator : groupSeparator,
  );
}
