import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { joinParagraphs } from '../../../src/reading/prose/paragraphs';
import { findContradictions } from '../../../src/reading/prose/contradictions';
import { readProse } from '../../../src/reading/prose/readProse';
import { z } from 'zod';
import { linesOf, wrap } from './text';

const text = z.string().nullable();
const rowSchema = z.object({
  code: z.string(),
  name: z.string(),
  horizon: z.number(),
  unit: text,
  targetText: text,
  leadText: text,
});
const taskSchema = z.object({
  code: z.string(),
  section: z.string(),
  name: z.string(),
  leadText: text,
  coordText: text,
  resultText: text,
  timeText: text,
});
const planSchema = z.object({
  indicators: z.array(rowSchema),
  proseIndicators: z.array(rowSchema).optional(),
  tasks: z.array(taskSchema),
});

const seed = (name: string): string => readFileSync(`seeds/${name}.txt`, 'utf8');
const expected = (name: string): z.infer<typeof planSchema> =>
  planSchema.parse(JSON.parse(readFileSync(`test/fixtures/expected/${name}.json`, 'utf8')));

const plans = [
  { name: 'nga-nam', hasIndicatorTable: false },
  { name: 'hai-phong', hasIndicatorTable: true },
] as const;

describe.each(plans)('$name', ({ name, hasIndicatorTable }) => {
  const source = seed(name);
  const read = readProse(linesOf(source), false, hasIndicatorTable);
  const plan = expected(name);

  it('gives every indicator of its text, in order, in its own words', () => {
    const wanted = plan.proseIndicators ?? plan.indicators;
    expect(read.indicators.map((row) => rowSchema.omit({ code: true }).parse(row))).toEqual(
      wanted.map((row) => rowSchema.omit({ code: true }).parse(row)),
    );
    expect(read.indicators.map(({ code }) => code)).toEqual(
      wanted.map((_, index) => `p${index + 1}`),
    );
  });

  it('gives every task of its text', () => {
    expect(read.tasks.map((row) => taskSchema.parse(row))).toEqual(plan.tasks);
  });

  const paragraphs = joinParagraphs(linesOf(source)).map((each) => each.text);
  it.each([
    [
      'without blank lines',
      source
        .split('\n')
        .filter((line) => line.trim() !== '')
        .join('\n'),
    ],
    ['with a paragraph on each line', paragraphs.join('\n')],
    ['with blank lines between paragraphs', paragraphs.join('\n\n')],
    ['wrapped narrow', paragraphs.flatMap((each) => wrap(each, 60)).join('\n')],
    [
      'wrapped wide, blank lines between all',
      paragraphs.flatMap((each) => wrap(each, 90)).join('\n\n'),
    ],
    [
      'wrapped, blank lines between paragraphs',
      paragraphs.map((each) => wrap(each, 100).join('\n')).join('\n\n'),
    ],
    ['indented, with Windows ends of lines', paragraphs.map((each) => `    ${each}`).join('\r\n')],
    ['in decomposed Unicode', source.normalize('NFD')],
    [
      'with (1) written as a)',
      source.replace(/^ ?\((\d)\) /gm, (_, digit: string) => `${'0abcde'.charAt(Number(digit))}) `),
    ],
    [
      'with I. written as A.',
      source.replace(
        /^(I|II|III|IV|V)\. (?=\p{Lu})/gmu,
        (_, roman: string) => `${{ I: 'A', II: 'B', III: 'C', IV: 'D', V: 'E' }[roman] ?? ''}. `,
      ),
    ],
  ])('reads the same %s', (_, variant) => {
    const other = readProse(linesOf(variant), false, hasIndicatorTable);
    const words = ({ indicators, tasks }: typeof read): unknown => [
      indicators.map(({ horizon, name: named, unit, targetText, leadText }) => [
        horizon,
        named,
        unit,
        targetText,
        leadText,
      ]),
      tasks.map(({ name: named, leadText, timeText }) => [named, leadText, timeText]),
    ];
    expect(words(other)).toEqual(words(read));
  });
});

describe('contradictions of real plans', () => {
  it.each([
    ['nga-nam', ['p8 V.3.1']],
    ['hai-phong', ['p6 7', 'p8 19', 'p45 36.5', 'p54 40', 'p55 41']],
    ['tien-giang', []],
  ])('%s', (name, found) => {
    const hasTable = name !== 'nga-nam';
    const { indicators, tasks } = readProse(linesOf(seed(name)), name === 'tien-giang', hasTable);
    const known = <Row extends object>(row: Row): Row & { readonly target: null } => ({
      ...row,
      target: null,
    });
    const table = hasTable ? expected(name).indicators.map(known) : [];
    expect(
      findContradictions(indicators.map(known), table, tasks).map(
        (each) => `${each.proseCode} ${each.tableCode}`,
      ),
    ).toEqual(found);
  });
});

it.each(['can-tho', 'hue'])(
  'finds no aims in the text of %s, which has them in tables only',
  (name) => {
    expect(readProse(linesOf(seed(name)), true, true)).toEqual({ indicators: [], tasks: [] });
  },
);

it('reads a plan attached to a decision, and none of the decision', () => {
  const { indicators } = readProse(
    linesOf(`QUYẾT ĐỊNH
Điều 1. Ban hành kèm theo Quyết định này Kế hoạch.
Nơi nhận:
- Như Điều 3;
- Tỷ lệ lưu: 5%
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
KẾ HOẠCH
Chuyển đổi số năm 2026
I. MỤC TIÊU
- Tỷ lệ số hóa đạt 80%.
TM. ỦY BAN NHÂN DÂN
II. MỤC TIÊU`),
    true,
    false,
  );
  expect(indicators.map(({ name, horizon }) => [name, horizon])).toEqual([['Tỷ lệ số hóa', 2026]]);
});

it('never throws, and keeps the order of the text', () => {
  const pieces = [
    'I. MỤC TIÊU NĂM 2026',
    '1. Mục tiêu cụ thể',
    'a) Đến năm 2030',
    '- Tỷ lệ số hóa đạt 80%;',
    '+ 100% hồ sơ',
    'V. TỔ CHỨC THỰC HIỆN',
    '1. Sở A',
    '2. Sở B: theo dõi.',
    '- Chủ trì: Sở C',
    'Nhiệm vụ: Xây dựng',
    '',
    'Nơi nhận:',
    'PHỤ LỤC',
    '¹ Ghi chú',
    '1\t2\t3',
    '(Thời gian: Quý I)',
  ];
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string())), (lines) => {
      const source = ['x', ...lines]
        .join('\n')
        .replace(/[\0-\x08\x0b-\x1f\x85\u2028\u2029\ufffd]/g, ' ');
      const { indicators, tasks } = readProse(linesOf(source), false, false);
      const numbers = indicators.map(({ line }) => line);
      expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
      for (const { line } of [...indicators, ...tasks])
        expect(line).toBeLessThanOrEqual(lines.length + 1);
    }),
    { numRuns: 300 },
  );
});
