import { readPace } from '../../../src/reading/cells/pace';

describe('readPace', () => {
  it.each([
    ['Chỉ số đổi mới sáng tạo (PII)', 'Thứ bậc', '≤ 10', 'rank'],
    ['Tiềm lực, trình độ', 'Thứ bậc', 'Đạt mức tiên tiến', 'rank'],
    ['Chỉ số PII hằng năm', null, 'Top 3 toàn quốc trở lên', 'rank'],
    ['Chỉ số chuyển đổi số', null, 'Thuộc nhóm 20 tỉnh, thành dẫn đầu', 'rank'],
    ['Xếp hạng an toàn thông tin', null, '10', 'rank'],
    ['Chi ngân sách hằng năm cho khoa học', '% tổng chi NSNN', '≥ 3%', 'annual'],
    ['Chi ngân sách hàng năm cho khoa học', '%', '3', 'annual'],
    ['Số công bố khoa học tăng trung bình', '%/năm', '10', 'annual'],
    ['Số công bố khoa học', '%', 'tăng bình quân 10%/năm', 'annual'],
    ['Tốc độ tăng năng suất lao động bình quân', '%', '8', 'annual'],
    ['Số lớp tập huấn', 'Lớp / năm', '2', 'annual'],
    ['Số công bố khoa học tăng so với năm 2025', 'Lần', '1,3', 'level'],
    ['Thu nhập bình quân đầu người', 'Triệu đồng', '120', 'level'],
    ['Tỷ lệ dân số từ 15 tuổi có tài khoản', '%', '≥ 95', 'level'],
    ['Tỷ lệ doanh nghiệp có doanh thu trên 50 tỷ đồng/năm', '%', '5', 'level'],
    ['Doanh thu (tỷ đồng/năm)', null, '50', 'annual'],
    ['Hạ tầng số', null, null, 'level'],
  ] as const)('reads %j (%s, %j) as %s', (name, unit, targetText, pace) => {
    expect(readPace({ name, unit, targetText })).toBe(pace);
    const [otherName = '', otherUnit, otherTarget] = [name, unit, targetText].map((text) =>
      text?.normalize('NFD').toUpperCase(),
    );
    expect(
      readPace({ name: otherName, unit: otherUnit ?? null, targetText: otherTarget ?? null }),
    ).toBe(pace);
  });
});
