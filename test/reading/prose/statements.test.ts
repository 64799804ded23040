import fc from 'fast-check';
import { statementsOf } from '../../../src/reading/prose/statements';

/** Each aim as "name | unit | target", with its own year behind. */
function read(text: string): string[] {
  return statementsOf(text).map(({ name, unit, targetText, year }) =>
    [name, unit ?? '-', targetText, ...(year === null ? [] : [String(year)])].join(' | '),
  );
}

describe('the target, its qualifier and its unit', () => {
  it.each([
    ['Đóng góp của TFP ở mức trên 50%.', 'Đóng góp của TFP | % | trên 50%'],
    [
      'Quy mô kinh tế số đạt tối thiểu 30% GRDP.',
      'Quy mô kinh tế số | % GRDP | tối thiểu 30% GRDP',
    ],
    ['Kinh tế số chiếm khoảng 20% GDP', 'Kinh tế số | % GDP | khoảng 20% GDP'],
    ['Tỷ lệ hài lòng đạt từ 95% trở lên.', 'Tỷ lệ hài lòng | % | từ 95% trở lên'],
    ['Năng suất lao động tối thiểu đạt 18%.', 'Năng suất lao động | % | tối thiểu đạt 18%'],
    ['Tốc độ đổi mới đạt 20%-22%/năm', 'Tốc độ đổi mới | %/năm | 20%-22%/năm'],
    ['Tỷ lệ khai thác đạt 5 - 10%', 'Tỷ lệ khai thác | % | 5 - 10%'],
    [
      'Công bố quốc tế tăng trung bình 10%/năm',
      'Công bố quốc tế | %/năm | tăng trung bình 10%/năm',
    ],
    ['Tỷ lệ hộ nghèo giảm còn 1,5%.', 'Tỷ lệ hộ nghèo | % | giảm còn 1,5%'],
    ['Tỷ lệ không dùng tiền mặt trên 85%.', 'Tỷ lệ không dùng tiền mặt | % | trên 85%'],
    ['Tỷ lệ số hóa: ≥ 85%', 'Tỷ lệ số hóa | % | ≥ 85%'],
    ['Tỷ lệ số hóa >= 85%', 'Tỷ lệ số hóa | % | >= 85%'],
    ['Chỉ số HDI duy trì trên 0,5.', 'Chỉ số HDI | - | trên 0,5'],
    [
      'Nhân lực đạt 10 người trên một vạn dân',
      'Nhân lực | người/vạn dân | 10 người trên một vạn dân',
    ],
    [
      'Số giường bệnh đạt 35 giường bệnh/vạn dân',
      'Số giường bệnh | giường bệnh/vạn dân | 35 giường bệnh/vạn dân',
    ],
    ['Số doanh nghiệp là 150 doanh nghiệp', 'Số doanh nghiệp | doanh nghiệp | 150 doanh nghiệp'],
    ['Doanh thu đạt 1.250 tỷ đồng', 'Doanh thu | tỷ đồng | 1.250 tỷ đồng'],
    ['Hồ sơ trực tuyến gấp 2 lần so với năm 2024', 'Hồ sơ trực tuyến | lần | gấp 2 lần'],
    [
      'Tỷ lệ doanh nghiệp số 1/1000 doanh nghiệp',
      'Tỷ lệ doanh nghiệp số | /1000 doanh nghiệp | 1/1000 doanh nghiệp',
    ],
    ['Tốc độ trung bình đạt 200 Mb/s', 'Tốc độ trung bình | Mb/s | 200 Mb/s'],
    ['Tuổi thọ trung bình đạt 75 tuổi', 'Tuổi thọ trung bình | tuổi | 75 tuổi'],
    ['Hạ tầng phủ 100% hộ gia đình', 'Hạ tầng | % hộ gia đình | 100% hộ gia đình'],
    [
      'Chi đạt 1% tổng chi ngân sách và tăng dần theo yêu cầu.',
      'Chi | % tổng chi ngân sách | 1% tổng chi ngân sách và tăng dần theo yêu cầu',
    ],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });
});

describe('a time, a speed or a number for each', () => {
  it.each([
    [
      'Thời gian giải quyết thủ tục không quá 24 giờ.',
      'Thời gian giải quyết thủ tục | giờ | không quá 24 giờ',
    ],
    ['Độ trễ mạng 5G dưới 10 ms.', 'Độ trễ mạng 5G | ms | dưới 10 ms'],
    [
      'Thời gian cấp phép tối đa 07 ngày làm việc',
      'Thời gian cấp phép | ngày làm việc | tối đa 07 ngày làm việc',
    ],
    [
      'Thời gian thông quan giảm xuống còn 3 ngày',
      'Thời gian thông quan | ngày | giảm xuống còn 3 ngày',
    ],
    ['Tỷ lệ đúng hạn không dưới 98 %', 'Tỷ lệ đúng hạn | % | không dưới 98 %'],
    ['Tốc độ tải xuống tối thiểu 100 Mbps', 'Tốc độ tải xuống | Mbps | tối thiểu 100 Mbps'],
    [
      'Mật độ doanh nghiệp đạt 12 doanh nghiệp/1.000 dân',
      'Mật độ doanh nghiệp | doanh nghiệp/1.000 dân | 12 doanh nghiệp/1.000 dân',
    ],
    ['Nhân lực đạt 12 người/10.000 dân', 'Nhân lực | người/10.000 dân | 12 người/10.000 dân'],
    ['Số sự cố không quá 5 vụ/năm', 'Số sự cố | vụ/năm | không quá 5 vụ/năm'],
    ['Doanh thu đạt 50 tỷ đồng/năm', 'Doanh thu | tỷ đồng/năm | 50 tỷ đồng/năm'],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });
});

describe('a number that belongs to what is measured', () => {
  it.each([
    [
      'Tỷ lệ doanh nghiệp có doanh thu trên 100 tỷ đồng/năm đạt 5%',
      'Tỷ lệ doanh nghiệp có doanh thu trên 100 tỷ đồng/năm | % | 5%',
    ],
    [
      'Tỷ lệ hộ có thu nhập dưới 10 triệu đồng/tháng giảm còn 2%',
      'Tỷ lệ hộ có thu nhập dưới 10 triệu đồng/tháng | % | giảm còn 2%',
    ],
    [
      'Doanh nghiệp có trên 200 lao động áp dụng nền tảng số đạt 80%',
      'Doanh nghiệp có trên 200 lao động áp dụng nền tảng số | % | 80%',
    ],
    ['Có ít nhất 05 sản phẩm đạt 5 sao', 'sản phẩm đạt 5 sao | sản phẩm | ít nhất 05 sản phẩm'],
    [
      'Thu hút 10 dự án với tổng vốn đạt 100 triệu USD',
      'Thu hút dự án với tổng vốn đạt 100 triệu USD | dự án | 10 dự án',
    ],
  ])('is doubted: %s', (text, expected) => {
    expect(read(text)).toEqual([expected]);
    expect(statementsOf(text).map(({ doubted }) => doubted)).toEqual([true]);
  });

  it.each([
    ['100% xã có trên 5.000 dân có tổ số', 'xã có trên 5.000 dân có tổ số | % | 100%'],
    [
      'Tỷ lệ hộ có cáp quang tốc độ trên 01 Gb/s đạt trên 60%',
      'Tỷ lệ hộ có cáp quang tốc độ trên 01 Gb/s | % | trên 60%',
    ],
    [
      'Tỷ lệ hồ sơ có thời gian xử lý dưới 3 ngày đạt 50%',
      'Tỷ lệ hồ sơ có thời gian xử lý dưới 3 ngày | % | 50%',
    ],
  ])('is none by its unit: %s', (text, expected) => {
    expect(read(text)).toEqual([expected]);
    expect(statementsOf(text).map(({ doubted }) => doubted)).toEqual([false]);
  });
});

it.each([
  ['(1) Tỷ lệ A đạt 5%; (2) Tỷ lệ B đạt 6%', ['1 Tỷ lệ A', '2 Tỷ lệ B']],
  [
    'Tỷ lệ A đạt 5%; (2) 100% xã có mạng, (3) 90% hộ có mạng',
    ['- Tỷ lệ A', '2 xã có mạng', '3 hộ có mạng'],
  ],
  ['Đến năm 2030: (1) Tỷ lệ A đạt 5%. (2) Tỷ lệ B đạt 6%', ['1 Tỷ lệ A 2030', '2 Tỷ lệ B 2030']],
])('takes the numbers inside a line for those of the aims: %s', (text, expected) => {
  const shown = statementsOf(text).map(({ number, name, year }) =>
    [number ?? '-', name, year ?? ''].join(' ').trim(),
  );
  expect(shown).toEqual(expected);
});

describe('a place in an order', () => {
  it.each([
    [
      'Chỉ số PII giữ vững Top đầu cả nước, đạt Top 3 toàn quốc trở lên.',
      'Chỉ số PII | Thứ bậc | Top 3 toàn quốc trở lên',
    ],
    [
      'Thành phố phấn đấu lọt top 200 thành phố có chỉ số sáng tạo.',
      'chỉ số sáng tạo | Thứ bậc | top 200 thành phố',
    ],
    [
      'Phấn đấu thuộc nhóm 20 địa phương dẫn đầu về chuyển đổi số.',
      'chuyển đổi số | Thứ bậc | thuộc nhóm 20 địa phương dẫn đầu',
    ],
    [
      'Xếp hạng DTI thuộc nhóm 20 tỉnh, thành dẫn đầu cả nước',
      'Xếp hạng DTI | Thứ bậc | thuộc nhóm 20 tỉnh, thành dẫn đầu cả nước',
    ],
    [
      'Năng lực số thuộc top 3 Đông Nam Á, top 50 thế giới',
      'Năng lực số | Thứ bậc | top 3 Đông Nam Á, top 50 thế giới',
    ],
    [
      'Xếp hạng chuyển đổi số đứng thứ 5 toàn quốc',
      'Xếp hạng chuyển đổi số | Thứ bậc | đứng thứ 5 toàn quốc',
    ],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });
});

describe('what is measured, where the number comes first', () => {
  it.each([
    ['100% cơ sở giáo dục được kết nối.', 'cơ sở giáo dục được kết nối | % | 100%'],
    ['Đảm bảo 100% các trường có mạng.', 'các trường có mạng | % | 100%'],
    ['Tối thiểu 50% thanh toán trực tuyến', 'thanh toán trực tuyến | % | Tối thiểu 50%'],
    ['Không quá 3% hồ sơ trễ hạn', 'hồ sơ trễ hạn | % | Không quá 3%'],
    [
      'bố trí ít nhất 3% tổng chi ngân sách cho khoa học',
      'bố trí tổng chi ngân sách cho khoa học | % tổng chi ngân sách | ít nhất 3% tổng chi ngân sách',
    ],
    [
      'Thu hút ít nhất 01 tổ chức, doanh nghiệp hàng đầu',
      'Thu hút tổ chức, doanh nghiệp hàng đầu | tổ chức, doanh nghiệp | ít nhất 01 tổ chức, doanh nghiệp',
    ],
    [
      'thu hút tối thiểu từ 01 - 02 doanh nghiệp số',
      'thu hút doanh nghiệp số | doanh nghiệp | tối thiểu từ 01 - 02 doanh nghiệp',
    ],
    [
      'Tỉnh có từ 2 - 3 tổ chức được xếp hạng',
      'tổ chức được xếp hạng | tổ chức | từ 2 - 3 tổ chức',
    ],
    [
      'tối thiểu có 01 doanh nghiệp số',
      'doanh nghiệp số | doanh nghiệp | tối thiểu có 01 doanh nghiệp',
    ],
    ['Mỗi xã có ít nhất 01 mô hình', 'Mỗi xã có mô hình | mô hình | ít nhất 01 mô hình'],
    ['Trồng mới 5.000 ha rừng', 'Trồng mới rừng | ha | 5.000 ha'],
    [
      'Xây dựng nền tảng, tăng 30% dịch vụ sáng tạo, hoàn thành định danh',
      'dịch vụ sáng tạo | % | tăng 30%',
    ],
    [
      'phấn đấu đạt chuyển đổi số mức 2 trở lên đối với trên 95% trường',
      'chuyển đổi số mức 2 trở lên đối với trường | % | trên 95%',
    ],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });
});

describe('a sentence with several aims', () => {
  it.each([
    [
      'Kinh phí đạt 2% GRDP, trong đó kinh phí từ xã hội chiếm hơn 60%',
      ['Kinh phí | % GRDP | 2% GRDP', 'kinh phí từ xã hội | % | hơn 60%'],
    ],
    [
      'Đơn đăng ký tăng ít nhất 10%, tỷ lệ khai thác đạt 5%',
      ['Đơn đăng ký | % | tăng ít nhất 10%', 'tỷ lệ khai thác | % | 5%'],
    ],
    ['Tỷ lệ A đạt 80% và tỷ lệ B đạt 50%', ['Tỷ lệ A | % | 80%', 'tỷ lệ B | % | 50%']],
    [
      '100% hồ sơ cấp tỉnh, 90% hồ sơ cấp huyện và 70% hồ sơ cấp xã được xử lý trên mạng.',
      [
        'hồ sơ cấp tỉnh được xử lý trên mạng | % | 100%',
        'hồ sơ cấp huyện được xử lý trên mạng | % | 90%',
        'hồ sơ cấp xã được xử lý trên mạng | % | 70%',
      ],
    ],
    [
      '90% hồ sơ cấp tỉnh; 60% hồ sơ cấp xã được xử lý (trừ hồ sơ mật)',
      [
        'hồ sơ cấp tỉnh được xử lý (trừ hồ sơ mật) | % | 90%',
        'hồ sơ cấp xã được xử lý (trừ hồ sơ mật) | % | 60%',
      ],
    ],
    [
      'Hạ tầng phủ 100% hộ gia đình, 100% xã, phường',
      ['Hạ tầng | % hộ gia đình | 100% hộ gia đình', 'Hạ tầng | % xã, phường | 100% xã, phường'],
    ],
    [
      'đạt mức 2 trở lên đối với trên 95% trường, trên 90% đối với nhóm trẻ',
      [
        'mức 2 trở lên đối với trường | % | trên 95%',
        'mức 2 trở lên đối với nhóm trẻ | % | trên 90%',
      ],
    ],
    [
      '100% cán bộ được tập huấn, ít nhất 10% được đào tạo',
      ['cán bộ được tập huấn | % | 100%', 'cán bộ được đào tạo | % | ít nhất 10%'],
    ],
    [
      'Số hóa đạt 80% vào năm 2025 và 95% vào năm 2030',
      ['Số hóa | % | 80% | 2025', 'Số hóa | % | 95% | 2030'],
    ],
    [
      'Đến năm 2026: tỷ lệ số hóa đạt 50%; đến năm 2030: 100%',
      ['tỷ lệ số hóa | % | 50% | 2026', 'tỷ lệ số hóa | % | 100% | 2030'],
    ],
    [
      'Đến năm 2030: A đạt 30%, B đạt 40%; đến năm 2045: A đạt 50%, B đạt 60%',
      ['A | % | 30% | 2030', 'B | % | 40% | 2030', 'A | % | 50% | 2045', 'B | % | 60% | 2045'],
    ],
    [
      'Số hóa đạt 80% năm 2026, đạt 95% năm 2028',
      ['Số hóa | % | 80% | 2026', 'Số hóa | % | 95% | 2028'],
    ],
    [
      'Số hóa 100% hồ sơ, trong đó 80% được tái sử dụng',
      ['Số hóa | % hồ sơ | 100% hồ sơ', 'Số hóa được tái sử dụng | % | 80%'],
    ],
    [
      'Xếp hạng PII thuộc nhóm 30, chuyển đổi số thuộc nhóm 20',
      ['Xếp hạng PII | Thứ bậc | thuộc nhóm 30', 'chuyển đổi số | Thứ bậc | thuộc nhóm 20'],
    ],
    [
      'Trình độ đạt mức trung bình, có ít nhất 1 doanh nghiệp tiên tiến',
      [
        'Trình độ | - | đạt mức trung bình',
        'doanh nghiệp tiên tiến | doanh nghiệp | ít nhất 1 doanh nghiệp',
      ],
    ],
    ['Tỷ lệ A đạt 5%. Tỷ lệ B đạt 6%.', ['Tỷ lệ A | % | 5%', 'Tỷ lệ B | % | 6%']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('words without a number', () => {
  it.each([
    [
      'Tiềm lực đạt mức tiên tiến; trình độ đạt mức trên trung bình.',
      ['Tiềm lực | - | đạt mức tiên tiến', 'trình độ | - | đạt mức trên trung bình'],
    ],
    [
      'Tổ chức công lập được sắp xếp lại bảo đảm hiệu quả; nhân lực đạt 10 người',
      ['Tổ chức công lập | - | được sắp xếp lại bảo đảm hiệu quả', 'nhân lực | người | 10 người'],
    ],
    ['Phủ sóng 5G toàn xã.', ['Phủ sóng 5G toàn xã | - | Phủ sóng 5G toàn xã']],
    [
      'Xây dựng đô thị thông minh; thu hút các tổ chức.',
      [
        'Xây dựng đô thị thông minh; thu hút các tổ chức | - | Xây dựng đô thị thông minh; thu hút các tổ chức',
      ],
    ],
    [
      'Phát triển vững chắc; kinh tế số đạt 30%',
      ['Phát triển vững chắc | - | Phát triển vững chắc', 'kinh tế số | % | 30%'],
    ],
    ['100% trường ký số; nâng cao năng lực tự học.', ['trường ký số | % | 100%']],
    ['Hoàn thành các chỉ tiêu giao tại Nghị quyết (Chi tiết tại Phụ lục kèm theo).', []],
    ['Các chỉ tiêu chủ yếu như sau:', []],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

it.each([
  'Phủ sóng 5G, 6G toàn xã',
  'Theo Quyết định số 06/QĐ-TTg ngày 06/01/2022',
  'Bảo đảm hoạt động 24/7',
  'Dịch vụ công mức độ 4 cho người từ 15 tuổi trở lên',
  'Tham gia cách mạng công nghiệp 4.0 giai đoạn 2018 - 2025',
  'Băng rộng cố định với tốc độ trên 1Gb/s',
  'Tỷ lệ số hóa cao hơn trước (năm 2024: 45%)',
])('takes no number of %s for a target', (text) => {
  expect(statementsOf(text).every(({ measured }) => !measured)).toBe(true);
});

it('never throws, keeps the order, and takes every target from the text', () => {
  const words = [
    'Tỷ lệ',
    'số hóa',
    'đạt',
    'trên',
    '90%',
    '1/1000',
    '01 - 02',
    'doanh nghiệp',
    'top',
    '3',
    'về',
    'có',
    ';',
    ',',
    '.',
    'trong đó',
    'và',
    '(',
    ')',
    'năm 2030',
    'đối với',
    ':',
    'phấn đấu',
    'tăng',
  ];
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.constantFrom(...words), fc.string())), (parts) => {
      const text = parts.join(' ').normalize('NFC');
      const read = statementsOf(text);
      expect(read.map(({ at }) => at)).toEqual(read.map(({ at }) => at).sort((a, b) => a - b));
      for (const { targetText } of read) expect(text).toContain(targetText);
    }),
    { numRuns: 500 },
  );
});

it('is done in time with a hundred thousand characters without a full stop', () => {
  const start = performance.now();
  statementsOf('100% hồ sơ, 90% người dân và 1.250 tỷ đồng; '.repeat(2500));
  expect(performance.now() - start).toBeLessThan(10_000);
});
