import type { Border, Style } from '../../host/model/style';
import type { Value } from '../../host/model/grid';
import { CELL_PADDING, INDENT } from './layout';
import { fontOf, LINE_HEIGHT } from './measure';

const GRIDLINE = '1px solid var(--gridline)';
const NO_LINE = '1px solid transparent';

const weights = new Map([
  ['Hairline', 1],
  ['Thin', 1],
  ['Medium', 2],
  ['Thick', 3],
]);
const lineStyles = new Map([
  ['Continuous', 'solid'],
  ['Dot', 'dotted'],
  ['Double', 'double'],
]);

/** A border of a cell as CSS has it. */
export function borderOf({ style, weight, color }: Border): string {
  const kind = weight === 'Hairline' ? 'dotted' : (lineStyles.get(style) ?? 'dashed');
  return `${style === 'Double' ? 3 : (weights.get(weight) ?? 1)}px ${kind} ${color}`;
}

/** The line on one side of a cell: the first border there is, or the gridline under no fill. */
export function lineOf(
  borders: readonly (Border | null)[],
  fills: readonly (string | null)[],
  gridlines: boolean,
): string {
  const border = borders.find((each) => each !== null);
  if (border) return borderOf(border);
  const fill = fills.find((each) => each !== null);
  if (fill) return `1px solid ${fill}`;
  return gridlines ? GRIDLINE : NO_LINE;
}

const verticals = new Map([
  ['Top', 'flex-start'],
  ['Center', 'center'],
  ['Justify', 'flex-start'],
]);
const horizontals = new Map([
  ['Left', 'left'],
  ['Center', 'center'],
  ['CenterAcrossSelection', 'center'],
  ['Right', 'right'],
  ['Justify', 'justify'],
]);

/** Where a value stands in its cell: as told, else text left, numbers right, the rest centred. */
export function alignmentOf({ horizontal }: Style, value: Value): string {
  const told = horizontals.get(horizontal);
  if (told !== undefined) return told;
  if (typeof value === 'number') return 'right';
  return typeof value === 'boolean' || (typeof value === 'object' && value !== null)
    ? 'center'
    : 'left';
}

/** The look of a style as CSS, without its lines and its horizontal place. */
export function cssOf(style: Style): string {
  const indent = style.indent * INDENT;
  const decoration = [
    style.underline === 'None' ? '' : 'underline',
    style.strikethrough ? 'line-through' : '',
  ]
    .join(' ')
    .trim();
  return [
    `font:${fontOf(style).replace('px ', `px/${LINE_HEIGHT} `)}`,
    `color:${style.fontColor}`,
    ...(style.fill === null ? [] : [`background:${style.fill}`]),
    `align-items:${verticals.get(style.vertical) ?? 'flex-end'}`,
    `white-space:${style.wrap ? 'pre-wrap' : 'pre'}`,
    ...(style.wrap ? ['overflow-wrap:anywhere'] : []),
    ...(decoration === '' ? [] : [`text-decoration:${decoration}`]),
    `padding:0 ${(CELL_PADDING - 1) / 2 + (style.horizontal === 'Right' ? indent : 0)}px 0 ${
      (CELL_PADDING - 1) / 2 + (style.horizontal === 'Right' ? 0 : indent)
    }px`,
  ].join(';');
}
