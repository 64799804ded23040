/**
 * The rows of a range as the text of a plan: one row a line, cells between tabs, as a table is
 * pasted. Line breaks inside a cell become spaces.
 */
export function rangeText(rows: readonly (readonly string[])[]): string {
  return rows
    .map((cells) => cells.map((cell) => cell.replace(/\s+/g, ' ').trim()).join('\t'))
    .join('\n');
}
