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
};

/** Lines so close to each other are one, and ends so close to a line meet it. */
const NEAR = 2.5;
/** A gap in a line up to this long is a corner that was left out. */
const GAP = 4;
/** Crossings of lines on one page, and squares of one table: no page that is read has as many. */
const MOST_CROSSINGS = 4_000_000;
const MOST_SQUARES = 50_000;

/** Finds the tables that lines draw on a page: nets of lines that cross, with more than one cell. */
export function ruledTables(rulings: readonly Ruling[]): readonly RuledTable[] {
  const across = joined(rulings.filter((ruling) => ruling.across));
  const down = joined(rulings.filter((ruling) => !ruling.across));
  if (across.length * down.length > MOST_CROSSINGS) return [];
  return nets(across, down)
    .filter((net) => edges(net.across).length * edges(net.down).length <= MOST_SQUARES)
    .map(tableOf)
    .filter((table) => table.cells.length > 1)
    .sort((a, b) => a.box.top - b.box.top || a.box.left - b.box.left);
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

function edges(lines: readonly Ruling[]): readonly number[] {
  const places: number[] = [];
  for (const { at } of [...lines].sort((a, b) => a.at - b.at))
    if (at - (places.at(-1) ?? -Infinity) > NEAR) places.push(at);
  return places;
}

function divides(lines: readonly Ruling[], at: number, beside: number): boolean {
  return lines.some(
    (line) => Math.abs(line.at - at) <= NEAR && line.from < beside && line.to > beside,
  );
}

/** Cuts the ground of a net into squares and joins those that no line divides. */
function tableOf({ across, down }: Net): RuledTable {
  const columns = edges(down);
  const rows = edges(across);
  const width = columns.length - 1;
  const height = rows.length - 1;
  const edge = (places: readonly number[], at: number): number => places[at] ?? 0;
  const middle = (places: readonly number[], at: number): number =>
    (edge(places, at) + edge(places, at + 1)) / 2;
  const taken = new Set<number>();
  const cells: RuledCell[] = [];
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++) {
      if (taken.has(row * width + column)) continue;
      let right = column + 1;
      while (right < width && !divides(down, edge(columns, right), middle(rows, row))) right++;
      let bottom = row + 1;
      while (bottom < height && !divides(across, edge(rows, bottom), middle(columns, column)))
        bottom++;
      for (let y = row; y < bottom; y++)
        for (let x = column; x < right; x++) taken.add(y * width + x);
      cells.push({
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
      });
    }
  const box = {
    left: edge(columns, 0),
    right: edge(columns, width),
    top: edge(rows, 0),
    bottom: edge(rows, height),
  };
  return { box, columns, rows, cells };
}
