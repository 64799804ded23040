import { readReporting } from '../../src/reading/reporting';

it.each([
  [
    'định kỳ 6 tháng báo cáo kết quả thực hiện về Sở Khoa học và Công nghệ trước ngày 10 tháng 6 và trước ngày 20 tháng 11 để tổng hợp, báo cáo Bộ.',
    ['06-10', '11-20'],
    '6 tháng',
    'Sở Khoa học và Công nghệ',
  ],
  [
    'Định kỳ trước ngày 01/6 và 15/11 hàng năm báo cáo về Sở Văn hóa, Thể thao và Du lịch.',
    ['06-01', '11-15'],
    'năm',
    'Sở Văn hóa, Thể thao và Du lịch',
  ],
  [
    'Định kỳ hằng năm trước ngày 20/12 (hoặc đột xuất) báo cáo tình hình về Ủy ban nhân dân thị xã (thông qua Phòng Nội vụ).',
    ['12-20'],
    'năm',
    'Ủy ban nhân dân thị xã',
  ],
  [
    'Định kỳ hằng quý, trước ngày 15 của tháng cuối quý, gửi báo cáo về Sở Nội vụ.',
    ['03-15', '06-15', '09-15', '12-15'],
    'quý',
    'Sở Nội vụ',
  ],
  [
    'Báo cáo gửi về Văn phòng UBND tỉnh trước ngày 20/3, 20/6, 20/9 và 20/12 hằng năm.',
    ['03-20', '06-20', '09-20', '12-20'],
    'năm',
    'Văn phòng UBND tỉnh',
  ],
  ['Định kỳ hằng quý báo cáo về Sở Nội vụ.', [], 'quý', 'Sở Nội vụ'],
])('%s', (sentence, deadlines, every, recipient) => {
  expect(readReporting([sentence])).toEqual({ deadlines, every, recipient, sentence });
});

it.each<readonly [string, readonly string[]]>([
  ['Báo cáo hằng tháng (chậm nhất ngày 20) gửi Sở Nội vụ.', ['01-20', '12-20']],
  ['Báo cáo quý gửi trước ngày 05 tháng đầu tiên của quý sau về Sở Nội vụ.', ['01-05', '10-05']],
  ['Gửi báo cáo về Sở Nội vụ tổng hợp, trình UBND tỉnh trước ngày 5/6, 5/12.', ['06-05', '12-05']],
])('%s', (sentence, some) => {
  const { deadlines, recipient } = readReporting([sentence]);
  expect(deadlines).toEqual(expect.arrayContaining([...some]));
  expect(recipient).toBe('Sở Nội vụ');
});

it.each([
  [
    'Trước ngày 10/6 và ngày 10/12 hằng năm, các sở báo cáo kết quả 6 tháng, năm về Sở Nội vụ.',
    '6 tháng',
    '06-10 12-10',
  ],
  [
    'Báo cáo quý trước ngày 20 của tháng cuối quý; báo cáo năm trước ngày 15/12 gửi Sở Nội vụ.',
    'quý',
    '03-20 06-20 09-20 12-15 12-20',
  ],
  ['Báo cáo 6 tháng trước 15/6, báo cáo năm trước ngày 15/12.', '6 tháng', '06-15 12-15'],
  [
    'Báo cáo quý I, 6 tháng, 9 tháng và năm gửi về Sở Nội vụ trước ngày 15 tháng cuối kỳ báo cáo.',
    'quý',
    '03-15 06-15 09-15 12-15',
  ],
  ['Định kỳ 6 tháng báo cáo trước ngày 25 của tháng cuối kỳ.', '6 tháng', '06-25 12-25'],
  ['Báo cáo trước ngày 15/3, 15/6, 15/9 và 15/12 hằng năm.', 'năm', '03-15 06-15 09-15 12-15'],
  [
    'Trước ngày 12 của tháng cuối quý, các sở báo cáo kết quả về Sở Nội vụ.',
    'quý',
    '03-12 06-12 09-12 12-12',
  ],
])('names the rhythm of the reports, not that of their days: %s', (sentence, every, days) => {
  const read = readReporting([sentence]);
  expect([read.every, read.deadlines.join(' ')]).toEqual([every, days]);
});

it('joins a list with one line for each round', () => {
  expect(
    readReporting([
      'Các đơn vị gửi báo cáo về Sở Khoa học và Công nghệ như sau:',
      '- Báo cáo 6 tháng: trước ngày 15/6.',
      '- Báo cáo năm: trước ngày 15/12 hằng năm.',
      'Quá trình thực hiện có vướng mắc thì báo cáo kịp thời.',
    ]),
  ).toMatchObject({
    deadlines: ['06-15', '12-15'],
    every: '6 tháng',
    recipient: 'Sở Khoa học và Công nghệ',
  });
});

it('sets a due day in every month for "trước ngày 15 hằng tháng"', () => {
  const { deadlines, every } = readReporting([
    'Báo cáo kết quả về Sở Nội vụ trước ngày 15 hằng tháng.',
  ]);
  expect(deadlines).toHaveLength(12);
  expect(deadlines).toContain('02-15');
  expect(every).toBe('tháng');
});

it.each([
  'Thực hiện Kế hoạch số 34/KH-UBND ngày 14/02/2025, các đơn vị báo cáo theo quy định.',
  'Căn cứ Báo cáo số 12/BC-UBND ngày 09 tháng 01 năm 2025 của Chính phủ.',
  'Hoạt động 24/7, báo cáo sự cố kịp thời.',
  'Định kỳ sơ kết, tổng kết, báo cáo Ban Thường vụ Thành ủy (Thực hiện thường xuyên hàng năm).',
  'Trước ngày 01/6 hoàn thành việc lắp đặt.',
])('sets no calendar: %s', (sentence) => {
  expect(readReporting([sentence])).toEqual({
    deadlines: [],
    every: null,
    recipient: null,
    sentence: null,
  });
});

it('takes the sentence that names the most due days', () => {
  const sentences = ['Báo cáo trước ngày 01/6.', 'Báo cáo trước ngày 10/6 và ngày 10/12.'];
  expect(readReporting(sentences).sentence).toBe(sentences[1]);
});
