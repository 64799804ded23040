import { logEntry } from '../../../src/domain/collection/submission';
import type { Book, HistoryFigure } from '../../../src/domain/book';
import { renderXlsx } from '../../../src/gateways/xlsx/write/render';
import { bookWith, day, type BookInput } from '../../support/book';
import { bookHash, reportOf, sampleBook, sheetOf, shown, tableRows, textsOf } from './input';

const earlier = {
  id: '2025-06',
  name: '6 tháng đầu năm 2025',
  from: day('2025-01-01'),
  to: day('2025-06-10'),
  cutOff: day('2025-06-10'),
  due: day('2025-06-10'),
};

/** A workbook whose period before this one is known. */
function bookOf(input: BookInput): Book {
  const book = bookWith(input);
  return { ...book, settings: { ...book.settings, periods: [earlier, book.settings.period] } };
}

function only(book: Book, sheet: string, head: string): string | number | undefined {
  const rows = tableRows(sheetOf(reportOf(book), sheet)).filter((row) => row.size > 2);
  expect(rows).toHaveLength(1);
  return rows[0]?.get(head);
}

const oneIndicator = (entry: NonNullable<BookInput['indicators']>[number]): Book =>
  bookOf({ indicators: [entry], tasks: [] });

test.each([
  ['the figure itself', 'Thực hiện lũy kế', 66],
  ['per cent of the target', '% so với mục tiêu', 66 / 90],
  ['the source', 'Nguồn số liệu', 'Báo cáo số 112/BC-STC ngày 15/11/2025'],
  ['the unit', 'Đơn vị tính', '%'],
  ['the target as the plan says it', 'Mục tiêu', '≥ 90'],
  ['the status in words with a sign', 'Trạng thái', '○ Đúng tiến độ'],
] as const)('an indicator shows %s', (_, head, value) => {
  expect(only(oneIndicator({}), 'Phụ lục I -', head)).toEqual(value);
});

test('an indicator shows its last figure, the change in the period and where it leads', () => {
  const book = bookOf({
    indicators: [{}],
    tasks: [],
    history: [['2025-06', 'CT-1', 'actual', 62.5]],
  });
  expect(only(book, 'Phụ lục I -', 'Lũy kế kỳ trước')).toBe(62.5);
  expect(only(book, 'Phụ lục I -', 'Trong kỳ (tăng, giảm)')).toBe(3.5);
  // At 6 points in 324 days a share would pass 100 before the end of 2030.
  expect(only(book, 'Phụ lục I -', 'Dự báo đến năm đích')).toBe(100);
  expect(only(book, 'Phụ lục VII -', 'So với kỳ trước')).toBe('▲ Tốt hơn');
});

test.each([
  ['in the same year', 'annual', 'Doanh nghiệp', '2025-01-01', 16],
  ['of another year, where a count begins anew', 'annual', 'Doanh nghiệp', '2024-01-01', 66],
  ['of another year, where a share adds nothing', 'annual', '%', '2024-01-01', undefined],
  ['of another year, where a level goes on', 'level', '%', '2024-01-01', 16],
] as const)('a period adds to the one before it, %s', (_, pace, unit, from, added) => {
  const book = bookOf({
    indicators: [{ pace, unit }],
    tasks: [],
    history: [['2025-06', 'CT-1', 'actual', 50]],
  });
  const [before, now] = book.settings.periods;
  if (!before || !now) throw new Error('The book has two periods.');
  const to = day(`${from.slice(0, 4)}-06-10`);
  const periods = [{ ...before, from: day(from), to }, now];
  const moved = { ...book, settings: { ...book.settings, periods } };
  expect(only(moved, 'Phụ lục I -', 'Trong kỳ (tăng, giảm)')).toBe(added);
});

test.each([
  ['can-tho', 'UBND THÀNH PHỐ CẦN THƠ', 'Số:        /BC-SKHCN', 'GIÁM ĐỐC'],
  ['nga-nam', 'THỊ XÃ NGÃ NĂM', 'Số:        /BC-UBND', 'CHỦ TỊCH'],
  ['hai-phong', 'ĐẢNG CỘNG SẢN VIỆT NAM', 'Số:        -BC/TU', 'T/M BAN THƯỜNG VỤ'],
] as const)('the head and foot of %s are those of its office', async (plan, ...words) => {
  const texts = textsOf(sheetOf(reportOf(await sampleBook(plan)), 'Báo cáo'));
  expect(texts).toEqual(expect.arrayContaining([...words]));
});

test('a section title keeps to the row under it, and no line runs through it', async () => {
  const sheet = sheetOf(reportOf(await sampleBook('hue')), 'Phụ lục II -');
  const titles = sheet.cells.filter(({ style }) => Array.isArray(style.border));
  const ends = new Set(sheet.print.together?.map(({ to }) => to));
  const groups = new Set(titles.map(({ row }) => row));
  for (const row of groups) {
    if (!groups.has(row + 1)) expect(ends).toContain(row + 1);
    const sides = titles.filter((cell) => cell.row === row).flatMap(({ style }) => style.border);
    expect(sides.includes('top')).toBe(!groups.has(row - 1));
    expect(sides.includes('bottom')).toBe(!groups.has(row + 1));
  }
});

test.each([
  ['a whole number', 66, /^\[>=1000\]#,##0_\);.*General_\)$/],
  ['a whole number of thousands', 15750, /^\[>=1000\]#,##0_\);/],
  ['a fraction of thousands', 15750.5, /^#,##0\.0##/],
] as const)('%s shows the decimals it has, and no mark behind none', (_, actual, format) => {
  const book = oneIndicator({ unit: 'Doanh nghiệp', entry: { actual } });
  const { cells } = sheetOf(reportOf(book), 'Phụ lục I -');
  const cell = cells.find(({ value }) => value.kind === 'number' && value.value === actual);
  expect(cell?.style.numberFormat).toMatch(format);
});

test('an estimate says so in its cell', () => {
  const sheet = sheetOf(reportOf(oneIndicator({ entry: { estimated: 'Có' } })), 'Phụ lục I -');
  const cell = sheet.cells.find((each) => each.value.kind === 'number' && each.value.value === 66);
  expect(cell?.style.numberFormat).toContain('(ước)');
});

test('what slips says how far, since when, why and what is done; or that nobody explained it', () => {
  const slips = { actual: 60.5, cause: 'Thiếu dữ liệu' };
  const book = bookOf({
    indicators: [{ entry: slips }],
    tasks: [],
    history: [['2025-06', 'CT-1', 'actual', 60]],
  });
  const [row] = tableRows(sheetOf(reportOf(book), 'Phụ lục III')).filter(({ size }) => size > 2);
  expect(row?.get('Mức chậm')).toMatch(/^chậm 13,1 điểm; đạt 60,5; mục tiêu\u00a0≥\u00a090$/);
  expect(row?.get('Chậm từ')).toBe('Từ kỳ 6 tháng đầu năm 2025');
  expect(row?.get('Nguyên nhân')).toBe('Thiếu dữ liệu');
  expect(row?.get('Giải pháp (ai, việc gì, bao giờ)')).toBe('Chưa giải trình');
});

test('an overdue task dates from its due day', () => {
  const book = bookOf({
    indicators: [],
    tasks: [{ time: { kind: 'by', end: day('2025-10-31') }, entry: { percent: 40 } }],
  });
  expect(only(book, 'Phụ lục III', 'Chậm từ')).toBe('Từ 31/10/2025');
  expect(only(book, 'Phụ lục III', 'Mức chậm')).toBe(
    'quá hạn 20 ngày; mới đạt 40%; hạn 31/10/2025',
  );
});

test('requests stand under the body they are addressed to, the unaddressed last', () => {
  const ask = (request: string): { entry: { request: string } } => ({ entry: { request } });
  const book = bookOf({
    indicators: [ask('Thiếu người'), ask('Đề nghị Sở Tài chính cấp kinh phí')],
    tasks: [ask('Đề nghị Bộ Tư pháp hướng dẫn'), ask('Kiến nghị STC bố trí vốn')],
  });
  expect(
    textsOf(sheetOf(reportOf(book), 'Phụ lục VI -')).filter((text) => /\(\d\)$/.test(text)),
  ).toEqual([
    'Kiến nghị với Sở Tài chính (2)',
    'Kiến nghị với Bộ Tư pháp (1)',
    'Chưa nêu nơi nhận kiến nghị (1)',
  ]);
});

const figure: HistoryFigure = {
  period: '2025-11',
  row: 'CT-1',
  agency: 'stc',
  field: 'actual',
  value: 66,
  file: 'phieu-stc.xlsx',
  sheet: 'Chỉ tiêu',
  cell: 'I7',
  hash: 'abc123',
  time: '2025-11-18T08:00:00',
};

/** Three agencies lead rows; one sent in time, one late, one not at all. */
function collected(): Book {
  const book = bookOf({
    indicators: [{}, { leads: ['snv'], leadText: 'Sở Nội vụ' }],
    tasks: [{ leads: ['syt'], leadText: 'Sở Y tế' }],
  });
  return {
    ...book,
    history: [figure, { ...figure, row: 'CT-2', agency: 'snv', hash: 'def', value: 70 }],
    log: [
      logEntry('2025-11-18T08:00:00', 'accepted', '2025-11', {
        agency: 'stc',
        file: 'phieu-stc.xlsx',
        hash: 'abc123',
      }),
      logEntry('2025-11-22T08:00:00', 'accepted', '2025-11', {
        agency: 'snv',
        file: 'phieu-snv.xlsx',
        hash: 'def',
      }),
    ],
  };
}

test('who has sent, late and missing is named, in the annex and on the first sheet', () => {
  const report = reportOf(collected());
  expect(
    tableRows(sheetOf(report, 'Phụ lục V -')).map((row) => [
      row.get('Cơ quan'),
      row.get('Tình trạng'),
    ]),
  ).toEqual([
    ['Sở Y tế', '■ Chưa nộp'],
    ['Sở Nội vụ', '△ Nộp muộn'],
    ['Sở Tài chính', '● Đúng hạn'],
  ]);
  const overview = textsOf(sheetOf(report, 'Báo cáo'));
  expect(overview).toContain('■ Chưa nộp (1): Sở Y tế.');
  expect(overview).toContain('△ Nộp muộn (1): Sở Nội vụ.');
});

test('money stands by task under its totals, and the first sheet shows both', () => {
  const report = reportOf(
    bookOf({
      indicators: [],
      tasks: [
        { entry: { allotted: 500, disbursed: 125.5, funding: 'Ngân sách tỉnh' } },
        { entry: { allotted: 300 } },
        {},
      ],
    }),
  );
  const rows = tableRows(sheetOf(report, 'Phụ lục VIII -'));
  const shownIn = (head: string) => rows.map((row) => row.get(head));
  expect(shownIn('Được giao (triệu đồng)')).toEqual([800, 500, 300]);
  expect(shownIn('Đã giải ngân (triệu đồng)')).toEqual([125.5, 125.5, undefined]);
  expect(shownIn('Tỷ lệ giải ngân')).toEqual([125.5 / 800, 125.5 / 500, 0]);
  expect(shownIn('Còn lại (triệu đồng)')).toEqual([674.5, 374.5, 300]);
  const overview = sheetOf(report, 'Báo cáo').cells;
  const at = overview.find((cell) => String(shown(cell)).startsWith('Triệu đồng'))?.row;
  const numbers = overview.filter(({ row, column }) => row === at && column > 5).map(shown);
  expect(numbers).toEqual([125.5, 800, 125.5 / 800]);
});

test('without any submission nobody is called missing, only silent', () => {
  const report = reportOf(
    bookOf({
      indicators: [{}],
      tasks: [{ leads: ['syt'], entry: { percent: null, result: null } }],
    }),
  );
  expect(
    tableRows(sheetOf(report, 'Phụ lục V -')).map((row) => [
      row.get('Cơ quan'),
      row.get('Tình trạng'),
    ]),
  ).toEqual([
    ['Sở Y tế', '– Chưa có số liệu'],
    ['Sở Tài chính', '○ Nhập thẳng vào sổ'],
  ]);
});

test.each([
  ['nothing was collected', bookOf({}), /không tổng hợp bài nộp/],
  [
    'all sent in time',
    { ...collected(), registry: collected().registry.filter(({ id }) => id === 'stc') },
    /đủ, đúng hạn/,
  ],
])('where %s the first sheet says so', (_, book, words) => {
  expect(textsOf(sheetOf(reportOf(book), 'Báo cáo')).join(' ')).toMatch(words);
});

test('every figure leads to its line among the sources: the submission, or the workbook’s own cell', () => {
  const report = reportOf(collected());
  const sources = sheetOf(report, 'Phụ lục IX');
  const rows = tableRows(sources).map((row) => [
    row.get('Giá trị'),
    row.get('Tệp'),
    row.get('Ô'),
    row.get('SHA-256 của tệp'),
  ]);
  // The second figure was changed in the workbook after it had been collected as 70.
  expect(rows).toEqual([
    [66, 'phieu-stc.xlsx', 'I7', 'abc123'],
    [66, 'so.xlsx', expect.stringMatching(/^[A-Z]+8$/), bookHash],
    [70, 'phieu-stc.xlsx', 'I7', 'def'],
    [60, 'so.xlsx', expect.stringMatching(/^[A-Z]+7$/), bookHash],
  ]);
  const links = report.sheets
    .filter(({ name }) => /^Phụ lục I+ -/.test(name))
    .flatMap(({ cells }) =>
      cells.flatMap((cell) => (cell.link ? [[shown(cell), cell.link] as const] : [])),
    );
  expect(links).toHaveLength(3);
  for (const [value, { sheet, address }] of links) {
    expect(sheet).toBe(sources.name);
    const target = sources.cells.find(
      ({ row, column }) => `D${String(row)}` === address && column === 4,
    );
    const there = target && shown(target);
    expect(
      typeof there === 'number' && typeof value === 'number' ? [there, there / 100] : [],
    ).toContain(value);
  }
});

test('of a workbook open in Excel the sources say when it was read, and that the hash is of its cells', () => {
  const taken = '2025-11-20T08:00:00';
  const sources = sheetOf(reportOf(bookOf({}), taken), 'Phụ lục IX');
  const times = tableRows(sources).map((row) => row.get('Thời điểm nhận, đọc'));
  expect(new Set(times)).toEqual(new Set(['20/11/2025 08:00']));
  expect(textsOf(sources).join()).toContain('SHA-256 ở các dòng ấy là của nội dung mọi ô');
  expect(textsOf(sheetOf(reportOf(bookOf({})), 'Phụ lục IX')).join()).not.toContain(
    'Excel đang mở',
  );
});

test('contradictions of the plan stand in a note for the owner, not in what is issued', async () => {
  const report = reportOf(await sampleBook('nga-nam'));
  const notes = sheetOf(report, 'Ghi chú');
  expect(report.sheets.at(-1)).toBe(notes);
  expect(textsOf(notes).join(' ')).toMatch(/0,5.*0,7/);
  for (const sheet of report.sheets.filter((each) => each !== notes))
    expect(textsOf(sheet).join(' ')).not.toMatch(/nói khác nhau/);
  expect(reportOf(await sampleBook('hue')).sheets.map(({ name }) => name)).not.toContain(
    notes.name,
  );
});

test('the same input gives the same bytes', async () => {
  const [one, other] = [await sampleBook('can-tho'), await sampleBook('can-tho')];
  expect(
    Buffer.from(await renderXlsx(reportOf(one))).equals(await renderXlsx(reportOf(other))),
  ).toBe(true);
});

test('annexes are white tables with one head row that repeats; pages are counted anew', async () => {
  const report = reportOf(await sampleBook('tien-giang'));
  for (const sheet of report.sheets.slice(1)) {
    const [table] = sheet.tables;
    const right = sheet.print.area?.right ?? 0;
    expect(sheet.print).toMatchObject({
      orientation: 'landscape',
      titleRows: { from: table?.range.top, to: table?.range.top },
      fitToWidth: true,
      ownPages: true,
    });
    expect(sheet.freeze.rows).toBe(table?.range.top);
    expect(table?.showFilter).toBe(true);
    // What is not printed is folded away, and nothing that is printed.
    expect(sheet.columns.map(({ outline }) => outline === true)).toEqual(
      sheet.columns.map((_, index) => index >= right),
    );
    for (const { style } of sheet.cells) expect([undefined, 'FFFFFF']).toContain(style.fill);
    // A page of 252 mm has room for these characters at no less than 85 %.
    const width = sheet.columns.slice(0, right).reduce((sum, column) => sum + column.width, 0);
    expect((width * 7 + right * 5) / 952).toBeLessThan(1 / 0.85);
  }
});
