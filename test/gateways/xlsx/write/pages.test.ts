import { pageBreaks } from '../../../../src/gateways/xlsx/write/pages';
import type { PrintSpec } from '../../../../src/workbook/spec';
import { block, sheet } from './sample';

/** An upright A4 page between margins of 1 inch takes 698 points: 46 rows of 15. */
const LAST_ROW_OF_PAGE = 46;

function breaksOf(print: Partial<PrintSpec>, heights: readonly (readonly [number, number])[] = []) {
  const plain = sheet('A').print;
  const margins = { ...plain.margins, top: 1, bottom: 1 };
  return pageBreaks(
    sheet('A', {
      columns: Array.from({ length: 4 }, () => ({ width: 10 })),
      print: { ...plain, area: block(1, 1, 200, 4), margins, fitToWidth: true, ...print },
    }),
    new Map(heights),
  );
}

const rows = (from: number, to: number): Pick<PrintSpec, 'together'> => ({
  together: [{ from, to }],
});

test.each([
  ['that fit on their page', rows(40, 44), []],
  ['that the end of a page would cut', rows(40, 50), [39]],
  ['that are longer than a page', rows(40, 100), []],
  ['at the head of a page', rows(1, 46), []],
  ['that the end of the second page would cut', rows(85, 95), [84]],
  ['under a head that repeats', { ...rows(85, 91), titleRows: { from: 1, to: 3 } }, [84]],
] as const)('a page begins before rows %s where they stay together', (_, print, breaks) => {
  expect(breaksOf(print)).toEqual(breaks);
});

test('rows that may or may not fit begin a page, in every program', () => {
  // A page of 698 points: with 690 the rows fill it to the brim.
  expect(breaksOf(rows(40, LAST_ROW_OF_PAGE), [[1, 19]])).toEqual([39]);
});

test('a sheet that shrinks to the width of its page has room for more rows', () => {
  const columns = Array.from({ length: 4 }, () => ({ width: 40 }));
  const plain = sheet('A').print;
  const wide = sheet('A', {
    columns,
    print: { ...plain, area: block(1, 1, 200, 4), fitToWidth: true, ...rows(44, 50) },
  });
  expect(pageBreaks(wide, new Map())).toEqual([]);
  expect(pageBreaks({ ...wide, print: { ...wide.print, fitToWidth: false } }, new Map())).toEqual([
    43,
  ]);
});

test('own breaks stay, and pages are counted on from them', () => {
  expect(breaksOf({ breaksAfter: [20], ...rows(60, 70) })).toEqual([20, 59]);
  expect(breaksOf({ breaksAfter: [20] })).toEqual([20]);
});
