import { findContradictions, type Stated } from '../../../src/reading/prose/contradictions';

const stated = (
  code: string,
  name: string,
  targetText: string,
  unit: string | null = '%',
  horizon = 2030,
): Stated => ({
  code,
  name,
  unit,
  horizon,
  target: null,
  targetText,
});

const pair = (prose: Stated, table: Stated): [string, string][] =>
  findContradictions([prose], [table], []).map((each) => [each.proseText, each.tableText]);

describe('two numbers for one indicator', () => {
  it.each([
    ['Tổ chức được xếp hạng', 'Số tổ chức được xếp hạng', '2 - 3', '40 - 50'],
    ['các trường có câu lạc bộ khởi nghiệp', 'Trường có câu lạc bộ khởi nghiệp.', 'trên 80%', '85'],
    ['Tỉ lệ hồ sơ được số hoá', 'Tỷ lệ hồ sơ được số hoá', '1.200', '1.250'],
  ])('%s against %s', (prose, table, one, other) => {
    expect(pair(stated('p1', prose, one), stated('1', table, other))).toEqual([[one, other]]);
  });

  it('in a duty', () => {
    const name = 'đóng góp vào chỉ số phát triển con người (HDI) của tỉnh';
    const duties = [
      {
        code: 'V.1',
        name: 'Theo dõi chỉ số phát triển con người (HDI) của tỉnh duy trì trên 0,7 đến năm 2030.',
      },
    ];
    expect(findContradictions([stated('p1', name, 'trên 0,5', null)], [], duties)).toEqual([
      { proseCode: 'p1', tableCode: 'V.1', proseText: 'trên 0,5', tableText: 'trên 0,7' },
    ]);
    expect(findContradictions([stated('p1', name, 'trên 0,5', null, 2045)], [], duties)).toEqual(
      [],
    );
  });

  it('read from targets where they are known', () => {
    const prose = {
      ...stated('p1', 'Kinh tế số', 'tám'),
      target: { kind: 'exactly', value: 8 },
    } as const;
    const table = {
      ...stated('1', 'Kinh tế số', 'chín'),
      target: { kind: 'range', min: 9, max: 10 },
    } as const;
    expect(pair(prose, table)).toEqual([['tám', 'chín']]);
  });
});

describe('no contradiction', () => {
  const name = 'Tỷ lệ hồ sơ công việc tại cấp xã được xử lý trên mạng';

  it.each([
    ['the same number, otherwise bound', stated('1', name, '≥ 80')],
    ['one of several numbers', stated('1', name, '> 80% trường; > 90% nhóm trẻ')],
    ['words only', stated('1', name, 'Đạt mức cao')],
    ['another horizon', stated('1', name, '90', '%', 2045)],
    ['another way to measure', stated('1', name, '90', '%/năm')],
    ['another level', stated('1', name.replace('cấp xã', 'cấp huyện'), '90')],
    ['another thing', stated('1', 'Tỷ lệ hồ sơ được số hóa tại cấp xã', '90')],
  ])('%s', (_, table) => {
    expect(pair(stated('p1', name, 'trên 80%'), table)).toEqual([]);
  });

  it('with a row that is more like another aim', () => {
    const prose = [
      stated('p1', 'Tỷ lệ trường học có mạng tốt', '80%'),
      stated('p2', 'Tỷ lệ trường học có mạng', '90%'),
    ];
    expect(findContradictions(prose, [stated('1', 'Tỷ lệ trường học có mạng', '90')], [])).toEqual(
      [],
    );
  });
});
