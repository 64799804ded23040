import type { Period } from '../../domain/book';
import {
  numberInput,
  block,
  emptyInput,
  formulaInput,
  textInput,
  type Block,
} from '../shared/cells';
import { withStyle } from '../shared/looks';
import { absoluteRange, oneCell } from '../shared/references';
import type {
  CellInput,
  ConditionalFormatSpec,
  NameSpec,
  SheetSpec,
  StyleSpec,
  ValidationSpec,
} from '../spec';
import { trackingNames, trackingSheets, type PeriodField } from './columns';
import type { TrackingContent } from './content';
import { calendarOf } from './calendar';
import { dayRule } from './lines';
import { ownRange, type PlacedColumn, type PlacedTable } from './place';
import { styles } from './styles';
import { tableSheet, type LineCell } from './tableSheet';

/** The settings of a workbook in their order on the sheet: label, name of the cell, explanation. */
export const settingRows = [
  {
    name: trackingNames.asOf,
    label: 'Ngày đánh giá',
    remark: 'Mọi trạng thái trong sổ được tính cho ngày này. Sổ không dùng ngày của máy tính.',
  },
  {
    name: trackingNames.period,
    label: 'Kỳ đang báo cáo',
    remark: 'Chọn mã kỳ trong bảng bên dưới.',
  },
  {
    name: trackingNames.periodName,
    label: 'Tên kỳ đang báo cáo',
    remark: 'Tự tính từ bảng bên dưới.',
  },
  {
    name: trackingNames.previousPeriod,
    label: 'Kỳ trước',
    remark: 'Tự tính: kỳ đứng ngay trên kỳ đang báo cáo. Cột “Kỳ trước” lấy số liệu của kỳ này.',
  },
  {
    name: trackingNames.bandAttention,
    label: 'Ngưỡng “Cần chú ý” (điểm)',
    remark: 'Chênh lệch thấp hơn ngưỡng này là Cần chú ý; từ ngưỡng này trở lên là Đúng tiến độ.',
  },
  {
    name: trackingNames.bandAtRisk,
    label: 'Ngưỡng “Nguy cơ” (điểm)',
    remark: 'Chênh lệch thấp hơn ngưỡng này là Nguy cơ. Không được cao hơn ngưỡng “Cần chú ý”.',
  },
  {
    name: trackingNames.bandAlarm,
    label: 'Ngưỡng “Báo động” (điểm)',
    remark:
      'Chênh lệch thấp hơn ngưỡng này là Báo động; nhiệm vụ chậm hơn ngưỡng này so với thời gian đã qua là Chậm.',
  },
  {
    name: trackingNames.dueSoonDays,
    label: 'Số ngày “Sắp đến hạn”',
    remark: 'Nhiệm vụ còn không quá số ngày này đến hạn thì được nhắc.',
  },
] as const;

const FIRST_SETTING = 8;
const VALUE_COLUMN = 3;
const LAST_COLUMN = 7;

/** The row of the period table's header: below the settings. */
export const periodHeaderRow = FIRST_SETTING + settingRows.length + 4;

function settingRow(name: (typeof settingRows)[number]['name']): number {
  return FIRST_SETTING + settingRows.findIndex((row) => row.name === name);
}

/** The defined names of the settings. */
export function settingNames(): readonly NameSpec[] {
  return settingRows.map(({ name }) => ({
    kind: 'range',
    name,
    sheet: trackingSheets.periods,
    range: oneCell(settingRow(name), VALUE_COLUMN),
  }));
}

/** The sheet of settings and periods. */
export function periodSheet(content: TrackingContent, place: PlacedTable<PeriodField>): SheetSpec {
  const { settings, plan } = content;
  const { assumed } = calendarOf(plan.reporting, plan.documentDate, settings.asOf);
  const spec = tableSheet({
    content,
    place,
    title: 'KỲ BÁO CÁO VÀ CÀI ĐẶT',
    remark: assumed
      ? 'Kế hoạch không nêu thời hạn báo cáo: các kỳ bên dưới là mặc định (15/6 và 15/12), hãy sửa theo quy định thực tế.'
      : `Theo kế hoạch: ${plan.reporting.sentence ?? `hạn báo cáo ${plan.reporting.deadlines.map((each) => each.split('-').reverse().join('/')).join(', ')} hằng năm`}`,
    lines: settings.periods.map(
      (period) =>
        ({ field }: PlacedColumn<PeriodField>) =>
          periodCell(field, period, assumed),
    ),
    frozenColumns: 0,
    tabColor: '4A4A4A',
    validations: [
      ...settingRules(ownRange(place, 'id')),
      dayRule(place, 'from', 'Từ ngày', 'Ngày đầu của kỳ.'),
      dayRule(place, 'to', 'Đến ngày', 'Ngày cuối của kỳ.'),
      dayRule(place, 'cutOff', 'Ngày chốt số liệu', 'Ngày cuối cùng số liệu còn được tính vào kỳ.'),
      dayRule(place, 'due', 'Hạn nộp báo cáo', 'Ngày cuối cùng phải gửi báo cáo.'),
    ],
    conditionalFormats: settingFormats(),
    between: settingBlocks(content, place),
  });
  return {
    ...spec,
    freeze: { rows: 0, columns: 0 },
    print: { ...spec.print, titleRows: null },
  };
}

function at(row: number, left: number, right: number): Block['merge'] & object {
  return { top: row, left, bottom: row, right };
}

function settingBlocks(
  content: TrackingContent,
  place: PlacedTable<PeriodField>,
): readonly Block[] {
  const check = settingRow(trackingNames.dueSoonDays) + 1;
  return [
    block(at(FIRST_SETTING - 1, 1, LAST_COLUMN), textInput('Cài đặt'), styles.heading),
    ...settingRows.flatMap(({ name, label, remark }) => {
      const row = settingRow(name);
      return [
        block(at(row, 1, 2), textInput(label), withStyle(styles.plan, { font: { bold: true } })),
        block(
          at(row, VALUE_COLUMN, VALUE_COLUMN),
          settingValue(name, content, place),
          settingStyle(name),
        ),
        block(at(row, VALUE_COLUMN + 1, LAST_COLUMN), textInput(remark), styles.small),
      ];
    }),
    block(
      at(check, 1, LAST_COLUMN),
      formulaInput(`IF(${settingsSound()},"","Cài đặt chưa hợp lệ: kiểm tra các ô tô đỏ")`, ''),
      styles.alert,
    ),
    block(at(check + 2, 1, LAST_COLUMN), textInput('Các kỳ báo cáo'), styles.heading),
  ];
}

function settingValue(
  name: (typeof settingRows)[number]['name'],
  { settings }: TrackingContent,
  place: PlacedTable<PeriodField>,
): CellInput {
  const ids = ownRange(place, 'id');
  const current = `MATCH(${trackingNames.period},${ids},0)`;
  switch (name) {
    case trackingNames.asOf:
      return { kind: 'date', date: settings.asOf };
    case trackingNames.period:
      return textInput(settings.period.id);
    case trackingNames.periodName:
      return formulaInput(
        `IFERROR(INDEX(${ownRange(place, 'name')},${current})&"",${trackingNames.period})`,
        settings.period.name,
      );
    case trackingNames.previousPeriod: {
      const index = settings.periods.findIndex((each) => each.id === settings.period.id);
      return formulaInput(
        `IFERROR(IF(${current}>1,INDEX(${ids},${current}-1),""),"")`,
        settings.periods[index - 1]?.id ?? '',
      );
    }
    case trackingNames.bandAttention:
      return numberInput(settings.bands.attention);
    case trackingNames.bandAtRisk:
      return numberInput(settings.bands.atRisk);
    case trackingNames.bandAlarm:
      return numberInput(settings.bands.alarm);
    case trackingNames.dueSoonDays:
      return numberInput(settings.dueSoonDays);
  }
}

function settingStyle(name: (typeof settingRows)[number]['name']): StyleSpec {
  switch (name) {
    case trackingNames.asOf:
      return withStyle(styles.inputDay, { font: { bold: true } });
    case trackingNames.previousPeriod:
    case trackingNames.periodName:
      return styles.derived;
    case trackingNames.period:
      return styles.inputText;
    default:
      return styles.inputCentre;
  }
}

function settingCell(name: (typeof settingRows)[number]['name']): string {
  return absoluteRange(oneCell(settingRow(name), VALUE_COLUMN)).split(':')[0] ?? '';
}

/** What each setting must be, for rules and colours. */
function soundness(): ReadonlyMap<(typeof settingRows)[number]['name'], string> {
  const [attention, atRisk, alarm, days] = [
    settingCell(trackingNames.bandAttention),
    settingCell(trackingNames.bandAtRisk),
    settingCell(trackingNames.bandAlarm),
    settingCell(trackingNames.dueSoonDays),
  ];
  const asOf = settingCell(trackingNames.asOf);
  return new Map([
    [trackingNames.asOf, `IF(ISNUMBER(${asOf}),AND(${asOf}>=36526,${asOf}<73051),FALSE)`],
    [
      trackingNames.bandAttention,
      `IF(ISNUMBER(${attention}),IF(ISNUMBER(${atRisk}),${attention}>=${atRisk},TRUE),FALSE)`,
    ],
    [
      trackingNames.bandAtRisk,
      `IF(ISNUMBER(${atRisk}),AND(N(${attention})>=${atRisk},IF(ISNUMBER(${alarm}),${atRisk}>=${alarm},TRUE)),FALSE)`,
    ],
    [trackingNames.bandAlarm, `IF(ISNUMBER(${alarm}),N(${atRisk})>=${alarm},FALSE)`],
    [trackingNames.dueSoonDays, `IF(ISNUMBER(${days}),${days}>=0,FALSE)`],
  ]);
}

function settingsSound(): string {
  return `AND(${[...soundness().values()].join(',')})`;
}

function settingFormats(): readonly ConditionalFormatSpec[] {
  return [...soundness()].map(([name, sound]) => ({
    range: oneCell(settingRow(name), VALUE_COLUMN),
    formula: `NOT(${sound})`,
    fill: 'FFC7CE',
    fontColor: '9C0006',
    bold: true,
    stopIfTrue: false,
  }));
}

function settingRules(periodIds: string): readonly ValidationSpec[] {
  const sound = soundness();
  const rule = (
    name: (typeof settingRows)[number]['name'],
    prompt: string,
    error: string,
    given: ValidationSpec['rule'] = { kind: 'custom', formula: sound.get(name) ?? 'TRUE' },
  ): ValidationSpec => ({
    range: oneCell(settingRow(name), VALUE_COLUMN),
    rule: given,
    severity: 'stop',
    promptTitle: settingRows.find((row) => row.name === name)?.label ?? '',
    prompt,
    errorTitle: 'Cài đặt không hợp lệ',
    error,
  });
  const order = 'Ba ngưỡng phải giảm dần: Cần chú ý, Nguy cơ, Báo động. Ví dụ -3, -8, -15.';
  return [
    rule(
      trackingNames.asOf,
      'Ngày dùng để tính mọi trạng thái, ví dụ 30/11/2026.',
      'Nhập một ngày, dạng ngày/tháng/năm, ví dụ 30/11/2026.',
      { kind: 'date', min: '2000-01-01', max: '2099-12-31' },
    ),
    rule(trackingNames.period, 'Chọn mã kỳ đang báo cáo.', 'Chọn một mã kỳ trong bảng bên dưới.', {
      kind: 'listRange',
      formula: periodIds,
    }),
    rule(trackingNames.bandAttention, order, order),
    rule(trackingNames.bandAtRisk, order, order),
    rule(trackingNames.bandAlarm, order, order),
    rule(trackingNames.dueSoonDays, 'Số ngày, ví dụ 30.', 'Nhập một số không âm, ví dụ 30.'),
  ];
}

function periodCell(field: PeriodField | null, period: Period, assumed: boolean): LineCell {
  switch (field) {
    case null:
      return { value: emptyInput, style: styles.plain };
    case 'id':
      return { value: textInput(period.id), style: styles.inputText };
    case 'name':
      return { value: textInput(period.name), style: styles.input };
    case 'from':
    case 'to':
    case 'cutOff':
    case 'due':
      return { value: { kind: 'date', date: period[field] }, style: styles.inputDay };
    case 'note':
      return {
        value: textInput(
          assumed
            ? 'Mặc định, chưa theo kế hoạch'
            : 'Kỳ tính đến hết hạn nộp; sửa nếu chốt số liệu sớm hơn',
        ),
        style: styles.input,
      };
  }
}
