import fc from 'fast-check';
import { assessBook } from '../../../src/domain/assessment/book';
import { pastOf } from '../../../src/domain/assessment/past';
import type { Book } from '../../../src/domain/book';
import type {
  BlockSpec,
  DocumentSpec,
  ParagraphSpec,
} from '../../../src/workbook/narrative/documentSpec';
import { logEntry } from '../../../src/domain/collection/submission';
import { narrativeSpec } from '../../../src/workbook/narrative/narrativeSpec';
import { sampleContent } from '../../../src/app/sampleContent';
import { readXlsx } from '../../../src/gateways/xlsx/read/read';
import { renderXlsx } from '../../../src/gateways/xlsx/write/render';
import { readBook } from '../../../src/workbook/tracking/readBook';
import { trackingSpec } from '../../../src/workbook/tracking/trackingSpec';
import { bookWith, day, type BookInput } from '../../support/book';
import { seedPlan } from '../../support/plans';

function narrative(book: Book, openErrors = 0): DocumentSpec {
  return narrativeSpec({ book, assessment: assessBook(book), openErrors, past: pastOf(book) });
}

function textOf({ runs }: ParagraphSpec): string {
  return runs.map(({ text }) => text).join('');
}

/** What stands on the pages before the list of sources. */
function body({ blocks }: DocumentSpec): readonly ParagraphSpec[] {
  return blocks.filter(
    (block): block is ParagraphSpec => block.kind === 'paragraph' && block.style === 'body',
  );
}

function said(input: BookInput, openErrors = 0): string {
  return body(narrative(bookWith(input), openErrors))
    .map(textOf)
    .join('\n')
    .replaceAll('\u00a0', ' ');
}

/** The list of sources: for each sentence, by its number, what it was filled with. */
function sourcesOf(blocks: readonly BlockSpec[]): ReadonlyMap<string, readonly string[][]> {
  const last = blocks.at(-1);
  if (last?.kind !== 'table') throw new Error('There is no list of sources.');
  const found = new Map<string, string[][]>();
  for (const row of last.rows.slice(last.headRows)) {
    const [number = '', ...cells] = row.map((paragraphs) => paragraphs.map(textOf).join('\n'));
    found.set(number, [...(found.get(number) ?? []), cells]);
  }
  return found;
}

/** Every sentence of the body with the number its bookmark gives it. */
function sentencesOf(spec: DocumentSpec): readonly { number: string; text: string }[] {
  return body(spec).flatMap(({ runs }) =>
    runs.map(({ text, bookmark = '' }) => ({ number: bookmark.replace('cau_', ''), text })),
  );
}

/** No digit stands in a sentence that is not a figure with a source. */
function expectTraced(spec: DocumentSpec): void {
  const sources = sourcesOf(spec.blocks);
  for (const { number, text } of sentencesOf(spec)) {
    const figures = (sources.get(number) ?? []).map(([, value = '']) => value);
    const rest = figures
      .toSorted((a, b) => b.length - a.length)
      .reduce((left, value) => (value === '' ? left : left.replace(value, ' ')), text);
    expect({ text, rest: /\d/.test(rest) }).toEqual({ text, rest: false });
    for (const value of figures) expect(text).toContain(value);
  }
}

const asOf = day('2025-12-15');

describe.each(['can-tho', 'hai-phong', 'hue', 'nga-nam', 'tien-giang'])(
  'a report of %s',
  (name) => {
    it('says nothing without a source, and every source has its sentence', async () => {
      const snapshot = readXlsx(
        await renderXlsx(trackingSpec(sampleContent(seedPlan(name), asOf))),
        `${name}.xlsx`,
      );
      if (!snapshot.ok) throw new Error(snapshot.error.code);
      const book = readBook(snapshot.value, { asOf: null });
      if (!book.ok) throw new Error(book.error.code);
      const spec = narrative(book.value);
      expectTraced(spec);
      const numbers = new Set(sentencesOf(spec).map(({ number }) => number));
      expect([...sourcesOf(spec.blocks).keys()].every((number) => numbers.has(number))).toBe(true);
    });
  },
);

describe('what the text says', () => {
  const slow = {
    name: 'Tỷ lệ giao dịch không dùng tiền mặt',
    code: '7',
    unit: '%',
    horizon: 2025,
    targetText: '≥ 80',
    target: { kind: 'atLeast', value: 80, strict: false },
    leadText: 'Sở Tài chính',
  } as const;

  it('a figure in the plan’s own words, with its unit and how far it falls short', () => {
    expect(said({ indicators: [{ ...slow, entry: { actual: 61.5 } }] })).toMatch(
      /- Chỉ tiêu 7\. Tỷ lệ giao dịch không dùng tiền mặt \(Sở Tài chính\): báo động; thực hiện 61,5%, mục tiêu ≥ 80%; chậm [\d,]+ điểm so với lộ trình\./,
    );
  });

  it('words of officers stand once, with every row they were written on', () => {
    const entry = { actual: 61.5, cause: 'Thiếu vốn.', measure: 'Bố trí vốn' };
    const text = said({
      indicators: [
        { ...slow, entry },
        { ...slow, code: '8', entry: { ...entry, cause: 'thiếu vốn' } },
      ],
    });
    expect(text).toContain('- Chỉ tiêu 7, 8: “Thiếu vốn”.');
    expect(text).toContain('đều đã nêu nguyên nhân và giải pháp');
  });

  it('a missing cause is named as missing, never made up', () => {
    const text = said({
      indicators: [{ ...slow, entry: { actual: 61.5, cause: null, measure: null } }],
    });
    expect(text).toContain('Có 1 chỉ tiêu, nhiệm vụ chậm chưa nêu nguyên nhân: Chỉ tiêu 7.');
    expect(text).toContain('Có 1 chỉ tiêu, nhiệm vụ chậm chưa nêu giải pháp: Chỉ tiêu 7.');
  });

  it('a place is called a place', () => {
    expect(
      said({
        indicators: [
          {
            ...slow,
            unit: 'Thứ bậc',
            pace: 'rank',
            targetText: 'Top 10',
            target: { kind: 'atMost', value: 10, strict: false },
            entry: { actual: 9 },
          },
        ],
      }),
    ).toContain('thực hiện hạng 9, mục tiêu Top 10');
  });

  it('money is summed over the cells that hold it', () => {
    const text = said({
      tasks: [
        { entry: { allotted: 1500, disbursed: 900.5 } },
        { entry: { allotted: 250, disbursed: null } },
      ],
    });
    expect(text).toContain(
      'Kinh phí được giao cho 2 nhiệm vụ là 1.750 triệu đồng; đã giải ngân 900,5 triệu đồng.',
    );
  });

  const earlier = {
    id: '2025-06',
    name: 'Sáu tháng đầu năm',
    from: day('2025-01-01'),
    to: day('2025-06-10'),
    cutOff: day('2025-06-10'),
    due: day('2025-06-10'),
  };

  it('what changed since the period before: counted, the worse by name, the silent by number', () => {
    const share = { ...slow, targetText: '≥ 90', target: { ...slow.target, value: 90 } };
    const book = bookWith({
      indicators: [
        { ...share, code: '1', entry: { actual: 66 } },
        { ...share, code: '2', entry: { actual: 50 } },
        { ...share, code: '3', entry: { actual: null } },
      ],
      tasks: [{ entry: { percent: 60 } }],
      history: [
        ['2025-06', 'CT-1', 'actual', 60],
        ['2025-06', 'CT-2', 'actual', 55.5],
        ['2025-06', 'CT-3', 'actual', 40],
        ['2025-06', 'NV-1', 'percent', 60],
      ],
    });
    const spec = narrative({
      ...book,
      settings: { ...book.settings, periods: [earlier, book.settings.period] },
    });
    const text = body(spec).map(textOf).join('\n').replaceAll('\u00a0', ' ');
    expect(text).toContain(
      'So với kỳ sáu tháng đầu năm, trong 3 chỉ tiêu, nhiệm vụ có số liệu ở cả hai kỳ: 1 tốt hơn, 1 không đổi, 1 kém hơn.',
    );
    expect(text).toContain(
      '- Chỉ tiêu 2. Tỷ lệ giao dịch không dùng tiền mặt: kỳ trước 55,5%, kỳ này 50%, kém hơn.',
    );
    expect(text).toContain('kỳ trước có số liệu mà kỳ này chưa có: Chỉ tiêu 3.');
    expectTraced(spec);
    const sources = [...sourcesOf(spec.blocks).values()].flat().map(([, , source]) => source);
    expect(sources).toContain('trang Số liệu, kỳ Sáu tháng đầu năm, dòng CT-2');
  });

  it('says nothing of a period before where there was none', () => {
    expect(said({})).not.toContain('So với kỳ');
  });

  it('who has sent, late and not at all is named', () => {
    const book = bookWith({
      indicators: [{}, { leads: ['snv'], leadText: 'Sở Nội vụ' }],
      tasks: [{ leads: ['syt'], leadText: 'Sở Y tế' }],
    });
    const sent = (agency: string, time: string) =>
      logEntry(time, 'accepted', book.settings.period.id, { agency, file: 'a.xlsx', hash: agency });
    const spec = narrative({
      ...book,
      log: [sent('stc', '2025-11-18T08:00:00'), sent('snv', '2025-11-22T08:00:00')],
    });
    const text = body(spec).map(textOf).join('\n').replaceAll('\u00a0', ' ');
    expect(text).toMatch(
      /Có 3 cơ quan phải báo cáo, hạn nộp [\d/]+: 1 cơ quan nộp đúng hạn, 1 cơ quan nộp muộn, 1 cơ quan chưa nộp\./,
    );
    expect(text).toContain('Chưa nộp: Sở Y tế. Nộp muộn: Sở Nội vụ.');
    expectTraced(spec);
  });

  it('without any submission says whose figures are in the workbook', () => {
    expect(said({ tasks: [{ leads: ['syt'], entry: { percent: null, result: null } }] })).toContain(
      '1 trong 2 cơ quan phải báo cáo đã có số liệu. Chưa có số liệu: Sở Y tế.',
    );
  });

  it('a draft says how many errors are open', () => {
    const marks = narrative(bookWith({}), 3).blocks.flatMap((block) =>
      block.kind === 'paragraph' && block.style === 'mark' ? [textOf(block)] : [],
    );
    expect(marks).toEqual(['DỰ THẢO – còn 3 lỗi chưa xử lý']);
  });

  it('ends with the closing mark', () => {
    expect(said({})).toMatch(/\.\/\.$/);
  });
});

it('traces whatever officers type', () => {
  const typed = fc.option(fc.oneof(fc.double({ noNaN: true, min: -1e6, max: 1e6 }), fc.string()), {
    nil: null,
  });
  fc.assert(
    fc.property(typed, typed, typed, fc.string(), (actual, percent, cause, request) => {
      expectTraced(
        narrative(
          bookWith({
            indicators: [{ entry: { actual, cause, request } }],
            tasks: [{ entry: { percent, cause, request } }],
          }),
        ),
      );
    }),
    { numRuns: 100 },
  );
});
