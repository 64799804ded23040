import type { Box, Ruling } from './page';

/** A cell of a ruled table: which of the table's lines bound it, and where it stands. */
export type RuledCell = {
  readonly column: number;
  readonly across: number;
  readonly row: number;
  readonly down: number;
  readonly box: Box;
};

/** A table drawn with lines: its columns' and rows' edges in points, and its cells. */
export type RuledTable = {
  readonly box: Box;
  readonly columns: readonly number[];
  readonly rows: readonly number[];
  readonly cells: readonly RuledCell[];
  /** The cell that holds a point of the table. */
  readonly cellAt: (x: number, y: number) => RuledCell | null;
};

/** Lines so close to each other are one, and ends so close to a line meet it. */
const NEAR = 2.5;
/** A gap in a line up to this long is a corner that was left out. */
const GAP = 4;
/** Lines that reach this far beyond the last one that crosses them bound a row or column without it. */
const OPEN_EDGE = 6;
/** Crossings of lines on one page, and squares of one table: no page that is read has as many. */
const MOST_CROSSINGS = 4_000_000;
const MOST_SQUARES = 50_000;

/** Finds the tables that lines draw on a page: nets of lines that cross, with more than one cell. */
export function ruledTables(rulings: readonly Ruling[]): readonly RuledTable[] {
  const across = joined(rulings.filter((ruling) => ruling.across));
  const down = joined(rulings.filter((ruling) => !ruling.across));
  if (across.length * down.length > MOST_CROSSINGS) return [];
  return (
    nets(across, down)
      .filter((net) => net.across.length * net.down.length <= MOST_SQUARES)
      .map(tableOf)
      .filter((table) => table.cells.length > 1)
      // What stands in a frame is of the table in it.
      .sort((a, b) => areaOf(a.box) - areaOf(b.box))
  );
}

function areaOf({ left, right, top, bottom }: Box): number {
  return (right - left) * (bottom - top);
}

/** Joins lines that lie on each other or continue each other. */
function joined(rulings: readonly Ruling[]): readonly Ruling[] {
  const sorted = [...rulings].sort((a, b) => a.at - b.at);
  const tracks: Ruling[][] = [];
  for (const ruling of sorted) {
    const track = tracks.at(-1);
    if (track && ruling.at - (track[0]?.at ?? 0) <= NEAR) track.push(ruling);
    else tracks.push([ruling]);
  }
  return tracks.flatMap((track) => {
    const lines: Ruling[] = [];
    for (const ruling of [...track].sort((a, b) => a.from - b.from)) {
      const last = lines.at(-1);
      if (last && ruling.from <= last.to + GAP)
        lines[lines.length - 1] = { ...last, to: Math.max(last.to, ruling.to) };
      else lines.push({ ...ruling, at: track[0]?.at ?? ruling.at });
    }
    return lines;
  });
}

type Net = { readonly across: readonly Ruling[]; readonly down: readonly Ruling[] };

function meet(across: Ruling, down: Ruling): boolean {
  return (
    down.at >= across.from - NEAR &&
    down.at <= across.to + NEAR &&
    across.at >= down.from - NEAR &&
    across.at <= down.to + NEAR
  );
}

/** Lines that meet, directly or through others. */
function nets(across: readonly Ruling[], down: readonly Ruling[]): readonly Net[] {
  const lines = [...across, ...down];
  const netOf = lines.map((_, at) => at);
  const find = (at: number): number => {
    let root = at;
    while (netOf[root] !== root) root = netOf[root] ?? root;
    netOf[at] = root;
    return root;
  };
  for (const [at, one] of across.entries())
    for (const [index, other] of down.entries())
      if (meet(one, other)) netOf[find(at)] = find(across.length + index);
  const found = new Map<number, { across: Ruling[]; down: Ruling[] }>();
  for (const [at, line] of lines.entries()) {
    const root = find(at);
    const net = found.get(root) ?? { across: [], down: [] };
    found.set(root, net);
    (line.across ? net.across : net.down).push(line);
  }
  return [...found.values()].filter((net) => net.across.length > 1 && net.down.length > 1);
}

/** Where lines stand, and where those that cross them reach out to beyond the first and the last. */
function edges(lines: readonly Ruling[], crossing: readonly Ruling[]): readonly number[] {
  const places: number[] = [];
  for (const { at } of [...lines].sort((a, b) => a.at - b.at))
    if (at - (places.at(-1) ?? -Infinity) > NEAR) places.push(at);
  const from = crossing.reduce((least, line) => Math.min(least, line.from), Infinity);
  const to = crossing.reduce((most, line) => Math.max(most, line.to), -Infinity);
  if (from < (places[0] ?? from) - OPEN_EDGE) places.unshift(from);
  if (to > (places.at(-1) ?? to) + OPEN_EDGE) places.push(to);
  return places;
}

/** Which squares a line stands before, as (its edge) × (squares along it) + square. */
function divided(
  lines: readonly Ruling[],
  places: readonly number[],
  along: readonly number[],
): ReadonlySet<number> {
  const length = along.length - 1;
  const found = new Set<number>();
  for (const { at, from, to } of lines) {
    const edge = places.findIndex((place) => Math.abs(place - at) <= NEAR);
    for (let square = 0; square < length; square++) {
      const middle = ((along[square] ?? 0) + (along[square + 1] ?? 0)) / 2;
      if (from < middle && middle < to) found.add(edge * length + square);
    }
  }
  return found;
}

/** The square between two edges that a place lies in, or null. */
function squareAt(places: readonly number[], at: number): number | null {
  if (at < (places[0] ?? 0) || at > (places.at(-1) ?? 0)) return null;
  let low = 0;
  let high = places.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) <= at) low = middle;
    else high = middle;
  }
  return low;
}

/** Cuts the ground of a net into squares and joins those that no line divides. */
function tableOf({ across, down }: Net): RuledTable {
  const columns = edges(down, across);
  const rows = edges(across, down);
  const width = columns.length - 1;
  const height = rows.length - 1;
  const edge = (places: readonly number[], at: number): number => places[at] ?? 0;
  const before = divided(down, columns, rows);
  const above = divided(across, rows, columns);
  const owners = new Map<number, RuledCell>();
  const cells: RuledCell[] = [];
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++) {
      if (owners.has(row * width + column)) continue;
      let right = column + 1;
      while (right < width && !before.has(right * height + row)) right++;
      let bottom = row + 1;
      while (bottom < height && !above.has(bottom * width + column)) bottom++;
      const cell: RuledCell = {
        column,
        across: right - column,
        row,
        down: bottom - row,
        box: {
          left: edge(columns, column),
          right: edge(columns, right),
          top: edge(rows, row),
          bottom: edge(rows, bottom),
        },
      };
      cells.push(cell);
      for (let y = row; y < bottom; y++)
        for (let x = column; x < right; x++) owners.set(y * width + x, cell);
    }
  const box = {
    left: edge(columns, 0),
    right: edge(columns, width),
    top: edge(rows, 0),
    bottom: edge(rows, height),
  };
  const cellAt: RuledTable['cellAt'] = (x, y) => {
    const column = squareAt(columns, x);
    const row = squareAt(rows, y);
    return column === null || row === null ? null : (owners.get(row * width + column) ?? null);
  };
  return { box, columns, rows, cells, cellAt };
}
