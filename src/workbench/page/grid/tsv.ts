/** Cells as the clipboard carries them between spreadsheets: tabs, lines, quotes where needed. */
export function writeTsv(rows: readonly (readonly string[])[]): string {
  return rows
    .map((row) =>
      row
        .map((text) => (/["\t\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text))
        .join('\t'),
    )
    .join('\r\n');
}

/**
 * Reads what a spreadsheet put on the clipboard as text. Cells that begin with a quote run to its
 * end, over tabs and lines; a last line break ends the last row. Rows are made equally long.
 */
export function readTsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  const plain = /[^\t\r\n]*/y;
  const quoted = /"((?:[^"]|"")*)"(?=[\t\r\n]|$)/y;
  const end = /\t|\r\n|\n|\r|$/y;
  while (at <= text.length) {
    quoted.lastIndex = at;
    const inQuotes = quoted.exec(text);
    plain.lastIndex = at;
    const cell = inQuotes?.[1]?.replaceAll('""', '"') ?? plain.exec(text)?.[0] ?? '';
    row.push(cell);
    at += inQuotes?.[0].length ?? cell.length;
    end.lastIndex = at;
    const stop = end.exec(text)?.[0] ?? '';
    at += stop.length;
    if (stop === '\t') continue;
    rows.push(row);
    row = [];
    if (stop === '' || at === text.length) break;
  }
  const width = Math.max(1, ...rows.map((each) => each.length));
  return rows.map((each) => [...each, ...Array<string>(width - each.length).fill('')]);
}
