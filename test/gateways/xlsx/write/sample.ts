import type {
  CellInput,
  CellSpec,
  RangeSpec,
  SheetSpec,
  StyleSpec,
  WorkbookSpec,
} from '../../../../src/workbook/spec';

/** A block of cells from its ends. */
export function block(top: number, left: number, bottom: number, right: number): RangeSpec {
  return { top, left, bottom, right };
}

/** A text cell's content. */
export function text(words: string): CellInput {
  return { kind: 'text', text: words };
}

/** A number cell's content. */
export function number(value: number): CellInput {
  return { kind: 'number', value };
}

/** A formula cell's content. */
export function formula(code: string, result: string | number | null): CellInput {
  return { kind: 'formula', formula: code, result };
}

/** One cell. */
export function cell(
  row: number,
  column: number,
  value: CellInput,
  style: StyleSpec = {},
): CellSpec {
  return { row, column, value, style };
}

/** A bare sheet, with whatever a test puts in its place. */
export function sheet(name: string, parts: Partial<SheetSpec> = {}): SheetSpec {
  return {
    name,
    visibility: 'visible',
    showGridLines: true,
    columns: [],
    rowHeights: [],
    cells: [],
    merges: [],
    tables: [],
    validations: [],
    conditionalFormats: [],
    charts: [],
    freeze: { rows: 0, columns: 0 },
    protection: 'none',
    print: {
      orientation: 'portrait',
      margins: { top: 0.8, bottom: 0.8, left: 1.2, right: 0.6, header: 0.3, footer: 0.3 },
      area: null,
      titleRows: null,
      fitToWidth: false,
      centerHorizontally: false,
      header: '',
      footer: '',
    },
    ...parts,
  };
}

/** A workbook of these sheets, the first of them shown. */
export function book(
  sheets: readonly SheetSpec[],
  parts: Partial<WorkbookSpec> = {},
): WorkbookSpec {
  return {
    properties: {
      title: 'Sổ theo dõi',
      subject: 'Kế hoạch 45/KH-UBND',
      creator: 'Tiến Độ',
      created: '2025-11-20T00:00:00Z',
    },
    names: [],
    activeSheet: sheets[0]?.name ?? '',
    sheets,
    ...parts,
  };
}

const words: StyleSpec = { border: 'hair', wrap: true, vertical: 'top' };
const head: StyleSpec = {
  font: { name: 'Times New Roman', size: 12, bold: true, color: 'FFFFFF' },
  fill: '1F4E78',
  border: 'thin',
  horizontal: 'center',
  vertical: 'center',
  wrap: true,
};
const input: StyleSpec = { border: 'input', fill: 'FFF9E5', locked: false, vertical: 'top' };

const headers = [
  'Mã',
  'Nhiệm vụ',
  'Hạn hoàn thành',
  'Kế hoạch',
  'Thực hiện',
  'Tỷ lệ',
  'Trạng thái',
];
const statuses = ['Đạt', 'Đúng tiến độ', 'Cần chú ý', 'Báo động'];

/** The status a row of the sample shows, by how much was done. */
function statusOf(done: number): string {
  return done >= 100 ? 'Đạt' : done >= 75 ? 'Đúng tiến độ' : done >= 50 ? 'Cần chú ý' : 'Báo động';
}

const firstRow = 5;

/** What was done in the sample's row `index`. */
function doneIn(index: number): number {
  return (index * 37) % 120;
}

function taskRows(count: number): readonly CellSpec[] {
  return Array.from({ length: count }, (_, index): readonly CellSpec[] => {
    const row = firstRow + index;
    const done = doneIn(index);
    return [
      cell(row, 1, text(`${String(Math.floor(index / 9) + 1)}.${String((index % 9) + 1)}`), words),
      cell(
        row,
        2,
        text(
          `Nhiệm vụ số ${String(index + 1)}: xây dựng, trình ban hành và tổ chức thực hiện kế hoạch phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số`.slice(
            0,
            40 + ((index * 53) % 120),
          ),
        ),
        words,
      ),
      cell(row, 3, { kind: 'date', date: `2025-${index % 2 === 0 ? '06' : '12'}-30` }, words),
      cell(row, 4, number(100), { ...words, numberFormat: '#,##0' }),
      { ...cell(row, 5, number(done), { ...input, numberFormat: '#,##0.0' }), owner: 'people' },
      cell(row, 6, formula(`E${String(row)}/D${String(row)}`, done / 100), {
        ...words,
        numberFormat: '0%',
      }),
      cell(
        row,
        7,
        formula(
          `IF(E${String(row)}>=100,"Đạt",IF(E${String(row)}>=75,"Đúng tiến độ",IF(E${String(row)}>=50,"Cần chú ý","Báo động")))`,
          statusOf(done),
        ),
        words,
      ),
    ];
  }).flat();
}

/** A workbook that has one of everything a spec can say, with `count` rows in its table. */
export function sampleBook(count: number): WorkbookSpec {
  const lastRow = firstRow + count - 1;
  const body = (column: number): RangeSpec => block(firstRow, column, lastRow, column);
  const tasks = sheet("Nhiệm vụ '25", {
    tabColor: '2E75B6',
    columns: [
      { width: 6 },
      { width: 40 },
      { width: 13 },
      { width: 10, outline: true },
      { width: 11 },
      { width: 9 },
      { width: 16 },
      { width: 12, outline: true },
    ],
    rowHeights: [{ row: 2, height: 30 }],
    cells: [
      cell(1, 1, text('ỦY BAN NHÂN DÂN THÀNH PHỐ'), {
        font: { name: 'Times New Roman', size: 13, bold: true },
        horizontal: 'center',
      }),
      cell(2, 1, text('Bảng theo dõi nhiệm vụ'), {
        font: { size: 16, bold: true, color: '1F4E78' },
        horizontal: 'center',
        vertical: 'center',
        border: ['bottom'],
      }),
      {
        ...cell(3, 1, text('Về trang tổng quan'), { font: { underline: true, color: '0563C1' } }),
        link: { sheet: 'Tổng quan', address: 'A1' },
      },
      ...headers.map((header, index) => cell(4, index + 1, text(header), head)),
      ...taskRows(count),
    ],
    merges: [block(1, 1, 1, 7), block(2, 1, 2, 7)],
    tables: [
      {
        name: 'NhiemVu',
        range: block(4, 1, lastRow, 7),
        columns: headers,
        style: 'TableStyleLight1',
        showFilter: true,
      },
    ],
    validations: [
      {
        range: body(5),
        rule: { kind: 'decimal', min: 0, max: 120.5 },
        severity: 'stop',
        promptTitle: 'Thực hiện',
        prompt: 'Nhập số, ví dụ 85,5.\nKhông nhập chữ.',
        errorTitle: 'Không phải số',
        error: 'Ô này chỉ nhận số từ 0 đến 120,5.',
      },
      {
        range: body(3),
        rule: { kind: 'date', min: '2020-01-01', max: '2030-12-31' },
        severity: 'warning',
        promptTitle: '',
        prompt: '',
        errorTitle: 'Ngày',
        error: 'Ngày ngoài kế hoạch.',
      },
      {
        range: body(7),
        rule: { kind: 'list', values: [...statuses, 'Khác "đặc biệt"'] },
        severity: 'information',
        promptTitle: 'T'.repeat(40),
        prompt: 'P'.repeat(300),
        errorTitle: '',
        error: '',
      },
      {
        range: body(2),
        rule: { kind: 'listRange', formula: "'Tổng quan'!$A$4:$A$7" },
        severity: 'warning',
        promptTitle: '',
        prompt: '',
        errorTitle: '',
        error: '',
      },
      {
        range: body(1),
        rule: { kind: 'custom', formula: `LEN(A${String(firstRow)})<9` },
        severity: 'stop',
        promptTitle: '',
        prompt: '',
        errorTitle: '',
        error: '',
      },
    ],
    conditionalFormats: [
      {
        range: body(7),
        formula: `$G${String(firstRow)}="Đạt"`,
        fill: 'C6E0B4',
        fontColor: '375623',
        stopIfTrue: true,
      },
      {
        range: body(7),
        formula: `$G${String(firstRow)}="Báo động"`,
        fill: 'F8CBAD',
        fontColor: '9C0006',
        bold: true,
        stopIfTrue: false,
      },
    ],
    freeze: { rows: 4, columns: 2 },
    protection: 'sheet',
    print: {
      orientation: 'landscape',
      margins: { top: 0.79, bottom: 0.79, left: 1.18, right: 0.59, header: 0.3, footer: 0.3 },
      area: block(1, 1, lastRow, 7),
      titleRows: { from: 4, to: 4 },
      fitToWidth: true,
      centerHorizontally: true,
      header: '&C&P',
      footer: '&RSố liệu && nguồn',
    },
  });

  const table = "'Nhiệm vụ ''25'!";
  const counts = statuses.map(
    (status) =>
      Array.from({ length: count }, (_, index) => statusOf(doneIn(index))).filter(
        (found) => found === status,
      ).length,
  );
  const series = {
    name: 'Số nhiệm vụ',
    values: block(4, 2, 7, 2),
    pointColors: ['70AD47', '5B9BD5', 'FFC000', 'C00000'],
  };
  const chart = {
    altText: 'Số nhiệm vụ theo trạng thái',
    sheet: 'Tổng quan',
    categories: block(4, 1, 7, 1),
    series: [series],
  };
  const overview = sheet('Tổng quan', {
    showGridLines: false,
    columns: [{ width: 20 }, { width: 12 }, { width: 12 }],
    cells: [
      cell(1, 1, text('Tổng quan'), { font: { bold: true, size: 14, italic: true } }),
      ...['Trạng thái', 'Số lượng', 'Tỷ lệ'].map((header, index) =>
        cell(3, index + 1, text(header), head),
      ),
      ...statuses.flatMap((status, index) => {
        const row = String(4 + index);
        return [
          cell(4 + index, 1, text(status), { border: 'thin' }),
          cell(
            4 + index,
            2,
            formula(
              `COUNTIF(${table}$G$${String(firstRow)}:$G$${String(lastRow)},A${row})`,
              counts[index] ?? 0,
            ),
            { border: 'thin', numberFormat: '0' },
          ),
          cell(4 + index, 3, formula(`B${row}/SUM($B$4:$B$7)`, (counts[index] ?? 0) / count), {
            border: 'thin',
            numberFormat: '0.0%',
            indent: 1,
            horizontal: 'right',
          }),
        ];
      }),
      cell(9, 1, formula('ROWS(NhiemVu[Trạng thái])', count)),
      cell(10, 1, formula('TienDo_DinhDanh&"!"', '{"kind":"tracking","version":1}!')),
      cell(11, 1, formula('Bang_TrangThai', null)),
      cell(12, 1, formula('NOW()*0', null)),
    ],
    charts: [
      { kind: 'doughnut', title: 'Cơ cấu', place: block(2, 5, 16, 10), ...chart },
      { kind: 'bar', title: 'Theo trạng thái', place: block(2, 12, 16, 18), ...chart },
      { kind: 'column', title: '', place: block(18, 1, 32, 6), ...chart },
      {
        ...chart,
        kind: 'stackedBar',
        title: 'Chồng <&>',
        place: block(18, 8, 32, 16),
        series: [
          { name: 'Số lượng', values: block(4, 2, 7, 2), color: '2E75B6' },
          { name: 'Khác & lạ', values: block(4, 2, 7, 2), color: 'A5A5A5' },
        ],
      },
    ],
  });

  return book(
    [
      tasks,
      overview,
      sheet('_TienDo', { visibility: 'veryHidden', cells: [cell(1, 1, text('{"a":"<b>"}'))] }),
    ],
    {
      activeSheet: 'Tổng quan',
      names: [
        { kind: 'range', name: 'Bang_TrangThai', sheet: tasks.name, range: block(5, 7, 5, 7) },
        { kind: 'range', name: 'CacTrangThai', sheet: 'Tổng quan', range: block(4, 1, 7, 1) },
        { kind: 'text', name: 'TienDo_DinhDanh', text: '{"kind":"tracking","version":1}' },
      ],
    },
  );
}
