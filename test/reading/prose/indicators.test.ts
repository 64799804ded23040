import { readProseIndicators } from '../../../src/reading/prose/indicators';
import { outline } from '../../../src/reading/prose/outline';
import { joinParagraphs } from '../../../src/reading/prose/paragraphs';
import { linesOf } from './text';

/** Each indicator of a text as "code horizon name target". */
function read(text: string): string[] {
  return readProseIndicators(outline(joinParagraphs(linesOf(text)))).map(
    ({ code, horizon, name, targetText }) => `${code} ${horizon} ${name}: ${targetText ?? '-'}`,
  );
}

describe('where indicators are looked for', () => {
  it.each([
    [
      'below objectives',
      'II. MỤC TIÊU NĂM 2026\n- Tỷ lệ số hóa đạt 5%',
      ['p1 2026 Tỷ lệ số hóa: 5%'],
    ],
    [
      'below targets',
      'B. CHỈ TIÊU CHỦ YẾU ĐẾN NĂM 2030\n1. Tỷ lệ số hóa đạt 5%',
      ['p1 2030 Tỷ lệ số hóa: 5%'],
    ],
    [
      'below a vision',
      'II. MỤC TIÊU\n1. Tầm nhìn đến năm 2045\nKinh tế số đạt 5%.',
      ['p1 2045 Kinh tế số: 5%'],
    ],
    [
      'below a mixed title',
      'I. QUAN ĐIỂM, MỤC TIÊU\n1. Quan điểm\nDành 3%.\n2. Mục tiêu đến năm 2030\nKinh tế số đạt 5%.',
      ['p1 2030 Kinh tế số: 5%'],
    ],
    [
      'on the line of the title',
      'II. MỤC TIÊU\n1. Mục tiêu cụ thể đến năm 2030: Kinh tế số đạt 5%.\n2. Tầm nhìn\nTheo nghị quyết.',
      ['p1 2030 Kinh tế số: 5%'],
    ],
    [
      'in parts and letters',
      'PHẦN I\nMỤC TIÊU\nA. MỤC TIÊU CHUNG\nĐạt 9%.\nB. MỤC TIÊU CỤ THỂ NĂM 2027\nI. Hạ tầng\n1. Tỷ lệ phủ sóng đạt 5%.',
      ['p1 2027 Tỷ lệ phủ sóng: 5%'],
    ],
    [
      'under lines that only name a group',
      'II. MỤC TIÊU NĂM 2026\n- Các chỉ tiêu về giáo dục:\n+ Tỷ lệ trường đạt 5%',
      ['p1 2026 Tỷ lệ trường: 5%'],
    ],
  ])('%s', (_, text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    ['general objectives', 'II. MỤC TIÊU NĂM 2026\n1. Mục tiêu tổng quát\nKinh tế số đạt 5%.'],
    [
      'general objectives on one line',
      'II. MỤC TIÊU NĂM 2026\n1. Mục tiêu chung: Kinh tế số đạt 5%.\n2. Tầm nhìn\nTheo nghị quyết.',
    ],
    [
      'objectives without a number',
      'I. MỤC TIÊU\n1. Thể chế hóa đầy đủ nghị quyết.\n2. Xác định nhiệm vụ.',
    ],
    [
      'ways and means',
      'III. NHIỆM VỤ, GIẢI PHÁP\n1. Nâng cao nhận thức\n- Phấn đấu đạt 20% vào năm 2030.',
    ],
    ['purposes', 'I. MỤC ĐÍCH, YÊU CẦU\n1. Mục đích\n- Đạt 20% vào năm 2030.'],
    ['plain text', 'Kinh tế số đạt 20% vào năm 2030.'],
  ])('never in %s', (_, text) => {
    expect(read(text)).toEqual([]);
  });

  it('passes over general objectives under a line of their own', () => {
    const text = `MỤC TIÊU NĂM 2026
Mục tiêu tổng quát:
Kinh tế số đạt 9%.
Mục tiêu cụ thể:
- Kinh tế số đạt 5%`;
    expect(read(text)).toEqual(['p1 2026 Kinh tế số: 5%']);
  });

  it('takes words without a number only beside targets with one', () => {
    const text = `II. MỤC TIÊU NĂM 2026
1. Mục tiêu
Nâng cao năng lực số.
2. Chỉ tiêu
Phủ sóng 5G toàn xã. Tỷ lệ số hóa đạt 5%.`;
    expect(read(text)).toEqual([
      'p1 2026 Phủ sóng 5G toàn xã: Phủ sóng 5G toàn xã',
      'p2 2026 Tỷ lệ số hóa: 5%',
    ]);
  });
});

describe('the horizon', () => {
  it.each([
    ['of the heading', 'II. MỤC TIÊU\n1. Đến năm 2030\n- Tỷ lệ A đạt 5%', 2030],
    ['of a heading above', 'II. MỤC TIÊU ĐẾN NĂM 2030\n1. Hạ tầng\n- Tỷ lệ A đạt 5%', 2030],
    ['the end of a period', 'II. MỤC TIÊU GIAI ĐOẠN 2026 - 2030\n- Tỷ lệ A đạt 5%', 2030],
    ['of a line before the items', 'II. MỤC TIÊU\nĐến năm 2028:\n- Tỷ lệ A đạt 5%', 2028],
    ['of the sentence itself', 'II. MỤC TIÊU NĂM 2026\n- Đến năm 2030, tỷ lệ A đạt 5%', 2030],
    ['of the title', 'KẾ HOẠCH\nChuyển đổi số năm 2026\nII. MỤC TIÊU\n- Tỷ lệ A đạt 5%', 2026],
    [
      'not of another document',
      'KẾ HOẠCH\nThực hiện Nghị quyết ngày 22 tháng 12 năm 2024\nvề phát triển đến năm 2030\nII. MỤC TIÊU\n- Tỷ lệ A đạt 5%',
      2030,
    ],
    ['not known', 'II. MỤC TIÊU\n- Tỷ lệ A đạt 5%', 0],
  ])('is %s', (_, text, horizon) => {
    const [indicator] = readProseIndicators(outline(joinParagraphs(linesOf(text))));
    expect(indicator?.horizon).toBe(horizon);
    expect(indicator?.doubts.map(({ code }) => code)).toEqual(
      horizon === 0 ? ['metadataMissing'] : [],
    );
  });
});

it('says on which line each aim begins', () => {
  const text =
    'II. MỤC TIÊU NĂM 2026\n(1) Quy mô kinh tế số đạt tối thiểu 30% GRDP. Tỷ lệ sử dụng\ndịch vụ công trực tuyến của người dân và doanh nghiệp đạt\ntrên 80%; giao dịch không dùng tiền mặt đạt trên 80%.';
  const read = readProseIndicators(outline(joinParagraphs(linesOf(text))));
  expect(read.map(({ line }) => line)).toEqual([2, 2, 4]);
});

it('gives aims the numbers they have inside a line, and the first that of its item', () => {
  const text = 'II. MỤC TIÊU NĂM 2026\n(1) Tỷ lệ A đạt 5%; (2) tỷ lệ B đạt 6%.\n- Tỷ lệ C đạt 7%.';
  expect(read(text)).toEqual(['1 2026 Tỷ lệ A: 5%', '2 2026 tỷ lệ B: 6%', 'p3 2026 Tỷ lệ C: 7%']);
});

it('is in doubt where a number was taken for a part of the name', () => {
  const text = 'II. MỤC TIÊU NĂM 2026\nDoanh nghiệp có trên 200 lao động ứng dụng số đạt 80%.';
  const [indicator] = readProseIndicators(outline(joinParagraphs(linesOf(text))));
  expect(indicator?.doubts).toEqual([
    { code: 'toldInSentence', params: { column: 'Mục tiêu', text: '80%' } },
  ]);
});
