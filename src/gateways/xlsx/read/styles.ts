import type { CellContent } from '../../../domain/snapshot';
import { MOST_ITEMS } from './limits';
import { hostile } from './refusal';
import { XmlScanner } from './xml';

/**
 * How a number format shows a number; a month is a date without its day. A time of day is apart
 * from a date only because the 1904 system moves dates and not times.
 */
export type NumberClass = 'plain' | 'percent' | 'date' | 'month' | 'time';

/** ECMA-376 part 1, 18.8.30: the formats a file may name without stating them. */
const BUILT_IN: readonly (readonly [NumberClass, number, number])[] = [
  ['percent', 9, 10],
  ['date', 14, 16],
  ['month', 17, 17],
  ['time', 18, 21],
  ['date', 22, 22],
  ['date', 27, 36],
  ['time', 45, 47],
  ['date', 50, 58],
];

/** Text in quotes, escaped, skipped and filling characters, and the word General. */
const LITERALS = /"[^"]*"?|[\\_*][^]|general/gi;
const ELAPSED = /\[(?:h+|m+|s+)\]/i;
const BRACKETED = /\[[^\]]*\]?/g;
const EXPONENT = /e[+-]/gi;

/**
 * Sorts a number format code. All its sections count, so a format that shows zero as a dash
 * keeps its class. A time counts as a date for the callers of the reader: "8:10" typed into a
 * cell for a number must not pass as 0.34.
 */
export function classifyFormat(code: string): NumberClass {
  const bare = code.replace(LITERALS, '');
  const tokens = bare.replace(BRACKETED, '').replace(EXPONENT, '');
  if (/y/i.test(tokens) && /m/i.test(tokens) && !/[dhs]/i.test(tokens)) return 'month';
  if (/[ydbeg]/i.test(tokens)) return 'date';
  if (/[hs]/i.test(tokens) || ELAPSED.test(bare)) return 'time';
  if (/m/i.test(tokens)) return 'date';
  return tokens.includes('%') ? 'percent' : 'plain';
}

/** A date as a cell holds it, a serial of the 1900 system, by the class of its format. */
export function dateContent(
  value: number,
  shown: 'date' | 'month' | 'time',
): Extract<CellContent, { kind: 'number' }> {
  const date = { kind: 'number', value, format: 'date' } as const;
  return shown === 'month' ? { ...date, showsDay: false } : date;
}

/** Reads `xl/styles.xml`: the class of each cell style, by the index that cells give. */
export function readStyles(xml: Uint8Array, part: string): readonly NumberClass[] {
  const scanner = new XmlScanner(xml, part);
  const custom = new Map<string, NumberClass>();
  const styles: NumberClass[] = [];
  while (scanner.next()) {
    if (scanner.empty) continue;
    // Differential styles state formats of their own, and named styles are not cell styles.
    if (scanner.opens('numFmts')) {
      const { level } = scanner;
      while (scanner.nextWithin(level)) {
        const id = scanner.attribute('numFmtId');
        const code = scanner.attribute('formatCode');
        if (id !== null && code !== null) custom.set(id, classifyFormat(code));
        if (custom.size > MOST_ITEMS) throw hostile(part, 'tooManyItems', MOST_ITEMS);
      }
    } else if (scanner.opens('cellXfs')) {
      const { level } = scanner;
      while (scanner.nextWithin(level)) {
        if (!scanner.opens('xf')) continue;
        const id = scanner.attribute('numFmtId') ?? '0';
        styles.push(custom.get(id) ?? builtIn(id));
        if (styles.length > MOST_ITEMS) throw hostile(part, 'tooManyItems', MOST_ITEMS);
      }
    }
  }
  return styles;
}

function builtIn(id: string): NumberClass {
  const number = Number.parseInt(id, 10);
  return BUILT_IN.find(([, first, last]) => number >= first && number <= last)?.[0] ?? 'plain';
}
