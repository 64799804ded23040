import { parseIsoDate } from '../../../src/domain/dates';
import type { CellSpec, SheetSpec, WorkbookSpec } from '../../../src/workbook/spec';
import {
  indicatorLayout,
  roadmapLayout,
  taskLayout,
  trackingSheets,
} from '../../../src/workbook/tracking/columns';
import { emptyContent } from '../../../src/workbook/tracking/content';
import { chunked } from '../../../src/workbook/tracking/identity';
import { trackingSpec } from '../../../src/workbook/tracking/trackingSpec';
import { day, filledContent } from '../support/filled';
import { handMadePlan } from '../support/handMade';

const filled = trackingSpec(filledContent('hue', day(2026, 6, 10)));
const fresh = trackingSpec(emptyContent(handMadePlan('can-tho'), day(2026, 6, 10)));

function sheetOf(spec: WorkbookSpec, name: string): SheetSpec {
  const sheet = spec.sheets.find((each) => each.name === name);
  if (!sheet) throw new Error(`No sheet ${name}.`);
  return sheet;
}

function textOf({ value }: CellSpec): string {
  if (value.kind === 'text') return value.text;
  return value.kind === 'formula' && typeof value.result === 'string' ? value.result : '';
}

/** The cells of a table's column, without its header. */
function columnOf(spec: WorkbookSpec, name: string, header: string): readonly CellSpec[] {
  const sheet = sheetOf(spec, name);
  const [table] = sheet.tables;
  if (!table) throw new Error(`${name} has no table.`);
  const column = table.columns.indexOf(header) + table.range.left;
  return sheet.cells.filter(
    (cell) =>
      cell.column === column && cell.row > table.range.top && cell.row <= table.range.bottom,
  );
}

describe('The tracking workbook', () => {
  it('has its sheets in their order, the identity hidden', () => {
    expect(filled.sheets.map(({ name }) => name)).toEqual(Object.values(trackingSheets));
    expect(sheetOf(filled, '_TienDo').visibility).toBe('veryHidden');
  });

  it.each([indicatorLayout, taskLayout])('has the fixed headers of $table', (layout) => {
    const [table] = sheetOf(filled, layout.sheet).tables;
    expect(table?.name).toBe(layout.table);
    expect(table?.columns).toEqual(layout.columns.map(({ header }) => header));
  });

  it('names its tables as other tools expect them', () => {
    expect(filled.sheets.flatMap(({ tables }) => tables.map(({ name }) => name))).toEqual([
      'ChiTieu',
      'NhiemVu',
      'LoTrinh',
      'CoQuan',
      'KyBaoCao',
      'SoLieu',
      'TinhHinhNop',
      'NhatKy',
      'VanDe',
    ]);
  });

  it('is the same for the same content', () => {
    expect(trackingSpec(filledContent('hue', day(2026, 6, 10)))).toEqual(filled);
  });

  it.each(Object.values(trackingSheets).filter((name) => name !== '_TienDo'))(
    'marks sample figures on %s, and only those',
    (name) => {
      const marks = (spec: WorkbookSpec): number =>
        sheetOf(spec, name).cells.filter((cell) => textOf(cell).includes('SỐ LIỆU MẪU')).length;
      expect(marks(filled)).toBe(1);
      expect(marks(fresh)).toBe(0);
    },
  );

  it.each([
    [indicatorLayout, 'Thực hiện'],
    [indicatorLayout, 'Đánh giá định tính'],
    [taskLayout, '% hoàn thành'],
    [taskLayout, 'Ngày hoàn thành'],
    [roadmapLayout, 'Giá trị gốc'],
  ])('unlocks and marks the cells to fill in: $0.table, %s', (layout, header) => {
    const open = columnOf(filled, layout.sheet, header).filter(
      ({ style }) => style.locked === false,
    );
    expect(open.length).toBeGreaterThan(0);
    expect(new Set(open.map(({ style }) => style.fill))).toEqual(new Set(['FFFBDD']));
    expect(new Set(open.map(({ style }) => style.border))).toEqual(new Set(['input']));
  });

  it.each([
    [indicatorLayout, 'Mã'],
    [indicatorLayout, 'Mục tiêu'],
    [indicatorLayout, 'Trạng thái'],
    [taskLayout, 'Thời hạn'],
    [taskLayout, 'Nhóm thống kê'],
  ])('keeps the others locked: $0.table, %s', (layout, header) => {
    expect(
      columnOf(filled, layout.sheet, header).filter(({ style }) => style.locked === false),
    ).toEqual([]);
  });

  it('asks for a number or a judgement, never both', () => {
    const numbers = columnOf(filled, 'Chỉ tiêu', 'Thực hiện');
    const judgements = columnOf(filled, 'Chỉ tiêu', 'Đánh giá định tính');
    numbers.forEach((cell, index) => {
      const open = [cell, judgements[index]].filter((each) => each?.style.locked === false);
      expect(open.length).toBeLessThanOrEqual(1);
    });
  });

  it('lets an officer set a due day only where the plan sets none', () => {
    const { tasks } = handMadePlan('hue');
    columnOf(filled, 'Nhiệm vụ', 'Hạn hoàn thành').forEach((cell, index) => {
      const kind = tasks[index]?.time.kind;
      expect([kind, cell.style.locked === false]).toEqual([
        kind,
        kind === 'conditional' || kind === 'none',
      ]);
      expect([kind, cell.value.kind === 'date']).toEqual([kind, kind === 'by' || kind === 'span']);
    });
  });

  it('gives each part of a composite target a line of its own under its indicator', () => {
    const ids = columnOf(filled, 'Chỉ tiêu', 'Mã').map(textOf);
    const [composite] = handMadePlan('hue').indicators.filter(
      ({ target }) => target?.kind === 'composite',
    );
    const id = composite?.id ?? '';
    const at = ids.indexOf(id);
    expect(ids.slice(at, at + 4)).toEqual([id, `${id}/1`, `${id}/2`, `${id}/3`]);
  });

  it.each(['Chỉ tiêu', 'Nhiệm vụ', 'Lộ trình'])(
    'has one formula a column on %s, whatever the line',
    (name) => {
      const plain = (formula: string): string => formula.replace(/(?<=[A-Z])\d+(?![\d(])/g, '#');
      for (const header of sheetOf(filled, name).tables[0]?.columns ?? []) {
        const formulas = columnOf(filled, name, header).flatMap(({ value }) =>
          value.kind === 'formula' ? [plain(value.formula)] : [],
        );
        expect([header, new Set(formulas).size]).toEqual([header, Math.min(formulas.length, 1)]);
      }
    },
  );

  it('never points at its own sheet by name: sorting would not move such a reference', () => {
    for (const { name, cells, tables } of filled.sheets)
      for (const { value } of tables.length > 0 ? cells : [])
        if (value.kind === 'formula') expect(value.formula).not.toContain(`'${name}'!`);
  });

  it('explains and refuses in Vietnamese, within what Excel shows', () => {
    const rules = filled.sheets.flatMap(({ validations }) => validations);
    expect(rules.length).toBeGreaterThan(20);
    for (const rule of rules) {
      expect(rule.prompt.length).toBeLessThanOrEqual(255);
      expect(rule.error.length).toBeLessThanOrEqual(255);
      expect(rule.promptTitle.length).toBeLessThanOrEqual(32);
      expect([rule.prompt, rule.error, rule.promptTitle, rule.errorTitle]).not.toContain('');
    }
  });

  it('leads from every issue to its cell', () => {
    const [cell] = columnOf(filled, 'Vấn đề', 'Ô');
    expect(cell?.link).toEqual({ sheet: 'Chỉ tiêu', address: 'I9' });
  });
});

describe('The plan in the identity', () => {
  it.each([
    ['short', 'Kế hoạch'],
    ['long', 'Kế hoạch 37/KH-UBND '.repeat(5_000)],
    ['all spaces around the cut', `${'a'.repeat(31_990)}${' '.repeat(40)}${'b'.repeat(40)}`],
    ['pairs around the cut', `${'a'.repeat(31_999)}${'😀'.repeat(20_000)}`],
  ])('is cut into cells that lose nothing: %s', (_name, text) => {
    const chunks = chunked(text);
    expect(chunks.join('')).toBe(text);
    for (const chunk of chunks) {
      expect(chunk.length).toBeLessThanOrEqual(32_000);
      expect(/\p{Cs}/u.test(chunk)).toBe(false);
    }
  });

  it('never begins or ends a cell with a space', () => {
    const chunks = chunked(`${'a'.repeat(31_990)}${' '.repeat(40)}${'b'.repeat(40)}`);
    expect(chunks.filter((chunk) => chunk.trim() !== chunk)).toEqual([]);
  });
});

describe('A fresh workbook', () => {
  it('starts tasks with a last day on the day of the plan', () => {
    const content = emptyContent(handMadePlan('can-tho'), day(2026, 6, 10));
    const by = content.plan.tasks.filter(({ time }) => time.kind === 'by');
    for (const { id } of by)
      expect(content.taskEntries.get(id)?.get('start')).toEqual({ date: '2025-02-20' });
  });

  it('dates baselines at the end of the year before the plan', () => {
    const { roadmap } = emptyContent(handMadePlan('can-tho'), day(2026, 6, 10));
    const dates = new Set([...roadmap.values()].map(({ baselineDate }) => baselineDate));
    expect([...dates]).toEqual([{ date: parseIsoDate('2024-12-31') }]);
  });
});
