import { closesTable, readHeading } from '../../../src/reading/tables/headings';

it.each([
  ['TT', 'number'],
  ['STT', 'number'],
  ['Số TT', 'number'],
  ['Chỉ tiêu', 'name'],
  ['Tên nhiệm vụ', 'name'],
  ['Nhiệm vụ và giải pháp', 'name'],
  ['Nội dung công việc', 'name'],
  ['Đơn vị', 'unit'],
  ['ĐVT', 'unit'],
  ['Đơn vị tính', 'unit'],
  ['Mục tiêu', 'target'],
  ['Mục tiêu đến năm 2030', 'target'],
  ['Kế hoạch năm 2026', 'target'],
  ['Năm 2030', 'target'],
  ['2030', 'target'],
  ['Kết quả', 'outcome'],
  ['Cơ quan chủ trì', 'lead'],
  ['Cơ quan   chủ trì', 'lead'],
  ['Cơ quan chủ trì theo dõi, đánh giá', 'lead'],
  ['Chủ trì', 'lead'],
  ['Đơn vị thực hiện', 'lead'],
  ['Cơ quan chủ trì, phối hợp', 'lead'],
  ['Cơ quan, đơn vị', 'lead'],
  ['Lãnh đạo phụ trách', 'other'],
  ['Tỷ lệ hoàn thành', 'other'],
  ['Cơ quan phối hợp', 'coord'],
  ['Phối hợp thực hiện', 'coord'],
  ['Sản phẩm', 'result'],
  ['Kết quả dự kiến', 'result'],
  ['Kết quả/Sản phẩm', 'result'],
  ['Sản phẩm đầu ra', 'result'],
  ['Thời gian   hoàn thành', 'time'],
  ['Thời hạn', 'time'],
  ['Tiến độ', 'time'],
  ['Thời gian thực hiện', 'time'],
  ['Kinh phí', 'other'],
  ['Ghi chú', 'other'],
  ['Hiện trạng năm 2024', 'other'],
  ['Thực hiện năm 2024', 'other'],
  ['Cấp trình', 'other'],
  ['Cơ quan ban hành', 'other'],
  ['Lĩnh vực', 'other'],
  ['Hạng mục', 'name'],
  ['Việc cần làm', 'name'],
  ['Đơn vị đo', 'unit'],
  ['KH 2026', 'target'],
  ['Đơn vị liên quan', 'coord'],
  ['Trách nhiệm', 'lead'],
  ['Hạn', 'time'],
  ['Minh chứng', 'result'],
  ['Nhiệm vụ cụ thể', 'name'],
  ['Đơn vị đầu mối', 'lead'],
  ['Đơn vị soạn thảo', 'lead'],
  ['Cơ quan theo dõi', 'lead'],
  ['Sở, ngành thực hiện', 'lead'],
  ['Bộ, cơ quan', 'lead'],
  ['Đơn vị tham gia', 'coord'],
  ['Cấp có thẩm quyền ban hành', 'other'],
  ['Đơn vị trình', 'other'],
  ['Thực trạng', 'other'],
  ['Loại văn bản', 'result'],
  ['Hình thức văn bản', 'result'],
  ['Cấp trình, hình thức văn bản', 'result'],
  ['Dự kiến sản phẩm', 'result'],
  ['Mốc thời gian', 'time'],
  ['Giai đoạn', 'time'],
  ['Năm thực hiện', 'time'],
  ['Chỉ tiêu 2030', 'target'],
  ['Chỉ tiêu được giao', 'target'],
])('%s heads the column of the %s', (text, role) => {
  expect(readHeading(text)?.role).toBe(role);
});

it.each([
  'Sở Y tế',
  'Các sở, ngành, địa phương',
  '',
  '1',
  'xây dựng kế hoạch',
  '≥ 30',
  'Thứ bậc',
  '%',
])('%s is no heading', (text) => {
  expect(readHeading(text)).toBeNull();
});

it.each([
  ['Mục tiêu đến năm 2030', 2030],
  ['Giai đoạn 2026-2030', 2030],
  ['2025', 2025],
  ['Mục tiêu', null],
])('%s names the year %s', (text, year) => {
  expect(readHeading(text)?.year).toBe(year);
});

it.each([
  'Ghi chú: nhiệm vụ được chuyển',
  'Nguồn tra cứu: trang thông tin',
  'Nguồn: Sở Y tế',
  'TM. ỦY BAN NHÂN DÂN',
  'T/M BAN THƯỜNG VỤ',
  'KT. CHỦ TỊCH',
  'Nơi nhận:',
  'PHỤ LỤC II',
  'Phụ lục 2',
])('%s closes a table', (text) => {
  expect(closesTable(text)).toBe(true);
});

it.each([
  'Nguồn nhân lực nghiên cứu khoa học, phát triển công nghệ',
  'Chủ tịch UBND cấp xã',
  'Kế hoạch',
  'Sở Y tế',
  'Danh mục dữ liệu mở',
])('%s is a cell', (text) => {
  expect(closesTable(text)).toBe(false);
});
