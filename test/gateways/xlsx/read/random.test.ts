import fc from 'fast-check';
import { writeXlsx } from 'hucre';
import { failureCodes } from '../../../../src/domain/failure';
import type { Snapshot } from '../../../../src/domain/snapshot';
import { readXlsx } from '../../../../src/gateways/xlsx/read/read';
import { snapshot, workbook, workbookOf, shown, zip, parts } from './workbook';

const valid = workbook();
const content = JSON.stringify(snapshot(valid));

const SHEET = `<?xml version="1.0" encoding="UTF-8"?><worksheet><sheetData><row r="1">
  <c r="A1" t="s"><v>0</v></c><c r="B1" s="2"><f t="shared" si="0">A1</f><v>45813.5</v></c>
  <c t="inlineStr"><is><r><t>a &amp; b</t></r><rPh><t/></rPh></is></c><c t="b"><v>1</v></c>
  <c t="d"><v>2025-06-05T10:00</v></c></row><!-- - --></sheetData>
  <mergeCells><mergeCell ref="A2:B2"/></mergeCells></worksheet>`;

/** A typed failure, or a snapshot: never anything else. */
function outcome(bytes: Uint8Array): Snapshot | string {
  const result = readXlsx(bytes, 'so.xlsx');
  if (result.ok) return result.value;
  expect(failureCodes).toContain(result.error.code);
  return result.error.code;
}

const bytesOfAFile = fc.uint8Array({ maxLength: 2000 });

test('random bytes never throw', () => {
  fc.assert(fc.property(bytesOfAFile, (bytes) => void outcome(bytes)));
});

test('random bytes after the first bytes of a zip or an OLE file never throw', () => {
  const starts = [
    [0x50, 0x4b, 3, 4],
    [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
  ];
  fc.assert(
    fc.property(fc.constantFrom(...starts), bytesOfAFile, (start, rest) => {
      expect(typeof outcome(Uint8Array.from([...start, ...rest]))).toBe('string');
    }),
  );
});

test('any prefix of a valid file is refused', () => {
  fc.assert(
    fc.property(fc.nat(valid.length - 1), (length) => {
      expect(typeof outcome(valid.subarray(0, length))).toBe('string');
    }),
  );
});

test('a valid file with some bytes changed gives the same cells or a failure', () => {
  const changes = fc.array(fc.tuple(fc.nat(valid.length - 1), fc.nat(255)), { minLength: 1 });
  fc.assert(
    fc.property(changes, (list) => {
      const bytes = valid.slice();
      for (const [at, value] of list) bytes[at] = value;
      const result = outcome(bytes);
      if (typeof result !== 'string') expect(JSON.stringify(result)).toBe(content);
    }),
    { numRuns: 1000 },
  );
});

test('a valid part with some characters changed never throws', () => {
  const whole = parts({ 'xl/worksheets/sheet1.xml': SHEET });
  const names = Object.keys(whole);
  const change = fc.tuple(
    fc.constantFrom(...names),
    fc.nat(),
    fc.constantFrom(...Array.from('<>/"=&;!?:-[] \0A9x')),
  );
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (list) => {
      const changed = new Map(Object.entries(whole));
      for (const [name, place, character] of list) {
        const text = changed.get(name) ?? '';
        const at = place % text.length;
        changed.set(name, text.slice(0, at) + character + text.slice(at + 1));
      }
      outcome(zip(Object.fromEntries(changed)));
    }),
    { numRuns: 1000 },
  );
});

test('numbers are read as JavaScript reads them', () => {
  const number = fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
    fc.tuple(fc.nat(999_999_999), fc.nat(99_999_999)).map(([a, b]) => `${String(a)}.${String(b)}`),
    fc.maxSafeInteger().map(String),
  );
  fc.assert(
    fc.property(fc.array(number, { minLength: 1, maxLength: 20 }), (numbers) => {
      const cells = numbers.map((text) => `<c><v>${text}</v></c>`);
      const read = Object.values(shown(workbookOf(`<row>${cells.join('')}</row>`)));
      expect(read).toEqual(numbers.map(Number));
    }),
  );
});

test('what another writer writes is read back', async () => {
  const text = fc
    .string({ unit: 'grapheme', minLength: 1 })
    .filter((value) => !/[\p{C}]/u.test(value));
  const value = fc.oneof(
    text,
    fc
      .double({ noNaN: true, noDefaultInfinity: true })
      .map((number) => (number === 0 ? 0 : number)),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
  );
  const table = fc.array(fc.array(value, { maxLength: 8 }), { maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(table, async (rows) => {
      const bytes = await writeXlsx({ sheets: [{ name: 'S', rows }] });
      const cells = snapshot(bytes).sheets[0]?.cells ?? [];
      const expected = rows.flatMap((row, r) =>
        row.flatMap((cell, c) => (cell === null ? [] : [[r + 1, c + 1, cell]])),
      );
      const read = cells.map(({ row, column, content }) => [
        row,
        column,
        content.kind === 'text' ? content.text : 'value' in content ? content.value : null,
      ]);
      expect(read).toEqual(expected);
    }),
  );
});
