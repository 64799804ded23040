import {
  compareBooks,
  drawComparison,
  openCompared,
  openCorrections,
  type ComparedBooks,
} from '../../src/app/compareBooks';
import { comparisonView } from '../../src/app/comparisonView';
import { workbookFiles } from '../../src/app/wiring';
import { assessBook } from '../../src/domain/assessment/book';
import type { ComparedBook } from '../../src/domain/comparison/compare';
import type { Correction } from '../../src/domain/comparison/match';
import type { SheetSnapshot, Snapshot } from '../../src/domain/snapshot';
import { readXlsx } from '../../src/gateways/xlsx/read/read';
import { comparisonSpec } from '../../src/workbook/comparison/comparisonSpec';
import { comparisonSheets } from '../../src/messages/comparison';
import { readCorrections } from '../../src/workbook/comparison/matchSheet';
import { emptyContent } from '../../src/workbook/tracking/content';
import { trackingSpec } from '../../src/workbook/tracking/trackingSpec';
import { bookWith, day, type IndicatorInput } from '../support/book';
import { seedPlan } from '../support/plans';

const asOf = day('2025-12-15');

function compared(
  id: string,
  locality: string,
  indicators: readonly IndicatorInput[],
  over: { readonly nationalFloor?: string } = {},
): ComparedBook {
  const book = bookWith({ indicators });
  const plan = { ...book.plan, id, locality, nationalFloor: over.nationalFloor ?? null };
  const own = { ...book, file: `${id}.xlsx`, plan };
  return { book: own, assessment: assessBook(own), hash: `hash of ${id}` };
}

const share = { name: 'Tỷ lệ người dân có hồ sơ sức khỏe điện tử', unit: '%', horizon: 2030 };
const rank = {
  name: 'Chỉ số đổi mới sáng tạo cấp địa phương (PII)',
  unit: 'Thứ bậc',
  horizon: 2030,
  pace: 'rank',
  targetText: '≤ 10',
  target: { kind: 'atMost', value: 10, strict: false },
} as const;

function atLeast(value: number): Pick<IndicatorInput, 'target' | 'targetText'> {
  return { target: { kind: 'atLeast', value, strict: false }, targetText: `≥ ${String(value)}` };
}

describe('figures of localities side by side', () => {
  const books = [
    compared(
      'a',
      'An',
      [
        { ...share, ...atLeast(95), entry: { actual: 70 } },
        { ...rank, entry: { actual: 12 } },
        {
          ...share,
          name: 'Chi cho khoa học',
          unit: 'tỷ đồng',
          ...atLeast(2),
          entry: { actual: 3 },
        },
      ],
      { nationalFloor: 'Chỉ tiêu bằng hoặc cao hơn Nghị quyết số 57-NQ/TW' },
    ),
    compared('b', 'Bình', [
      { ...share, ...atLeast(90), entry: { actual: 80 } },
      { ...rank, entry: { actual: 5 } },
      {
        ...share,
        name: 'Chi cho khoa học',
        unit: 'triệu đồng',
        ...atLeast(2500),
        entry: { actual: 2800 },
      },
    ]),
    compared('c', 'Châu', [
      { ...share, ...atLeast(98), entry: { actual: 70 } },
      { ...rank, entry: { actual: null } },
    ]),
  ];
  const { rows } = comparisonView(compareBooks(books, []).comparison, []);
  const row = (part: string) => rows.find(({ name }) => name.includes(part));
  const of = <T>(part: string, pick: (cell: (typeof rows)[number]['cells'][number]) => T) =>
    row(part)?.cells.map(pick);

  it('ranks the best first, and equals alike', () => {
    expect(of('sức khỏe', ({ rank: place }) => place)).toEqual([2, 1, 2]);
  });

  it('puts the smaller number first where less is better, and ranks no missing figure', () => {
    expect(of('PII', ({ rank: place }) => place)).toEqual([2, 1, null]);
  });

  it('compares money in one unit, and leaves what was entered', () => {
    expect(of('khoa học', ({ actual, compared: same }) => [actual, same])).toEqual([
      [3, 3],
      [2800, 2.8],
    ]);
  });

  it('calls lower than the nation a breach only where the plan says so', () => {
    const floor = compared('d', 'Dương', [{ ...share, ...atLeast(90) }], {
      nationalFloor: 'Chỉ tiêu bằng hoặc cao hơn Nghị quyết số 57-NQ/TW',
    });
    const view = comparisonView(compareBooks([...books, floor], []).comparison, []);
    expect(
      view.rows
        .find(({ key }) => key === 'NQ-32')
        ?.cells.map(({ standing, breach }) => [standing, breach]),
    ).toEqual([
      ['equal', false],
      ['lower', false],
      ['higher', false],
      ['lower', true],
    ]);
  });
});

async function drawn(comparison: ComparedBooks): Promise<Snapshot> {
  const snapshot = readXlsx(await drawComparison(workbookFiles, comparison), 'so-sanh.xlsx');
  if (!snapshot.ok) throw new Error(snapshot.error.code);
  return snapshot.value;
}

function sheetOf(snapshot: Snapshot, name: string): SheetSnapshot {
  const sheet = snapshot.sheets.find((each) => each.name === name);
  if (!sheet) throw new Error(`There is no sheet ${name}.`);
  return sheet;
}

describe('the comparison workbook', () => {
  const books = [
    compared('a', 'An', [{ ...share, ...atLeast(95) }, rank]),
    compared('b', 'Bình', [{ ...share, ...atLeast(90) }, rank]),
  ];

  it('gives back what officers decided, and what could not be followed', async () => {
    const decided: readonly Correction[] = [
      { party: 'a', indicator: 'CT-1', with: null },
      { party: 'b', indicator: 'CT-2', with: 'NQ-999' },
    ];
    const comparison = compareBooks(books, decided);
    expect(comparison.comparison.problems.map(({ reason }) => reason)).toEqual(['rowUnknown']);
    expect(readCorrections(await drawn(comparison))).toEqual({ ok: true, value: decided });
  });

  it('says how many decisions concern plans that take no part', () => {
    const { notices, corrections } = compareBooks(books, [
      { party: 'x', indicator: 'CT-1', with: null },
    ]);
    expect(corrections).toEqual([]);
    expect(notices.vi.join()).toContain('1 chỗ sửa ghép thuộc kế hoạch không có');
    expect(notices.en.join()).toContain('take no part in this comparison: 1.');
  });

  it('says whose status is of another time, and nothing when all are of one', () => {
    const later = compared('b', 'Bình', [rank]);
    const settings = { ...later.book.settings, asOf: day('2026-06-30') };
    const [now, then] = [
      compared('a', 'An', [rank]),
      { ...later, book: { ...later.book, settings } },
    ];
    const told = (...all: ComparedBook[]) => compareBooks(all, []).notices.vi.join();
    expect(told(now, then)).toMatch(/An: .* \(20\/11\/2025\); Bình: .* \(30\/06\/2026\)/);
    expect(told(now, compared('c', 'Châu', [rank]))).not.toContain('khác nhau');
  });

  it('prints six localities side by side on a page of A3, seven on two', () => {
    const of = (count: number) =>
      comparisonSpec(
        compareBooks(
          Array.from({ length: count }, (_, at) =>
            compared(`p${String(at)}`, `Nơi ${String(at)}`, [rank]),
          ),
          [],
        ).input,
      ).sheets.slice(1, 4);
    for (const sheet of of(6)) {
      expect(sheet.print).toMatchObject({ paper: 'a3', fitToWidth: true, pagesAcross: 1 });
      // The narrowest letters are those of a page that shrinks to two thirds.
      const right = sheet.print.area?.right ?? 0;
      const width = sheet.columns.slice(0, right).reduce((sum, each) => sum + each.width, 0);
      expect((width * 7 + right * 5) / 1474).toBeLessThan(1.5);
    }
    expect(of(7).map(({ print }) => print.pagesAcross)).toEqual([2, 2, 1]);
  });

  it('is the same bytes from the same books', async () => {
    const once = await drawComparison(workbookFiles, compareBooks(books, []));
    const twice = await drawComparison(workbookFiles, compareBooks(books, []));
    expect(Buffer.from(once).equals(Buffer.from(twice))).toBe(true);
  });

  it('tells two plans of one place apart', async () => {
    const both = [compared('a', 'An', [rank]), compared('b', 'An', [rank])];
    const snapshot = await drawn(compareBooks(both, []));
    const heads = sheetOf(snapshot, comparisonSheets.statuses).cells.flatMap(({ content }) =>
      content.kind === 'text' && content.text.endsWith('– Trạng thái') ? [content.text] : [],
    );
    expect(heads).toEqual(['An – Trạng thái', 'An (2) – Trạng thái']);
  });

  it('writes what begins like a formula as text', async () => {
    const evil = compared('=1+1', '=HYPERLINK("http://x")', [
      { ...share, ...atLeast(95), name: '@SUM(A1)', targetText: '+1', unit: '-2' },
    ]);
    const snapshot = await drawn(compareBooks([evil], []));
    const formulas = snapshot.sheets.flatMap(({ cells }) =>
      cells.flatMap(({ formula }) => (formula === null ? [] : [formula])),
    );
    expect(formulas.every((formula) => formula.startsWith('COUNTIF('))).toBe(true);
  });
});

describe('files that cannot be compared', () => {
  const file = (name: string, bytes: Uint8Array, hash = name) => ({ file: name, bytes, hash });
  let hue: Uint8Array;
  let report: Uint8Array;

  beforeAll(async () => {
    hue = await workbookFiles.render(trackingSpec(emptyContent(seedPlan('hue'), asOf)));
    report = await drawComparison(workbookFiles, compareBooks([compared('a', 'An', [rank])], []));
  });

  it.each<readonly [string, () => readonly ReturnType<typeof file>[], string]>([
    [
      'the same file twice',
      () => [file('a.xlsx', hue, 'h'), file('b.xlsx', hue, 'h')],
      'bookTwice',
    ],
    ['two books of one plan', () => [file('a.xlsx', hue), file('b.xlsx', hue)], 'planTwice'],
    ['a comparison', () => [file('a.xlsx', report)], 'workbookNoIdentity'],
    ['no workbook', () => [file('a.xlsx', new Uint8Array([1, 2, 3]))], 'notAWorkbook'],
  ])('%s', (_, given, code) => {
    expect(openCompared(workbookFiles, given(), null)).toMatchObject({
      ok: false,
      error: { code },
    });
  });

  it('a tracking workbook in the place of a comparison', () => {
    expect(openCorrections(workbookFiles, file('a.xlsx', hue))).toMatchObject({
      ok: false,
      error: { code: 'notAComparison' },
    });
  });
});
