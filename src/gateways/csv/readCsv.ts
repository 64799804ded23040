import type { Block } from '../../domain/document';
import { sheetBlocks } from '../documents/sheetBlocks';

const SEPARATORS = [';', ',', '\t'] as const;
/** A table has no fewer columns. */
const FEWEST_COLUMNS = 3;
/** The share of records with as many fields as most have, from which on a text is CSV. */
const ALIKE = 0.9;
/** Records that are looked at before the rest is read. */
const SAMPLE = 30;

/**
 * Reads a text of records with fields between semicolons, commas or tabs (RFC 4180, and what
 * Excel makes of it) into blocks; null when the text is no such thing. Programs write as many
 * fields in every record, so that running text, whatever its commas, is none.
 */
export function readCsv(text: string): readonly Block[] | null {
  let best: readonly (readonly string[])[] | null = null;
  let widest = FEWEST_COLUMNS - 1;
  for (const separator of SEPARATORS) {
    if (!isAlike(parse(text, separator, SAMPLE), widest)) continue;
    const records = parse(text, separator, Infinity);
    if (!isAlike(records, widest)) continue;
    best = records;
    widest = mostCommonWidth(records).width;
  }
  return best && sheetBlocks(null, best.flatMap(cellsOf));
}

function cellsOf(fields: readonly string[], index: number): Parameters<typeof sheetBlocks>[1] {
  return fields.flatMap((field, column) =>
    field.trim() === ''
      ? []
      : [
          {
            row: index + 1,
            column: column + 1,
            across: 1,
            down: 1,
            value: { kind: 'text', text: field },
          } as const,
        ],
  );
}

function isAlike(records: readonly (readonly string[])[], widest: number): boolean {
  const { width, count } = mostCommonWidth(records);
  const blank = records.filter((fields) => fields.length === 1 && fields[0]?.trim() === '').length;
  return records.length > 1 && width > widest && count >= (records.length - blank) * ALIKE;
}

function mostCommonWidth(records: readonly (readonly string[])[]): {
  readonly width: number;
  readonly count: number;
} {
  const counts = new Map<number, number>();
  for (const { length } of records) counts.set(length, (counts.get(length) ?? 0) + 1);
  let [width, count] = [0, 0];
  for (const [each, times] of counts) if (times > count) [width, count] = [each, times];
  return { width, count };
}

/** The first records of a text, at most so many. A quote inside a bare field is just a quote. */
function parse(text: string, separator: string, most: number): readonly (readonly string[])[] {
  const records: string[][] = [];
  let fields: string[] = [];
  let at = 0;
  while (at <= text.length && records.length < most) {
    let field = '';
    if (text[at] === '"') {
      for (;;) {
        const end = text.indexOf('"', at + 1);
        field += text.slice(at + 1, end < 0 ? text.length : end);
        at = end < 0 ? text.length : end + 1;
        if (text[at] !== '"') break;
        field += '"';
      }
    }
    const start = at;
    while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r')
      at++;
    fields.push(field + text.slice(start, at));
    if (text[at] === separator) {
      at += 1;
      continue;
    }
    records.push(fields);
    fields = [];
    if (at >= text.length) break;
    at += text.startsWith('\r\n', at) ? 2 : 1;
  }
  return records;
}
