import { quoted } from '../../../src/domain/text';
import { entrySlots } from '../../../src/domain/assessment/book';

import { figureKind } from '../../../src/domain/checks/support/figureKind';
import { readDay } from '../../../src/domain/checks/support/readDay';
import { readFigure, type FigureUse } from '../../../src/domain/checks/support/readFigure';
import { derivedFields, inputFields, planFields } from '../../../src/domain/checks/support/fields';
import { settingsPlace } from '../../../src/domain/checks/support/settingsPlace';
import {
  indicatorLayout,
  roadmapLayout,
  taskLayout,
  trackingSheets,
} from '../../../src/workbook/tracking/columns';
import { bookWith, type IndicatorInput } from '../../support/book';
import { atLeast, atMost, composite, growth, range } from '../../fixtures/should-fail/book';

const share: FigureUse = { kind: 'share' };
const money: FigureUse = { kind: 'money' };
const amount = (unit: string | null): FigureUse => ({ kind: 'amount', unit });

describe('readFigure', () => {
  it.each<[string, FigureUse, number]>([
    ['85%', share, 85],
    ['85 %', share, 85],
    ['85,5 ', share, 85.5],
    ['85.5', share, 85.5],
    ['đạt 85%', share, 85],
    ['Đã đạt 85', share, 85],
    ['85% dân số', share, 85],
    ['-3%', share, -3],
    ['\u22123,5', share, -3.5],
    ['1.234.567', amount('Người'), 1234567],
    ['1 234', amount('Người'), 1234],
    ['150 doanh nghiệp', amount('Doanh nghiệp'), 150],
    ['150 doanh nghiệp trên địa bàn', amount('Doanh nghiệp'), 150],
    ['1/1000 doanh nghiệp', amount('/1000 doanh nghiệp'), 1],
    ['12 người/vạn dân', amount('Người/vạn dân'), 12],
    ['5 trạm', amount('Trạm'), 5],
    ['01', amount('Trung tâm'), 1],
    ['1500', money, 1500],
    ['1,5 tỷ', money, 1500],
    ['1,5 tỷ đồng', money, 1500],
    ['2 tỉ', money, 2000],
    ['1.500.000 triệu đồng', money, 1500000],
    ['800 tr', money, 800],
    ['500.000.000 đồng', money, 500],
    ['500000000 VNĐ', money, 500],
    ['1.250 nghìn đồng', money, Number.NaN],
    ['1250 nghìn đồng', money, 1.25],
  ])('%s is exact', (text, use, value) => {
    const reading = readFigure(text, use);
    if (Number.isNaN(value)) expect(reading.kind).toBe('ambiguous');
    else expect(reading).toEqual({ kind: 'exact', value });
  });

  it.each<[string, FigureUse, number]>([
    ['khoảng 80', share, 80],
    ['Khoảng 80%', share, 80],
    ['~80', share, 80],
    ['≈ 80,5', share, 80.5],
    ['> 80', share, 80],
    ['≥80%', share, 80],
    ['hơn 80', share, 80],
    ['gần 80%', share, 80],
    ['ước đạt 80%', share, 80],
    ['đạt khoảng 80%', share, 80],
    ['80% (ước)', share, 80],
    ['80 trở lên', share, 80],
    ['ước 1,5 tỷ', money, 1500],
  ])('%s is approximate', (text, use, value) => {
    expect(readFigure(text, use)).toEqual({ kind: 'approximate', value });
  });

  it.each<[string, FigureUse, [number, number]]>([
    ['1.234', amount('Người'), [1234, 1.234]],
    ['khoảng 1.234', amount('Người'), [1234, 1.234]],
    ['-1.234', amount(null), [-1234, -1.234]],
    ['1.500 tỷ', money, [1500000, 1500]],
  ])('%s can be read both ways', (text, use, readings) => {
    expect(readFigure(text, use)).toEqual({ kind: 'ambiguous', readings });
  });

  it.each<[string, FigureUse, 'none' | 'percent']>([
    ['', share, 'none'],
    ['-', share, 'none'],
    ['đang tổng hợp', share, 'none'],
    ['80-85', share, 'none'],
    ['80 - 85%', share, 'none'],
    ['từ 80 đến 85', share, 'none'],
    ['85% (2024: 80%)', share, 'none'],
    ['05/06/2025', share, 'none'],
    ['1/2', share, 'none'],
    ['3 triệu', amount('Người'), 'none'],
    ['1.23.4', share, 'none'],
    ['85 90', share, 'none'],
    ['5 tỷ trong 3 năm', money, 'none'],
    ['3 máy', money, 'none'],
    ['3%', amount('Doanh nghiệp'), 'percent'],
    ['80%', money, 'percent'],
    ['9'.repeat(400), share, 'none'],
  ])('%s is no figure', (text, use, kind) => {
    expect(readFigure(text, use)).toEqual({ kind });
  });
});

describe('readDay', () => {
  it.each([
    ['20/11/2025', '2025-11-20'],
    ['20-11-2025', '2025-11-20'],
    ['20.11.2025', '2025-11-20'],
    ['20/11/25', '2025-11-20'],
    [' 20 / 11 / 2025 ', '2025-11-20'],
    ['2025-06-05', '2025-06-05'],
    ['2025/6/5', '2025-06-05'],
    ['06/06/2025', '2025-06-06'],
    ['11/20/2025', '2025-11-20'],
    ['ngày 5 tháng 6 năm 2025', '2025-06-05'],
    ['Ngày 05/13/2025', '2025-05-13'],
  ])('%s is one day', (text, day) => {
    expect(readDay(text)).toEqual({ kind: 'day', day });
  });

  it('gives both readings, the Vietnamese first', () => {
    expect(readDay('05/06/2025')).toEqual({
      kind: 'ambiguous',
      readings: ['2025-06-05', '2025-05-06'],
    });
  });

  it.each(['', '31/02/2025', '13/13/2025', '11/2025', '2025', 'cuối năm', '1/1/1', '20/11/2025 x'])(
    '%s is no day',
    (text) => {
      expect(readDay(text)).toEqual({ kind: 'none' });
    },
  );
});

describe('figureKind', () => {
  const kindOf = (input: IndicatorInput): (string | null)[] =>
    bookWith({ indicators: [input] }).plan.indicators.flatMap((indicator) =>
      entrySlots(indicator).map((slot) => figureKind(indicator, slot)),
    );

  it.each<[string, IndicatorInput, (string | null)[]]>([
    ['a share', {}, ['share']],
    ['a share of GDP', { unit: '% GDP', name: 'Quy mô kinh tế số' }, ['share']],
    ['a share by its target only', { unit: null, targetText: 'trên 70%' }, ['share']],
    ['value added', { name: 'Tỷ trọng giá trị gia tăng công nghệ cao' }, ['share']],
    ['infrastructure', { name: 'Hạ tầng số, nền tảng số' }, ['share']],
    ['a yearly rate', growth, ['growth']],
    [
      'growth in words',
      { name: 'Chỉ số sản xuất công nghiệp', targetText: 'tăng 19%' },
      ['growth'],
    ],
    ['a comparison', { name: 'Thu ngân sách so với năm 2024' }, ['growth']],
    ['more than the whole', { target: atLeast(130) }, ['growth']],
    ['firms', { unit: 'Doanh nghiệp' }, ['count']],
    ['firms and bodies', { unit: 'Tổ chức, doanh nghiệp' }, ['count']],
    ['firms per thousand', { unit: 'Số doanh nghiệp/1000 dân' }, ['other']],
    ['people per ten thousand', { unit: 'Người/vạn dân' }, ['other']],
    ['times', { unit: 'Lần' }, ['other']],
    ['an index', { unit: 'Chỉ số phát triển con người (HDI)' }, ['other']],
    ['no unit', { unit: null, targetText: '5' }, ['other']],
    ['a rank', { pace: 'rank', target: atMost(10), unit: 'Thứ bậc' }, ['rank']],
    ['a bare rank', { pace: 'rank', target: { kind: 'exactly', value: 3 } }, ['rank']],
    ['a range of ranks', { pace: 'rank', target: range(3, 5) }, ['rank']],
    ['a count among ranks', { pace: 'rank', target: atLeast(1), unit: 'Thứ bậc' }, ['other']],
    ['words', { target: { kind: 'qualitative' } }, [null]],
    ['parts', composite, ['share', 'share']],
    ['a heading', { target: null }, []],
  ])('%s', (_name, input, kinds) => {
    expect(kindOf(input)).toEqual(kinds);
  });
});

describe('quoted', () => {
  it('keeps messages short and on one line', () => {
    expect(quoted(' Đang\n tổng  hợp ')).toBe('Đang tổng hợp');
    expect(quoted('a'.repeat(120))).toBe('a'.repeat(120));
    expect(quoted('a'.repeat(121))).toBe(`${'a'.repeat(119)}…`);
  });
});

describe('what the checks know of the workbook', () => {
  it.each([
    ['indicator', indicatorLayout],
    ['task', taskLayout],
    ['roadmap', roadmapLayout],
  ] as const)(
    'the columns of the %s table have the roles the workbook gives them',
    (name, layout) => {
      const fieldsOf = (role: string): string[] =>
        layout.columns.flatMap((column) => (column.role === role ? [column.field] : [])).sort();
      expect([...inputFields[name]].sort()).toEqual(fieldsOf('input'));
      expect([...derivedFields[name]].sort()).toEqual(fieldsOf('derived'));
      expect([...planFields[name]].sort()).toEqual(fieldsOf('plan'));
    },
  );

  it('calls the sheet of settings as the workbook does', () => {
    expect(settingsPlace.sheet).toBe(trackingSheets.periods);
  });
});
