import { markerOf } from '../../../src/reading/prose/markers';
import { outline, type Section } from '../../../src/reading/prose/outline';
import { joinParagraphs } from '../../../src/reading/prose/paragraphs';
import { linesOf } from './text';

/** A tree as indented lines: "I MỤC TIÊU". */
function drawn(sections: readonly Section[], depth = 0): string[] {
  return sections.flatMap(({ number, style, title, children }) => [
    `${'  '.repeat(depth)}${number === '' ? style : number} ${title}`,
    ...drawn(children, depth + 1),
  ]);
}

describe('markers', () => {
  it.each([
    ['PHẦN THỨ NHẤT', 'part', 'THỨ NHẤT'],
    ['A. MỤC TIÊU', 'A', 'A'],
    ['IV. NHIỆM VỤ', 'I', 'IV'],
    ['II/ Mục tiêu', 'I', 'II'],
    ['1. Mục đích', '1', '1'],
    ['1.Mục đích', '1', '1'],
    ['2.1. Chính quyền số', '1.1', '2.1'],
    ['2.1 Chính quyền số', '1.1', '2.1'],
    ['2.1.3. Dữ liệu', '1.1.1', '2.1.3'],
    ['1) Một là', '1)', '1'],
    ['(1) Tiềm lực', '(1)', '1'],
    ['a) Mục tiêu', 'a)', 'a'],
    ['đ) Sản phẩm', 'a)', 'đ'],
    ['- Tỷ lệ', '-', ''],
    ['– Tỷ lệ', '-', ''],
    ['-100% xã', '-', ''],
    ['+ Tỷ lệ', '+', ''],
    ['• Tỷ lệ', '•', ''],
    ['PHỤ LỤC II', 'appendix', 'II'],
  ])('%s is %s %s', (text, style, number) => {
    expect(markerOf(text)).toMatchObject({ style, number });
  });

  it.each([
    'Tỷ lệ',
    '2030. Từ đó',
    '5 - 10% mỗi năm',
    '-NQ/TW',
    '1.250 tỷ đồng',
    '30/6/2026',
    'Phần mềm',
    'Vì sao',
  ])('%s has none', (text) => {
    expect(markerOf(text)).toBeNull();
  });
});

it('makes a tree whatever the order of a document’s styles', () => {
  const text = `KẾ HOẠCH
Căn cứ nghị quyết;
I. MỤC TIÊU
1. Mục tiêu cụ thể
a) Đến năm 2030
- Một
+ Nhỏ
- Hai
Văn bản thường.
b) Đến năm 2045
2. Khác
II. NHIỆM VỤ
1) Việc
a) Nhỏ`;
  expect(drawn(outline(joinParagraphs(linesOf(text))))).toEqual([
    'text KẾ HOẠCH',
    'text Căn cứ nghị quyết;',
    'I MỤC TIÊU',
    '  1 Mục tiêu cụ thể',
    '    a Đến năm 2030',
    '      - Một',
    '        + Nhỏ',
    '      - Hai',
    '      text Văn bản thường.',
    '    b Đến năm 2045',
    '  2 Khác',
    'II NHIỆM VỤ',
    '  1 Việc',
    '    a Nhỏ',
  ]);
});

it('takes lines in capitals for chapters where none has a Roman numeral', () => {
  const text = 'KẾ HOẠCH NĂM 2026\nMỤC TIÊU CHUNG\n1. Một\nNHIỆM VỤ CỤ THỂ\n1. Hai';
  expect(drawn(outline(joinParagraphs(linesOf(text))))).toEqual([
    'CAPITALS KẾ HOẠCH NĂM 2026',
    'CAPITALS MỤC TIÊU CHUNG',
    '  1 Một',
    'CAPITALS NHIỆM VỤ CỤ THỂ',
    '  1 Hai',
  ]);
});

it('gives a part the title on its next line', () => {
  const [part] = outline(joinParagraphs(linesOf('PHẦN I\nMỤC TIÊU\nA. MỤC TIÊU CHUNG\nNâng cao.')));
  expect(part).toMatchObject({ style: 'part', number: 'I', title: 'MỤC TIÊU' });
});
