/** Texts, quoted sheet names and cell references of a formula, in that order of preference. */
const PIECES =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'|(?<![\w.$\p{L}])(\$?[A-Z]{1,3})(\$?)(\d{1,7})(?![\w(.\p{L}])/gu;
/** Whole rows move too when a formula is copied; none of our formulas needs them. */
const WHOLE_ROWS = /(?<![\w$])\d+:\$?\d+/;

/**
 * A formula with its relative rows counted from its own row: two cells of a column have the same
 * form exactly when copying one onto the other gives the other's formula. Null for a formula
 * this cannot be said of.
 */
export function copyForm(formula: string, row: number): string | null {
  if (WHOLE_ROWS.test(formula)) return null;
  return replaceRows(formula, (given) => `[${String(given - row)}]`);
}

/** The formula as it reads after copying it down by `rows`. */
export function copiedDown(formula: string, rows: number): string {
  return replaceRows(formula, (row) => String(row + rows));
}

function replaceRows(formula: string, write: (row: number) => string): string {
  return formula.replace(PIECES, (whole, column?: string, fixed?: string, row?: string) =>
    column === undefined || row === undefined || fixed === '$'
      ? whole
      : `${column}${write(Number.parseInt(row, 10))}`,
  );
}

/** Puts other sheets' names into a formula; every entry is a quoted name with its "!". */
export function renameSheets(formula: string, names: ReadonlyMap<string, string>): string {
  if (names.size === 0) return formula;
  return formula.replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'!/g, (piece) => names.get(piece) ?? piece);
}

/** Excel drops the quotes of names that need none, and writes functions in capitals. */
export function plainFormula(formula: string): string {
  return formula.replace(
    /"(?:[^"]|"")*"|'([\p{L}_][\p{L}\p{N}_.]*)'!|\s+/gu,
    (piece, name?: string) =>
      piece.startsWith('"') ? piece : name === undefined ? '' : `${name}!`,
  );
}

/** "Sheet!A1:B2,Sheet!C3" without sheets, dollars and spaces. */
export function plainAddress(list: string): string {
  return list.replace(/(?:'(?:[^']|'')*'|[^',!]+)!|[$ ]/g, '');
}
