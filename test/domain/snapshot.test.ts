import { contentText, type CellContent, type Snapshot } from '../../src/domain/snapshot';

function snapshotOf(content: CellContent, formula: string | null = null, name = 'A'): Snapshot {
  const cells = [{ row: 1, column: 2, content, formula }];
  return {
    file: 'a.xlsx',
    names: [],
    sheets: [{ name, visibility: 'visible', cells, tables: [], merges: [] }],
  };
}

const text = (words: string): CellContent => ({ kind: 'text', text: words });

test('workbooks that hold the same have one text, and no others', () => {
  const others = [
    snapshotOf(text('1')),
    snapshotOf({ kind: 'number', value: 1, format: 'plain' }),
    snapshotOf(text('1'), 'B1'),
    snapshotOf(text('=B1')),
    snapshotOf(text('1'), null, 'B'),
    snapshotOf(text('1\n1,3 "x"')),
  ].map(contentText);
  expect(new Set(others).size).toBe(others.length);
  expect(contentText({ ...snapshotOf(text('1')), file: 'b.xlsx' })).toBe(others[0]);
});
