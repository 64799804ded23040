import { areaAddress, readArea, sheetPrefix, splitSheet, type Area } from './area';
import { sameName } from './workbook';

/**
 * Texts, structured references, numbers, references and names of a formula; only references
 * have the named groups.
 */
const TOKENS =
  /"(?:[^"]|"")*"|\[[^\]]*\]|\d+(?:\.\d+)?(?:E[+-]?\d+)?(?![\d:])|(?<sheet>(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?(?<ref>\$?[A-Z]{1,3}\$?\d{1,7}(?::\$?[A-Z]{1,3}\$?\d{1,7})?|\$?[A-Z]{1,3}:\$?[A-Z]{1,3}|\$?\d{1,7}:\$?\d{1,7})(?![\p{L}\p{N}_.(!])|[\p{L}_\\][\p{L}\p{N}_.\\]*/giu;

/**
 * Rewrites every reference of a formula. `change` gets the sheet it names (null for the formula's
 * own), the cells and the reference as written, and answers the new text of the reference, or
 * null for one that is gone.
 */
function mapReferences(
  formula: string,
  change: (sheet: string | null, area: Area, written: string) => string | null,
): string {
  return formula.replace(TOKENS, (...found: unknown[]) => {
    const [whole] = found;
    const groups: unknown = found.at(-1);
    const token = String(whole);
    if (typeof groups !== 'object' || groups === null || !('ref' in groups)) return token;
    const written = groups.ref;
    const area = typeof written === 'string' ? readArea(written) : null;
    if (typeof written !== 'string' || !area) return token;
    const prefix = 'sheet' in groups && typeof groups.sheet === 'string' ? groups.sheet : '';
    const sheet = prefix === '' ? null : splitSheet(`${prefix}A1`).sheet;
    const changed = change(sheet, area, written);
    return changed === null ? '#REF!' : prefix + changed;
  });
}

/**
 * A formula after cells of `sheet` have moved; `own` is the name of the sheet it stands on.
 * `move` answers where an area is now, or null when it is gone.
 */
export function moveReferences(
  formula: string,
  own: string,
  sheet: string,
  move: (area: Area) => Area | null,
): string {
  if (!sameName(own, sheet) && !formula.includes('!')) return formula;
  return mapReferences(formula, (named, area, written) => {
    if (!sameName(named ?? own, sheet)) return written;
    const moved = move(area);
    return moved && rewrite(written, moved);
  });
}

/** A formula copied by some rows and columns: relative references move along. */
export function copyReferences(formula: string, rows: number, columns: number): string {
  return mapReferences(formula, (_, area, written) => {
    const ends = written.split(':').map((end) => {
      const fixed = /^(\$?)[A-Z]*(\$?)/i.exec(end);
      const column = fixed?.[1] === '$' || !/[A-Z]/i.test(end) ? 0 : columns;
      const row = /\$\d/.test(end) || !/\d/.test(end) ? 0 : rows;
      return { row, column };
    });
    const first = ends[0] ?? { row: 0, column: 0 };
    const last = ends.at(-1) ?? first;
    const moved = {
      top: area.top + first.row,
      left: area.left + first.column,
      bottom: area.bottom + last.row,
      right: area.right + last.column,
    };
    return readArea(areaAddress(moved)) && rewrite(written, moved);
  });
}

/** Rewrites formulas after a sheet has got another name. */
export function sheetRenamer(before: string, after: string): (formula: string) => string {
  const quoted = before.replaceAll("'", "''").replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const mention = new RegExp(`${quoted}'?!`, 'iu');
  return (formula) =>
    mention.test(formula)
      ? formula.replace(TOKENS, (...found: unknown[]) => {
          const token = String(found[0]);
          const { sheet, rest } = splitSheet(token);
          return sheet !== null && !token.startsWith('"') && sameName(sheet, before)
            ? `${sheetPrefix(after)}!${rest}`
            : token;
        })
      : formula;
}

/** A formula after tables have got other names; `renamed` has them by the old ones in small letters. */
export function renameTablesInFormula(
  formula: string,
  renamed: ReadonlyMap<string, string>,
): string {
  if (renamed.size === 0 || !formula.includes('[')) return formula;
  return formula.replace(
    /"(?:[^"]|"")*"|'(?:[^']|'')*'|([\p{L}_\\][\p{L}\p{N}_.\\]*)(?=\[)/gu,
    (whole, name?: string) => (name && renamed.get(name.toLowerCase())) ?? whole,
  );
}

/** Excel's rule object with the formulas in it rewritten: texts that begin with "=". */
export function rewriteRule(
  rule: Readonly<Record<string, unknown>>,
  rewrite: (formula: string) => string,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(rule).map(([key, value]) => {
      if (typeof value === 'string' && value.startsWith('=')) return [key, rewrite(value)];
      if (typeof value === 'object' && value !== null && !Array.isArray(value))
        return [key, rewriteRule(Object.fromEntries(Object.entries(value)), rewrite)];
      return [key, value];
    }),
  );
}

/** The new area in the way the old reference was written: with its "$", and as many ends. */
function rewrite(written: string, area: Area): string {
  const [first = '', last] = written.split(':');
  const plain = areaAddress(area).split(':');
  const ends = last === undefined ? [plain[0] ?? ''] : [plain[0] ?? '', plain[1] ?? plain[0] ?? ''];
  return ends
    .map((end, index) => withDollars(end, index === 0 ? first : (last ?? first)))
    .join(':');
}

function withDollars(address: string, like: string): string {
  const letters = /[A-Z]+/i.exec(address)?.[0] ?? '';
  const digits = /\d+/.exec(address)?.[0] ?? '';
  const column = /^\$[A-Z]/i.test(like) ? '$' : '';
  const row = /\$\d/.test(like) ? '$' : '';
  return (letters === '' ? '' : column + letters) + (digits === '' ? '' : row + digits);
}
