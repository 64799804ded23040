import { columnLetters } from '../../domain/snapshot';
import { quoteSheet } from '../../workbook/shared/references';
import type { RangeSpec } from '../../workbook/spec';

/** Rows, ends included. */
export type Rows = { readonly top: number; readonly bottom: number };

/**
 * Where the rows and columns of a sheet of the spec stand in the open workbook: people insert,
 * sort and rename. Rows between known ones, and those above and below them, go with their
 * neighbours.
 */
export type Layout = {
  /** The sheet's name in the spec, and in the workbook. */
  readonly sheet: string;
  readonly name: string;
  /** Rows and columns of the spec by those of the workbook that hold them. */
  readonly rows: ReadonlyMap<number, number>;
  readonly columns: ReadonlyMap<number, number>;
  /**
   * Whether the columns above the table's header stand as the table's do: a column put into a
   * table moves nothing above it, one put into the whole sheet does.
   */
  readonly headMoves: boolean;
  /** The body of the sheet's table in the spec and in the workbook; null without a table. */
  readonly body: { readonly spec: Rows; readonly now: Rows } | null;
};

/** The layout of a sheet that stands as the spec says. */
export function plainLayout(sheet: string): Layout {
  return { sheet, name: sheet, rows: new Map(), columns: new Map(), headMoves: false, body: null };
}

/** Whether a sheet stands as the spec says. */
export function isPlain({ sheet, name, rows, columns, body }: Layout): boolean {
  const same = ([from, to]: readonly [number, number]): boolean => from === to;
  return (
    sheet === name &&
    [...rows].every(same) &&
    [...columns].every(same) &&
    (body === null || (body.spec.top === body.now.top && body.spec.bottom === body.now.bottom))
  );
}

/** Where a column of the spec stands in a row of the spec. */
export function columnAt(
  { columns, headMoves, body }: Layout,
  column: number,
  row: number,
): number {
  if (body && !headMoves && row < body.spec.top - 1) return column;
  return columns.get(column) ?? beside(columns, column);
}

/** Where a row of the spec stands. */
export function rowAt({ rows, body }: Layout, row: number): number {
  const known = rows.get(row);
  if (known !== undefined) return known;
  if (body && row > body.spec.bottom) return row - body.spec.bottom + body.now.bottom;
  if (body && row >= body.spec.top) return body.now.top;
  return beside(rows, row);
}

/** What is not known stands as far behind the nearest known one before it as the spec says. */
function beside(known: ReadonlyMap<number, number>, wanted: number): number {
  for (let at = wanted - 1; at > 0; at--) {
    const there = known.get(at);
    if (there !== undefined) return there + wanted - at;
  }
  return wanted;
}

/**
 * Rows of the spec in the workbook. What spans the whole body spans it whatever the order of its
 * rows; a part of a body whose rows were sorted spans from its first to its last row.
 */
export function rowsAt(layout: Layout, { top, bottom }: Rows): Rows {
  const { body } = layout;
  if (body && top <= body.spec.top && bottom >= body.spec.bottom)
    return {
      top: top === body.spec.top ? body.now.top : rowAt(layout, top),
      bottom: bottom === body.spec.bottom ? body.now.bottom : rowAt(layout, bottom),
    };
  if (top === bottom) {
    const row = rowAt(layout, top);
    return { top: row, bottom: row };
  }
  let first = Infinity;
  let last = 0;
  for (let row = top; row <= bottom; row++) {
    const there = rowAt(layout, row);
    first = Math.min(first, there);
    last = Math.max(last, there);
  }
  return { top: first, bottom: last };
}

/** A range of the spec in the workbook; columns people put between ours lie in it. */
export function rangeAt(layout: Layout, range: RangeSpec): RangeSpec {
  const { top, bottom } = rowsAt(layout, range);
  return {
    top,
    left: columnAt(layout, range.left, range.top),
    bottom,
    right: columnAt(layout, range.right, range.top),
  };
}

const REFERENCES =
  /"(?:[^"]|"")*"|('(?:[^']|'')*'!)?(?<![\w.$\p{L}])(\$?)([A-Z]{1,3})(\$?)(\d{1,7})(?::(\$?)([A-Z]{1,3})(\$?)(\d{1,7}))?(?![\w(.\p{L}])/gu;

/**
 * A formula with every reference put where `move` says; `move` gets the sheet of the reference as
 * it is written with its quotes and "!", or null for the formula's own sheet, and whether its
 * rows go with the cell the formula stands in.
 */
function moved(
  formula: string,
  move: (
    sheet: string | null,
    range: RangeSpec,
    isRelative: boolean,
  ) => { readonly sheet: string | null; readonly range: RangeSpec },
): string {
  return formula.replace(
    REFERENCES,
    (
      whole: string,
      sheet: string | undefined,
      fixed1: string | undefined,
      letters1: string | undefined,
      fixed2: string,
      digits1: string | undefined,
      fixed3: string | undefined,
      letters2: string | undefined,
      fixed4: string | undefined,
      digits2: string | undefined,
    ) => {
      if (letters1 === undefined || digits1 === undefined) return whole;
      const left = columnOf(letters1);
      const top = Number.parseInt(digits1, 10);
      const right = letters2 === undefined ? left : columnOf(letters2);
      const bottom = digits2 === undefined ? top : Number.parseInt(digits2, 10);
      const isRelative = fixed2 === '' && fixed4 !== '$';
      const to = move(sheet ?? null, { top, left, bottom, right }, isRelative);
      const start = `${fixed1 ?? ''}${columnLetters(to.range.left)}${fixed2}${String(to.range.top)}`;
      const end =
        letters2 === undefined
          ? ''
          : `:${fixed3 ?? ''}${columnLetters(to.range.right)}${fixed4 ?? ''}${String(to.range.bottom)}`;
      return `${to.sheet ?? ''}${start}${end}`;
    },
  );
}

/** A 1-based column from its letters. */
function columnOf(letters: string): number {
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}

/** The layouts of all sheets of a spec. */
export class Layouts {
  private readonly byName: ReadonlyMap<string, Layout>;
  private readonly byQuoted: ReadonlyMap<string, Layout>;
  private readonly plain: boolean;

  constructor(layouts: readonly Layout[]) {
    this.byName = new Map(layouts.map((layout) => [layout.sheet, layout]));
    this.byQuoted = new Map(layouts.map((layout) => [`${quoteSheet(layout.sheet)}!`, layout]));
    this.plain = layouts.every(isPlain);
  }

  of(sheet: string): Layout {
    return this.byName.get(sheet) ?? plainLayout(sheet);
  }

  /** A formula of a sheet of the spec, as it has to read in the workbook. */
  formula(text: string, sheet: string): string {
    if (this.plain) return text;
    return moved(text, (quoted, range) => this.reference(sheet, quoted, range));
  }

  /**
   * A formula of a rule for a range of cells: it is written for the range's first row, and its
   * relative rows stay as far from that row as they are, whatever line stands there now.
   */
  ruleFormula(text: string, sheet: string, of: RangeSpec): string {
    if (this.plain) return text;
    const layout = this.of(sheet);
    const down = rangeAt(layout, of).top - of.top;
    return moved(text, (quoted, range, isRelative) => {
      const to = this.reference(sheet, quoted, range);
      return quoted === null && isRelative
        ? { ...to, range: { ...to.range, top: range.top + down, bottom: range.bottom + down } }
        : to;
    });
  }

  private reference(
    sheet: string,
    quoted: string | null,
    range: RangeSpec,
  ): { readonly sheet: string | null; readonly range: RangeSpec } {
    const layout = quoted === null ? this.of(sheet) : this.byQuoted.get(quoted);
    if (!layout) return { sheet: quoted, range };
    return {
      sheet: quoted === null ? null : `${quoteSheet(layout.name)}!`,
      range: rangeAt(layout, range),
    };
  }
}

/**
 * A change of whole rows: `count` rows go in before row `at`, or out from it on; `end` adds them
 * at a table's end, where only Excel knows whether what stands below moves.
 */
export type RowChange = {
  readonly kind: 'in' | 'out' | 'end';
  readonly at: number;
  readonly count: number;
};

/** The rows a reference stands for after a change; null where none is left, or nobody knows. */
function rowsAfter(rows: Rows, { kind, at, count }: RowChange): Rows | null {
  const { top, bottom } = rows;
  if (kind === 'end') return bottom >= at ? null : rows;
  if (kind === 'in')
    return { top: top >= at ? top + count : top, bottom: bottom >= at ? bottom + count : bottom };
  const last = at + count - 1;
  if (top >= at && bottom <= last) return null;
  const pulled = (row: number, within: number): number =>
    row > last ? row - count : row >= at ? within : row;
  return { top: pulled(top, at), bottom: pulled(bottom, at - 1) };
}

/**
 * A formula as Excel leaves it after changes of rows, by the workbook's names of sheets with
 * quotes and "!"; null where a reference is lost, or where only Excel knows.
 */
export function formulaAfter(
  text: string,
  own: string,
  changes: ReadonlyMap<string, readonly RowChange[]>,
): string | null {
  if (changes.size === 0) return text;
  const lost: RangeSpec[] = [];
  const after = moved(text, (quoted, range) => {
    let rows: Rows | null = range;
    for (const change of changes.get(quoted ?? own) ?? []) rows = rows && rowsAfter(rows, change);
    if (rows === null) lost.push(range);
    return { sheet: quoted, range: { ...range, ...rows } };
  });
  return lost.length > 0 ? null : after;
}
