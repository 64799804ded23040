import { countOpenErrors, waiverKey } from '../../../src/domain/checks/waivers';
import { checkBook } from '../../../src/domain/checks/run';
import { readXlsx } from '../../../src/gateways/xlsx/read/read';
import { renderXlsx } from '../../../src/gateways/xlsx/write/render';
import { readBook } from '../../../src/workbook/tracking/readBook';
import { trackingSpec } from '../../../src/workbook/tracking/trackingSpec';
import type { TrackingContent } from '../../../src/workbook/tracking/content';
import type { Book } from '../../../src/domain/book';
import { day, filledContent } from '../support/filled';

async function readBack(content: TrackingContent): Promise<Book> {
  const snapshot = readXlsx(await renderXlsx(trackingSpec(content)), 'so.xlsx');
  if (!snapshot.ok) throw new Error(snapshot.error.code);
  const book = readBook(snapshot.value, { asOf: null });
  if (!book.ok) throw new Error(book.error.code);
  return book.value;
}

it('keeps waivers on a sheet of their own, and errors they cover no longer block', async () => {
  const content = filledContent('hue', day(2026, 6, 10));
  const before = await readBack(content);
  expect(before.waivers).toEqual([]);
  const issues = checkBook(before);
  const error = issues.find(({ severity }) => severity === 'error');
  if (!error) throw new Error('The sample has no error.');
  const waiver = {
    key: waiverKey(error),
    code: error.code,
    sheet: error.where.sheet,
    row: error.where.row ?? '',
    seen: '=lời thấy',
    reason: 'Đã có văn bản',
    by: 'Nguyễn Văn A',
    on: day(2026, 6, 9),
  };
  const after = await readBack({ ...content, waivers: [waiver] });
  expect(after.waivers).toEqual([waiver]);
  expect(countOpenErrors(checkBook(after), after.waivers)).toBe(countOpenErrors(issues, []) - 1);
  expect(countOpenErrors(issues, [{ ...waiver, by: '' }])).toBe(countOpenErrors(issues, []));
});
