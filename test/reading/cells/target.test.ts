import fc from 'fast-check';
import type { Target } from '../../../src/domain/plan/target';
import { readTarget } from '../../../src/reading/cells/target';

const signs = {
  atLeast: ['≥', '>'],
  atMost: ['≤', '<'],
} as const;

function show(target: Target): string {
  if (target.kind === 'composite') return `[${target.parts.map(show).join(' ')}]`;
  if (target.kind === 'qualitative') return 'words';
  const growing = target.growing === true ? '↑' : '';
  if (target.kind === 'range') return `${target.min}..${target.max}${growing}`;
  if (target.kind === 'exactly') return `${target.value}${growing}`;
  return `${signs[target.kind][target.strict ? 1 : 0]}${target.value}${growing}`;
}

/** "≥30", ">0.7", "8..10", "90", "words", "[≤3 ≤50]"; a doubt about it shows as a trailing "?". */
function brief(text: string, unit: string | null = null): string {
  const { target, doubts } = readTarget(text, unit);
  const doubtful = doubts.some((doubt) => doubt.code === 'targetNotUnderstood');
  return show(target) + (doubtful ? '?' : '');
}

describe('readTarget', () => {
  it.each([
    ['01', 'Cơ sở', '1'],
    ['90', '%', '90'],
    ['100%', '%', '100'],
    ['100 %', '%', '100'],
    ['1,3', 'Lần', '1.3'],
    ['0.75', 'HDI', '0.75'],
    ['0', 'Vụ', '0'],
    ['Tăng 15%/năm', null, '15'],
    ['giảm 10%', null, '10'],
    ['tăng 30% dịch vụ sáng tạo', null, '30'],
    ['gấp 30 lần', null, '30'],
    ['Gấp đôi', 'Lần', '2'],
    ['Tăng 1,5 lần so với năm 2025', 'Lần', '1.5'],
    ['khoảng 30%', '%', '30'],
    ['≈ 30', '%', '30'],
    ['~30', '%', '30'],
    ['trên dưới 30%', '%', '30'],
    ['đạt 12 người trên một vạn dân', null, '12'],
    ['12 người trên 10.000 dân', null, '12'],
    ['12 người/10.000 dân', null, '12'],
    ['1/1000 doanh nghiệp', null, '1'],
    ['tương đương các nước phát triển 1/1000 doanh nghiệp', '/1000 doanh nghiệp', '1'],
    ['100% xã, phường', null, '100'],
    ['100% (37/37 xã)', '%', '100'],
    ['17/25', 'Xã', '17'],
    ['10', 'Thứ bậc', '10'],
    ['Hạng 10', 'Thứ bậc', '10'],
    ['Xếp thứ 15/63', 'Thứ bậc', '15'],
    ['Hình thành 05 mô hình', null, '5'],
    ['Hoàn thành xây dựng 03 trung tâm dữ liệu', null, '3'],
    ['- 90% cấp tỉnh', '%', '90'],
    ['từ 15% năm 2025 lên 30% năm 2030', '%', '30'],
  ])('reads %j (%s) as a bare number: %s', (text, unit, expected) => {
    expect(brief(text, unit)).toBe(expected);
  });

  it.each([
    ['50.000 hồ sơ', null, '50000'],
    ['50.000', 'Hồ sơ', '50000'],
    ['1 250', 'Doanh nghiệp', '1250'],
    ['1.250 tỷ đồng', null, '1250'],
    ['1.250 tỷ đồng', 'Tỷ đồng', '1250'],
    ['1,5 tỷ đồng', 'Triệu đồng', '1500'],
    ['10 nghìn tỷ đồng', 'Tỷ đồng', '10000'],
    ['50 nghìn', 'Hồ sơ', '50000'],
    ['1,2 triệu', 'Hồ sơ', '1200000'],
    ['4.500 - 5.000 USD', null, '4500..5000'],
    ['1.234', 'Lần', 'words?'],
    ['2,500', 'Doanh nghiệp', 'words?'],
    ['1,234,567', 'Doanh nghiệp', 'words?'],
  ])('reads the thousands of %j (%s): %s', (text, unit, expected) => {
    expect(brief(text, unit)).toBe(expected);
  });

  it.each([
    ['≥ 01', 'Trung tâm dữ liệu', '≥1'],
    ['≥30', '%', '≥30'],
    ['>= 90%', '%', '≥90'],
    ['=> 80', '%', '≥80'],
    ['>5', 'Quận', '>5'],
    ['> 0,7', 'Chỉ số phát triển con người (HDI)', '>0.7'],
    ['≤ 10', 'Thứ bậc', '≤10'],
    ['< 5', '%', '<5'],
    ['$> 0,7$', 'HDI', '>0.7'],
    ['ở mức trên 50%', null, '>50'],
    ['duy trì trên 0,5', null, '>0.5'],
    ['chiếm hơn 60%', null, '>60'],
    ['vượt 10%', null, '>10'],
    ['tối thiểu 30% GRDP', null, '≥30'],
    ['Tối thiêu 30%', '%', '≥30'],
    ['tối thiểu: 05', null, '≥5'],
    ['ít nhất 10%', null, '≥10'],
    ['tăng ít nhất 10%', null, '≥10'],
    ['Ít nhất một doanh nghiệp', null, '≥1'],
    ['Mỗi xã ít nhất 01 tổ công nghệ số', null, '≥1'],
    ['đạt từ 90% trở lên', null, '≥90'],
    ['80% trở lên', '%', '≥80'],
    ['05 doanh nghiệp trở lên', null, '≥5'],
    ['3+', 'Tổ chức', '≥3'],
    ['không dưới 15%', null, '≥15'],
    ['lớn hơn hoặc bằng 5', null, '≥5'],
    ['từ 2 doanh nghiệp số ngang tầm nước tiên tiến', null, '≥2'],
    ['dưới 5%', '%', '<5'],
    ['thấp hơn 5%', '%', '<5'],
    ['không quá 15 ngày', null, '≤15'],
    ['không vượt quá 5%', '%', '≤5'],
    ['tối đa 3', null, '≤3'],
    ['5% trở xuống', '%', '≤5'],
    ['Giảm còn dưới 2%', '%', '<2'],
    ['giảm xuống còn 5%', '%', '≤5'],
    ['≥ 3% và tăng dần theo yêu cầu phát triển', '% tổng chi NSNN', '≥3↑'],
    ['ít nhất 3% tổng chi ngân sách hằng năm cho phát triển và tăng dần', null, '≥3↑'],
    ['≥ 80%; duy trì hằng năm', '%', '≥80'],
    ['≥ 80%; tăng dần hằng năm', '%', '≥80↑'],
  ])('reads the bound of %j (%s): %s', (text, unit, expected) => {
    expect(brief(text, unit)).toBe(expected);
  });

  it.each([
    ['8 - 10', '%', '8..10'],
    ['16- 18', '%/năm', '16..18'],
    ['1-2', 'Tổ chức', '1..2'],
    ['62–65', '%', '62..65'],
    ['62-65%¹ vào năm 2030', '%', '62..65'],
    ['20% - 50%', '%', '20..50'],
    ['20%-22%/năm', null, '20..22'],
    ['7,5 - 8%/năm', null, '7.5..8'],
    ['1.000 - 1.200', 'Doanh nghiệp', '1000..1200'],
    ['từ 2 - 3 tổ chức', null, '2..3'],
    ['từ 2 tổ chức đến 3 tổ chức', null, '2..3'],
    ['từ 8% đến 10%', '%', '8..10'],
    ['Từ 5 đến dưới 10', null, '5..10'],
    ['tối thiểu từ 01 - 02', null, '1..2'],
    ['10 - 8', '%', 'words?'],
  ])('reads the range %j (%s): %s', (text, unit, expected) => {
    expect(brief(text, unit)).toBe(expected);
  });

  it.each([
    ['Top 5', 'Thứ bậc', '≤5'],
    ['top 03', null, '≤3'],
    ['TOP20', 'Thứ bậc', '≤20'],
    ['Thuộc tốp 15', 'Thứ bậc', '≤15'],
    ['Phấn đấu đứng top 3 toàn quốc', 'Thứ bậc', '≤3'],
    ['Top 10 tỉnh, thành phố trực thuộc TW dẫn đầu toàn quốc', 'Thứ bậc', '≤10'],
    ['Top 3 các địa phương dẫn đầu về phát triển khoa học, công nghệ', 'Thứ bậc', '≤3'],
    ['Thuộc nhóm 30 tỉnh, thành dẫn đầu cả nước', 'Thứ bậc', '≤30'],
    ['Nằm trong nhóm 15 địa phương dẫn đầu', 'Thứ bậc', '≤15'],
    ['Trong 10 tỉnh, thành phố dẫn đầu cả nước', 'Thứ bậc', '≤10'],
    ['giữ vững Top đầu cả nước, đạt Top 3 toàn quốc trở lên', null, '≤3'],
    ['lọt top 200² thành phố có chỉ số hệ sinh thái đổi mới sáng tạo', null, '≤200'],
    ['Thuộc nhóm dẫn đầu (Top 10)', 'Thứ bậc', '≤10'],
    ['Xếp thứ 10 trở lên', 'Thứ bậc', '≤10'],
    ['Từ hạng 10 trở lên', 'Thứ bậc', '≤10'],
    ['Thuộc nhóm khá (từ thứ 11 đến thứ 20)', 'Thứ bậc', '11..20'],
    ['Top 10-15', 'Thứ bậc', '≤15?'],
    ['Nhóm 2', null, 'words?'],
    ['Tăng 02 bậc so với năm 2024', 'Thứ bậc', 'words?'],
  ])('reads the rank %j (%s): %s', (text, unit, expected) => {
    expect(brief(text, unit)).toBe(expected);
  });

  it.each([
    ['Đạt', null, 'words'],
    ['Tiên tiến, hiện đại', null, 'words'],
    ['Top đầu cả nước', null, 'words'],
    ['Thuộc nhóm dẫn đầu cả nước', 'Thứ bậc', 'words'],
    ['Đạt mức trên trung bình của cả nước', 'Thứ bậc', 'words'],
    ['Phổ cập dịch vụ mạng di động 5G', null, 'words'],
    ['Hoàn thành trước năm 2027', null, 'words'],
    ['Theo Quyết định số 57/2025/QĐ-TTg', null, 'words'],
    ['Làm chủ công nghiệp 4.0', null, 'words'],
    ['Đạt cấp độ 3', null, 'words?'],
    ['mức 2 trở lên', null, 'words?'],
    ['Tăng trưởng 2 con số', '%', 'words?'],
    ['2030', 'Doanh nghiệp', 'words?'],
    ['1/3 số xã', null, 'words?'],
    ['-5%', '%', 'words?'],
    ['±5%', '%', 'words?'],
    ['Thuộc nhóm 1/3 các tỉnh dẫn đầu', 'Thứ bậc', 'words?'],
    ['Trẻ 5 tuổi', null, 'words?'],
    ['Xếp hạng theo tiêu chí 4 của Bộ', null, 'words?'],
    ['2026: 10; 2030: 20', null, 'words?'],
  ])('does not make a number of %j (%s): %s', (text, unit, expected) => {
    expect(brief(text, unit)).toBe(expected);
  });

  it.each([
    ['Dân số từ 15 tuổi trở lên đạt 95%', '%', '95'],
    ['100% với tốc độ trên 1 Gb/s', '%', '100'],
    ['100% hệ thống đạt cấp độ 3', '%', '100'],
    ['100% cơ quan cấp 1, cấp 2', '%', '100'],
    ['mức 2 trở lên đối với trên 95% cơ sở', null, '>95'],
    ['Phủ sóng 5G cho 99% dân số', '%', '99'],
    ['80% trong vòng 6 tháng', '%', '80'],
    ['90[1]', '%', '90'],
    ['90 (1)', '%', '90'],
    ['150³ doanh nghiệp', null, '150'],
    ['chiếm 40%⁵ GRDP', null, '40'],
    ['100% vào năm 2027', '%', '100'],
    ['≥ 60% giai đoạn 2026-2030', '%', '≥60'],
    ['≥ 75 tuổi', 'Tuổi', '≥75'],
    ['≤ 24 giờ', 'Giờ', '≤24'],
    ['≥ 350 Tbps', 'Tbps', '≥350'],
    ['tối đa 15 phút', null, '≤15'],
    ['≥ 80% theo tiêu chí 4 của Bộ', '%', '≥80?'],
    ['100% xã có ít nhất 02 điểm truy cập', '%', '100?'],
  ])('passes over other digits in %j (%s): %s', (text, unit, expected) => {
    expect(brief(text, unit)).toBe(expected);
  });

  it.each<[string, string | null, string, string[]]>([
    [
      'Top 3 các cơ sở giáo dục đại học Việt Nam, trong top 200 châu Á và 700 thế giới.',
      'Thứ bậc',
      '[≤3 ≤200 ≤700]',
      ['Top 3 các cơ sở giáo dục đại học Việt Nam', 'trong top 200 châu Á', '700 thế giới'],
    ],
    ['≤ 3 Đông Nam Á; ≤ 50 Thế giới', 'Thứ bậc', '[≤3 ≤50]', ['≤ 3 Đông Nam Á', '≤ 50 Thế giới']],
    [
      '> 95% đối với cơ sở phổ thông và thường xuyên; > 90% đối với các cơ sở mầm non.',
      '%',
      '[>95 >90]',
      ['> 95% đối với cơ sở phổ thông và thường xuyên', '> 90% đối với các cơ sở mầm non'],
    ],
    [
      'Đạt mức trên trung bình của cả nước; phấn đấu có ít nhất 01 doanh nghiệp',
      'Thứ bậc',
      '[words ≥1]',
      ['Đạt mức trên trung bình của cả nước', 'phấn đấu có ít nhất 01 doanh nghiệp'],
    ],
    [
      'Đạt mức trên trung bình của cả nước, phấn đấu có ít nhất 01 doanh nghiệp',
      'Thứ bậc',
      '[words ≥1]',
      ['Đạt mức trên trung bình của cả nước', 'phấn đấu có ít nhất 01 doanh nghiệp'],
    ],
    [
      '100% hồ sơ cấp tỉnh, 90% hồ sơ cấp huyện và 70% hồ sơ cấp xã',
      null,
      '[100 90 70]',
      ['100% hồ sơ cấp tỉnh', '90% hồ sơ cấp huyện', '70% hồ sơ cấp xã'],
    ],
    [
      'Phủ 100% hộ gia đình, 100% xã, phường, thị trấn',
      null,
      '[100 100]',
      ['Phủ 100% hộ gia đình', '100% xã, phường, thị trấn'],
    ],
    ['Tỉnh: 100%, huyện, xã: 80%', '%', '[100 80]', ['Tỉnh: 100%', 'huyện, xã: 80%']],
    ['Năm 2026: 50%; năm 2030: 80%', '%', '[50 80]', ['Năm 2026: 50%', 'năm 2030: 80%']],
    [
      '2% GRDP, trong đó kinh phí từ xã hội chiếm hơn 60%',
      null,
      '[2 >60]',
      ['2% GRDP', 'trong đó kinh phí từ xã hội chiếm hơn 60%'],
    ],
    [
      'mức 2 trở lên đối với trên 95% cơ sở phổ thông và thường xuyên, trên 90% cơ sở mầm non',
      null,
      '[>95 >90]',
      ['mức 2 trở lên đối với trên 95% cơ sở phổ thông và thường xuyên', 'trên 90% cơ sở mầm non'],
    ],
  ])('reads the parts of %j (%s): %s', (text, unit, expected, parts) => {
    expect(brief(text, unit)).toBe(expected);
    expect(readTarget(text, unit).partTexts).toEqual(parts);
  });

  it.each([
    ['Phần đầu đạt 3%', true],
    ['phân đấu lọt top 100 thành phố', true],
    ['Phấn đấu đạt 3%', false],
    ['bố trí phần đầu tư công đạt 3%', false],
  ])('sees the slip in %j: %s', (text, isSlip) => {
    const codes = readTarget(text, null).doubts.map((doubt) => doubt.code);
    expect(codes).toEqual(isSlip ? ['targetTypo'] : []);
  });

  it('gives the words it does not understand', () => {
    expect(readTarget(' Nhóm  2', null)).toEqual({
      target: { kind: 'qualitative' },
      partTexts: [],
      doubts: [{ code: 'targetNotUnderstood', params: { text: 'Nhóm 2' } }],
    });
  });

  it('does not look for a target in a text as long as a page', () => {
    expect(brief('≥ 5, '.repeat(20_000))).toBe('words?');
  });

  const units = fc.constantFrom(null, '%', 'Thứ bậc', 'Doanh nghiệp', 'Tỷ đồng', 'Lần');
  const pieces = fc.constantFrom(
    ...'≥|>|<=|trên|dưới|từ|đến|-|,|;|và|tối thiểu|trở lên|top|nhóm|hạng|5|01|0,7|1.250|100%|95 %|2030|năm|tỉnh|doanh nghiệp|đạt|mức|tỷ|/|(|)|tăng dần|¹|phấn đấu|tuổi|thứ'.split(
      '|',
    ),
  );
  const pieced = fc.array(pieces, { maxLength: 9 });
  const anyText = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    pieced.map((words) => words.join(' ')),
    pieced.map((words) => words.join('')),
  );
  const simple = (target: Target): readonly Target[] =>
    target.kind === 'composite' ? target.parts.flatMap(simple) : [target];

  it('never throws, and never reads a range that runs backwards or a number that is none', () => {
    fc.assert(
      fc.property(anyText, units, (text, unit) => {
        const { target, partTexts } = readTarget(text, unit);
        for (const each of simple(target)) {
          if (each.kind === 'range') expect(each.min).toBeLessThanOrEqual(each.max);
          if ('value' in each) expect(Number.isFinite(each.value)).toBe(true);
        }
        expect(partTexts).toHaveLength(target.kind === 'composite' ? target.parts.length : 0);
      }),
    );
  });

  it('reads the same whatever the white space, the letter form and the case', () => {
    fc.assert(
      fc.property(pieced, units, (words, unit) => {
        const text = words.join(' ');
        const { target } = readTarget(text, unit);
        expect(readTarget(` \n${words.join('\u00a0 ')}\t`, unit).target).toEqual(target);
        expect(readTarget(text.normalize('NFD'), unit?.normalize('NFD') ?? null).target).toEqual(
          target,
        );
        expect(readTarget(text.toUpperCase(), unit).target).toEqual(target);
      }),
    );
  });

  it('reads every count as it would be printed', () => {
    const print = new Intl.NumberFormat('vi-VN');
    fc.assert(
      fc.property(fc.integer({ min: 2061, max: 1e9 }), (value) => {
        expect(brief(`≥ ${print.format(value)}`, 'Hồ sơ')).toBe(`≥${value}`);
        expect(brief(`Đạt ${print.format(value)} hồ sơ trở lên`)).toBe(`≥${value}`);
      }),
    );
  });
});
