import { readDuties } from '../../../src/reading/prose/duties';
import { outline } from '../../../src/reading/prose/outline';
import { joinParagraphs } from '../../../src/reading/prose/paragraphs';
import { linesOf } from './text';

function read(text: string): (string | null)[][] {
  return readDuties(outline(joinParagraphs(linesOf(text)))).map((task) => [
    task.section,
    task.code,
    task.name,
    task.leadText,
    task.coordText,
    task.resultText,
    task.timeText,
  ]);
}

it.each([
  [
    'labels on items of their own',
    'III. NHIỆM VỤ\n1. Thể chế\na) Nhiệm vụ: Xây dựng nghị quyết.\nb) Đơn vị chủ trì: Sở A.\nc) Đơn vị phối hợp: Sở B, Sở C.\nd) Thời gian: Quý II/2026.\nđ) Sản phẩm: Nghị quyết.',
    [['1', '', 'Xây dựng nghị quyết', 'Sở A', 'Sở B, Sở C', 'Nghị quyết', 'Quý II/2026']],
  ],
  [
    'a task named by the item before its labels',
    'II. NHIỆM VỤ\n2.1. Đầu tư trung tâm dữ liệu.\n- Cơ quan chủ trì: Sở A; cơ quan phối hợp: Sở B.\n- Thời gian hoàn thành: năm 2027.\n- Kết quả: Trung tâm',
    [['II', '2.1', 'Đầu tư trung tâm dữ liệu', 'Sở A', 'Sở B', 'Trung tâm', 'năm 2027']],
  ],
  [
    'a bracket at the end of a name',
    'II. NHIỆM VỤ\n1. Lắp cảm biến (trừ cầu tạm).\n- Chủ trì: Sở A\n- Thời gian: năm 2027',
    [['II', '1', 'Lắp cảm biến (trừ cầu tạm)', 'Sở A', null, null, 'năm 2027']],
  ],
  [
    'labels in a bracket',
    'II. NHIỆM VỤ\n1. Phủ sóng 5G (Chủ trì: Sở A; phối hợp: VNPT; hoàn thành: Quý IV/2026).',
    [['II', '1', 'Phủ sóng 5G', 'Sở A', 'VNPT', null, 'Quý IV/2026']],
  ],
  [
    'labels in a bracket on a line of its own, below a sentence that keeps its stop',
    'II. NHIỆM VỤ\n1. Phủ sóng 5G.\n(Chủ trì: Sở A; phối hợp: VNPT; hoàn thành: Quý IV/2026)',
    [['II', '1', 'Phủ sóng 5G.', 'Sở A', 'VNPT', null, 'Quý IV/2026']],
  ],
  [
    'one label for all who take part',
    'II. NHIỆM VỤ\n1. Phủ sóng 5G. Phân công: Sở A chủ trì; Sở B, Sở C phối hợp; thực hiện trong năm 2026.',
    [['II', '1', 'Phủ sóng 5G', 'Sở A', 'Sở B, Sở C', null, 'thực hiện trong năm 2026']],
  ],
  [
    'one label for all who take part, on a line of its own',
    'II. NHIỆM VỤ\n1. Phủ sóng 5G; hoàn thành trong năm 2026.\nPhân công thực hiện: Sở A chủ trì, phối hợp với Sở B.',
    [['II', '1', 'Phủ sóng 5G', 'Sở A', 'Sở B', null, 'hoàn thành trong năm 2026']],
  ],
  [
    'a role without a label among labels',
    'II. NHIỆM VỤ\n1. Phủ sóng 5G (Chủ trì: Sở A; Sở B phối hợp; Quý IV/2026).',
    [['II', '1', 'Phủ sóng 5G', 'Sở A', 'Sở B', null, 'Quý IV/2026']],
  ],
  [
    'a label among roles without one',
    'II. NHIỆM VỤ\n1. Phủ sóng 5G (Sở A chủ trì; phối hợp: Sở B; thời gian: Quý IV/2026).',
    [['II', '1', 'Phủ sóng 5G', 'Sở A', 'Sở B', null, 'Quý IV/2026']],
  ],
  [
    'roles on a line of their own among labels',
    'II. NHIỆM VỤ\n1. Nhiệm vụ: Phủ sóng 5G.\nSở A chủ trì; Sở B phối hợp.\nThời gian: Quý IV/2026.',
    [['II', '1', 'Phủ sóng 5G', 'Sở A', 'Sở B', null, 'Quý IV/2026']],
  ],
  [
    'a label inside the heading, and details below',
    'II. Nhiệm vụ\n1. Nhiệm vụ 1: Xây dựng nền tảng\n- Nội dung: Thiết kế.\n- Chủ trì: Sở A\n- Thời gian: 2026 - 2027',
    [['II', '1', 'Xây dựng nền tảng', 'Sở A', null, null, '2026 - 2027']],
  ],
  [
    'numbers in the labels',
    'II. NHIỆM VỤ\nNhiệm vụ 1: Một.\n- Chủ trì: Sở A.\nNhiệm vụ số 2: Hai.\n- Chủ trì: Sở B.',
    [
      ['II', '1', 'Một', 'Sở A', null, null, null],
      ['II', '2', 'Hai', 'Sở B', null, null, null],
    ],
  ],
  [
    'several tasks under one number',
    'II. NHIỆM VỤ\n1. Thể chế\na) Nhiệm vụ: Một.\nb) Chủ trì: Sở A.\nc) Nhiệm vụ: Hai.\nd) Chủ trì: Sở B.\n2. Khác\nNhiệm vụ: Ba\nChủ trì: Sở C',
    [
      ['1', '', 'Một', 'Sở A', null, null, null],
      ['1', '', 'Hai', 'Sở B', null, null, null],
      ['2', '', 'Ba', 'Sở C', null, null, null],
    ],
  ],
  [
    'a number alone above a task',
    'II. NHIỆM VỤ\n1. Thể chế\n1.1.\na) Nhiệm vụ: Một.\nb) Chủ trì: Sở A.\n1.2.\na) Nhiệm vụ: Hai.\nb) Chủ trì: Sở B.',
    [
      ['1', '1.1', 'Một', 'Sở A', null, null, null],
      ['1', '1.2', 'Hai', 'Sở B', null, null, null],
    ],
  ],
  [
    'numbers that begin anew under each heading',
    'II. NHIỆM VỤ\n1. Hạ tầng\n1. Một\n- Chủ trì: Sở A.\n2. Hai\n- Chủ trì: Sở B.\n2. Xã hội số\n1. Ba\n- Chủ trì: Sở C.',
    [
      ['1', '1', 'Một', 'Sở A', null, null, null],
      ['1', '2', 'Hai', 'Sở B', null, null, null],
      ['2', '1', 'Ba', 'Sở C', null, null, null],
    ],
  ],
])('%s', (_, text, expected) => {
  expect(read(text)).toEqual(expected);
});
