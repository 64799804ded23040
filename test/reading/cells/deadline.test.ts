import fc from 'fast-check';
import { readDeadline } from '../../../src/reading/cells/deadline';

/** "by 2025-12-31", "span 2025-01-01 2026-12-31", "ongoing"; a doubt shows as a trailing "?". */
function brief(text: string | null): string {
  const { time, doubts } = readDeadline(text);
  const words: string[] = [time.kind];
  if (time.kind === 'span' || time.kind === 'from') words.push(time.start);
  if (time.kind === 'span' || time.kind === 'by') words.push(time.end);
  return words.join(' ') + (doubts.length > 0 ? '?' : '');
}

describe('readDeadline', () => {
  it.each([
    ['Thường xuyên', 'ongoing'],
    ['THƯỜNG XUYÊN', 'ongoing'],
    ['Nhiệm vụ thường xuyên', 'ongoing'],
    ['Thực hiện thường xuyên hàng năm', 'ongoing'],
    ['(Thực hiện thường xuyên hàng năm và đột xuất khác theo yêu cầu)', 'ongoing'],
    ['Thường xuyên, định kỳ hằng quý báo cáo', 'ongoing'],
    ['Liên tục', 'ongoing'],
    ['Thường xuyên, giai đoạn 2025-2030', 'ongoing?'],
    ['Hằng quý', 'ongoing?'],
    ['Hàng tháng', 'ongoing?'],
    ['Trước ngày 15 hằng tháng', 'ongoing?'],
    ['6 tháng/lần', 'ongoing?'],
    ['Không thường xuyên', 'none?'],
  ])('reads %j as going on: %s', (text, expected) => {
    expect(brief(text)).toBe(expected);
  });

  it.each([
    ['Hằng năm', 'yearly'],
    ['Hàng năm', 'yearly'],
    ['Tháng 12 hằng năm', 'yearly'],
    ['Định kỳ hằng năm trước ngày 20/12', 'yearly'],
    ['Định kỳ hằng năm trước ngày 20/12 (hoặc đột xuất khi có yêu cầu)', 'yearly'],
    ['Định kỳ 6 tháng, hằng năm', 'yearly'],
    ['9/2025 và định kỳ hằng năm', 'yearly?'],
    ['Giai đoạn 2026-2030, hằng năm', 'yearly?'],
  ])('reads %j as coming every year: %s', (text, expected) => {
    expect(brief(text)).toBe(expected);
  });

  it.each([
    ['2025', 'by 2025-12-31'],
    ['2025.', 'by 2025-12-31'],
    ['Năm 2025', 'by 2025-12-31'],
    ['Trong năm 2026', 'by 2026-12-31'],
    ['Đến năm 2030', 'by 2030-12-31'],
    ['Đến hết năm 2025', 'by 2025-12-31'],
    ['Cuối năm 2025', 'by 2025-12-31'],
    ['Đến năm 2030, tầm nhìn đến năm 2045', 'by 2030-12-31'],
    ['12/2025', 'by 2025-12-31'],
    ['3/2026', 'by 2026-03-31'],
    ['02/2028', 'by 2028-02-29'],
    ['Tháng 06/2026', 'by 2026-06-30'],
    ['Tháng 6 năm 2026', 'by 2026-06-30'],
    ['T12/2025', 'by 2025-12-31'],
    ['Xong trong tháng 5/2026', 'by 2026-05-31'],
    ['Hoàn thành trong tháng 02/2025', 'by 2025-02-28'],
    ['Hoàn thành chậm nhất trong tháng 3/2025', 'by 2025-03-31'],
    ['Quý I/2025', 'by 2025-03-31'],
    ['trong Qúy I/2025', 'by 2025-03-31'],
    ['Quí IV-2025', 'by 2025-12-31'],
    ['Quý IV.2025', 'by 2025-12-31'],
    ['Quý IV, năm 2025', 'by 2025-12-31'],
    ['Quý III năm 2026', 'by 2026-09-30'],
    ['Quý 4 năm 2025', 'by 2025-12-31'],
    ['Q4/2025', 'by 2025-12-31'],
    ['II/2025', 'by 2025-06-30'],
    ['IV-2026', 'by 2026-12-31'],
    ['6 tháng đầu năm 2026', 'by 2026-06-30'],
    ['6 tháng cuối năm 2025', 'by 2025-12-31'],
    ['trước 30/6/2025', 'by 2025-06-30'],
    ['Trước ngày 30/11/2025', 'by 2025-11-30'],
    ['30.6.2025', 'by 2025-06-30'],
    ['30-6-2025', 'by 2025-06-30'],
    ['Ngày 30 tháng 6 năm 2025', 'by 2025-06-30'],
    ['Đầu năm 2026', 'by 2026-03-31?'],
    ['Giữa năm 2026', 'by 2026-06-30?'],
    ['Đầu quý III/2026', 'by 2026-09-30?'],
    ['Trước năm 2027', 'by 2026-12-31?'],
    ['Trước tháng 6/2025', 'by 2025-05-31?'],
    ['Năm 2025 (Quý III)', 'by 2025-12-31?'],
    ['Năm 2025, đợt 1', 'by 2025-12-31?'],
    ['Hoàn thành trước 30/6/2025; báo cáo trước 15/12/2025', 'by 2025-12-15?'],
    ['Trong quý III/2025 (sau khi có Nghị định của Chính phủ)', 'by 2025-09-30?'],
    ['Sau khi có Nghị định, hoàn thành trong quý III/2025', 'by 2025-09-30?'],
  ])('reads %j as due: %s', (text, expected) => {
    expect(brief(text)).toBe(expected);
  });

  it.each([
    ['2025- 2030', 'span 2025-01-01 2030-12-31'],
    ['2026 – 2028', 'span 2026-01-01 2028-12-31'],
    ['Quý I/2026 → Quý IV/2027', 'span 2026-01-01 2027-12-31'],
    ['II - III/2025', 'span 2025-04-01 2025-09-30'],
    ['Giai đoạn 2026-2030', 'span 2026-01-01 2030-12-31'],
    ['Giai đoạn 2026-2030, định hướng đến năm 2045', 'span 2026-01-01 2030-12-31'],
    ['Từ năm 2025 đến năm 2030', 'span 2025-01-01 2030-12-31'],
    ['2025, 2026', 'span 2025-01-01 2026-12-31'],
    ['Năm 2025 và năm 2026', 'span 2025-01-01 2026-12-31'],
    ['Quý IV/2025 - Quý II/2026', 'span 2025-10-01 2026-06-30'],
    ['Quý II đến Quý IV/2025', 'span 2025-04-01 2025-12-31'],
    ['Quý III, IV năm 2025', 'span 2025-07-01 2025-12-31'],
    ['Tháng 5-6/2025', 'span 2025-05-01 2025-06-30'],
    ['Tháng 11 và 12/2025', 'span 2025-11-01 2025-12-31'],
    ['6/2025-12/2026', 'span 2025-06-01 2026-12-31'],
    ['Từ 01/01/2025 đến 31/12/2025', 'span 2025-01-01 2025-12-31'],
    ['Từ 01/3 - 30/6/2025', 'span 2025-03-01 2025-06-30'],
    ['Năm học 2025-2026', 'span 2025-01-01 2026-12-31?'],
    ['Năm 2025, năm 2030', 'span 2025-01-01 2030-12-31?'],
  ])('reads %j as a span: %s', (text, expected) => {
    expect(brief(text)).toBe(expected);
  });

  it.each([
    ['2025 và các năm tiếp theo', 'from 2025-01-01'],
    ['Năm 2025 và những năm tiếp theo', 'from 2025-01-01'],
    ['2025-2026 và các năm tiếp theo', 'from 2025-01-01'],
    ['Bắt đầu từ năm 2026', 'from 2026-01-01'],
    ['Từ năm 2025 trở đi', 'from 2025-01-01'],
    ['Từ tháng 6/2025', 'from 2025-06-01'],
    ['Kể từ ngày 01/7/2025', 'from 2025-07-01'],
    ['Sau năm 2025', 'from 2026-01-01'],
  ])('reads %j as beginning: %s', (text, expected) => {
    expect(brief(text)).toBe(expected);
  });

  it.each([
    ['Sau khi có hướng dẫn của Bộ Khoa học và Công nghệ', 'conditional'],
    ['Trình Ủy ban nhân dân tỉnh ban hành sau khi Bộ Nội vụ ban hành Đề án', 'conditional'],
    ['Theo tiến độ đề án được phê duyệt', 'conditional'],
    ['Theo Kế hoạch riêng', 'conditional'],
    ['Sau 30 ngày kể từ ngày ban hành', 'conditional'],
    ['15 ngày làm việc kể từ ngày nhận được kiến nghị', 'conditional'],
    ['Khi có phát sinh', 'conditional'],
    ['Đột xuất', 'conditional'],
    ['Theo Nghị quyết số 57-NQ/TW ngày 22/12/2024', 'conditional'],
    ['Theo tiến độ năm 2025', 'conditional?'],
    ['2025 và theo tiến độ Bộ Y tế quy định', 'conditional?'],
    ['Ngay sau khi Luật Dữ liệu năm 2025 có hiệu lực', 'conditional?'],
  ])('reads %j as waiting: %s', (text, expected) => {
    expect(brief(text)).toBe(expected);
  });

  it.each([null, '', ' ', '-', '–', '...'])('reads %j as no time, without a doubt', (text) => {
    expect(brief(text)).toBe('none');
  });

  it.each([
    '31/02/2025',
    '13/2025',
    '00/2025',
    'Quý V/2025',
    '31/4/2025 - 30/6/2025',
    '2030-2025',
    '12/2026 - 6/2026',
    'Tháng 9-6/2025',
    'Quý IV',
    'Tháng 12',
    '31/12',
    '30/06/25',
    'Kế hoạch',
  ])('reads no time in %j and says so', (text) => {
    expect(readDeadline(text)).toEqual({
      time: { kind: 'none' },
      doubts: [{ code: 'timeNotUnderstood', params: { text } }],
    });
  });

  it('does not look for a time in a text as long as a page', () => {
    expect(brief('Năm 2025. '.repeat(20_000))).toBe('none?');
  });

  const pieces = fc.constantFrom(
    ...'2025|2026|năm|tháng|quý|IV|II|6|12|31|31/12/2025|6/2026|đến|từ|-|,|;|và|trước|sau khi|theo|các năm tiếp theo|hằng năm|thường xuyên|(|)|giai đoạn|57-NQ/TW|ngày'.split(
      '|',
    ),
  );
  const anyText = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.array(pieces, { maxLength: 8 }).map((words) => words.join(' ')),
  );

  it('never throws, and never reads a span that runs backwards', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { time } = readDeadline(text);
        if (time.kind === 'span') expect(time.start <= time.end).toBe(true);
      }),
    );
  });

  it('reads the same whatever the white space, the letter form and the case', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 8 }), (words) => {
        const text = words.join(' ');
        const { time } = readDeadline(text);
        expect(readDeadline(`\t${words.join(' \u00a0\n')} `).time).toEqual(time);
        expect(readDeadline(text.normalize('NFD')).time).toEqual(time);
        expect(readDeadline(text.replace(/^\p{L}/u, (c) => c.toUpperCase())).time).toEqual(time);
      }),
    );
  });
});
