import fc from 'fast-check';
import type { Plan } from '../../src/domain/plan/plan';
import { readPlan } from '../../src/reading/readPlan';

function read(...lines: readonly string[]): Plan {
  const plan = readPlan(lines.flatMap((line) => line.split(' / ')).join('\n'));
  if (!plan.ok) throw new Error(plan.error.code);
  return plan.value;
}

function notesOf(plan: Plan, code: string): readonly (string | null)[] {
  return plan.notes.filter((note) => note.code === code).map((note) => note.where.row);
}

const indicatorHead = 'TT / Chỉ tiêu / Đơn vị / Kết quả / Cơ quan chủ trì';
const taskHead = 'TT / Nhiệm vụ / Chủ trì / Phối hợp / Thời gian';

describe('refuses what is no plan', () => {
  it.each([
    ['', 'fileEmpty'],
    [' \n\u00a0\n\t', 'fileEmpty'],
    ['PK\u0003\u0004\u0000\u0000\u0000', 'notText'],
    ['Lorem ipsum dolor sit amet.', 'notAPlan'],
    ['Kính gửi: Sở Nội vụ\nTrân trọng cảm ơn.', 'notAPlan'],
    ['TT\nHọ và tên\nChức vụ\n1\nNguyễn Văn A\nGiám đốc', 'notAPlan'],
    ['TT\nChỉ tiêu\nĐơn vị\nKết quả\nCơ quan chủ trì', 'notAPlan'],
    ['1\n2\n3\n4', 'notAPlan'],
  ])('%j: %s', (text, code) => {
    expect(readPlan(text)).toMatchObject({ ok: false, error: { code } });
  });

  it('never throws, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ maxLength: 400 }), fc.string({ unit: 'binary' })),
        (text) => {
          readPlan(text);
        },
      ),
    );
  });
});

describe('ids', () => {
  it('are made from the number alone where no other row has it', () => {
    const plan = read(
      indicatorHead,
      '1 / Tỷ lệ số hóa hồ sơ / % / 90 / Sở Y tế',
      '2 / Hạ tầng số',
      '2.1 / Phủ sóng 5G / % / 99 / Sở Y tế',
    );
    expect(plan.indicators.map((row) => row.id)).toEqual(['CT-1', 'CT-2', 'CT-2.1']);
    expect(notesOf(plan, 'codeRepeated')).toEqual([]);
  });

  it('carry the section where numbers start again in it, which is nothing to look at', () => {
    const plan = read(
      taskHead,
      'I / Thể chế',
      '1 / Rà soát các quy định / Sở Tư pháp / Sở Nội vụ / 2025',
      'II / Hạ tầng',
      '1 / Đầu tư trung tâm dữ liệu / Công an tỉnh / Sở Tài chính / 2026',
      '2 / Phủ sóng 5G toàn tỉnh / Sở Xây dựng / Sở Tài chính / 2027',
    );
    expect(plan.tasks.map((row) => row.id)).toEqual(['NV-I-1', 'NV-II-1', 'NV-2']);
    expect(plan.tasks.map((row) => row.sectionTitle)).toEqual(['Thể chế', 'Hạ tầng', 'Hạ tầng']);
    expect(notesOf(plan, 'codeRepeated')).toEqual([]);
  });

  it('carry a count where a number stands twice in one section, and say so', () => {
    const plan = read(
      taskHead,
      'I / Thể chế',
      '1 / Rà soát các quy định / Sở Tư pháp / Sở Nội vụ / 2025',
      '1 / Đầu tư trung tâm dữ liệu / Công an tỉnh / Sở Tài chính / 2026',
    );
    expect(plan.tasks.map((row) => row.id)).toEqual(['NV-1', 'NV-1-2']);
    expect(notesOf(plan, 'codeRepeated')).toEqual(['NV-1-2']);
  });

  it('say nothing of a row that sets a target for each of several years', () => {
    const plan = read(
      'TT / Chỉ tiêu / ĐVT / Mục tiêu 2025 / Mục tiêu 2030 / Chủ trì',
      '1 / Tỷ lệ số hóa hồ sơ / % / 70 / 90 / Sở Y tế',
    );
    expect(plan.indicators.map((row) => row.id)).toEqual(['CT-2025-1', 'CT-2030-1']);
    expect(notesOf(plan, 'codeRepeated')).toEqual([]);
  });

  it('carry the horizon where numbers start again for it', () => {
    const plan = read(
      indicatorHead,
      'I / Đến năm 2030',
      '1 / Quy mô kinh tế số / % / 30 / Sở Y tế',
      'II / Đến năm 2045',
      '1 / Quy mô kinh tế số / % / 50 / Sở Y tế',
    );
    expect(plan.indicators.map((row) => row.id)).toEqual(['CT-I-1', 'CT-II-1']);
    expect(plan.indicators.map((row) => row.horizon)).toEqual([2030, 2045]);
  });

  it('are still unique where nothing tells rows apart', () => {
    const plan = read(
      taskHead,
      '1 / Rà soát / Sở Y tế / Sở Nội vụ / 2025',
      '1 / Rà soát / Sở Y tế / Sở Nội vụ / 2025',
    );
    expect(plan.tasks.map((row) => row.id)).toEqual(['NV-1', 'NV-1-2']);
  });
});

describe('indicators', () => {
  const plan = read(
    indicatorHead,
    'I / Đến năm 2030',
    '1 / Quy mô kinh tế số / % GRDP / ≥ 30 / Sở Tài chính',
    '2 / Chỉ tiêu về dịch vụ công',
    '2.1 / Tỷ lệ hồ sơ trực tuyến / % / 90 / Sở KH&CN; Sở Nội vụ',
    '2.10 / Tỷ lệ thanh toán trực tuyến / % / 80 / Sở Khoa học và Công nghệ',
    '3 / Hạ tầng số / Top đầu cả nước',
    '3.1 / Phủ sóng 5G / % / 99 / Sở Nội vụ',
  );

  it('stand under the row whose number begins theirs', () => {
    expect(plan.indicators.map((row) => row.parent)).toEqual([
      null,
      null,
      'CT-2',
      'CT-2',
      null,
      'CT-3',
    ]);
  });

  it('are a group only without unit, target and lead', () => {
    expect(plan.indicators.filter((row) => row.isGroup).map((row) => row.id)).toEqual(['CT-2']);
    expect(notesOf(plan, 'groupWithTarget')).toEqual(['CT-3']);
    expect(notesOf(plan, 'rowWithoutLead')).toEqual(['CT-3']);
  });

  it('name each body once, by its fullest form', () => {
    expect(plan.agencies).toEqual([
      { id: 'so-tai-chinh', name: 'Sở Tài chính', aliases: [], group: false },
      {
        id: 'so-khoa-hoc-va-cong-nghe',
        name: 'Sở Khoa học và Công nghệ',
        aliases: expect.any(Array),
        group: false,
      },
      { id: 'so-noi-vu', name: 'Sở Nội vụ', aliases: [], group: false },
    ]);
    expect(plan.indicators[2]?.leads).toEqual(['so-khoa-hoc-va-cong-nghe', 'so-noi-vu']);
    expect(plan.indicators[3]?.leads).toEqual(['so-khoa-hoc-va-cong-nghe']);
  });
});

it('takes the horizon of a table without one from the title, and else says that it is missing', () => {
  const row = '1 / Quy mô kinh tế số / % / 30 / Sở Tài chính';
  const titled = read('KẾ HOẠCH', 'Phát triển kinh tế số năm 2026', indicatorHead, row);
  expect(titled.indicators[0]?.horizon).toBe(2026);
  const missing = (plan: Plan) => plan.notes.map((note) => note.params['field']);
  expect(missing(titled)).not.toContain('horizon');
  const untitled = read('KẾ HOẠCH', 'Phát triển kinh tế số', indicatorHead, row);
  expect(missing(untitled)).toContain('horizon');
});

it('says once what every row lacks', () => {
  const plan = read(
    'TT / Nhiệm vụ / Chủ trì / Sản phẩm',
    '1 / Rà soát các quy định / Sở Tư pháp / Báo cáo',
    '2 / Ban hành quy chế mới / Sở Nội vụ / Quyết định',
  );
  expect(notesOf(plan, 'rowWithoutTime')).toEqual([null]);
});

it('keeps the indicators of the running text apart from those of a table, and compares them', () => {
  const plan = read(
    'KẾ HOẠCH',
    'Phát triển khoa học và công nghệ đến năm 2030',
    'I. MỤC TIÊU',
    '1. Mục tiêu cụ thể đến năm 2030',
    '- Tỷ lệ hồ sơ được số hóa đạt tối thiểu 80%.',
    'II. TỔ CHỨC THỰC HIỆN',
    'PHỤ LỤC',
    'CHỈ TIÊU ĐẾN NĂM 2030',
    indicatorHead,
    '1 / Tỷ lệ hồ sơ được số hóa / % / ≥ 95 / Sở Nội vụ',
  );
  expect(plan.indicators.map((row) => row.id)).toEqual(['CT-1']);
  expect(plan.proseIndicators.map((row) => row.id)).toEqual(['VB-p1']);
  expect(plan.notes.filter((note) => note.code === 'contradiction')).toMatchObject([
    { where: { row: 'VB-p1' }, params: { other: 'CT-1', tableText: '≥ 95' } },
  ]);
});

it('gives the same plan for the same text', () => {
  const lines = [taskHead, '1 / Rà soát / Sở Y tế / Sở Nội vụ / 2025'] as const;
  expect(read(...lines)).toEqual(read(...lines));
});

it('takes what stood in a year before the plan for no target', () => {
  const plan = readPlan(`KẾ HOẠCH
Số: 12/KH-UBND
An, ngày 20 tháng 02 năm 2025
| TT | Chỉ tiêu | Đơn vị | Năm 2024 | Năm 2025 | Năm 2030 | Chủ trì |
| 1 | Kinh tế số | % | 12 | 15 | 30 | Sở Y tế |
| 2 | Sáng chế | Đơn | 5 | | | Sở Y tế |`);
  if (!plan.ok) throw new Error(plan.error.code);
  expect(plan.value.indicators.map((row) => `${row.targetText} ${row.horizon}`)).toEqual([
    '15 2025',
    '30 2030',
    '5 2024',
  ]);
});

it('puts a row under its group for every year that has a column', () => {
  const plan = readPlan(`| TT | Chỉ tiêu | Đơn vị | Năm 2026 | Năm 2030 | Chủ trì |
| 3 | Hạ tầng số | | | | Sở Y tế |
| 3.1 | Phủ sóng 5G | % | 60 | 99 | Sở Y tế |`);
  if (!plan.ok) throw new Error(plan.error.code);
  expect(plan.value.indicators.map((row) => row.parent)).toEqual([null, 'CT-3', 'CT-3']);
});
