import { readDuties } from '../../../src/reading/prose/duties';
import { outline } from '../../../src/reading/prose/outline';
import { joinParagraphs } from '../../../src/reading/prose/paragraphs';
import type { RawTask } from '../../../src/reading/raw';
import { linesOf } from './text';

const read = (text: string): RawTask[] => readDuties(outline(joinParagraphs(linesOf(text))));

/** The only task below a heading, as "lead | name | time". */
function one(item: string, title = 'V. TỔ CHỨC THỰC HIỆN'): string[] {
  return read(`${title}\n${item}`).map(({ name, leadText, timeText }) =>
    [leadText ?? '-', name, timeText ?? '-'].join(' | '),
  );
}

describe('who is charged', () => {
  it.each([
    ['1. Phòng Văn hóa\nTham mưu kế hoạch.', 'Phòng Văn hóa | Tham mưu kế hoạch. | -'],
    ['1. Sở Xây dựng:\n- Chủ trì quy hoạch.', 'Sở Xây dựng | Chủ trì quy hoạch. | -'],
    ['1. Sở Tài chính: Bố trí kinh phí.', 'Sở Tài chính | Bố trí kinh phí. | -'],
    ['1. Sở Tài chính có trách nhiệm:\n- Bố trí vốn.', 'Sở Tài chính | Bố trí vốn. | -'],
    [
      '1. Cấp ủy căn cứ nhiệm vụ được giao:\n- Ban hành kế hoạch.',
      'Cấp ủy căn cứ nhiệm vụ được giao | Ban hành kế hoạch. | -',
    ],
    [
      '1. Ủy ban Kiểm tra Thành ủy: Hàng năm kiểm tra.',
      'Ủy ban Kiểm tra Thành ủy | Hàng năm kiểm tra. | -',
    ],
    [
      '1. Ban Chỉ đạo tỉnh và các tổ chức hội chỉ đạo xây dựng kế hoạch.',
      'Ban Chỉ đạo tỉnh và các tổ chức hội | chỉ đạo xây dựng kế hoạch. | -',
    ],
    [
      '1. Đề nghị Mặt trận tỉnh, Hội Phụ nữ và các đoàn thể phối hợp thực hiện.',
      'Mặt trận tỉnh, Hội Phụ nữ và các đoàn thể | phối hợp thực hiện. | -',
    ],
    ['1. Giao Sở Y tế chủ trì theo dõi.', 'Sở Y tế | chủ trì theo dõi. | -'],
    [
      '1. Căn cứ Kế hoạch này, các sở, ngành chủ động triển khai.',
      'các sở, ngành | chủ động triển khai. | -',
    ],
    [
      '1. Định kỳ hằng năm trước ngày 20/12 (hoặc đột xuất), các ban, phòng ngành báo cáo kết quả.',
      'các ban, phòng ngành | báo cáo kết quả. | Định kỳ hằng năm trước ngày 20/12',
    ],
    ['1. Thành lập Ban Chỉ đạo thành phố.', '- | Thành lập Ban Chỉ đạo thành phố. | -'],
    ['1. Tổ chức quán triệt nghị quyết.', '- | Tổ chức quán triệt nghị quyết. | -'],
    ['Sở Tài chính:\n- Bố trí vốn.', 'Sở Tài chính | Bố trí vốn. | -'],
    ['Sở Tài chính\n- Bố trí vốn.', 'Sở Tài chính | Bố trí vốn. | -'],
  ])('%s', (item, expected) => {
    expect(one(item)).toEqual([expected]);
  });

  it.each([
    ['1. Giao Sở A chủ trì, phối hợp với Sở B, Sở C xây dựng đề án.', 'Sở A / Sở B, Sở C'],
    ['1. Sở A chủ trì, phối hợp với các địa phương phủ sóng 5G.', 'Sở A / các địa phương'],
    [
      '1. Sở A chủ trì, phối hợp với các cơ sở giáo dục triển khai giáo dục STEM.',
      'Sở A / các cơ sở giáo dục',
    ],
    ['1. Sở A:\n- Chủ trì, phối hợp với Sở B xây dựng đề án.', 'Sở A / -'],
    ['1. Xây dựng đề án (Sở A chủ trì, phối hợp Sở B; xong tháng 3/2026).', 'Sở A / Sở B'],
    ['1. Xây dựng đề án (Sở A, Sở B chủ trì, trước 31/3/2026).', 'Sở A, Sở B / -'],
  ])('and who helps: %s', (item, expected) => {
    const [task] = read(`V. TỔ CHỨC THỰC HIỆN\n${item}`);
    expect([task?.leadText, task?.coordText ?? '-'].join(' / ')).toBe(expected);
  });

  it.each([
    [
      '1. Số hóa hồ sơ. Phân công: Sở A chủ trì; Sở B, Sở C phối hợp.',
      'Sở A / Sở B, Sở C / Số hóa hồ sơ',
    ],
    ['1. Số hóa hồ sơ; Sở A chủ trì, Sở B phối hợp.', 'Sở A / Sở B / Số hóa hồ sơ'],
    ['1. Số hóa hồ sơ, do Sở A chủ trì, phối hợp với Sở B.', 'Sở A / Sở B / Số hóa hồ sơ'],
    ['1. Số hóa hồ sơ. Giao Sở A chủ trì, phối hợp với Sở B.', 'Sở A / Sở B / Số hóa hồ sơ.'],
    ['1. Số hóa hồ sơ. Sở A (chủ trì), Sở B (phối hợp).', 'Sở A / Sở B / Số hóa hồ sơ'],
    ['1. Số hóa hồ sơ (Sở A chủ trì; phối hợp: Sở B).', 'Sở A / Sở B / Số hóa hồ sơ'],
    ['1. Số hóa hồ sơ. Đơn vị chủ trì: Sở A. Đơn vị phối hợp: Sở B.', 'Sở A / Sở B / Số hóa hồ sơ'],
    ['1. Số hóa hồ sơ\n- Sở A chủ trì; Sở B phối hợp.', 'Sở A / Sở B / Số hóa hồ sơ'],
    ['1. Số hóa hồ sơ.\nGiao Sở A chủ trì, phối hợp với Sở B.', 'Sở A / Sở B / Số hóa hồ sơ.'],
    ['1. Tổ chức 03 lớp tập huấn; Sở A chủ trì.', 'Sở A / - / Tổ chức 03 lớp tập huấn'],
  ])('at the end of the duty or below it: %s', (item, expected) => {
    const tasks = read(`IV. NHIỆM VỤ CỤ THỂ\n${item}`).map(({ name, leadText, coordText }) =>
      [leadText ?? '-', coordText ?? '-', name].join(' / '),
    );
    expect(tasks).toEqual([expected]);
  });

  it('takes a heading that only begins like a body for a heading', () => {
    const text = 'IV. NHIỆM VỤ CỤ THỂ\n1. Chính quyền số, xã hội số\na) Số hóa hồ sơ (Quý I/2026).';
    expect(read(text).map(({ leadText, section }) => [leadText, section])).toEqual([[null, '1']]);
  });

  it('is doubted where no one is', () => {
    expect(read('V. TỔ CHỨC THỰC HIỆN\n1. Thành lập Ban Chỉ đạo.')[0]?.doubts).toEqual([
      { code: 'rowWithoutLead', params: {} },
    ]);
  });
});

describe('by when', () => {
  it.each([
    [
      '1. Sở A:\n- Trình ban hành Đề án trong quý II/2026.',
      'Sở A | Trình ban hành Đề án trong quý II/2026. | trong quý II/2026',
    ],
    ...(
      [
        ['; thực hiện trong năm 2026', 'thực hiện trong năm 2026'],
        ['; hoàn thành trong quý III/2026', 'hoàn thành trong quý III/2026'],
        [', thường xuyên', 'thường xuyên'],
        ['; thường xuyên, hằng năm', 'thường xuyên, hằng năm'],
        [', hằng năm', 'hằng năm'],
        ['; theo lộ trình của Chính phủ', 'theo lộ trình của Chính phủ'],
        ['; giai đoạn 2026 - 2030', 'giai đoạn 2026 - 2030'],
        [', từ quý I/2026', 'từ quý I/2026'],
        ['. Hoàn thành trước ngày 30/6/2026', 'Hoàn thành trước ngày 30/6/2026'],
        ['. Lộ trình thực hiện: Quý II/2026', 'Quý II/2026'],
        [' (Quý IV/2025)', 'Quý IV/2025'],
      ] as const
    ).map(([end, time]): [string, string] => [
      `1. Sở A:\n- Số hóa hồ sơ${end}.`,
      `Sở A | Số hóa hồ sơ | ${time}`,
    ]),
    [
      '1. Sở A:\n- Số hóa hồ sơ trong quý III/2025.',
      'Sở A | Số hóa hồ sơ trong quý III/2025. | trong quý III/2025',
    ],
    ['1. Sở A:\n- Sơ kết hằng năm.', 'Sở A | Sơ kết hằng năm. | hằng năm'],
    [
      '1. Sở A:\n- Bố trí dự toán ngân sách hằng năm.',
      'Sở A | Bố trí dự toán ngân sách hằng năm. | -',
    ],
    [
      '1. Sở A:\n- Xây dựng Đề án chuyển đổi số, giai đoạn 2026 - 2030.',
      'Sở A | Xây dựng Đề án chuyển đổi số, giai đoạn 2026 - 2030. | -',
    ],
    ['1. Sở A:\n- Rà soát, thường xuyên kiểm tra.', 'Sở A | Rà soát, thường xuyên kiểm tra. | -'],
    [
      '1. Sở A:\n- Thực hiện Quyết định số 5, theo quy định của pháp luật.',
      'Sở A | Thực hiện Quyết định số 5, theo quy định của pháp luật. | -',
    ],
    [
      '1. Sở A:\n- Xây dựng kế hoạch - Hoàn thành trong tháng 3/2025.',
      'Sở A | Xây dựng kế hoạch | Hoàn thành trong tháng 3/2025',
    ],
    [
      '1. Sở A:\n- Rà soát quy định. (Thực hiện thường xuyên hàng năm).',
      'Sở A | Rà soát quy định. | Thực hiện thường xuyên hàng năm',
    ],
    [
      '1. Sở A: Xây dựng kế hoạch, hoàn thành trong tháng 3/2026.',
      'Sở A | Xây dựng kế hoạch | hoàn thành trong tháng 3/2026',
    ],
    ['1. Sở A: Tập huấn cán bộ. Thời gian: Quý II/2026.', 'Sở A | Tập huấn cán bộ | Quý II/2026'],
    [
      '1. Tập huấn cán bộ (hoàn thành trước 31/3/2026, Sở A chủ trì).',
      'Sở A | Tập huấn cán bộ | hoàn thành trước 31/3/2026',
    ],
    [
      '1. Sở A:\n- Số hóa hồ sơ\n- Hoàn thành trong năm 2026',
      'Sở A | Số hóa hồ sơ | Hoàn thành trong năm 2026',
    ],
    [
      '1. Sở A: Phát triển kinh tế (gồm nông nghiệp).',
      'Sở A | Phát triển kinh tế (gồm nông nghiệp). | -',
    ],
    ['1. Sở A: Theo dõi chỉ số đến năm 2030.', 'Sở A | Theo dõi chỉ số đến năm 2030. | -'],
  ])('%s', (item, expected) => {
    expect(one(item, 'IV. NHIỆM VỤ CỤ THỂ')).toEqual([expected]);
  });
});

it('is in doubt about a rhythm that only ends the sentence', () => {
  const [task] = read('V. TỔ CHỨC THỰC HIỆN\n1. Sở A: Sơ kết hằng năm.');
  expect(task?.doubts).toEqual([
    { code: 'toldInSentence', params: { column: 'Thời hạn', text: 'hằng năm' } },
  ]);
});

describe('a paragraph below the last item', () => {
  it.each([
    'Các cơ quan, đơn vị định kỳ báo cáo kết quả về Sở A trước ngày 15/12.',
    'Định kỳ 6 tháng, các sở báo cáo kết quả về Sở A.',
    'Định kỳ hằng quý báo cáo kết quả về Sở A.',
  ])('that sets the reporting is no part of it and no task: %s', (line) => {
    const text = `V. TỔ CHỨC THỰC HIỆN\n1. Giao nhiệm vụ\na) Sở A theo dõi.\nb) Sở B giám sát.\n${line}`;
    expect(read(text).map(({ name }) => name)).toEqual(['theo dõi.', 'giám sát.']);
  });

  it('that charges others is a task of theirs', () => {
    const text =
      'V. TỔ CHỨC THỰC HIỆN\n1. Sở A\na) Theo dõi.\nCác sở, ngành chủ động triển khai Kế hoạch.';
    expect(read(text).map(({ leadText, name }) => [leadText, name])).toEqual([
      ['Sở A', 'Theo dõi.'],
      ['Các sở, ngành', 'chủ động triển khai Kế hoạch.'],
    ]);
  });
});

describe('which sections hold tasks', () => {
  const specific = 'IV. NHIỆM VỤ CỤ THỂ\n1. Sở A: Số hóa hồ sơ (Quý I/2026).';
  const duties = 'V. TỔ CHỨC THỰC HIỆN\n1. Sở B: Theo dõi.';
  const means = 'III. NHIỆM VỤ, GIẢI PHÁP\n1. Nâng cao nhận thức\n- Tuyên truyền sâu rộng.';

  it.each([
    ['specific tasks before duties', [means, specific, duties], ['IV.1.1']],
    ['duties where there are no specific tasks', [means, duties], ['V.1.1']],
    [
      'duties where the specific ones name no time and no one',
      ['II. NHIỆM VỤ CỤ THỂ\n1. Nâng cao nhận thức\na) Tuyên truyền sâu rộng;', duties],
      ['V.1.1'],
    ],
    ['no ways and means', [means], []],
    ['tasks of a chapter without a number', ['NHIỆM VỤ CỤ THỂ\n2. Số hóa (Quý I/2026)'], ['2.1']],
    [
      'tasks inside a part',
      ['PHẦN II\nNHIỆM VỤ', 'A. NHIỆM VỤ CỤ THỂ\n1. Số hóa (Quý I/2026)'],
      ['A.1.1'],
    ],
  ])('%s', (_, parts, codes) => {
    expect(read(parts.join('\n')).map(({ code }) => code)).toEqual(codes);
  });

  it.each([
    'Trong quá trình tổ chức thực hiện, nếu có vướng mắc, các đơn vị báo cáo.',
    'Trên đây là Kế hoạch.',
    '2. Kinh phí thực hiện',
  ])('no closing formula: %s', (line) => {
    expect(read(`${duties}\n${line}`)).toHaveLength(1);
  });
});

it('numbers duties by the way down to them', () => {
  const text = `V. PHÂN CÔNG TRÁCH NHIỆM
1. Sở A
- Một.
- Hai:
+ nhỏ;
2. Các đơn vị khác
2.1. Sở B
a) Ba.
3. Sở C chủ trì việc bốn.
Và việc năm.`;
  expect(
    read(text).map(({ code, name, section, sectionTitle }) => [code, name, section, sectionTitle]),
  ).toEqual(
    [
      ['V.1.1', 'Một.'],
      ['V.1.2', 'Hai: nhỏ;'],
      ['V.2.1.1', 'Ba.'],
      ['V.3.1', 'chủ trì việc bốn.'],
      ['V.3.2', 'Và việc năm.'],
    ].map((row) => [...row, 'V', 'PHÂN CÔNG TRÁCH NHIỆM']),
  );
});

describe('the section of a task', () => {
  const sectionsOf = (text: string): string[] =>
    read(text).map(({ section, sectionTitle }) => `${section} ${sectionTitle}`);

  it('is the innermost heading, but for one that names who is charged', () => {
    const text = `III. NHIỆM VỤ CỤ THỂ
1. Hoàn thiện thể chế
a) Sở Tư pháp chủ trì rà soát văn bản; hoàn thành trước 30/6/2026.
b) Sở Nội vụ chủ trì xây dựng đề án; hoàn thành trước 30/9/2026.
2. Phát triển hạ tầng
a) Sở Xây dựng chủ trì mở rộng mạng lưới; hoàn thành trước 30/6/2026.`;
    expect(sectionsOf(text)).toEqual([
      '1 Hoàn thiện thể chế',
      '1 Hoàn thiện thể chế',
      '2 Phát triển hạ tầng',
    ]);
    expect(sectionsOf('V. TỔ CHỨC THỰC HIỆN\n1. Sở Tài chính\n- Bố trí vốn.')).toEqual([
      'V TỔ CHỨC THỰC HIỆN',
    ]);
  });

  it.each([
    ['1. Thể chế.', 'a)', '1 Thể chế'],
    ['a) Thể chế', '-', 'a Thể chế'],
    ['A. THỂ CHẾ', '1.', 'A THỂ CHẾ'],
    ['1. Thể chế:', '+', '1 Thể chế'],
  ])('is a heading of any style whose items say who is charged: %s', (title, marker, expected) => {
    const item = `${marker} Sở Tư pháp chủ trì rà soát văn bản; hoàn thành trước 30/6/2026.`;
    expect(sectionsOf(`III. NHIỆM VỤ CỤ THỂ\n${title}\n${item}`)).toEqual([expected]);
  });

  it.each(['IV- TỔ CHỨC THỰC HIỆN', 'IV – TỔ CHỨC THỰC HIỆN', 'IV/ TỔ CHỨC THỰC HIỆN'])(
    'has its number apart: %s',
    (title) => {
      expect(sectionsOf(`${title}\n1. Sở Tài chính: Bố trí vốn.`)).toEqual([
        'IV TỔ CHỨC THỰC HIỆN',
      ]);
    },
  );
});

it('takes ways and means for tasks where most of them say who leads', () => {
  const title = 'II. NHIỆM VỤ VÀ GIẢI PHÁP\n1. Thể chế\n';
  const leadsOf = (items: string): (string | null)[] =>
    read(title + items).map((task) => task.leadText);
  expect(leadsOf('a) Giao Sở A chủ trì xây dựng luật.\nb) Sở B rà soát quy định.')).toEqual([
    'Sở A',
    'Sở B',
  ]);
  expect(leadsOf('a) Đẩy mạnh tuyên truyền.\nb) Tăng cường hợp tác.')).toEqual([]);
});

it('bears an end that never ends', () => {
  const ends = ['X (Quý I/2026) ', '(Quý I/2026)', 'Y, thường xuyên, ', 'Sở A chủ trì; '];
  for (const end of ends)
    expect(read(`V. TỔ CHỨC THỰC HIỆN\n1. Sở A: ${end.repeat(5000)}`)).toHaveLength(1);
});
