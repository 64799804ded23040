import { indicatorRank } from '../shared/rules';
import {
  block,
  blockCells,
  blockMerges,
  formulaInput,
  numberInput,
  textInput,
  type Block,
} from '../shared/cells';
import { formats, withStyle, workingPage } from '../shared/looks';
import { oneCell } from '../shared/references';
import type { IndicatorField } from '../../domain/book';
import { formatDate } from '../../messages/language';
import type { NameSpec, RangeSpec, SheetSpec, StyleSpec } from '../spec';
import { trackingNames } from '../tracking/columns';
import { farRange, type PlacedTable } from '../tracking/place';
import { styles } from '../tracking/styles';
import { footMark, planLine, sampleBlock } from '../tracking/tableSheet';
import { formSheets, type FormTaskField } from './columns';
import type { FormContent } from './content';
import { indicatorLines } from '../tracking/indicators';

const WIDTHS = [24, 20, 16, 16, 16] as const;
const LAST = WIDTHS.length;
const AS_OF_ROW = 9;
const PERIOD_ROW = 8;
const TABLE_ROW = 14;

type Places = {
  readonly indicators: PlacedTable<IndicatorField> | null;
  readonly tasks: PlacedTable<FormTaskField> | null;
};

function on(row: number, left: number, right: number): RangeSpec {
  return { top: row, left, bottom: row, right };
}

const box = withStyle(styles.plan, { vertical: 'center' });
const number: StyleSpec = withStyle(styles.derived, { numberFormat: formats.count });

/** The cells of the cover that formulas of the form look up. */
export function coverNames(): readonly NameSpec[] {
  const at = (name: string, row: number): NameSpec => ({
    kind: 'range',
    name,
    sheet: formSheets.cover,
    range: oneCell(row, 2),
  });
  return [at(trackingNames.periodName, PERIOD_ROW), at(trackingNames.asOf, AS_OF_ROW)];
}

/** How many entry lines of a form still are empty and how many cannot be read, live. */
function countsOf(form: FormContent, { indicators, tasks }: Places) {
  const { plan } = form.content;
  const lines = indicatorLines(plan).filter(({ slot }) => slot !== null).length;
  const ranked = (statuses: readonly (readonly [status: 'noData' | 'judgement' | 'invalid'])[]) =>
    indicators === null
      ? '0'
      : statuses
          .map(
            ([status]) =>
              `COUNTIFS(${farRange(indicators, 'ownRank')},${String(indicatorRank(status))})`,
          )
          .join('+');
  // A finished task is told already, in the cells the form came with.
  const told = plan.tasks.filter(({ id }) => form.content.taskEntries.get(id)?.has('done')).length;
  return [
    {
      label: 'Chỉ tiêu',
      sheet: indicators ? formSheets.indicators : null,
      rows: lines,
      empty: { formula: ranked([['noData'], ['judgement']]), result: lines },
      invalid: { formula: ranked([['invalid']]), result: 0 },
    },
    {
      label: 'Nhiệm vụ',
      sheet: tasks ? formSheets.tasks : null,
      rows: plan.tasks.length,
      empty: {
        formula: tasks ? `COUNTIFS(${farRange(tasks, 'reported')},0)` : '0',
        result: plan.tasks.length - told,
      },
      invalid: { formula: tasks ? `COUNTIFS(${farRange(tasks, 'fault')},1)` : '0', result: 0 },
    },
  ];
}

/** The cover of a form: whose it is, when it is due, what is still empty, how to return it. */
export function coverSheet(form: FormContent, places: Places): SheetSpec {
  const { content, agency, period, instead } = form;
  const { plan } = content;
  const recipient = plan.reporting.recipient ?? 'cơ quan theo dõi kế hoạch';
  const label = withStyle(box, { font: { bold: true } });
  const counts = countsOf(form, places);
  const [first, last] = [TABLE_ROW + 1, TABLE_ROW + counts.length];
  const empty = `SUM($C$${String(first)}:$C$${String(last)})`;
  const faulty = `SUM($D$${String(first)}:$D$${String(last)})`;
  const missing = counts.reduce((sum, each) => sum + each.empty.result, 0);
  const message = (cells: string, faults: string): string =>
    `IF(${faults}>0,"■ CÓ "&${faults}&" DÒNG SAI: sửa các ô tô đỏ",IF(${cells}>0,"▲ CÒN "&${cells}&" DÒNG CHƯA ĐIỀN","● ĐÃ ĐIỀN ĐỦ: có thể gửi"))`;
  const facts: readonly (readonly [string, Block])[] = [
    [
      'Cơ quan báo cáo',
      block(
        on(7, 2, LAST),
        textInput(agency.name),
        withStyle(box, { font: { bold: true, size: 13 } }),
      ),
    ],
    ['Kỳ báo cáo', block(on(PERIOD_ROW, 2, LAST), textInput(period.name), box)],
    [
      'Số liệu tính đến ngày',
      block(
        on(AS_OF_ROW, 2, LAST),
        { kind: 'date', date: period.cutOff },
        withStyle(box, { horizontal: 'left', numberFormat: formats.day }),
      ),
    ],
    [
      'Hạn gửi',
      block(
        on(10, 2, LAST),
        { kind: 'date', date: period.due },
        withStyle(box, {
          font: { bold: true, size: 13, color: 'B00020' },
          horizontal: 'left',
          numberFormat: formats.day,
        }),
      ),
    ],
    ['Nơi nhận', block(on(11, 2, LAST), textInput(recipient), box)],
  ];
  const steps = [
    `Điền ô vàng ở trang ${counts.flatMap(({ sheet }) => (sheet === null ? [] : [`“${sheet}”`])).join(' và ')}. Số của kỳ trước ở ngay bên trái. Chưa có số liệu thì để trống, không ghi 0.`,
    'Ô số chỉ ghi số: tỷ lệ 85,5 % ghi 85,5. Ngày ghi dạng ngày/tháng/năm. Ghi chú bằng chữ vào cột Ghi chú.',
    'Dòng chậm phải ghi Nguyên nhân và Giải pháp. Trạng thái tự tính, không cần sửa.',
    'Được lọc, sắp xếp, thêm cột riêng. Không xóa cột, không đổi tên cột, không sửa ô trắng.',
    `Khi bảng trên báo “ĐÃ ĐIỀN ĐỦ” thì lưu lại (giữ dạng .xlsx) và gửi tệp này về ${recipient} chậm nhất ngày ${formatDate(period.due)}. Không cần đổi tên tệp. Gửi lại thì bản mới thay bản cũ.`,
  ];
  const stepRow = last + 4;
  const signRow = stepRow + steps.length + 2;
  const blocks: readonly Block[] = [
    block(
      on(1, 1, LAST),
      textInput('PHIẾU BÁO CÁO'),
      withStyle(styles.title, { horizontal: 'center', font: { size: 18 } }),
    ),
    block(
      on(2, 1, LAST),
      textInput(plan.title),
      withStyle(styles.subtitle, { horizontal: 'center' }),
    ),
    block(
      on(3, 1, LAST),
      textInput(planLine(content)),
      withStyle(styles.line, { horizontal: 'center' }),
    ),
    sampleBlock(content, 4, LAST),
    block(
      on(5, 1, LAST),
      textInput(
        instead.length === 0 ? null : `Gồm cả phần của ${instead.join(', ')} đã chuyển về cơ quan.`,
      ),
      withStyle(styles.small, { horizontal: 'center' }),
    ),
    ...facts.flatMap(([words, value], index) => [
      block(on(7 + index, 1, 1), textInput(words), label),
      value,
    ]),
    block(on(TABLE_ROW - 1, 1, LAST), textInput('Đã điền đến đâu (tự tính)'), styles.heading),
    ...['', 'Số dòng', 'Còn trống', 'Sai', 'Mở trang'].map((words, index) =>
      block(
        on(TABLE_ROW, index + 1, index + 1),
        textInput(words),
        withStyle(label, { horizontal: 'center', fill: 'E7ECF5' }),
      ),
    ),
    ...counts.flatMap(({ label: words, rows, empty: blank, invalid }, index) => [
      block(on(first + index, 1, 1), textInput(words), label),
      block(on(first + index, 2, 2), numberInput(rows), number),
      block(on(first + index, 3, 3), formulaInput(blank.formula, blank.result), number),
      block(on(first + index, 4, 4), formulaInput(invalid.formula, invalid.result), number),
    ]),
    block(
      on(last + 1, 1, LAST),
      formulaInput(
        message(empty, faulty),
        missing > 0 ? `▲ CÒN ${String(missing)} DÒNG CHƯA ĐIỀN` : '● ĐÃ ĐIỀN ĐỦ: có thể gửi',
      ),
      withStyle(styles.subtitle, { horizontal: 'center', border: 'thin' }),
    ),
    block(on(stepRow - 1, 1, LAST), textInput('Cách điền và gửi'), styles.heading),
    ...steps.map((words, index) =>
      block(
        on(stepRow + index, 1, LAST),
        textInput(`${String(index + 1)}. ${words}`),
        styles.plain,
      ),
    ),
    block(on(signRow - 1, 1, LAST), textInput('Người lập phiếu'), styles.heading),
    ...['Họ tên', 'Điện thoại, thư điện tử'].flatMap((words, index) => [
      block(on(signRow + index, 1, 1), textInput(words), label),
      block(on(signRow + index, 2, LAST), textInput(null), styles.input),
    ]),
  ];
  const links = counts.flatMap(({ sheet }, index) => ({
    row: first + index,
    column: LAST,
    value: textInput(sheet === null ? '–' : 'Mở'),
    style: sheet === null ? number : styles.link,
    ...(sheet === null ? {} : { link: { sheet, address: 'A1' } }),
  }));
  const said = on(last + 1, 1, LAST);
  const lead = `$A$${String(last + 1)}`;
  return {
    name: formSheets.cover,
    visibility: 'visible',
    tabColor: '1F3864',
    showGridLines: false,
    columns: WIDTHS.map((width) => ({ width })),
    rowHeights: [
      { row: 1, height: 30 },
      { row: last + 1, height: 24 },
    ],
    cells: [...blockCells(blocks), ...links],
    merges: blockMerges(blocks),
    tables: [],
    validations: [],
    conditionalFormats: [
      ['■', 'F9C6C1', '7D0A0A'],
      ['▲', 'FFF1B8', '5C4500'],
      ['●', 'CDEBD3', '0B4F23'],
    ].map(([sign = '', fill = '', fontColor = '']) => ({
      range: said,
      formula: `LEFT(${lead},1)="${sign}"`,
      fill,
      fontColor,
      stopIfTrue: true,
    })),
    charts: [],
    freeze: { rows: 0, columns: 0 },
    protection: 'none',
    print: workingPage(
      'portrait',
      { top: 1, left: 1, bottom: signRow + 1, right: LAST },
      null,
      footMark(content, `Phiếu báo cáo ${period.id}`),
    ),
  };
}
