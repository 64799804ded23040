import { readMetadata, setsNationalFloor, type Metadata } from '../../src/reading/metadata';
import { readSource } from '../../src/reading/source';

function read(...lines: readonly string[]): Metadata {
  const source = readSource(lines.join('\n'));
  if (!source.ok) throw new Error(source.error.code);
  return readMetadata(source.value, source.value);
}

function missing(metadata: Metadata): readonly unknown[] {
  return metadata.notes.map((note) => note.params['field']);
}

it('reads a letterhead of two columns', () => {
  const metadata = read(
    'ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'TỈNH ĐỒNG NAI Độc lập - Tự do - Hạnh phúc',
    'Số: 112/KH-UBND Đồng Nai, ngày 05 tháng 3 năm 2026',
    'KẾ HOẠCH',
    'Phát triển kinh tế số trên địa bàn tỉnh năm 2026',
    'Căn cứ Quyết định số 411/QĐ-TTg ngày 31 tháng 3 năm 2022 của Thủ tướng Chính phủ;',
    'Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:',
    'I. MỤC ĐÍCH',
  );
  expect(metadata).toMatchObject({
    locality: 'Đồng Nai',
    issuer: 'Ủy ban nhân dân tỉnh Đồng Nai',
    documentNumber: '112/KH-UBND',
    documentDate: '2026-03-05',
    title: 'KẾ HOẠCH Phát triển kinh tế số trên địa bàn tỉnh năm 2026',
    titleYear: 2026,
    year: 2026,
    notes: [],
  });
});

it('never takes the number or the day of a cited document for its own', () => {
  const metadata = read(
    'KẾ HOẠCH',
    'THỰC HIỆN NGHỊ QUYẾT SỐ 10/NQ-CP NGÀY 09/01/2025 CỦA CHÍNH PHỦ',
    'Thực hiện Nghị quyết số 10/NQ-CP ngày 09 tháng 01 năm 2025, UBND huyện Phú Hòa ban hành Kế hoạch sau:',
    'I. MỤC TIÊU',
    '(Kèm theo Kế hoạch thực hiện Nghị quyết số 10/NQ-CP ngày 09 tháng 01 năm 2025 của UBND huyện Phú Hòa)',
  );
  expect(metadata.issuer).toBe('Ủy ban nhân dân huyện Phú Hòa');
  expect(metadata.documentNumber).toBeNull();
  expect(metadata.documentDate).toBeNull();
  expect(missing(metadata)).toEqual(['documentNumber', 'documentDate']);
  expect(metadata.year).toBe(2025);
});

it.each([
  ['Số: 2211 /KH-UBND', '2211/KH-UBND'],
  ['Số:     87 / KH-UBND', '87/KH-UBND'],
  ['Số 09 -KH/TU', '09-KH/TU'],
  ['Số:      /KH-UBND', null],
])('reads a number with room around its signs: %s', (line, number) => {
  expect(read(line, 'KẾ HOẠCH', 'Phát triển dữ liệu số').documentNumber).toBe(number);
});

it('ends a title above the annex that follows it', () => {
  expect(read('KẾ HOẠCH', 'Phát triển dữ liệu số', 'PHỤ LỤC I', 'CHỈ TIÊU').title).toBe(
    'KẾ HOẠCH Phát triển dữ liệu số',
  );
});

it('takes number and day from the line under an annex, and not a blank one', () => {
  expect(
    read('KẾ HOẠCH', '(Ban hành kèm theo Kế hoạch số 69/KH-UBND ngày 25/02/2025 của UBND tỉnh)'),
  ).toMatchObject({ documentNumber: '69/KH-UBND', documentDate: '2025-02-25' });
  expect(
    read('KẾ HOẠCH', '(Kèm theo Kế hoạch số      /KH-UBND ngày   /   /2025 của UBND tỉnh)'),
  ).toMatchObject({ documentNumber: null, documentDate: null });
});

it.each([
  ['UBND thành phố Biên Hòa ban hành Kế hoạch', 'Ủy ban nhân dân thành phố Biên Hòa', 'Biên Hòa'],
  ['Uỷ ban nhân dân xã Tân An ban hành Kế hoạch', 'Ủy ban nhân dân xã Tân An', 'Tân An'],
  [
    'Ban Thường vụ Tỉnh ủy Kiên Giang xây dựng Chương trình',
    'Ban Thường vụ Tỉnh ủy Kiên Giang',
    'Kiên Giang',
  ],
  ['Bộ Xây dựng ban hành Kế hoạch', 'Bộ Xây dựng', 'Bộ Xây dựng'],
])('%s', (sentence, issuer, locality) => {
  expect(read('KẾ HOẠCH', 'Về việc X', `Căn cứ Luật, ${sentence} như sau:`, 'I. A')).toMatchObject({
    issuer,
    locality,
  });
});

it('names the place of "Ủy ban nhân dân tỉnh" by what the text mentions most', () => {
  const metadata = read(
    'KẾ HOẠCH',
    'Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:',
    'I. MỤC TIÊU',
    'Chuyển đổi số tỉnh Bình Phước; học tập tỉnh Bắc Ninh; chi nhánh tỉnh Bình Phước.',
    'Thành phố Đồng Xoài; thành phố Đồng Xoài; thành phố Đồng Xoài.',
  );
  expect(metadata.issuer).toBe('Ủy ban nhân dân tỉnh Bình Phước');
});

it('says that the place is missing where a plan of a place does not name it', () => {
  const metadata = read(
    'KẾ HOẠCH',
    'Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:',
    'I. MỤC TIÊU',
  );
  expect(metadata).toMatchObject({ locality: '', issuer: 'Ủy ban nhân dân tỉnh' });
  expect(missing(metadata)).toContain('locality');
});

it('says when work passes to the bodies that come after a merger', () => {
  const { notes } = read(
    'KẾ HOẠCH',
    'Sau khi sáp nhập, nhiệm vụ được giao cho các cơ quan được chuyển về cơ quan sau sáp nhập.',
    'Rà soát, sắp xếp tổ chức bộ máy, chức năng, nhiệm vụ của các cơ quan.',
  );
  expect(notes.filter((note) => note.code === 'agencySuccession')).toMatchObject([
    { where: { line: 2, row: null } },
  ]);
});

it.each([
  ['Bảo đảm chỉ tiêu bằng hoặc cao hơn so với Nghị quyết số 57-NQ/TW của Bộ Chính trị.', true],
  ['Các mục tiêu của thành phố không thấp hơn mục tiêu quốc gia.', true],
  ['Thực hiện các chỉ tiêu của Nghị quyết số 57-NQ/TW.', false],
  ['Chất lượng dịch vụ bằng hoặc cao hơn năm trước.', false],
])('“%s” binds a plan to the nation’s targets: %s', (sentence, expected) => {
  expect(setsNationalFloor(sentence)).toBe(expected);
});

it.each<readonly [string, readonly string[], string, string]>([
  [
    'a Sở in capitals, of a province',
    ['SỞ Y TẾ TỈNH HÀ NAM', 'KẾ HOẠCH', 'Chuyển đổi số', 'Giao Văn phòng Sở Y tế tổng hợp.'],
    'Sở Y tế tỉnh Hà Nam',
    'Hà Nam',
  ],
  [
    'a ministry in capitals',
    ['BỘ XÂY DỰNG', 'KẾ HOẠCH', 'Chuyển đổi số', 'Các đơn vị thuộc Bộ Xây dựng thực hiện.'],
    'Bộ Xây dựng',
    'Bộ Xây dựng',
  ],
  [
    'the body that issues, not one that the plan follows',
    [
      'KẾ HOẠCH',
      'Thực hiện Nghị quyết',
      'Để thực hiện Nghị quyết của Bộ Chính trị trên địa bàn tỉnh Nghệ An Ủy ban nhân dân tỉnh Nghệ An ban hành Kế hoạch như sau:',
    ],
    'Ủy ban nhân dân tỉnh Nghệ An',
    'Nghệ An',
  ],
  [
    'a party committee in two parts',
    ['KẾ HOẠCH', 'Thực hiện', 'Để thực hiện, Ban Thường vụ Tỉnh ủy Hà Giang ban hành Kế hoạch:'],
    'Ban Thường vụ Tỉnh ủy Hà Giang',
    'Hà Giang',
  ],
])('names %s', (_, lines, issuer, locality) => {
  expect(read(...lines)).toMatchObject({ issuer, locality });
});

it.each([
  ['who issues it', 'BỘ TRƯỞNG BỘ XÂY DỰNG'],
  ['what it rests on', 'Căn cứ Nghị định số 33/2025/NĐ-CP;'],
  ['a sentence', 'Các đơn vị báo cáo hằng năm trước ngày 03/12 về Văn phòng Sở.'],
])('ends a title before %s', (_, next) => {
  const title = ['QUYẾT ĐỊNH', 'Ban hành Kế hoạch chuyển đổi số', 'giai đoạn 2025 - 2026'];
  expect(read(...title, next, 'I. MỤC TIÊU').title).toBe(title.join(' '));
});

it('keeps in a title the body that it names in capitals', () => {
  const title = ['KẾ HOẠCH', 'CHUYỂN ĐỔI SỐ CỦA', 'ỦY BAN NHÂN DÂN TỈNH ĐỒNG NAI'];
  expect(read(...title, 'I. MỤC TIÊU').title).toBe(title.join(' '));
});
