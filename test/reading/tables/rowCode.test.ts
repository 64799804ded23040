import {
  depthOf,
  follow,
  isFirstBelow,
  noNumbering,
  readCode,
  type CodeReading,
} from '../../../src/reading/tables/rowCode';

function only(text: string): CodeReading {
  const [code] = readCode(text);
  if (!code) throw new Error(`${text} is no number`);
  return code;
}

/** What it costs to believe a run of numbers, each read the likeliest way. */
function costOf(run: string): number {
  type State = { readonly cost: number; readonly numbering: typeof noNumbering };
  const end = run.split(' ').reduce<readonly State[]>(
    (states, text) =>
      states.flatMap(({ cost, numbering }) =>
        readCode(text).map((code) => {
          const step = follow(numbering, code);
          return { cost: cost + step.cost, numbering: step.next };
        }),
      ),
    [{ cost: 0, numbering: noNumbering }],
  );
  return Math.min(...end.map((state) => state.cost));
}

describe('readCode', () => {
  it.each([
    ['1', '1'],
    ['1.', '1'],
    ['01', '01'],
    ['6.10', '6.10'],
    ['6.10.', '6.10'],
    ['1.1.2', '1.1.2'],
    ['(3)', '3'],
    ['3)', '3'],
    ['IV', 'IV'],
    ['IV.', 'IV'],
    ['A.', 'A'],
    ['a)', 'a'],
    ['I.1', 'I.1'],
    ['1.a', '1.a'],
    ['I/', 'I'],
    ['II -', 'II'],
    ['3-', '3'],
  ])('%s is the number %s', (cell, text) => {
    expect(readCode(cell).map((code) => code.text)).toContain(text);
  });

  it.each([
    '',
    '-',
    '%',
    '1,3',
    '≥ 1',
    '12/2025',
    '2025-2026',
    'IIII',
    'VX',
    '6 tháng',
    'Sở',
    '>5',
    'AB',
  ])('%s is no number', (cell) => {
    expect(readCode(cell)).toEqual([]);
  });

  it('reads I both as one and as a letter', () => {
    expect(readCode('I').map((code) => code.steps[0]?.style)).toEqual(['roman', 'upper']);
  });
});

describe('follow', () => {
  it.each([
    '1 2 3',
    'I 1 2 3 II 4 5',
    'I 1 2 3 II 1 2',
    'I. 1. 2. II. 3.',
    'A I 1 2 II 3 B I 1',
    '1 1.1 1.2 2 2.1',
    '6 7 7.1 7.2 8'.replace('6 ', '1 2 3 4 5 6 '),
    'I 1 1.1 1.2 2 II 1 1.1',
    '1 a) b) c) d) đ) e) g) 2 a)',
    '1 1.1 1.1.1 1.1.2 1.2 2',
    'I I.1 I.2 II II.1',
    'A B C D',
  ])('takes %s as it is', (run) => {
    expect(costOf(run)).toBe(0);
  });

  it.each([
    ['1 2 3', '1 2 4'],
    ['1 2 4', '1 2 2'],
    ['1 2 3', '1 2 1'],
    ['1 2 5', '1 2 80'],
    ['1 2 30', '1 2 2026'],
    ['1 1.1', '1 2.1'],
    ['I 1 II', 'I 1 IV'],
  ])('believes %s sooner than %s', (likely, unlikely) => {
    expect(costOf(likely)).toBeLessThan(costOf(unlikely));
  });
});

it.each([
  ['6', '6.1', true],
  ['6', '6.2', false],
  ['6', '7.1', false],
  ['6', '61', false],
  ['1', '1.1.1', false],
  ['3', 'a)', true],
  ['II', '1', false],
])('the first number below %s may be %s: %s', (parent, child, expected) => {
  expect(isFirstBelow(only(parent), only(child))).toBe(expected);
});

it('stands deeper from A to I to 1 to 1.1 to 1.1.1 to a)', () => {
  const depths = ['A', 'II', '1', '1.1', '1.1.1', 'b)'].map((text) => depthOf(only(text)));
  expect(depths).toEqual([...depths].sort((a, b) => a - b));
  expect(new Set(depths).size).toBe(depths.length);
});
