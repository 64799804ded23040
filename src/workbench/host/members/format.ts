import { z } from 'zod';
import { rowCount, columnCount, type Area } from '../model/area';
import { restyleArea } from '../model/edit';
import { refuseProtected } from '../model/guard';
import { restyler, type Border, type Edge, type Style } from '../model/style';
import { areasOf, common } from './cells';
import { notFound } from '../fault';
import { HostObject, type BorderEdge, type RangeTarget, type Targets } from './objects';
import { changeBands, commonBand } from './range';
import { action, classTable, color, link, method, settable, scalar, type Member } from './table';

/** Sizes of a sheet in the default font, in points (64 by 20 pixels). */
export const STANDARD_WIDTH = 48;
/** The height of a row in the default font, in points. */
export const STANDARD_HEIGHT = 15;

/** Excel's widest column (255 characters) and highest row, in points. */
const WIDEST = 1_342.5;
const HIGHEST = 409.5;

function restyle(target: RangeTarget, patch: Partial<Style>): void {
  refuseProtected(target.sheet, 'allowFormatCells');
  const change = restyler(patch);
  for (const area of areasOf(target)) restyleArea(target.sheet, area, change);
}

/** A member that reads and sets one fact of the cells' style. */
function look<K extends keyof Style>(fact: K, schema: z.ZodType<Style[K]>): Member<RangeTarget> {
  return settable(
    schema,
    (target: RangeTarget) => common(target, (style) => style[fact]),
    (target, value) => {
      const patch: Partial<Style> = {};
      patch[fact] = value;
      restyle(target, patch);
    },
  );
}

/** `Excel.RangeFormat`. */
export const rangeFormat = classTable<RangeTarget>({
  Fill: link((target) => new HostObject('RangeFill', target)),
  Font: link((target) => new HostObject('RangeFont', target)),
  Borders: link((target) => new HostObject('RangeBorderCollection', target)),
  Protection: link((target) => new HostObject('FormatProtection', target)),
  WrapText: look('wrap', z.boolean()),
  HorizontalAlignment: look(
    'horizontal',
    z.enum([
      'General',
      'Left',
      'Center',
      'Right',
      'Fill',
      'Justify',
      'CenterAcrossSelection',
      'Distributed',
    ]),
  ),
  VerticalAlignment: look(
    'vertical',
    z.enum(['Top', 'Center', 'Bottom', 'Justify', 'Distributed']),
  ),
  IndentLevel: look('indent', z.number().int().min(0).max(250)),
  TextOrientation: look('textOrientation', z.number().int().min(-90).max(180)),
  ShrinkToFit: look('shrinkToFit', z.boolean()),
  ColumnWidth: settable(
    z.number().min(0).max(WIDEST),
    (target) => commonBand(target, 'column', ({ size }) => size ?? STANDARD_WIDTH),
    ({ sheet, areas }, size) => {
      refuseProtected(sheet, 'allowFormatColumns');
      for (const area of areas) changeBands(sheet, 'column', area, () => ({ size }));
    },
  ),
  RowHeight: settable(
    z.number().min(0).max(HIGHEST),
    (target) => commonBand(target, 'row', ({ size }) => size ?? STANDARD_HEIGHT),
    ({ sheet, areas }, size) => {
      refuseProtected(sheet, 'allowFormatRows');
      for (const area of areas) changeBands(sheet, 'row', area, () => ({ size }));
    },
  ),
  AutofitRows: action(({ sheet, areas }) => {
    refuseProtected(sheet, 'allowFormatRows');
    for (const area of areas) changeBands(sheet, 'row', area, () => ({ size: null }));
  }),
});

/** `Excel.RangeFill`. */
export const rangeFill = classTable<RangeTarget>({
  Color: settable(
    z.union([color, z.literal('')]),
    (target) => common(target, ({ fill }) => fill ?? '#FFFFFF'),
    (target, given) => {
      restyle(target, { fill: given === '' ? null : given });
    },
  ),
  Clear: action((target) => {
    restyle(target, { fill: null });
  }),
});

/** `Excel.RangeFont`. */
export const rangeFont = classTable<RangeTarget>({
  Name: look('fontName', z.string().min(1)),
  Size: look('fontSize', z.number().min(1).max(409)),
  Color: look('fontColor', color),
  Bold: look('bold', z.boolean()),
  Italic: look('italic', z.boolean()),
  Underline: look(
    'underline',
    z.enum(['None', 'Single', 'Double', 'SingleAccountant', 'DoubleAccountant']),
  ),
  Strikethrough: look('strikethrough', z.boolean()),
});

/** `Excel.FormatProtection`. */
export const formatProtection = classTable<RangeTarget>({
  Locked: settable(
    z.boolean(),
    (target) => common(target, ({ locked }) => locked),
    (target, locked) => {
      refuseProtected(target.sheet, null);
      const change = restyler({ locked });
      for (const area of areasOf(target)) restyleArea(target.sheet, area, change);
    },
  ),
  FormulaHidden: look('formulaHidden', z.boolean()),
});

const edges: ReadonlyMap<string, BorderEdge> = new Map([
  ['EdgeTop', 'top'],
  ['EdgeBottom', 'bottom'],
  ['EdgeLeft', 'left'],
  ['EdgeRight', 'right'],
  ['InsideHorizontal', 'insideHorizontal'],
  ['InsideVertical', 'insideVertical'],
]);

/** The cells along an edge of an area, and which of their own edges lie on it. */
function strips(area: Area, edge: BorderEdge): readonly (readonly [Area, Edge])[] {
  switch (edge) {
    case 'top':
      return [[{ ...area, bottom: area.top }, 'top']];
    case 'bottom':
      return [[{ ...area, top: area.bottom }, 'bottom']];
    case 'left':
      return [[{ ...area, right: area.left }, 'left']];
    case 'right':
      return [[{ ...area, left: area.right }, 'right']];
    case 'insideHorizontal':
      return rowCount(area) === 1
        ? []
        : [
            [{ ...area, bottom: area.bottom - 1 }, 'bottom'],
            [{ ...area, top: area.top + 1 }, 'top'],
          ];
    case 'insideVertical':
      return columnCount(area) === 1
        ? []
        : [
            [{ ...area, right: area.right - 1 }, 'right'],
            [{ ...area, left: area.left + 1 }, 'left'],
          ];
  }
}

type BorderTarget = Targets['RangeBorder'];

const plainBorder: Border = { style: 'Continuous', weight: 'Thin', color: '#000000' };

function setBorder({ range, edge }: BorderTarget, patch: Partial<Border> | null): void {
  refuseProtected(range.sheet, 'allowFormatCells');
  for (const area of areasOf(range))
    for (const [strip, side] of strips(area, edge)) {
      const done = new Map<Style, Style>();
      restyleArea(range.sheet, strip, (style) => {
        const border = patch && { ...(style[side] ?? plainBorder), ...patch };
        const changed = done.get(style) ?? { ...style, [side]: border };
        done.set(style, changed);
        return changed;
      });
    }
}

function commonBorder<V>(
  { range, edge }: BorderTarget,
  pick: (border: Border | null) => V,
): V | null {
  const found = new Set<V | null>();
  for (const area of areasOf(range))
    for (const [strip, side] of strips(area, edge))
      found.add(common({ sheet: range.sheet, areas: [strip] }, (style) => pick(style[side])));
  const [only] = found;
  return found.size === 1 ? (only ?? null) : null;
}

/** `Excel.RangeBorder`. */
export const rangeBorder = classTable<BorderTarget>({
  SideIndex: scalar(({ edge }) => [...edges].find(([, each]) => each === edge)?.[0]),
  Style: settable(
    z.enum([
      'None',
      'Continuous',
      'Dash',
      'DashDot',
      'DashDotDot',
      'Dot',
      'Double',
      'SlantDashDot',
    ]),
    (target) => commonBorder(target, (border) => border?.style ?? 'None'),
    (target, style) => {
      setBorder(target, style === 'None' ? null : { style });
    },
  ),
  Weight: settable(
    z.enum(['Hairline', 'Thin', 'Medium', 'Thick']),
    (target) => commonBorder(target, (border) => border?.weight ?? 'Thin'),
    (target, weight) => {
      setBorder(target, { weight });
    },
  ),
  Color: settable(
    color,
    (target) => commonBorder(target, (border) => border?.color ?? '#000000'),
    (target, given) => {
      setBorder(target, { color: given });
    },
  ),
});

/** `Excel.RangeBorderCollection`. */
export const rangeBorders = classTable<RangeTarget>(
  {
    Count: scalar(() => edges.size),
    GetItemAt: method(z.tuple([z.number().int()]), (range, [index]) => {
      const edge = [...edges.values()][index];
      if (!edge) throw notFound(`border ${index}`);
      return new HostObject('RangeBorder', { range, edge });
    }),
  },
  {
    items: (range) =>
      [...edges.values()].map((edge) => new HostObject('RangeBorder', { range, edge })),
    item: (range, key) => {
      const edge = typeof key === 'string' ? edges.get(key) : undefined;
      return edge ? new HostObject('RangeBorder', { range, edge }) : null;
    },
  },
);
