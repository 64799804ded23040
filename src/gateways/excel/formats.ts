import type { CellSpec, RangeSpec, Side, StyleSpec } from '../../workbook/spec';
import { DEFAULT_FONT } from '../xlsx/write/style';
import { rangeAddress } from '../xlsx/write/text';
import { areasByTrait, bandsOf } from './areas';
import { jsonBytes, type Batch } from './batch';
import { listAddress } from './cells';

/** How a date shows where its style says nothing, as in files. */
const DATE_FORMAT = 'dd/mm/yyyy';

/** Characters of a list of ranges; Excel takes 8,192. */
const ADDRESS_LIMIT = 8_000;

/** One thing a cell's look is made of. Traits with a lower rank are drawn first. */
type Trait = {
  readonly key: string;
  readonly rank: number;
  readonly actions: number;
  readonly draw: (format: Excel.RangeFormat, shape: Shape) => void;
};

/** Whether areas have lines between their cells: Excel takes an inner line only where one is. */
type Shape = { readonly tall: boolean; readonly wide: boolean };

/**
 * Gives cells of ours their looks: for each trait (a typeface, a fill, …) its areas in lists as
 * long as Excel takes, so that a request holds as many actions as there are looks, not cells.
 */
export async function drawFormats(
  batch: Batch,
  sheet: Excel.Worksheet,
  cells: readonly CellSpec[],
): Promise<void> {
  const known = new Map<string, Trait>();
  const traitsOf = (style: StyleSpec): readonly string[] =>
    traits(style).map((trait) => {
      known.set(trait.key, trait);
      return trait.key;
    });
  const areas = areasByTrait(bandsOf(cells), traitsOf);
  const drawn = [...known.values()].sort((a, b) => a.rank - b.rank);
  for (const trait of drawn)
    for (const { shape, ranges } of byShape(areas.get(trait.key) ?? []))
      for (const address of addresses(ranges)) {
        await batch.room(address.length, 2 + trait.actions);
        trait.draw(sheet.getRanges(address).format, shape);
      }
  await drawNumberFormats(batch, sheet, cells);
}

/** Number formats: Excel sets them range by range only. */
export async function drawNumberFormats(
  batch: Batch,
  sheet: Excel.Worksheet,
  cells: readonly CellSpec[],
): Promise<void> {
  const dated = new Map<StyleSpec, StyleSpec>();
  const forDate = (style: StyleSpec): StyleSpec => {
    const known = dated.get(style) ?? { ...style, numberFormat: DATE_FORMAT };
    dated.set(style, known);
    return known;
  };
  const formatted = cells.map((cell) =>
    cell.value.kind === 'date' && cell.style.numberFormat === undefined
      ? { ...cell, style: forDate(cell.style) }
      : cell,
  );
  const areas = areasByTrait(bandsOf(formatted), ({ numberFormat }) =>
    numberFormat === undefined ? [] : [numberFormat],
  );
  for (const [format, ranges] of areas)
    for (const range of ranges) {
      await batch.room(jsonBytes(format), 3);
      setNumberFormat(sheet.getRange(rangeAddress(range)), format);
    }
}

/** One format for a whole range: Office.js takes a single value, its types only know matrices. */
export function setNumberFormat(range: Excel.Range, format: string): void {
  Reflect.set(range, 'numberFormat', format);
}

function byShape(
  ranges: readonly RangeSpec[],
): readonly { readonly shape: Shape; readonly ranges: readonly RangeSpec[] }[] {
  return [false, true].flatMap((tall) =>
    [false, true].map((wide) => ({
      shape: { tall, wide },
      ranges: ranges.filter(
        ({ top, left, bottom, right }) => bottom > top === tall && right > left === wide,
      ),
    })),
  );
}

function addresses(ranges: readonly RangeSpec[]): readonly string[] {
  const lists: string[] = [];
  let list: RangeSpec[] = [];
  let length = 0;
  for (const range of ranges) {
    const more = rangeAddress(range).length + 1;
    if (length + more > ADDRESS_LIMIT) {
      lists.push(listAddress(list));
      list = [];
      length = 0;
    }
    list.push(range);
    length += more;
  }
  return list.length === 0 ? lists : [...lists, listAddress(list)];
}

/** Lines on some sides only go under boxes, which have a line on each. */
const SIDES_RANK = 3;

const boxes = {
  hair: { weight: 'Hairline', color: '#7F7F7F', rank: 1 },
  input: { weight: 'Thin', color: '#8EA9DB', rank: 2 },
  thin: { weight: 'Thin', color: '#000000', rank: 4 },
} as const;

/** The traits of a style, in the spec's words and with the choices of the file renderer. */
function traits(style: StyleSpec): readonly Trait[] {
  const found: Trait[] = [];
  const add = (
    key: string,
    value: string | number | boolean | undefined,
    draw: (format: Excel.RangeFormat) => void,
  ): void => {
    if (value !== undefined)
      found.push({ key: `${key} ${String(value)}`, rank: 0, actions: 2, draw });
  };
  const { font, fill, border, horizontal, vertical, wrap, indent, locked } = style;
  if (font) {
    const { name = DEFAULT_FONT.name, size = DEFAULT_FONT.size, bold, italic } = font;
    add('name', name, (format) => {
      format.font.name = name;
    });
    add('size', size, (format) => {
      format.font.size = size;
    });
    add('bold', on(bold), (format) => {
      format.font.bold = true;
    });
    add('italic', on(italic), (format) => {
      format.font.italic = true;
    });
    add('underline', on(font.underline), (format) => {
      format.font.underline = 'Single';
    });
    add('color', font.color, (format) => {
      format.font.color = `#${font.color ?? ''}`;
    });
  }
  add('fill', fill, (format) => {
    format.fill.color = `#${fill ?? ''}`;
  });
  if (border) found.push(borderTrait(border));
  add('horizontal', horizontal, (format) => {
    format.horizontalAlignment = horizontal === undefined ? 'General' : horizontals[horizontal];
  });
  add('vertical', vertical, (format) => {
    format.verticalAlignment = vertical === undefined ? 'Bottom' : verticals[vertical];
  });
  add('wrap', on(wrap), (format) => {
    format.wrapText = true;
  });
  add('indent', indent, (format) => {
    format.indentLevel = indent ?? 0;
  });
  add('locked', locked, (format) => {
    format.protection.locked = false;
  });
  return found;
}

/** A trait that is off needs no drawing. */
function on(value: boolean | undefined): true | undefined {
  return value === true ? value : undefined;
}

const horizontals = {
  left: 'Left',
  center: 'Center',
  right: 'Right',
  justify: 'Justify',
} as const;
const verticals = { top: 'Top', center: 'Center', bottom: 'Bottom' } as const;

const allSides = ['bottom', 'top', 'left', 'right'] as const;
const edgeOf = {
  bottom: 'EdgeBottom',
  top: 'EdgeTop',
  left: 'EdgeLeft',
  right: 'EdgeRight',
} as const;

function borderTrait(border: NonNullable<StyleSpec['border']>): Trait {
  const isBox = typeof border === 'string';
  const { weight, color, rank } = isBox ? boxes[border] : { ...boxes.thin, rank: SIDES_RANK };
  const sides = isBox ? allSides : border;
  return {
    key: `border ${String(border)}`,
    rank,
    actions: 24,
    draw: (format, { tall, wide }) => {
      const has = (...either: readonly Side[]): boolean =>
        either.some((side) => sides.includes(side));
      const edges = [
        ...sides.map((side) => edgeOf[side]),
        ...(tall && has('top', 'bottom') ? (['InsideHorizontal'] as const) : []),
        ...(wide && has('left', 'right') ? (['InsideVertical'] as const) : []),
      ];
      for (const edge of edges) {
        const line = format.borders.getItem(edge);
        line.style = 'Continuous';
        line.weight = weight;
        line.color = color;
      }
    },
  };
}
