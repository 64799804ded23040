import fc from 'fast-check';
import { joinParagraphs, lineAt } from '../../../src/reading/prose/paragraphs';
import { linesOf, wrap } from './text';

const paragraphsOf = (text: string): string[] => joinParagraphs(linesOf(text)).map((p) => p.text);

const LONG =
  'Tổ chức quán triệt và triển khai thực hiện hiệu quả, tạo sự chuyển biến rõ rệt trong hành động và nhận thức về vai trò của khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số trên địa bàn.';
const SHORT =
  'Việc thực hiện gắn với quy hoạch, kế hoạch phát triển kinh tế - xã hội của địa phương.';

describe('lines that a page wrapped', () => {
  it.each([
    ['one after another', '\n'],
    ['with a blank line after each', '\n\n'],
  ])('are joined, %s', (_, gap) => {
    const text = [LONG, '1. Mục đích', SHORT, '- Một là thế này;', '- Hai là thế kia.'];
    expect(paragraphsOf(text.flatMap((each) => wrap(each, 60)).join(gap))).toEqual(text);
  });

  it('are joined over a page break in the middle of a sentence', () => {
    expect(
      paragraphsOf(`${wrap(LONG, 60).join('\n\n')}\n\n sáng tạo`.replace('bàn.', 'bàn')),
    ).toEqual([`${LONG.slice(0, -1)} sáng tạo`]);
  });

  it.each([
    ['a dash inside a sentence', 'kinh tế\n- xã hội của thị xã', 'kinh tế - xã hội của'],
    ['a range cut at its dash', 'thương mại đạt 5\n- 10% mỗi năm', 'đạt 5 - 10% mỗi năm'],
    ['a number of a document', 'Nghị quyết số 57-\nNQ/TW của Bộ', 'số 57-NQ/TW của Bộ'],
    ['a name in capitals', 'Ban Chấp hành và Ban\nThường vụ Tỉnh ủy', 'Ban Thường vụ Tỉnh ủy'],
    ['a title in capitals', 'V. PHÂN CÔNG TRÁCH NHIỆM VÀ TỔ\nCHỨC THỰC HIỆN', 'TỔ CHỨC THỰC HIỆN'],
  ])('are joined at %s', (_, cut, joined) => {
    const first = cut.startsWith('V. ') ? cut : `Thực hiện theo đúng quy hoạch và kế hoạch ${cut}`;
    expect(paragraphsOf(first)[0]).toContain(joined);
  });

  it.each([
    ['a heading and its text', '1. Phòng Văn hóa\nTham mưu đầy đủ các nghị quyết của cấp trên'],
    ['a full heading and a duty', '1. Phòng Kinh tế và Hạ tầng huyện\nChủ trì theo dõi'],
    ['two items', '- Hạ tầng băng thông rộng\n- Phổ cập dịch vụ'],
    ['a colon and a list', 'Nội dung như sau:\nXây dựng kế hoạch'],
    ['labels', 'Phối hợp: các xã, phường và đơn vị\nThời gian: Quý II/2026'],
    ['a task that ends in “số”', '1. Xây dựng bản đồ số\nSở Xây dựng chủ trì'],
    ['two titles', 'KẾ HOẠCH\nThực hiện nghị quyết'],
  ])('stay apart: %s', (_, text) => {
    expect(paragraphsOf(text)).toEqual(text.split('\n'));
  });
});

describe('lines that are paragraphs', () => {
  it('are joined only where a page cut a sentence', () => {
    const cut = `${LONG}\n\n- Nhiệm vụ phát triển\n\n¹ Theo cách tính mới\n\nđược xác định cụ thể.\n\n${LONG}`;
    expect(paragraphsOf(cut)).toEqual([LONG, '- Nhiệm vụ phát triển được xác định cụ thể.', LONG]);
  });
});

describe('what is no text', () => {
  it.each([
    [
      'the mark of a footnote',
      `Đạt 62-65%¹ vào năm 2030, trong top 200² thành phố`,
      'Đạt 62-65% vào năm 2030, trong top 200 thành phố',
    ],
    [
      'a mark in square brackets',
      'Theo Quyết định[3] của Thủ tướng',
      'Theo Quyết định của Thủ tướng',
    ],
    ['but not a power', 'Diện tích 30 km² và 5 m²', 'Diện tích 30 km² và 5 m²'],
    ['emphasis', '**Mục tiêu** là *rõ ràng*', 'Mục tiêu là rõ ràng'],
  ])('is taken off: %s', (_, text, expected) => {
    expect(paragraphsOf(text)).toEqual([expected]);
  });

  it.each([
    '² Phấn đấu 05 năm nữa',
    '[2] Theo kết luận',
    '12',
    '- 3 -',
    'Trang 2/10',
    '1\tTỷ lệ\t%\t90',
    '| 1 | Tỷ lệ |',
  ])('is left out: %s', (line) => {
    expect(paragraphsOf(`${SHORT}\n${line}`)).toEqual([SHORT]);
  });
});

it('says which line holds a place of a paragraph', () => {
  const [paragraph] = joinParagraphs(linesOf(`\n${wrap(LONG, 60).join('\n\n')}`));
  expect(paragraph?.line).toBe(2);
  if (paragraph === undefined) throw new Error('no paragraph');
  expect(lineAt(paragraph, 0)).toBe(2);
  expect(lineAt(paragraph, LONG.length - 1)).toBe(8);
});

it('loses and invents no word of any text', () => {
  const words = fc.array(
    fc.constantFrom('I.', '1.', '-', 'Sở', 'tỷ lệ', 'đạt', '90%', ';', '.', ':'),
  );
  fc.assert(
    fc.property(fc.array(words), (lines) => {
      const text = lines.map((line) => line.join(' ')).join('\n');
      fc.pre(text.trim() !== '');
      const flat = (all: string): string => all.replace(/\s+/g, '');
      expect(flat(paragraphsOf(text).join(''))).toBe(flat(text));
    }),
  );
});
