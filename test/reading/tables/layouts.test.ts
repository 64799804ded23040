import { readSource } from '../../../src/reading/source';
import { readTables, type ReadTables } from '../../../src/reading/tables/readTables';

function read(text: string): ReadTables {
  const source = readSource(text);
  if (!source.ok) throw new Error(source.error.code);
  return readTables(source.value);
}

/** Lines given as "a / b / c", one cell for each. */
function lines(...rows: readonly string[]): string {
  return rows.flatMap((row) => row.split(' / ')).join('\n');
}

/** Tasks in one line each: section.code name | lead | coordinating | product | time. */
function tasks(text: string): readonly string[] {
  return read(text).tasks.map((row) =>
    [
      `${row.section}:${row.code}`,
      row.name,
      ...[row.leadText, row.coordText, row.resultText, row.timeText].map((cell) => cell ?? ''),
    ].join(' | '),
  );
}

/** Indicators in one line each: code@horizon name | unit | target | lead. */
function indicators(text: string): readonly string[] {
  return read(text).indicators.map((row) =>
    [
      `${row.code}@${row.horizon}`,
      row.name,
      ...[row.unit, row.targetText, row.leadText].map((cell) => cell ?? ''),
    ].join(' | '),
  );
}

function doubts(text: string): readonly string[] {
  const { indicators: rows, tasks: works } = read(text);
  return [...rows, ...works].flatMap((row) =>
    row.doubts.map((doubt) =>
      [row.code, doubt.code, doubt.params['column'] ?? '', doubt.params['text'] ?? ''].join(' '),
    ),
  );
}

describe('one cell on each line', () => {
  it('takes the columns in another order', () => {
    const text = lines(
      'STT / Nội dung công việc / Thời hạn / Đơn vị chủ trì / Phối hợp / Sản phẩm đầu ra',
      'I / Hạ tầng',
      '1 / Xây dựng trung tâm dữ liệu của tỉnh / Quý II/2026 / Công an tỉnh / Sở Tài chính / Đề án',
      '2 / Lắp đặt trạm quan trắc / 2026 / Sở Xây dựng / Sở Tài chính / Báo cáo',
    );
    expect(tasks(text)).toEqual([
      'I:1 | Xây dựng trung tâm dữ liệu của tỉnh | Công an tỉnh | Sở Tài chính | Đề án | Quý II/2026',
      'I:2 | Lắp đặt trạm quan trắc | Sở Xây dựng | Sở Tài chính | Báo cáo | 2026',
    ]);
    expect(doubts(text)).toEqual([]);
  });

  it('puts cells by meaning where empty ones were lost, and says so', () => {
    const text = lines(
      'TT / Tên nhiệm vụ / Cơ quan chủ trì / Cơ quan phối hợp / Kết quả / Thời gian hoàn thành',
      '1 / Rà soát các quy định của tỉnh / Sở Tư pháp / Sở Nội vụ / Thường xuyên',
      '2 / Xây dựng kế hoạch công tác / Sở Nội vụ / Kế hoạch / 2025',
      '3 / Số hóa dữ liệu của các ngành / Các sở, ngành / 2026',
      '4 / Ban hành danh mục dùng chung / Sở Nội vụ / - / Quyết định / 2026',
    );
    expect(tasks(text)).toEqual([
      ':1 | Rà soát các quy định của tỉnh | Sở Tư pháp | Sở Nội vụ |  | Thường xuyên',
      ':2 | Xây dựng kế hoạch công tác | Sở Nội vụ |  | Kế hoạch | 2025',
      ':3 | Số hóa dữ liệu của các ngành | Các sở, ngành |  |  | 2026',
      ':4 | Ban hành danh mục dùng chung | Sở Nội vụ |  | Quyết định | 2026',
    ]);
    expect(doubts(text).filter((doubt) => doubt.includes('cellMissing'))).toEqual([
      '1 cellMissing Kết quả ',
      '2 cellMissing Cơ quan phối hợp ',
      '3 cellMissing Cơ quan phối hợp ',
      '3 cellMissing Kết quả ',
    ]);
    expect(doubts(text)).toContain('2 cellDecidedByMeaning Cơ quan chủ trì Sở Nội vụ');
  });

  it('starts no row at a value that looks like a number', () => {
    const text = lines(
      'STT / Chỉ tiêu / ĐVT / Mục tiêu 2030 / Đơn vị thực hiện',
      '1 / Số trung tâm dữ liệu / Trung tâm / 2 / Sở Nội vụ',
      '2 / Tỷ lệ hồ sơ số / % / 3 / Sở Nội vụ',
      '3 / Xếp hạng đổi mới sáng tạo / Thứ bậc / 4 / Sở Nội vụ',
      '4 / Năm hoàn thành nền tảng số / Năm / 2026 / Sở Nội vụ',
      '5 / Số xã thông minh / Xã / 50 / Sở Nội vụ',
      '6 / Số doanh nghiệp số / Doanh nghiệp / 7 / Sở Nội vụ',
      '7 / Số sáng kiến / Sáng kiến / 1 / Sở Nội vụ',
    );
    expect(indicators(text)).toEqual([
      '1@2030 | Số trung tâm dữ liệu | Trung tâm | 2 | Sở Nội vụ',
      '2@2030 | Tỷ lệ hồ sơ số | % | 3 | Sở Nội vụ',
      '3@2030 | Xếp hạng đổi mới sáng tạo | Thứ bậc | 4 | Sở Nội vụ',
      '4@2030 | Năm hoàn thành nền tảng số | Năm | 2026 | Sở Nội vụ',
      '5@2030 | Số xã thông minh | Xã | 50 | Sở Nội vụ',
      '6@2030 | Số doanh nghiệp số | Doanh nghiệp | 7 | Sở Nội vụ',
      '7@2030 | Số sáng kiến | Sáng kiến | 1 | Sở Nội vụ',
    ]);
    expect(doubts(text)).toEqual([]);
  });

  it('joins cells and headings that are wrapped over lines', () => {
    const text = lines(
      'STT / Nhiệm vụ / Cơ quan / chủ trì / Cơ quan / phối hợp / Thời gian / thực hiện',
      '(1) / (2) / (3) / (4) / (5)',
      'I / Hoàn thiện / thể chế',
      '1 / Rà soát các quy / định về chuyển / đổi số / Sở Khoa học và / Công nghệ / Các sở, ban, / ngành / Quý I/ / 2026',
      '2 / Ban hành chính / sách thu hút / Sở Nội vụ / Sở Tài chính / 2026',
    );
    expect(tasks(text)).toEqual([
      'I:1 | Rà soát các quy định về chuyển đổi số | Sở Khoa học và Công nghệ | Các sở, ban, ngành |  | Quý I/ 2026',
      'I:2 | Ban hành chính sách thu hút | Sở Nội vụ | Sở Tài chính |  | 2026',
    ]);
  });

  it('follows numbering that restarts in each section, and sections within sections', () => {
    const text = lines(
      'STT / Nhiệm vụ / Chủ trì / Tiến độ',
      'A / NHIỆM VỤ TRỌNG TÂM',
      'I / Thể chế',
      '1 / Nhóm chính sách',
      '1.1 / Trình nghị quyết về đổi mới sáng tạo / Sở Tư pháp / 2025',
      '1.2 / Sửa đổi quy chế / Sở Nội vụ / 2026',
      '2 / Rà soát văn bản / Sở Tư pháp / Hằng năm',
      'II / Hạ tầng',
      '1 / Đầu tư trung tâm dữ liệu / Công an tỉnh / 2027',
      'B / NHIỆM VỤ THƯỜNG XUYÊN',
      '1 / Tuyên truyền / Sở Nội vụ / Thường xuyên',
    );
    expect(tasks(text)).toEqual([
      '1:1.1 | Trình nghị quyết về đổi mới sáng tạo | Sở Tư pháp |  |  | 2025',
      '1:1.2 | Sửa đổi quy chế | Sở Nội vụ |  |  | 2026',
      'I:2 | Rà soát văn bản | Sở Tư pháp |  |  | Hằng năm',
      'II:1 | Đầu tư trung tâm dữ liệu | Công an tỉnh |  |  | 2027',
      'B:1 | Tuyên truyền | Sở Nội vụ |  |  | Thường xuyên',
    ]);
  });

  it('takes the horizon from a row, else from the caption, and leaves it open else', () => {
    const rows = [
      '1 / Tỷ lệ hồ sơ số / % / ≥ 90 / Sở Nội vụ',
      '2 / Kinh tế số / % GRDP / 30 / Sở Tài chính',
    ];
    const head = 'TT / Chỉ tiêu / Đơn vị / Kết quả / Cơ quan chủ trì';
    const years = (text: string) => read(text).indicators.map((row) => row.horizon);
    expect(
      years(
        lines(head, 'I / Đến năm 2030', rows[0] ?? '', 'II / Tầm nhìn đến năm 2045', rows[1] ?? ''),
      ),
    ).toEqual([2030, 2045]);
    expect(years(lines('CHỈ TIÊU CHỦ YẾU ĐẾN NĂM 2028', head, ...rows))).toEqual([2028, 2028]);
    expect(years(lines(head, ...rows))).toEqual([0, 0]);
  });

  it('gives one row for each year that has a column', () => {
    const text = lines(
      'TT / Chỉ tiêu / Đơn vị tính / Năm 2025 / Năm 2030 / Cơ quan theo dõi',
      '1 / Tỷ lệ hồ sơ số / % / 70 / 100 / Sở Nội vụ',
    );
    expect(indicators(text)).toEqual([
      '1@2025 | Tỷ lệ hồ sơ số | % | 70 | Sở Nội vụ',
      '1@2030 | Tỷ lệ hồ sơ số | % | 100 | Sở Nội vụ',
    ]);
  });

  it('reads rows without numbers under a head without a column of numbers', () => {
    const text = lines(
      'Nhiệm vụ / Đơn vị chủ trì / Thời gian hoàn thành',
      'Xây dựng kế hoạch chuyển đổi số của ngành / Sở Y tế / Quý I/2026',
      'Triển khai bệnh án điện tử / Sở Y tế / 2026',
      'Số hóa sổ hộ tịch / Sở Tư pháp / Năm 2027',
    );
    expect(tasks(text)).toEqual([
      ': | Xây dựng kế hoạch chuyển đổi số của ngành | Sở Y tế |  |  | Quý I/2026',
      ': | Triển khai bệnh án điện tử | Sở Y tế |  |  | 2026',
      ': | Số hóa sổ hộ tịch | Sở Tư pháp |  |  | Năm 2027',
    ]);
  });

  it('takes titles that hold their number, or stand in capitals, where rows have none', () => {
    const text = lines(
      'Nhiệm vụ / Chủ trì / Thời gian / Sản phẩm',
      'NHÓM NHIỆM VỤ VỀ HẠ TẦNG',
      'Xây dựng trung tâm dữ liệu của tỉnh / Công an tỉnh / 2026 / Trung tâm dữ liệu',
      'B. Phát triển nhân lực số',
      'Mở lớp bồi dưỡng cho cán bộ xã / Sở Nội vụ / Quý II/2026 / Lớp bồi dưỡng',
      'III. TỔ CHỨC THỰC HIỆN',
    );
    expect(read(text).tasks.map((row) => [row.section, row.sectionTitle, row.name])).toEqual([
      ['', 'NHÓM NHIỆM VỤ VỀ HẠ TẦNG', 'Xây dựng trung tâm dữ liệu của tỉnh'],
      ['B', 'Phát triển nhân lực số', 'Mở lớp bồi dưỡng cho cán bộ xã'],
    ]);
    expect(read(text).outside.map((line) => line.text)).toEqual(['III. TỔ CHỨC THỰC HIỆN']);
  });

  it('takes the number that a name holds where no column has them', () => {
    const text = lines(
      'Nhiệm vụ / Chủ trì / Thời gian',
      '1. Xây dựng trung tâm dữ liệu của tỉnh / Công an tỉnh / 2026',
      '2. Mở lớp bồi dưỡng cho cán bộ xã / Sở Nội vụ / Quý II/2026',
    );
    expect(tasks(text)).toEqual([
      ':1 | Xây dựng trung tâm dữ liệu của tỉnh | Công an tỉnh |  |  | 2026',
      ':2 | Mở lớp bồi dưỡng cho cán bộ xã | Sở Nội vụ |  |  | Quý II/2026',
    ]);
  });

  it('keeps the lists of two cells apart, and a list in a cell together', () => {
    const text = lines(
      'STT / Nhiệm vụ / Cơ quan chủ trì / Cơ quan phối hợp / Sản phẩm / Thời gian hoàn thành',
      '1 / Xây dựng hạ tầng số của tỉnh, gồm: / - Nâng cấp Trung tâm dữ liệu; / + Kết nối 100% xã. / Sở Nội vụ / - Sở Tài chính; / - Công an tỉnh. / - Kế hoạch; / - Báo cáo kết quả. / - Năm 2025: nâng cấp; / - Năm 2026: kết nối.',
      '2 / Xây dựng Đề án đô thị thông minh / Sở Xây dựng / Các sở, ngành / Đề án / Quý III/2025',
    );
    expect(tasks(text)).toEqual([
      ':1 | Xây dựng hạ tầng số của tỉnh, gồm: - Nâng cấp Trung tâm dữ liệu; + Kết nối 100% xã. | Sở Nội vụ | - Sở Tài chính; - Công an tỉnh. | - Kế hoạch; - Báo cáo kết quả. | - Năm 2025: nâng cấp; - Năm 2026: kết nối.',
      ':2 | Xây dựng Đề án đô thị thông minh | Sở Xây dựng | Các sở, ngành | Đề án | Quý III/2025',
    ]);
  });

  it('keeps the numbers of pages out of cells', () => {
    const head = 'STT / Nhiệm vụ / Chủ trì / Thời gian';
    const first = '1 / Xây dựng kế hoạch chuyển đổi số / Sở Y tế / 2025';
    const second = '2 / Triển khai bệnh án điện tử / Sở Y tế / 2026';
    for (const page of [['2', head], ['- 2 -'], ['Trang 2/9']])
      expect(tasks(lines(head, first, ...page, second))).toEqual([
        ':1 | Xây dựng kế hoạch chuyển đổi số | Sở Y tế |  |  | 2025',
        ':2 | Triển khai bệnh án điện tử | Sở Y tế |  |  | 2026',
      ]);
  });

  it('takes no caption that speaks of indicators for the head of their table', () => {
    const head = 'TT | Chỉ tiêu | ĐVT | Mục tiêu 2030 | Chủ trì';
    const rows = '| 1 | Kinh tế số | % | 30 | Sở Y tế |\n| 2 | Dịch vụ công | % | 90 | Sở Nội vụ |';
    for (const caption of ['Phụ lục I. Chỉ tiêu', 'I. Chỉ tiêu', 'Bảng 1. Các chỉ tiêu chủ yếu'])
      expect(indicators(`${caption}\n\n| ${head} |\n${rows}`)).toEqual([
        '1@2030 | Kinh tế số | % | 30 | Sở Y tế',
        '2@2030 | Dịch vụ công | % | 90 | Sở Nội vụ',
      ]);
  });

  it('goes on with the numbers of the table before', () => {
    const text = lines(
      'PHỤ LỤC II (tiếp theo)',
      'TT / Nhiệm vụ / Chủ trì / Thời gian',
      '21 / Đào tạo cán bộ / Sở Y tế / 2025',
      '22 / Rà soát các quy định / Sở Tư pháp / 2026',
    );
    expect(tasks(text)).toEqual([
      ':21 | Đào tạo cán bộ | Sở Y tế |  |  | 2025',
      ':22 | Rà soát các quy định | Sở Tư pháp |  |  | 2026',
    ]);
  });

  it('names a row by what stands beside the name of its group', () => {
    const text = [
      'TT\tNhóm chỉ tiêu\tChỉ tiêu\tĐVT\tMục tiêu',
      '1\tXã hội số\tTỷ lệ dân số có chữ ký số\t%\t70',
    ].join('\n');
    expect(indicators(text)).toEqual(['1@0 | Tỷ lệ dân số có chữ ký số | % | 70 | ']);
  });

  it('puts the parts of a spanning heading in its place', () => {
    const text = lines(
      'STT / Nội dung / Cơ quan thực hiện / Thời gian / Sản phẩm / Chủ trì / Phối hợp',
      '1 / Xây dựng đề án đô thị thông minh / Sở Xây dựng / Sở Tài chính / 2026 / Đề án',
      '2 / Lập quy hoạch / Sở Xây dựng / Sở Nội vụ / 2027 / Quy hoạch được duyệt',
    );
    expect(tasks(text)).toEqual([
      ':1 | Xây dựng đề án đô thị thông minh | Sở Xây dựng | Sở Tài chính | Đề án | 2026',
      ':2 | Lập quy hoạch | Sở Xây dựng | Sở Nội vụ | Quy hoạch được duyệt | 2027',
    ]);
  });

  it('skips heads repeated on a new page, and keeps remarks and running text out of cells', () => {
    const text = lines(
      'TT / Chỉ tiêu / Đơn vị / Kết quả / Cơ quan chủ trì',
      '1 / Tỷ lệ hồ sơ số / % / 90 / Sở Y tế',
      'TT / Chỉ tiêu / Đơn vị / Kết quả / Cơ quan chủ trì',
      '2 / Kinh tế số / % / 2 / Sở Y tế',
      'Ghi chú: nhiệm vụ chuyển về cơ quan mới',
      'DANH MỤC NHIỆM VỤ',
      'TT / Nhiệm vụ / Chủ trì / Thời gian',
      '1 / Đào tạo cán bộ / Sở Y tế / 2025',
      'III. TỔ CHỨC THỰC HIỆN',
      '1. Sở Y tế chủ trì, phối hợp với các đơn vị thực hiện.',
    );
    const { outside, ignored } = read(text);
    expect(indicators(text)).toEqual([
      '1@0 | Tỷ lệ hồ sơ số | % | 90 | Sở Y tế',
      '2@0 | Kinh tế số | % | 2 | Sở Y tế',
    ]);
    expect(tasks(text)).toEqual([':1 | Đào tạo cán bộ | Sở Y tế |  |  | 2025']);
    expect(ignored.map((line) => line.text)).toEqual(['Ghi chú: nhiệm vụ chuyển về cơ quan mới']);
    expect(outside.map((line) => line.text)).toEqual([
      'DANH MỤC NHIỆM VỤ',
      'III. TỔ CHỨC THỰC HIỆN',
      '1. Sở Y tế chủ trì, phối hợp với các đơn vị thực hiện.',
    ]);
  });
});

describe('one row on each line', () => {
  const head = 'TT\tChỉ tiêu\tĐơn vị\tKết quả\tCơ quan chủ trì';

  it.each(['|:-:|---|:--|--:|', '|:-:|-:|:-|:-:|', '|---|:-:|---||', '|:—:|—:|:—|——|'])(
    'takes no line under a repeated head for a title: %s',
    (rule) => {
      const head = '| STT | Nhiệm vụ | Chủ trì | Thời gian |';
      const text = [
        head,
        rule,
        '| 1 | Khảo sát các trạm đo | Sở Y tế | 2026 |',
        '',
        head,
        rule,
        '| 2 | Mua sắm thiết bị đo | Sở Y tế | 2027 |',
      ].join('\n');
      expect(tasks(text)).toEqual([
        ':1 | Khảo sát các trạm đo | Sở Y tế |  |  | 2026',
        ':2 | Mua sắm thiết bị đo | Sở Y tế |  |  | 2027',
      ]);
    },
  );

  it('joins a row cut by a page break and a repeated head, cell by cell', () => {
    const text = [
      head,
      'I\tĐến năm 2030\t\t\t',
      '1\tMức độ chuyển đổi số của các cơ sở, cơ\t%\t$> 95\\%$ đối với phổ thông;\tSở Y tế',
      '',
      head,
      '\tquan quản lý\t\t> 90% đối với mầm non\t',
      '2\tHạ tầng số\t\tTiên tiến\tSở Nội vụ',
    ].join('\n');
    expect(indicators(text)).toEqual([
      '1@2030 | Mức độ chuyển đổi số của các cơ sở, cơ quan quản lý | % | > 95% đối với phổ thông; > 90% đối với mầm non | Sở Y tế',
      '2@2030 | Hạ tầng số |  | Tiên tiến | Sở Nội vụ',
    ]);
    expect(doubts(text)).toEqual(['1 cellsJoinedOverPages  ']);
  });

  it('reads Markdown tables', () => {
    const text = [
      '| STT | Nhiệm vụ | Đơn vị chủ trì | Thời gian |',
      '|---|:--|---|---|',
      '| I | **Thể chế** | | |',
      '| 1 | Ban hành *quy chế* | Sở Nội vụ;<br>Sở Y tế | 2025 |',
      '| 2 | Rà soát | Sở Tư pháp | - |',
    ].join('\n');
    expect(tasks(text)).toEqual([
      'I:1 | Ban hành quy chế | Sở Nội vụ; Sở Y tế |  |  | 2025',
      'I:2 | Rà soát | Sở Tư pháp |  |  | ',
    ]);
  });

  it('reads a second row of headings under merged ones', () => {
    const text = [
      'STT\tNội dung\tCơ quan thực hiện\t\tThời gian',
      '\t\tChủ trì\tPhối hợp\t',
      '(1)\t(2)\t(3)\t(4)\t(5)',
      '1\tLập quy hoạch\tSở Xây dựng\tSở Tài chính\t2026',
    ].join('\n');
    expect(tasks(text)).toEqual([':1 | Lập quy hoạch | Sở Xây dựng | Sở Tài chính |  | 2026']);
  });

  it('takes a title beside its number, whatever that column holds', () => {
    const text = [
      'STT\tThời gian\tChủ trì\tNội dung nhiệm vụ',
      'I\tHạ tầng số',
      '1\tQuý II/2026\tCông an tỉnh\tXây dựng trung tâm dữ liệu',
      'II\tNhân lực số\t\t',
      '1\t2027\tSở Nội vụ\tMở lớp bồi dưỡng',
    ].join('\n');
    expect(read(text).tasks.map((row) => [row.section, row.sectionTitle, row.name])).toEqual([
      ['I', 'Hạ tầng số', 'Xây dựng trung tâm dữ liệu'],
      ['II', 'Nhân lực số', 'Mở lớp bồi dưỡng'],
    ]);
  });

  it('puts the cells of a short row by meaning, and says so', () => {
    const text = [
      'TT\tNhiệm vụ\tChủ trì\tPhối hợp\tThời gian',
      '1\tLập quy hoạch\tSở Xây dựng\t2026',
    ].join('\n');
    expect(tasks(text)).toEqual([':1 | Lập quy hoạch | Sở Xây dựng |  |  | 2026']);
    expect(doubts(text)).toContain('1 cellMissing Phối hợp ');
  });
});

describe('rows without all their cells', () => {
  const head = 'TT / Nhiệm vụ / Chủ trì / Phối hợp / Sản phẩm / Thời gian';
  const first = '1 / Rà soát quy định / Sở Tư pháp / Sở Nội vụ / Báo cáo / 2026';
  const grid = (...rows: readonly string[]) => rows.join('\n').replaceAll(' / ', '\t');

  it.each([
    [
      'who leads',
      '2 / Số hóa hồ sơ / Sở Y tế / Cơ sở dữ liệu / 2027',
      'Sở Tư pháp | Sở Y tế | Cơ sở dữ liệu | 2027',
    ],
    [
      'who leads and when',
      '2 / Số hóa hồ sơ / Sở Y tế / Cơ sở dữ liệu',
      'Sở Tư pháp | Sở Y tế | Cơ sở dữ liệu | 2026',
    ],
  ])('takes from the row above what that spans: %s', (_, row, cells) => {
    const text = grid(head, first, row);
    expect(tasks(text)[1]).toBe(`:2 | Số hóa hồ sơ | ${cells}`);
    expect(doubts(text)).toContain('2 cellFromRowAbove Chủ trì Sở Tư pháp');
  });

  it('leaves empty what was lost at the end of a row, and says so', () => {
    const text = grid(head, first, '2 / Số hóa hồ sơ / Sở Y tế');
    expect(tasks(text)[1]).toBe(':2 | Số hóa hồ sơ | Sở Y tế |  |  | ');
    expect(doubts(text)).toContain('2 cellMissing Sản phẩm ');
  });

  it.each([
    ['in the first of the cells', 'II. Hạ tầng số /  /  /  /  / '],
    ['in every cell', Array.from({ length: 6 }, () => 'II. Hạ tầng số').join(' / ')],
    ['on a line without cells', 'II. Hạ tầng số'],
    ['beside an empty number', ' / II. Hạ tầng số /  /  /  / '],
  ])('takes a title merged over the table: %s', (_, title) => {
    const text = grid(head, 'I. Thể chế /  /  /  /  / ', first, title, first.replace('1', '2'));
    expect(tasks(text).map((row) => row.slice(0, 4))).toEqual(['I:1 ', 'II:2']);
    expect(read(text).tasks[1]?.sectionTitle).toBe('Hạ tầng số');
  });

  it('takes a title without a number', () => {
    const text = grid(head, 'Công tác thể chế', first, 'Hạ tầng số', first);
    expect(read(text).tasks.map((row) => row.sectionTitle)).toEqual([
      'Công tác thể chế',
      'Hạ tầng số',
    ]);
  });
});

it('joins the lines of a cell where blank lines stand between cells', () => {
  const rows = [
    ['TT', 'Nhiệm vụ', 'Cơ quan\nchủ trì', 'Cơ quan phối hợp', 'Thời gian'],
    [
      '1',
      'Triển khai chữ ký số\nThực hiện dịch vụ công',
      'Sở Y tế\nSở Nội vụ',
      'Sở Tài chính',
      '2026',
    ],
    ['2', 'Rà soát', 'Sở Tư pháp', 'Sở Y tế', '2027'],
  ];
  expect(tasks(rows.map((row) => row.join('\n\n')).join('\n\n'))).toEqual([
    ':1 | Triển khai chữ ký số Thực hiện dịch vụ công | Sở Y tế Sở Nội vụ | Sở Tài chính |  | 2026',
    ':2 | Rà soát | Sở Tư pháp | Sở Y tế |  | 2027',
  ]);
});

it('takes a title without a number, with one cell on each line', () => {
  const text = lines(
    'TT / Nhiệm vụ / Chủ trì / Thời gian',
    'Công tác thể chế',
    '1 / Rà soát các quy định / Sở Tư pháp / 2026',
    'Công tác hạ tầng',
    '2 / Lắp đặt trạm quan trắc / Sở Xây dựng / 2027',
  );
  expect(read(text).tasks.map((row) => `${row.sectionTitle}: ${row.name} ${row.timeText}`)).toEqual(
    [
      'Công tác thể chế: Rà soát các quy định 2026',
      'Công tác hạ tầng: Lắp đặt trạm quan trắc 2027',
    ],
  );
});

it('takes titles in capitals where rows have no numbers, and no title for a heading', () => {
  const text = lines(
    'DANH MỤC NHIỆM VỤ',
    'Nội dung nhiệm vụ / Cơ quan chủ trì / Thời hạn',
    'CƠ CHẾ, CHÍNH SÁCH',
    'Rà soát các quy định / Sở Tư pháp / 2026',
    'HẠ TẦNG SỐ',
    'Lắp đặt trạm quan trắc / Sở Xây dựng / 2027',
  );
  expect(read(text).tasks.map((row) => `${row.sectionTitle}: ${row.name}`)).toEqual([
    'CƠ CHẾ, CHÍNH SÁCH: Rà soát các quy định',
    'HẠ TẦNG SỐ: Lắp đặt trạm quan trắc',
  ]);
});

describe('Markdown', () => {
  const markdown = (head: string, ...rows: readonly string[]) =>
    [head, head.replace(/[^|]+/g, '---'), ...rows].map((row) => `| ${row} |`).join('\n');

  it('takes the numbers that names hold where no column has them', () => {
    const text = markdown(
      'Nội dung | Chủ trì | Hoàn thành',
      '**1. Thể chế** | | ',
      '1.1. Rà soát | Sở Tư pháp | 2026',
    );
    expect(tasks(text)).toEqual(['1:1.1 | Rà soát | Sở Tư pháp |  |  | 2026']);
  });

  it.each(['4/', '6a', 'NV07', '10 - 11'])('keeps the number %s as printed', (number) => {
    const text = markdown(
      'Mã | Nhiệm vụ | Chủ trì | Thời gian',
      `${number} | Rà soát | Sở Y tế | 2026`,
    );
    expect(read(text).tasks.map((row) => row.code)).toEqual([number.replace('/', '')]);
  });

  it('takes a table of names and years, and no row of a table with other headings below it', () => {
    const text = `${markdown('Chỉ tiêu | Năm 2026 | Năm 2030', 'Tỷ lệ hồ sơ | 50 | 90')}\n\n${markdown('# | Họ tên | Chức vụ', '1 | Nguyễn An | Giám đốc')}`;
    expect(indicators(text)).toEqual([
      '@2026 | Tỷ lệ hồ sơ |  | 50 | ',
      '@2030 | Tỷ lệ hồ sơ |  | 90 | ',
    ]);
  });
});

it('reads a title that holds its number, with one cell on each line', () => {
  const text = lines(
    'TT / Nhiệm vụ / Chủ trì / Thời gian',
    'I. Thể chế',
    '1 / Rà soát các quy định / Sở Tư pháp / 2026',
    'II. Hạ tầng',
    '1 / Lắp đặt trạm quan trắc / Sở Xây dựng / 2027',
  );
  expect(tasks(text)).toEqual([
    'I:1 | Rà soát các quy định | Sở Tư pháp |  |  | 2026',
    'II:1 | Lắp đặt trạm quan trắc | Sở Xây dựng |  |  | 2027',
  ]);
});

/** The rows as portals save them: `cell` between cells, `row` between rows. */
const piped = (cell: string, row: string, ...rows: readonly string[]): string =>
  rows.map((each) => each.replaceAll(' / ', cell)).join(row);

describe('pipes on lines of their own', () => {
  const rows = [
    'TT / Nhiệm vụ / Chủ trì / Phối hợp / Thời gian',
    'I / Hoàn thiện / ',
    '1 / Rà soát các\n\nquy định / Sở Tư pháp /  / 2025',
    '2 / Số hóa hồ sơ / Sở Nội vụ / Sở Y tế\nSở Tài chính / 2026',
    'II / Hạ tầng',
    '1 / Lắp đặt 3 trạm / Sở Xây dựng / Sở Y tế / Quý I/2026',
  ];
  const found = [
    'I:1 | Rà soát các quy định | Sở Tư pháp |  |  | 2025',
    'I:2 | Số hóa hồ sơ | Sở Nội vụ | Sở Y tế Sở Tài chính |  | 2026',
    'II:1 | Lắp đặt 3 trạm | Sở Xây dựng | Sở Y tế |  | Quý I/2026',
  ];

  it.each([
    ['two on one line between rows', '\n|\n', '\n| |\n'],
    ['two together between rows', '\n|\n', '\n||\n'],
    ['two lines of one between rows', '\n\n|\n\n', '\n\n|\n\n|\n\n'],
    ['none between rows', '\n|\n', '\n'],
    ['pipes that end and begin lines', ' |\n', ' |\n| '],
  ])('reads %s', (_, cell, row) => {
    expect(tasks(`Danh mục nhiệm vụ\n|\n${piped(cell, row, ...rows)}\n|\nNơi nhận:`)).toEqual(
      found,
    );
  });

  it('reads Markdown rows whose cells are broken over lines, and rows that are cut', () => {
    const text = [
      '| TT | Nhiệm vụ | Chủ trì | Phối hợp | Thời gian |',
      '| 1 | Rà soát các',
      'quy định | Sở Tư',
      'pháp |  | 2025 |',
      '| 2 | Số hóa hồ sơ lưu trữ của các đơn vị | Sở Nội vụ | …',
      '| 3 | Lắp đặt',
      'trạm | Sở Xây dựng | Sở Y tế | 2026 |',
    ].join('\n');
    expect(tasks(text)).toEqual([
      ':1 | Rà soát các quy định | Sở Tư pháp |  |  | 2025',
      ':2 | Số hóa hồ sơ lưu trữ của các đơn vị | Sở Nội vụ |  |  | ',
      ':3 | Lắp đặt trạm | Sở Xây dựng | Sở Y tế |  | 2026',
    ]);
  });

  it('ends the table where the text below it begins, and takes the pipes out of that', () => {
    const text = `Đăng nhập\n|\n${piped('\n|\n', '\n| |\n', ...rows)}\n|\nTrên đây là Kế hoạch.\n|\nLưu trữ`;
    expect(tasks(text)).toEqual(found);
    expect(read(text).outside.map((line) => line.text)).toEqual([
      'Đăng nhập',
      'Trên đây là Kế hoạch.',
      'Lưu trữ',
    ]);
  });
});

it.each([
  ['TT / Họ và tên / Chức vụ / Ghi chú', '1 / Nguyễn Văn A / Giám đốc / x'],
  ['TT / Nội dung / Kinh phí / Ghi chú', '1 / Mua sắm / 500 / x'],
  ['Mục tiêu / Nhiệm vụ', 'Văn bản thường'],
])('finds no table of indicators or tasks under %s', (head, row) => {
  const { hasIndicatorTable, hasTaskTable } = read(lines(head, row));
  expect([hasIndicatorTable, hasTaskTable]).toEqual([false, false]);
});

it.each([
  ['heads without rows', 'TT\nNhiệm vụ\nChủ trì\nThời gian\n'],
  ['rows of heads without rows', 'TT\tNhiệm vụ\tChủ trì\tThời gian\n'],
  ['numbers without cells', '1\n'],
  ['numbers that may be letters', 'V\n'],
  ['the same number', '1.1.1\n'],
])('is done in reasonable time with %s', (_, line) => {
  const before = process.cpuUsage().user;
  read(`TT\nNhiệm vụ\nChủ trì\nThời gian\n1\n${line.repeat(4_000)}`);
  expect(process.cpuUsage().user - before).toBeLessThan(8_000_000);
});

it('takes time that grows with the number of rows only', () => {
  const made = (count: number) =>
    lines(
      'TT / Tên nhiệm vụ / Cơ quan chủ trì / Cơ quan phối hợp / Thời gian',
      ...Array.from(
        { length: count },
        (_, at) => `${at + 1} / Nhiệm vụ về dữ liệu dùng chung / Sở Nội vụ / Sở Tài chính / 2026`,
      ),
    );
  const cost = (count: number) => {
    const before = process.cpuUsage().user;
    expect(read(made(count)).tasks).toHaveLength(count);
    return process.cpuUsage().user - before;
  };
  cost(2_000);
  // Four times the rows: a quadratic reader would take sixteen times as long.
  expect(cost(20_000) / cost(5_000)).toBeLessThan(10);
});

describe('heads in two rows', () => {
  const columns = (text: string) => tasks(text).concat(indicators(text));
  const piped = (rows: readonly string[]) => rows.map((row) => `| ${row} |`).join('\n');

  it.each([
    [
      'parts under empty cells',
      ['TT | Nhiệm vụ | Phân công |  | Thời gian', ' |  | Chủ trì | Phối hợp | '],
      '1 | Rà soát | Sở Y tế | Sở Nội vụ | 2026',
      ':1 | Rà soát | Sở Y tế | Sở Nội vụ |  | 2026',
    ],
    [
      'parts alone in a shorter row',
      ['TT | Nhiệm vụ | Cơ quan thực hiện | Thời gian', 'Chủ trì | Phối hợp'],
      '1 | Rà soát | Sở Y tế | Sở Nội vụ | 2026',
      ':1 | Rà soát | Sở Y tế | Sở Nội vụ |  | 2026',
    ],
    [
      'a beginning and an end',
      ['TT | Nhiệm vụ | Chủ trì | Thời gian thực hiện', 'Bắt đầu | Kết thúc'],
      '1 | Rà soát | Sở Y tế | 01/2026 | 6/2026',
      ':1 | Rà soát | Sở Y tế |  |  | 01/2026 - 6/2026',
    ],
    [
      'years',
      ['TT | Chỉ tiêu | ĐVT | Mục tiêu | Theo dõi, đánh giá', '2025 | 2030'],
      '1 | Tỷ lệ hồ sơ | % | 50 | 90 | Sở Y tế',
      '1@2025 | Tỷ lệ hồ sơ | % | 50 | Sở Y tế; 1@2030 | Tỷ lệ hồ sơ | % | 90 | Sở Y tế',
    ],
  ])('takes %s', (_, head, row, expected) => {
    expect(columns(piped([...head, row]))).toEqual(expected.split('; '));
    const onLines = [...head, row].map((each) => each.replaceAll(' | ', '\n|\n')).join('\n| |\n');
    expect(columns(onLines)).toEqual(expected.split('; '));
  });

  it('takes a row without a number above another table for no head', () => {
    const text = piped([
      'TT | Nhiệm vụ | Chủ trì | Thời gian | Nguồn vốn',
      '1 | Rà soát | Sở Y tế | 2026 | ',
      ' | Lắp đặt trạm | Sở Y tế | 2027 | Vốn tỉnh',
      'TT | Nhiệm vụ | Chủ trì | Thời gian | ',
      '1 | Số hóa | Sở Y tế | 2027 | ',
    ]);
    expect(tasks(text).map((row) => row.slice(0, 12))).toEqual([
      ':1 | Rà soát',
      ': | Lắp đặt ',
      ':1 | Số hóa ',
    ]);
  });
});

describe('heads that no word of names tells of', () => {
  const under = (head: string, ...rows: readonly string[]): string =>
    [head, ...rows].map((row) => `| ${row} |`).join('\n');

  it('takes the column beside the numbers for the one of names', () => {
    expect(
      tasks(under('TT | Việc lớn trong năm | Cơ quan chủ trì | Hạn', '1 | Lập quỹ | Sở A | 2026')),
    ).toEqual([':1 | Lập quỹ | Sở A |  |  | 2026']);
  });

  it('even where its heading is that of a target, if another column states it', () => {
    expect(
      indicators(
        under(
          'TT | Mục tiêu đến năm 2030 | Đơn vị tính | Kết quả | Chủ trì',
          '1 | Tỷ lệ hồ sơ trực tuyến | % | 80 | Sở A',
          '2 | Số doanh nghiệp số | Doanh nghiệp | 50 | Sở B',
        ),
      ),
    ).toEqual([
      '1@2030 | Tỷ lệ hồ sơ trực tuyến | % | 80 | Sở A',
      '2@2030 | Số doanh nghiệp số | Doanh nghiệp | 50 | Sở B',
    ]);
  });

  it('takes the title of the first section for no head, whatever it is called', () => {
    expect(
      tasks(
        under(
          'TT | Nội dung nhiệm vụ | Chủ trì | Thời gian',
          ' | Nguồn lực, kinh phí |  | ',
          '1 | Lập quỹ | Sở A | 2026',
        ),
      ),
    ).toEqual([':1 | Lập quỹ | Sở A |  |  | 2026']);
  });
});

describe('a table for each heading', () => {
  const head = '| TT | Nhiệm vụ | Chủ trì | Thời gian |\n|---|---|---|---|';
  const table = (first: string, second: string): string =>
    [
      first,
      head,
      '| 1 | Rà soát văn bản | Sở Tư pháp | 2026 |',
      '| 2 | Ban hành quy chế | Sở Nội vụ | 2026 |',
      second,
      head,
      '| 1 | Mở rộng mạng 5G | Sở Xây dựng | 2027 |',
    ].join('\n');
  const sections = (text: string): readonly string[] =>
    read(text).tasks.map(({ section, sectionTitle }) => `${section}:${sectionTitle}`);

  it.each([
    ['1. Thể chế', '2. Hạ tầng', ['1:Thể chế', '1:Thể chế', '2:Hạ tầng']],
    ['II. THỂ CHẾ', 'III. HẠ TẦNG', ['II:THỂ CHẾ', 'II:THỂ CHẾ', 'III:HẠ TẦNG']],
    ['Về thể chế', 'Về hạ tầng', [':Về thể chế', ':Về thể chế', ':Về hạ tầng']],
    ['DANH MỤC NHIỆM VỤ', '2. Hạ tầng', [':', ':', '2:Hạ tầng']],
    ['2. Thể chế', '1. Hạ tầng', [':', ':', '1:Hạ tầng']],
  ])('puts its rows under it: %s, %s', (first, second, expected) => {
    expect(sections(table(first, second))).toEqual(expected);
  });

  it('takes a heading above one table alone for no section', () => {
    expect(sections(`1. Danh mục như sau\n${head}\n| 1 | Rà soát | Sở A | 2026 |`)).toEqual([':']);
  });
});

it.each([
  ['| II Phát triển hạ tầng | | | |', 'II:Phát triển hạ tầng'],
  ['| 2.1 Phát triển hạ tầng | | | |', '2.1:Phát triển hạ tầng'],
  ['| 2. Phát triển hạ tầng | | | |', '2:Phát triển hạ tầng'],
])('takes the number of a title merged over the table: %s', (title, expected) => {
  const text = `| TT | Nhiệm vụ | Chủ trì | Thời gian |\n${title}\n| 1 | Rà soát | Sở Y tế | 2026 |`;
  expect(read(text).tasks.map((row) => `${row.section}:${row.sectionTitle}`)).toEqual([expected]);
});

describe('indicators of four columns, without one of units', () => {
  it.each([
    'TT | Chỉ tiêu đến năm 2030 | Mục tiêu | Cơ quan theo dõi',
    'TT | Chỉ tiêu đến năm 2030 | Kết quả | Cơ quan theo dõi',
    'STT | Nội dung chỉ tiêu đến năm 2030 | Chỉ tiêu | Cơ quan theo dõi',
    'STT | Nội dung đến năm 2030 | Chỉ tiêu | Cơ quan theo dõi',
    'STT | Nội dung đến năm 2030 | Mục tiêu | Đơn vị chủ trì',
    'STT | Chỉ tiêu đến năm 2030 | Kết quả cần đạt | Đơn vị chủ trì',
  ])('%s', (head) => {
    expect(indicators(`| ${head} |\n| 1 | Tỷ lệ hồ sơ trực tuyến | 90% | Sở Nội vụ |`)).toEqual([
      '1@2030 | Tỷ lệ hồ sơ trực tuyến |  | 90% | Sở Nội vụ',
    ]);
  });
});

describe('indicators and tasks in one table', () => {
  const head = 'TT\tNội dung\tĐơn vị tính\tMục tiêu 2030\tChủ trì\tThời gian';

  it('are told apart by what a row fills', () => {
    const text = [
      head,
      'A\tCHỈ TIÊU\t\t\t\t',
      '1\tKinh tế số\t% GRDP\t30\tSở Tài chính\t',
      'B\tNHIỆM VỤ\t\t\t\t',
      '1\tXây dựng trung tâm dữ liệu\t\t\tCông an tỉnh\tQuý IV/2026',
    ].join('\n');
    expect(indicators(text)).toEqual(['1@2030 | Kinh tế số | % GRDP | 30 | Sở Tài chính']);
    expect(tasks(text)).toEqual([
      'B:1 | Xây dựng trung tâm dữ liệu | Công an tỉnh |  |  | Quý IV/2026',
    ]);
  });

  it('are not looked for where the head speaks of tasks only', () => {
    const text = `${head.replace('Nội dung', 'Nhiệm vụ')}\n1\tMở lớp tập huấn\tLớp\t10\tSở Nội vụ\t2026`;
    expect(indicators(text)).toEqual([]);
    expect(tasks(text)).toEqual([':1 | Mở lớp tập huấn | Sở Nội vụ |  |  | 2026']);
  });

  const text = `| TT | Nội dung | Đơn vị tính | Mục tiêu | Chủ trì | Thời gian |
|---|---|---|---|---|---|
| I | HẠ TẦNG SỐ | | | | |
| 1 | Tỷ lệ phủ sóng 5G | % | 90 | Sở Xây dựng | Năm 2028 |
| 2 | Xây dựng trung tâm dữ liệu | - | - | Công an tỉnh | Quý IV/2026 |
| II | CHÍNH QUYỀN SỐ | | | | |
| 3 | Tỷ lệ hồ sơ trực tuyến | % | 80 | Sở Nội vụ | 2026 |
| 4 | Mức độ hài lòng | % | | Sở Nội vụ | 2030 |`;

  it('sets an indicator for the year of its own time', () => {
    expect(indicators(text)).toEqual([
      '1@2028 | Tỷ lệ phủ sóng 5G | % | 90 | Sở Xây dựng',
      '3@2026 | Tỷ lệ hồ sơ trực tuyến | % | 80 | Sở Nội vụ',
      '4@2030 | Mức độ hài lòng | % |  | Sở Nội vụ',
    ]);
  });
});

it('takes words in a column of targets, beside no unit, for a target', () => {
  const head = '| TT | Nội dung | Đơn vị tính | Mục tiêu 2030 | Chủ trì | Thời gian |';
  const row = '| 1 | Hạ tầng số | - | Hiện đại, đồng bộ | Sở Xây dựng | 2030 |';
  expect(indicators(`${head}\n${row}`)).toEqual([
    '1@2030 | Hạ tầng số |  | Hiện đại, đồng bộ | Sở Xây dựng',
  ]);
});

it('takes no sum of rows for a row', () => {
  const table = '| TT | Nhiệm vụ | Chủ đầu tư | Kinh phí |\n| 1 | Trụ sở số | Sở Y tế | 5 |';
  expect(tasks(`${table}\n| | Tổng cộng | | 5 |`)).toHaveLength(1);
});

it('passes over the rows of a form that nobody filled in', () => {
  const form = '| TT | Nhiệm vụ | Chủ đầu tư | Thời gian |\n| 1 | Trụ sở số | Sở Y tế | 2026 |';
  expect(tasks(`${form}\n| 2 | … | … | … |\n| … | … | … | … |`)).toHaveLength(1);
});

describe('a column for all who take part', () => {
  it.each([
    ['Sở Nội vụ chủ trì; Sở Y tế, Công an tỉnh phối hợp', 'Sở Nội vụ | Sở Y tế, Công an tỉnh'],
    ['Sở Nội vụ chủ trì, phối hợp với Sở Y tế', 'Sở Nội vụ | Sở Y tế'],
    ['Sở Nội vụ (chủ trì), Sở Y tế (phối hợp)', 'Sở Nội vụ | Sở Y tế'],
    ['Chủ trì: Sở Nội vụ Phối hợp: Sở Y tế', 'Sở Nội vụ | Sở Y tế'],
    ['Sở Nội vụ; Sở Y tế phối hợp', 'Sở Nội vụ | Sở Y tế'],
    ['Sở Nội vụ, Sở Y tế', 'Sở Nội vụ, Sở Y tế | '],
    ['Sở Nội vụ chủ trì', 'Sở Nội vụ chủ trì | '],
  ])('%s', (cell, expected) => {
    const text = [
      'TT\tNhiệm vụ\tĐơn vị thực hiện\tThời gian',
      `1\tSố hóa hồ sơ lưu trữ\t${cell}\tQuý II/2026`,
      '2\tLắp đặt trạm quan trắc\tSở Xây dựng\tNăm 2026',
    ].join('\n');
    expect(tasks(text)[0]).toBe(`:1 | Số hóa hồ sơ lưu trữ | ${expected} |  | Quý II/2026`);
  });
});

describe('what a plan sets beside its own targets', () => {
  it.each([
    'Mục tiêu quốc gia | Mục tiêu của tỉnh',
    'Mục tiêu 57-NQ/TW đến 2030 | Mục tiêu tỉnh đến 2030',
    'Đã đạt năm 2024 | Phấn đấu năm 2030',
  ])('is none: %s', (two) => {
    const head = `| TT | Chỉ tiêu | Đơn vị | ${two} | Cơ quan theo dõi |`;
    const rows = indicators(`${head}\n| 1 | Kinh tế số | % | 40 | 80 | Sở Nội vụ |`);
    expect(rows.map((row) => row.split(' | ').at(-2))).toEqual(['80']);
  });

  it.each([
    ['Mục tiêu tối thiểu | Mục tiêu phấn đấu', '40', 'targetBeside Mục tiêu phấn đấu 80'],
    ['Giá trị | Mục tiêu', '80', 'targetBeside Giá trị 40'],
    ['Giá trị | Mục tiêu 2030', '80', undefined],
    ['Giá trị gốc | Mục tiêu', '80', undefined],
  ])('is doubted where the words do not decide: %s', (two, target, doubt) => {
    const text = `| TT | Chỉ tiêu | Đơn vị | ${two} | Cơ quan theo dõi |
| 1 | Kinh tế số | % | 40 | 80 | Sở Nội vụ |`;
    expect(indicators(text).map((row) => row.split(' | ').at(-2))).toEqual([target]);
    expect(doubts(text)).toEqual(doubt === undefined ? [] : [`1 ${doubt}`]);
  });

  it('is the target where it stands alone', () => {
    const head = '| TT | Chỉ tiêu | Đơn vị | Mục tiêu quốc gia 2030 | Cơ quan theo dõi |';
    expect(indicators(`${head}\n| 1 | Kinh tế số | % | 40 | Sở Nội vụ |`)).toEqual([
      '1@2030 | Kinh tế số | % | 40 | Sở Nội vụ',
    ]);
  });
});

it('keeps the last row below one that lost its closing pipe, where cells are broken over lines', () => {
  const text = `| TT | Nhiệm vụ | Chủ trì | Thời gian |
|---|---|---|---|
| 1 | Rà soát văn bản | Sở Tư pháp | 2026 |
| 2 | Ban hành
quy chế dữ liệu | Sở Nội vụ | 2026 |
| 3 | Mở lớp tập huấn | Sở Y tế | 2026
| 4 | Mở rộng mạng 5G | Sở Xây dựng | 2027 |

Nơi nhận:`;
  expect(tasks(text)).toEqual([
    ':1 | Rà soát văn bản | Sở Tư pháp |  |  | 2026',
    ':2 | Ban hành quy chế dữ liệu | Sở Nội vụ |  |  | 2026',
    ':3 | Mở lớp tập huấn | Sở Y tế |  |  | 2026',
    ':4 | Mở rộng mạng 5G | Sở Xây dựng |  |  | 2027',
  ]);
});
