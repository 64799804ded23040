import {
  Cancelled,
  officeFailure,
  officeFailureCodes,
  TooManyCells,
} from '../../../src/gateways/excel/errors';
import { describeOfficeFailure, officeMessages } from '../../../src/messages/office';

/** An error as the Office client throws it. */
function richError(code: string, errorLocation = 'Range.values'): Error {
  return Object.assign(new Error('Excel said so.'), { code, debugInfo: { errorLocation } });
}

it.each([
  ['InvalidOperationInCellEditMode', 'cellEditMode'],
  ['AccessDenied', 'protectedSheet'],
  ['ItemNotFound', 'itemMissing'],
  ['RequestPayloadSizeLimitExceeded', 'payloadTooLarge'],
  ['ResponsePayloadSizeLimitExceeded', 'payloadTooLarge'],
  ['MergedRangeConflict', 'mergedRange'],
  ['ItemAlreadyExists', 'nameTaken'],
  ['InvalidArgument', 'badArgument'],
  ['InsertDeleteConflict', 'tableFiltered'],
  ['ApiNotFound', 'excelTooOld'],
  ['GeneralException', 'unknownOffice'],
  ['NeverHeardOf', 'unknownOffice'],
])('%s is %s', (error, code) => {
  expect(officeFailure(richError(error), true)).toMatchObject({
    code,
    params: { error, place: 'Range.values', detail: 'Excel said so.' },
    undone: true,
  });
});

it('tells a missing sheet from other missing things', () => {
  const failure = officeFailure(richError('ItemNotFound', 'WorksheetCollection.getItem'), true);
  expect(failure.code).toBe('sheetMissing');
});

it.each([
  [new Cancelled(), 'cancelled'],
  [new TooManyCells('3000000'), 'workbookTooLarge'],
])('%s is %s', (error, code) => {
  expect(officeFailure(error, true).code).toBe(code);
});

it('does not swallow a bug', () => {
  const bug = new TypeError('x is undefined');
  expect(() => officeFailure(bug, true)).toThrow(bug);
});

it('has words for every code, in both languages, and says how the workbook is', () => {
  expect(Object.keys(officeMessages).sort()).toEqual([...officeFailureCodes].sort());
  for (const code of officeFailureCodes)
    for (const language of ['vi', 'en'] as const)
      for (const undone of [true, false]) {
        const failure = { code, params: { error: 'E', place: 'P', detail: 'D' }, undone };
        expect(describeOfficeFailure(failure, language)).not.toMatch(/[{}]/);
      }
});

it('keeps an unknown error readable', () => {
  const said = describeOfficeFailure(officeFailure(richError('NeverHeardOf'), false), 'en');
  expect(said).toContain('NeverHeardOf');
  expect(said).toContain('Excel said so.');
  expect(said).toContain('could not be put back');
});
