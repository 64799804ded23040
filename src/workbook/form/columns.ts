import type { IndicatorField, TaskField } from '../../domain/book';
import { columnHeaders } from '../../messages/columnHeaders';
import type { Column, ColumnRole, TableLayout } from '../tracking/columns';

/** The columns of a form's tasks: those of the tracking workbook, and what was said last time. */
export type FormTaskField = TaskField | 'previousPercent' | 'previousResult';

const headers: Readonly<Record<FormTaskField, string>> = {
  ...columnHeaders.task,
  previousPercent: 'Kỳ trước: % hoàn thành',
  previousResult: 'Kỳ trước: kết quả',
};

function indicator(role: ColumnRole, widths: Partial<Record<IndicatorField, number>>) {
  return columnsOf(columnHeaders.indicator, role, widths);
}

function task(role: ColumnRole, widths: Partial<Record<FormTaskField, number>>) {
  return columnsOf(headers, role, widths);
}

function columnsOf<F extends string>(
  words: Readonly<Record<F, string>>,
  role: ColumnRole,
  widths: Partial<Record<F, number>>,
): readonly Column<F>[] {
  return fieldsIn(widths).map((field) => ({
    field,
    header: words[field],
    role,
    width: widths[field] ?? 9,
  }));
}

/** The fields of a record of widths in their order. */
function fieldsIn<F extends string>(widths: Partial<Record<F, number>>): readonly F[] {
  const fields: F[] = [];
  for (const field in widths) fields.push(field);
  return fields;
}

/**
 * The indicators of a form. Headers are those of the tracking workbook and a contract with every
 * form that was ever sent out: never renamed, only added.
 */
export const formIndicatorLayout: TableLayout<IndicatorField> = {
  sheet: 'Chỉ tiêu',
  table: 'PhieuChiTieu',
  columns: [
    ...indicator('plan', { id: 11, code: 6, name: 38, unit: 10, target: 19, horizon: 7 }),
    ...indicator('plan', { previous: 10 }),
    ...indicator('input', {
      actual: 11,
      estimated: 8,
      judgement: 12,
      source: 19,
      cause: 20,
      measure: 20,
      request: 18,
    }),
    ...indicator('derived', { status: 16 }),
    ...indicator('input', { note: 15 }),
    ...indicator('machine', {
      progress: 9,
      due: 9,
      deviation: 9,
      targetKind: 12,
      targetValue: 10,
      targetTop: 10,
      direction: 7,
      strict: 8,
      pace: 9,
      partOf: 10,
      reading: 8,
      roadMode: 9,
      roadBase: 9,
      roadExpected: 10,
      ownRank: 8,
      rank: 8,
    }),
  ],
};

/** The tasks of a form; see {@link formIndicatorLayout}. */
export const formTaskLayout: TableLayout<FormTaskField> = {
  sheet: 'Nhiệm vụ',
  table: 'PhieuNhiemVu',
  columns: [
    ...task('plan', { id: 11, code: 6, name: 42, product: 17, time: 12 }),
    ...task('plan', { due: 11.5, previousPercent: 9, previousResult: 20 }),
    ...task('input', {
      percent: 10,
      done: 11.5,
      result: 24,
      document: 15,
      source: 15,
      cause: 18,
      measure: 18,
      request: 16,
      start: 11.5,
      trigger: 12,
      allotted: 12,
      disbursed: 12,
      funding: 12,
    }),
    ...task('derived', { status: 17 }),
    ...task('input', { note: 15 }),
    ...task('machine', {
      timeKind: 12,
      fault: 8,
      reported: 8,
      startDay: 12,
      dueDay: 12,
      elapsed: 9,
    }),
  ],
};

/** Names of the sheets of a form, in their order; a contract with every form sent out. */
export const formSheets = {
  cover: 'Phiếu báo cáo',
  indicators: formIndicatorLayout.sheet,
  tasks: formTaskLayout.sheet,
  identity: '_TienDo',
} as const;

/** Kind and version written into every form's identity. */
export const formIdentity = { kind: 'form', formatVersion: 1 } as const;

/** Keys of the hidden sheet of a form. */
export const formIdentityKeys = {
  kind: 'kind',
  formatVersion: 'formatVersion',
  planId: 'planId',
  agency: 'agency',
  period: 'period',
  sample: 'sample',
  rows: 'rows',
} as const;
