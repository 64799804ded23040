import fc from 'fast-check';
import { readTsv, writeTsv } from '../../../src/workbench/page/grid/tsv';

it.each<readonly [text: string, rows: readonly (readonly string[])[]]>([
  ['a', [['a']]],
  ['', [['']]],
  [
    'a\tb\nc\td',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  ['a\tb\r\n', [['a', 'b']]],
  ['a\n\nb', [['a'], [''], ['b']]],
  ['"x\ny"\tz', [['x\ny', 'z']]],
  ['"say ""yes"""', [['say "yes"']]],
  ['"no end\tb', [['"no end', 'b']]],
  ['5" pipe\tb', [['5" pipe', 'b']]],
  [
    'a\tb\nc',
    [
      ['a', 'b'],
      ['c', ''],
    ],
  ],
])('reads %j', (text, rows) => {
  expect(readTsv(text)).toEqual(rows);
});

it('reads back what it writes', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'ữ', '"', '\t', '\n', ' ', '1') });
  const table = fc
    .integer({ min: 1, max: 4 })
    .chain((width) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
        minLength: 1,
        maxLength: 4,
      }),
    )
    // An empty last line cannot be told from a line break at the end.
    .filter((rows) => rows.at(-1)?.some((text) => text !== '') === true);
  fc.assert(
    fc.property(table, (rows) => {
      expect(readTsv(writeTsv(rows))).toEqual(rows);
    }),
  );
});
