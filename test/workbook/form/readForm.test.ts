import type { Book } from '../../../src/domain/book';
import type {
  CellContent,
  SheetSnapshot,
  Snapshot,
  SnapshotCell,
} from '../../../src/domain/snapshot';
import { formReader, type FormFault } from '../../../src/workbook/form/readForm';
import type { Result } from '../../../src/domain/result';
import type { Submission } from '../../../src/domain/collection/submission';
import { describeIssue } from '../../../src/messages/issues';
import { cellOf, formOf, snapshotOf, trackedFile, typedInto } from '../../support/forms';

const KHCN = 'so-khoa-hoc-va-cong-nghe';
let book: Book;
let form: Snapshot;
/** Tasks of the form in their order. */
let tasks: readonly string[];

beforeAll(async () => {
  const opened = await trackedFile('hue');
  ({ book } = opened);
  const empty = snapshotOf(await formOf(opened, KHCN));
  const sheet = empty.sheets.find(({ name }) => name === 'Nhiệm vụ');
  tasks = (sheet?.cells ?? []).flatMap(({ column, row, content }) =>
    column === 1 && row > 6 && content.kind === 'text' ? [content.text] : [],
  );
  form = snapshotOf(
    await typedInto(
      await formOf(opened, KHCN),
      tasks.map((id, index) => ['Nhiệm vụ', id, '% hoàn thành', index + 1] as const),
    ),
    'phieu.xlsx',
  );
}, 60_000);

type Change = (sheet: SheetSnapshot) => SheetSnapshot;

function read(snapshot: Snapshot): Result<Submission, FormFault> {
  return formReader(book, book.settings.period)({ snapshot, hash: 'h', written: null });
}

/** Reads the form with one sheet changed. */
function changed(change: Change, name = 'Nhiệm vụ'): Result<Submission, FormFault> {
  return read({
    ...form,
    sheets: form.sheets.map((sheet) => (sheet.name === name ? change(sheet) : sheet)),
  });
}

/** The percentages that were read, by task. */
function percents(outcome: Result<Submission, FormFault>): unknown {
  if (!outcome.ok) return outcome.error;
  return Object.fromEntries(
    outcome.value.figures.flatMap(({ line, field, value }) =>
      field === 'percent' ? [[line, value]] : [],
    ),
  );
}

function whole(): unknown {
  return Object.fromEntries(tasks.map((id, index) => [id, index + 1]));
}

/** The faults of a refused form: code and cell. */
function faults(outcome: Result<Submission, FormFault>): unknown {
  if (outcome.ok) return 'accepted';
  if (outcome.error.kind === 'file') return outcome.error.failure.code;
  return outcome.error.issues.map(({ code, where }) => `${code} ${where.cell ?? '-'}`);
}

const shift =
  (of: (cell: SnapshotCell) => Partial<SnapshotCell> | null): Change =>
  (sheet) => ({
    ...sheet,
    cells: sheet.cells
      .flatMap((cell) => {
        const moved = of(cell);
        return moved === null ? [] : [{ ...cell, ...moved }];
      })
      .sort((a, b) => a.row - b.row || a.column - b.column),
  });
const untabled: Change = (sheet) => ({ ...sheet, tables: [] });

/** Puts something into the cell of a task. */
function put(
  index: number,
  header: string,
  content: CellContent | null,
  formula: string | null = null,
): Change {
  return (sheet) => {
    const { row, column } = cellOf(form, 'Nhiệm vụ', tasks[index] ?? '', header);
    const rest = sheet.cells.filter((cell) => cell.row !== row || cell.column !== column);
    return shift(() => ({}))({
      ...sheet,
      cells: content === null ? rest : [...rest, { row, column, content, formula }],
    });
  };
}
const text = (words: string): CellContent => ({ kind: 'text', text: words });
const number = (value: number, format: 'plain' | 'percent' | 'date' = 'plain'): CellContent => ({
  kind: 'number',
  value,
  format,
});

describe('what people do to a form that is read right', () => {
  it.each<readonly [string, Change]>([
    ['nothing', (sheet) => sheet],
    ['the sheet renamed', (sheet) => ({ ...sheet, name: 'Bảng của tôi' })],
    ['the Excel table lost', untabled],
    [
      'rows inserted above, the table lost',
      (sheet) => untabled(shift(({ row }) => ({ row: row + 3 }))(sheet)),
    ],
    ['rows inserted above, the table where it was', shift(({ row }) => ({ row: row + 3 }))],
    [
      'a column inserted',
      shift(({ column, formula }) => ({
        column: column + (column > 3 ? 1 : 0),
        formula: formula === null ? null : null,
      })),
    ],
    ['blank rows inside', shift(({ row }) => ({ row: row + (row > 9 ? 2 : 0) }))],
    [
      'sorted the other way',
      shift(({ row }) => (row > 6 ? { row: 7 + tasks.length - (row - 6), formula: null } : {})),
    ],
    ['formulas pasted over as values', shift(() => ({ formula: null }))],
    [
      'headers in other case and spacing',
      shift(({ row, content }) =>
        row === 6 && content.kind === 'text'
          ? { content: text(`  ${content.text.toUpperCase()} `) }
          : {},
      ),
    ],
    [
      'a signature below',
      (sheet) => ({
        ...sheet,
        cells: [
          ...sheet.cells,
          { row: 90, column: 3, content: text('Người lập biểu'), formula: null },
        ],
      }),
    ],
    [
      'a column of their own',
      (sheet) =>
        shift(() => ({}))({
          ...sheet,
          cells: [...sheet.cells, { row: 6, column: 80, content: text('Của tôi'), formula: null }],
        }),
    ],
  ])('%s', (_name, change) => {
    expect(percents(changed(change))).toEqual(whole());
  });
  it('the hidden sheet deleted, or the name: either says whose it is', () => {
    expect(percents(read({ ...form, names: [] }))).toEqual(whole());
    expect(
      percents(read({ ...form, sheets: form.sheets.filter(({ name }) => name !== '_TienDo') })),
    ).toEqual(whole());
  });
  it('a row deleted: the others count, and the row is named', () => {
    const outcome = changed(
      shift(({ row }) => (row === 8 ? null : { row: row - (row > 8 ? 1 : 0), formula: null })),
    );
    expect(Object.keys(percents(outcome) as object)).toEqual(
      tasks.filter((_, index) => index !== 1),
    );
    expect(outcome.ok && outcome.value.issues.map(({ code, where }) => [code, where.row])).toEqual([
      ['formRowMissing', tasks[1]],
    ]);
  });
  it.each<readonly [string, CellContent, string, unknown]>([
    ['a day with a time', number(45976.4, 'date'), 'Ngày hoàn thành', '2025-11-15'],
    ['a day without its format', number(45976), 'Ngày hoàn thành', '2025-11-15'],
    ['a formula by its result', number(12), '% hoàn thành', 12],
    ['text like a formula', text('=cmd|calc'), 'Kết quả trong kỳ', '=cmd|calc'],
    ['a number among words', number(5), 'Kết quả trong kỳ', 5],
  ])('%s', (_name, content, header, value) => {
    const outcome = changed(put(1, header, content, header === '% hoàn thành' ? '4*3' : null));
    expect(
      outcome.ok &&
        outcome.value.figures.filter(({ line }) => line === tasks[1]).map((each) => each.value),
    ).toContainEqual(value);
  });
});

describe('what people do to a form that is refused, with the cell', () => {
  it.each<readonly [string, Change, readonly string[]]>([
    [
      'a column deleted',
      shift(({ column, formula }) =>
        column === 11
          ? null
          : { column: column - (column > 11 ? 1 : 0), formula: formula === null ? null : null },
      ),
      ['formColumnMissing K6'],
    ],
    [
      'a header retyped',
      shift(({ row, column }) => (row === 6 && column === 9 ? { content: text('Kết quả') } : {})),
      ['formColumnMissing I6'],
    ],
    [
      'the header of ids retyped',
      shift(({ row, column }) => (row === 6 && column === 1 ? { content: text('STT') } : {})),
      ['formColumnMissing A6'],
    ],
    [
      'a header twice',
      (sheet) => ({
        ...sheet,
        cells: [
          ...sheet.cells.filter(({ row }) => row <= 6),
          { row: 6, column: 80, content: text('% hoàn thành'), formula: null },
          ...sheet.cells.filter(({ row }) => row > 6),
        ],
      }),
      ['formColumnRepeated CB6'],
    ],
    [
      'two headers typed over each other',
      shift(({ row, column }) =>
        row === 6 && column === 9
          ? { content: text('Số, ngày văn bản') }
          : row === 6 && column === 12
            ? { content: text('% hoàn thành') }
            : {},
      ),
      ['formColumnsSwapped L6'],
    ],
    [
      'one column pushed down',
      shift(({ row, column, formula }) =>
        row > 7 && formula !== null
          ? { formula: formula.replaceAll(`I${row}`, `I${row - 1}`) }
          : column === 9 && row === 7
            ? {}
            : {},
      ),
      [],
    ],
    [
      'cells merged',
      (sheet) => ({ ...sheet, merges: [...sheet.merges, 'I8:I9'] }),
      ['formCellsMerged I8'],
    ],
    [
      'an id twice',
      shift(({ row, column }) =>
        row === 8 && column === 1 ? { content: text(tasks[0] ?? '') } : {},
      ),
      ['formRowRepeated A8'],
    ],
    [
      'an id of another agency',
      shift(({ row, column }) => (row === 8 && column === 1 ? { content: text('NV-1') } : {})),
      ['formRowForeign A8'],
    ],
    [
      'an id cleared',
      shift(({ row, column }) => (row === 8 && column === 1 ? null : {})),
      ['formRowWithoutId I8'],
    ],
    [
      'a row added with a figure',
      (sheet) => ({
        ...sheet,
        cells: [...sheet.cells, { row: 70, column: 9, content: number(50), formula: null }],
      }),
      ['formRowWithoutId I70'],
    ],
    ['the plan’s words changed', put(1, 'Nhiệm vụ', text('Việc khác')), ['formTextChanged C8']],
  ])('%s', (name, change, expected) => {
    const seen = faults(changed(change));
    if (name === 'one column pushed down')
      expect(seen).toContainEqual(expect.stringMatching(/^formCellsShifted /));
    else expect(seen).toEqual(expect.arrayContaining([...expected]));
  });
  it.each<readonly [string, CellContent, string, string]>([
    ['85%', text('85%'), '% hoàn thành', 'formNumberAsText'],
    ['"50" as text', text('50'), '% hoàn thành', 'formNumberAsText'],
    ['about 80', text('khoảng 80'), '% hoàn thành', 'formNotANumber'],
    ['per cent format', number(0.85, 'percent'), '% hoàn thành', 'formPercentFormat'],
    ['a day for a number', number(45976, 'date'), '% hoàn thành', 'formDateForNumber'],
    ['185', number(185), '% hoàn thành', 'formPercentRange'],
    ['TRUE', { kind: 'boolean', value: true }, '% hoàn thành', 'formNotANumber'],
    ['#N/A', { kind: 'error', error: '#N/A' }, '% hoàn thành', 'formErrorValue'],
    ['a day as text', text('15/11/2025'), 'Ngày hoàn thành', 'formDateAsText'],
    ['a day that can be two', text('05/06/2025'), 'Ngày hoàn thành', 'formNotADate'],
    ['85 for a day', number(85), 'Ngày hoàn thành', 'formNotADate'],
    ['a figure among reasons', number(7), 'Nguyên nhân', 'formWordsExpected'],
    ['no result', { kind: 'uncalculated' }, '% hoàn thành', 'formUncalculated'],
  ])('%s', (_name, content, header, code) => {
    const { row, column } = cellOf(form, 'Nhiệm vụ', tasks[1] ?? '', header);
    const outcome = changed(put(1, header, content));
    expect(faults(outcome)).toEqual([`${code} ${String.fromCharCode(64 + column)}${row}`]);
    if (!outcome.ok && outcome.error.kind === 'cells')
      for (const issue of outcome.error.issues)
        expect(`${describeIssue(issue).text}${describeIssue(issue).action}`).not.toMatch(
          /[{}]|undefined/,
        );
  });
  it.each([
    ["'[Book2.xlsx]S'!A1"],
    ["cmd|'/c calc'!A1"],
    ['WEBSERVICE("http://x")'],
    ['HYPERLINK("http://x")'],
  ])('the formula %s', (formula) => {
    expect(faults(changed(put(1, '% hoàn thành', number(5), formula)))).toEqual([
      'formFormulaOutside I8',
    ]);
  });
  it('both parts of the identity gone, torn, or of another plan', () => {
    const bare = form.sheets.filter(({ name }) => name !== '_TienDo');
    expect(faults(read({ ...form, names: [], sheets: bare }))).toBe('formNoIdentity');
    const name = (refersTo: string) => [{ name: 'TienDo_DinhDanh', refersTo }];
    expect(faults(read({ ...form, names: name('"form/1/hue-2025/so-y-te/2025-11"') }))).toBe(
      'formIdentityTorn',
    );
    const only = (refersTo: string) =>
      faults(read({ ...form, sheets: bare, names: name(refersTo) }));
    expect(only('"form/1/x/so-y-te/2025-11"')).toBe('formOtherPlan');
    expect(only('"form/1/hue-2025/so-y-te/2025-06"')).toBe('formOtherPeriod');
    expect(only('"form/1/hue-2025/la/2025-11"')).toBe('formUnknownAgency');
    expect(only('"form/2/hue-2025/so-y-te/2025-11"')).toBe('workbookWrongVersion');
    expect(only('"tracking/1/hue-2025"')).toBe('workbookWrongKind');
  });
  it('figures on a copy of the sheet that the table itself does not have', () => {
    const table = form.sheets.find(({ name }) => name === 'Nhiệm vụ');
    if (!table) throw new Error('no table');
    const copy = { ...table, name: 'Nhiệm vụ (2)', tables: [] };
    const withCopy = (sheet: SheetSnapshot) =>
      read({ ...form, sheets: [...form.sheets, { ...sheet, name: copy.name, tables: [] }] });
    expect(percents(withCopy(copy))).toEqual(whole());
    expect(faults(withCopy(put(1, '% hoàn thành', number(99))(copy)))).toEqual([
      'formTableCopied I8',
    ]);
  });
  it('a figure in the column of the last period, beside an empty input', () => {
    const typed = put(1, 'Kỳ trước: % hoàn thành', number(60));
    expect(percents(changed(typed))).toEqual(whole());
    expect(faults(changed((sheet) => typed(put(1, '% hoàn thành', null)(sheet))))).toEqual([
      'formPreviousTyped G8',
    ]);
  });
  it('some columns sorted and the hidden ones not', () => {
    const { column: last } = cellOf(form, 'Nhiệm vụ', tasks[0] ?? '', 'Ghi chú');
    const rows = tasks.map((_, index) => 7 + index);
    const reversed = shift(({ row, column }) =>
      rows.includes(row) && column <= last ? { row: 6 + 7 + rows.length - row } : {},
    );
    expect(faults(changed(reversed))).toContainEqual(expect.stringMatching(/^formRowsTorn A\d+$/));
  });
  it('a table gone', () => {
    expect(
      faults(read({ ...form, sheets: form.sheets.filter(({ name }) => name !== 'Nhiệm vụ') })),
    ).toEqual(['formTableMissing -']);
  });
});
