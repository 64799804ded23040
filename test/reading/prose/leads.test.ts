import { nameLeads } from '../../../src/reading/prose/leads';
import type { RawIndicator, RawTask } from '../../../src/reading/raw';

const indicator = (name: string, targetText = '5%'): RawIndicator => ({
  line: 1,
  code: 'p1',
  horizon: 2030,
  name,
  unit: '%',
  targetText,
  leadText: null,
  doubts: [],
});

const duty = (name: string, leadText: string | null = 'Sở A'): RawTask => ({
  line: 2,
  code: 'V.1.1',
  section: 'V',
  sectionTitle: 'TỔ CHỨC THỰC HIỆN',
  name,
  leadText,
  coordText: null,
  resultText: null,
  timeText: null,
  doubts: [],
});

const FOLLOW = 'Chủ trì theo dõi các chỉ tiêu về';

describe('a duty that names the indicator', () => {
  it.each([
    ['in a list', 'Quy mô kinh tế số', `${FOLLOW} đóng góp của TFP; Quy mô kinh tế số; HDI.`],
    [
      'in other words around it',
      'Số lượng đơn đăng ký sáng chế, văn bằng',
      `${FOLLOW} số lượng đơn đăng ký sáng chế.`,
    ],
    [
      'shorter than the indicator',
      'Hạ tầng công nghệ số tiên tiến, hiện đại, dung lượng lớn',
      `${FOLLOW} hạ tầng công nghệ số.`,
    ],
    [
      'with typing differences',
      'Tỉ lệ hồ sơ được số hoá',
      `Theo dõi, đánh giá các chỉ tiêu: Tỷ lệ hồ sơ được số hoá.`,
    ],
    [
      'as its own aim',
      'Xây dựng đô thị theo hướng thông minh; thu hút doanh nghiệp',
      'Nghiên cứu từng bước xây dựng đô thị theo hướng thông minh theo nghị quyết.',
    ],
  ])('%s', (_, name, text) => {
    const [read] = nameLeads([indicator(name)], [duty(text)]);
    expect(read?.leadText).toBe('Sở A');
    expect(read?.doubts.map(({ code }) => code)).toEqual(['leadMatchedByName']);
  });

  it('in a list whose items run together', () => {
    const names = [
      'Tỷ lệ doanh nghiệp đổi mới',
      'Nhân dân góp phần nâng chỉ số phát triển con người',
    ];
    const list = duty(`${FOLLOW} tỷ lệ doanh nghiệp đổi mới chỉ số phát triển con người.`);
    expect(
      nameLeads(
        names.map((name) => indicator(name)),
        [list],
      ).map((each) => each.leadText),
    ).toEqual(['Sở A', 'Sở A']);
  });

  it('by its target’s words', () => {
    const target = 'ít nhất 3% tổng chi ngân sách hằng năm cho khoa học';
    const [read] = nameLeads(
      [indicator('bố trí chi', target)],
      [duty(`Tham mưu bố trí ${target}.`)],
    );
    expect(read?.leadText).toBe('Sở A');
    expect(read?.doubts[0]?.params).toEqual({ phrase: `Tham mưu bố trí ${target}.` });
  });
});

it.each([
  ['only helps', 'Phối hợp theo dõi các chỉ tiêu về quy mô kinh tế số.'],
  ['names another', `${FOLLOW} tỷ lệ hồ sơ được số hóa.`],
  ['shares a few words', 'Chủ trì phát triển kinh tế số trên địa bàn.'],
  ['lists nothing', 'Theo dõi, đánh giá các chỉ tiêu được giao.'],
])('a duty that %s names no lead', (_, text) => {
  const [read] = nameLeads([indicator('Quy mô kinh tế số')], [duty(text)]);
  expect(read?.leadText).toBeNull();
  expect(read?.doubts).toEqual([{ code: 'leadNotNamed', params: {} }]);
});

it('leaves a named lead as it is, and a duty without a lead aside', () => {
  const known = { ...indicator('Quy mô kinh tế số'), leadText: 'Sở B' };
  const list = `${FOLLOW} quy mô kinh tế số.`;
  expect(nameLeads([known], [duty(list)])).toEqual([known]);
  expect(nameLeads([indicator('Quy mô kinh tế số')], [duty(list, null)])[0]?.leadText).toBeNull();
});
