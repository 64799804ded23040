import type { Book } from '../book';
import type { Check } from './context';
import { severities, type Issue } from './issue';
import { contextOf } from './prepare';
import { asOfOutsidePeriod } from './book/asOfOutsidePeriod';
import { bandsOutOfOrder } from './book/bandsOutOfOrder';
import { emptyWorkbook } from './book/emptyWorkbook';
import { periodOutOfOrder } from './book/periodOutOfOrder';
import { ambiguousDate } from './cells/ambiguousDate';
import { ambiguousNumber } from './cells/ambiguousNumber';
import { approximateNumber } from './cells/approximateNumber';
import { dateAsText } from './cells/dateAsText';
import { dateForNumber } from './cells/dateForNumber';
import { implausibleDate } from './cells/implausibleDate';
import { notADate } from './cells/notADate';
import { notANumber } from './cells/notANumber';
import { numberAsText } from './cells/numberAsText';
import { percentForAnotherUnit } from './cells/percentForAnotherUnit';
import { beyondRangeTop } from './indicators/beyondRangeTop';
import { compositeParentFilled } from './indicators/compositeParentFilled';
import { entryWithoutSource } from './indicators/entryWithoutSource';
import { estimateStillOpen } from './indicators/estimateStillOpen';
import { fallingBack } from './indicators/fallingBack';
import { farBeyondTarget } from './indicators/farBeyondTarget';
import { fractionForCount } from './indicators/fractionForCount';
import { groupRowFilled } from './indicators/groupRowFilled';
import { judgementUnknown } from './indicators/judgementUnknown';
import { judgementWithoutReason } from './indicators/judgementWithoutReason';
import { jumpAgainstLastPeriod } from './indicators/jumpAgainstLastPeriod';
import { lateWithoutCause } from './indicators/lateWithoutCause';
import { lateWithoutMeasure } from './indicators/lateWithoutMeasure';
import { measuredRowJudged } from './indicators/measuredRowJudged';
import { missingActual } from './indicators/missingActual';
import { missingJudgement } from './indicators/missingJudgement';
import { negativeFigure } from './indicators/negativeFigure';
import { qualitativeRowMeasured } from './indicators/qualitativeRowMeasured';
import { rankBelowOne } from './indicators/rankBelowOne';
import { rankBeyondProvinces } from './indicators/rankBeyondProvinces';
import { rankNotWhole } from './indicators/rankNotWhole';
import { shareAsFraction } from './indicators/shareAsFraction';
import { shareOver100 } from './indicators/shareOver100';
import { sourceWithoutEntry } from './indicators/sourceWithoutEntry';
import { wrongDirection } from './indicators/wrongDirection';
import { baselineAfterAsOf } from './roadmap/baselineAfterAsOf';
import { baselineBeyondTarget } from './roadmap/baselineBeyondTarget';
import { baselineWithoutDate } from './roadmap/baselineWithoutDate';
import { milestoneOutOfOrder } from './roadmap/milestoneOutOfOrder';
import { milestoneOutsideSpan } from './roadmap/milestoneOutsideSpan';
import { noBaseline } from './roadmap/noBaseline';
import { blankRowInside } from './structure/blankRowInside';
import { columnMissing } from './structure/columnMissing';
import { derivedColumnOverwritten } from './structure/derivedColumnOverwritten';
import { derivedOverwritten } from './structure/derivedOverwritten';
import { dueDayChanged } from './structure/dueDayChanged';
import { duplicateRow } from './structure/duplicateRow';
import { errorValue } from './structure/errorValue';
import { formulaInInput } from './structure/formulaInInput';
import { formulaReplaced } from './structure/formulaReplaced';
import { lockedTextChanged } from './structure/lockedTextChanged';
import { machineValueChanged } from './structure/machineValueChanged';
import { missingRow } from './structure/missingRow';
import { rowWithoutId } from './structure/rowWithoutId';
import { tableWithoutRows } from './structure/tableWithoutRows';
import { uncalculatedInput } from './structure/uncalculatedInput';
import { unknownAgency } from './structure/unknownAgency';
import { unknownRow } from './structure/unknownRow';
import { completeWithoutDate } from './tasks/completeWithoutDate';
import { completeWithoutProduct } from './tasks/completeWithoutProduct';
import { dateWithoutComplete } from './tasks/dateWithoutComplete';
import { disbursedOverAllotted } from './tasks/disbursedOverAllotted';
import { disbursedWithoutAllotted } from './tasks/disbursedWithoutAllotted';
import { documentWithoutDate } from './tasks/documentWithoutDate';
import { documentWithoutNumber } from './tasks/documentWithoutNumber';
import { doneAfterAsOf } from './tasks/doneAfterAsOf';
import { doneBeforeStart } from './tasks/doneBeforeStart';
import { doneOutsidePeriod } from './tasks/doneOutsidePeriod';
import { fundingWithoutSource } from './tasks/fundingWithoutSource';
import { lateTaskWithoutCause } from './tasks/lateTaskWithoutCause';
import { lateTaskWithoutMeasure } from './tasks/lateTaskWithoutMeasure';
import { moneyInDong } from './tasks/moneyInDong';
import { moneyNegative } from './tasks/moneyNegative';
import { overdueNotReported } from './tasks/overdueNotReported';
import { percentAsFraction } from './tasks/percentAsFraction';
import { percentFellBack } from './tasks/percentFellBack';
import { percentOutOfRange } from './tasks/percentOutOfRange';
import { productWithoutDocument } from './tasks/productWithoutDocument';
import { recurringSilent } from './tasks/recurringSilent';
import { startAfterDue } from './tasks/startAfterDue';
import { taskNotReported } from './tasks/taskNotReported';
import { triggerInFuture } from './tasks/triggerInFuture';
import { triggerWithoutDue } from './tasks/triggerWithoutDue';

/**
 * Every check, in the order it runs; the name is the code of its issues. Checks of one cell go
 * from "it cannot be read" to "it is worth a look": of several that find fault with the same
 * cell, the first one speaks.
 */
export const checks = {
  // Is there anything in it, and for when?
  emptyWorkbook,
  periodOutOfOrder,
  bandsOutOfOrder,
  asOfOutsidePeriod,
  // Are the tables whole, and is the plan still in them?
  columnMissing,
  tableWithoutRows,
  rowWithoutId,
  unknownRow,
  duplicateRow,
  missingRow,
  blankRowInside,
  unknownAgency,
  lockedTextChanged,
  dueDayChanged,
  machineValueChanged,
  derivedColumnOverwritten,
  derivedOverwritten,
  formulaReplaced,
  errorValue,
  uncalculatedInput,
  // Does each cell hold the kind of thing it must?
  numberAsText,
  approximateNumber,
  ambiguousNumber,
  percentForAnotherUnit,
  dateForNumber,
  notANumber,
  dateAsText,
  ambiguousDate,
  implausibleDate,
  notADate,
  // The figures of the indicators.
  groupRowFilled,
  compositeParentFilled,
  qualitativeRowMeasured,
  measuredRowJudged,
  judgementUnknown,
  judgementWithoutReason,
  shareAsFraction,
  shareOver100,
  negativeFigure,
  fractionForCount,
  rankBelowOne,
  rankNotWhole,
  rankBeyondProvinces,
  farBeyondTarget,
  fallingBack,
  wrongDirection,
  jumpAgainstLastPeriod,
  beyondRangeTop,
  sourceWithoutEntry,
  missingActual,
  missingJudgement,
  entryWithoutSource,
  estimateStillOpen,
  // What is known before the target.
  baselineWithoutDate,
  baselineAfterAsOf,
  baselineBeyondTarget,
  milestoneOutOfOrder,
  milestoneOutsideSpan,
  noBaseline,
  // Who slips must explain, once the figures can be read.
  lateWithoutCause,
  lateWithoutMeasure,
  // What was told of the tasks.
  percentAsFraction,
  percentOutOfRange,
  percentFellBack,
  doneAfterAsOf,
  doneBeforeStart,
  doneOutsidePeriod,
  completeWithoutDate,
  dateWithoutComplete,
  completeWithoutProduct,
  productWithoutDocument,
  documentWithoutNumber,
  documentWithoutDate,
  startAfterDue,
  triggerInFuture,
  triggerWithoutDue,
  overdueNotReported,
  taskNotReported,
  recurringSilent,
  lateTaskWithoutCause,
  lateTaskWithoutMeasure,
  moneyNegative,
  moneyInDong,
  disbursedOverAllotted,
  disbursedWithoutAllotted,
  fundingWithoutSource,
  // What may change behind the back of all of these.
  formulaInInput,
} as const satisfies Readonly<Record<string, Check>>;

/** The code of an issue: the name of the check that found it. */
export type IssueCode = keyof typeof checks;

/**
 * Runs every check on a workbook and gives all issues at once, worst first, then by sheet, row
 * and column. Nothing is kept between runs: a fault that was mended is gone from the next list.
 * Never throws, whatever the cells hold.
 */
export function checkBook(book: Book): readonly Issue[] {
  const taken = new Set<string>();
  const doubted = new Set<string>();
  const context = contextOf(book, ({ sheet, address }) => doubted.has(keyOf(sheet, address)));
  const issues: Issue[] = [];
  for (const [code, check] of Object.entries(checks))
    for (const { severity, sheet, cell, row, params } of check(context)) {
      if (cell !== null) {
        const key = keyOf(sheet, cell);
        // A cell of a missing column has no address: the column itself was reported.
        if (cell === '' || taken.has(key)) continue;
        taken.add(key);
        if (severity === 'error') doubted.add(key);
      }
      issues.push({ code, severity, where: { file: book.file, sheet, cell, row }, params });
    }
  return inOrder(issues, [book.indicators.sheet, book.tasks.sheet, book.roadmap.sheet]);
}

function keyOf(sheet: string, address: string): string {
  return `${address} ${sheet}`;
}

function inOrder(issues: readonly Issue[], sheets: readonly string[]): readonly Issue[] {
  const orders = new Map(Object.keys(checks).map((code, index): [string, number] => [code, index]));
  const keyed = issues.map((issue) => {
    const [row, column] = placeOf(issue.where.cell);
    const keys = [
      severities.indexOf(issue.severity),
      // Faults of the settings and other sheets stand before those of the tables.
      sheets.indexOf(issue.where.sheet),
      row,
      column,
      orders.get(issue.code) ?? 0,
    ];
    return { issue, keys, id: issue.where.row ?? '' };
  });
  keyed.sort((a, b) => {
    const at = a.keys.findIndex((key, index) => key !== b.keys[index]);
    if (at >= 0) return (a.keys[at] ?? 0) - (b.keys[at] ?? 0);
    return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
  });
  return keyed.map(({ issue }) => issue);
}

/** Row and column of an A1 address; 0 and 0 for what concerns a whole sheet. */
function placeOf(cell: string | null): readonly [row: number, column: number] {
  const match = /^([A-Z]+)(\d+)$/.exec(cell ?? '');
  if (!match) return [0, 0];
  const [, letters = '', digits = ''] = match;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return [Number.parseInt(digits, 10), column];
}
