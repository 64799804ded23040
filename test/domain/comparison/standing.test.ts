import { countsThings, standingOf, type Standing } from '../../../src/domain/comparison/standing';
import { unitRelation, type UnitRelation } from '../../../src/domain/comparison/units';
import type { Indicator } from '../../../src/domain/plan/plan';
import { readPace } from '../../../src/reading/cells/pace';
import { readTarget } from '../../../src/reading/cells/target';
import { expectedParties, expectedRows } from './expected';

describe('targets of the five plans against the national ones, by hand', () => {
  const parties = expectedParties();
  const indicatorOf = (party: string, id: string): Indicator => {
    const found = parties
      .find((each) => each.id === party)
      ?.indicators.find((each) => each.id === id);
    if (!found) throw new Error(`${party} has no ${id}.`);
    return found;
  };
  const cases = expectedRows.flatMap(({ national, sure, standing }) =>
    national === null
      ? []
      : Object.entries(standing).map(
          ([plan, expected]) =>
            [national, plan, sure[plan] ?? '', expected] as readonly [
              string,
              string,
              string,
              Standing,
            ],
        ),
  );

  it.each(cases)('national %s, %s %s: %s', (national, plan, id, expected) => {
    expect(standingOf(indicatorOf(plan, id), indicatorOf('NQ', `NQ-${national}`))).toBe(expected);
  });
});

describe('a target against another', () => {
  const row = (
    name: string,
    unit: string | null,
    targetText: string,
  ): Pick<Indicator, 'unit' | 'target' | 'pace'> => ({
    unit,
    target: readTarget(targetText, unit).target,
    pace: readPace({ name, unit, targetText }),
  });

  it.each<readonly [string, string | null, string, string | null, string, Standing]>([
    ['more is higher', '%', '≥ 85', '%', '≥ 80', 'higher'],
    ['strict or not, equal is equal', '%', '> 80', '%', '80', 'equal'],
    ['less is higher where less is better', '%', 'dưới 3', '%', '≤ 5', 'higher'],
    ['a range counts by its lower end', '%', '8 - 10', '%', '9', 'lower'],
    ['money converts exactly', 'triệu đồng', '2.500', 'tỷ đồng', '2', 'higher'],
    [
      'a place among provinces is no place in the world',
      'Thứ bậc',
      '≤ 3',
      'Thứ bậc',
      '≤ 50',
      'incomparable',
    ],
    ['words do not compare', null, 'tiên tiến', null, 'hiện đại', 'incomparable'],
    ['districts are not cities', 'Quận', '≥ 6', 'Thành phố', '≥ 5', 'incomparable'],
    ['every year is not once', '%/năm', '10', '%', '10', 'incomparable'],
    ['GRDP is the GDP of a place', '% GRDP', '≥ 20', '% GDP', '≥ 30', 'lower'],
  ])('%s', (_, unit, text, nationalUnit, nationalText, expected) => {
    expect(standingOf(row('Tỷ lệ', unit, text), row('Tỷ lệ', nationalUnit, nationalText))).toBe(
      expected,
    );
  });
});

describe('units', () => {
  it.each<readonly [string | null, string | null, UnitRelation]>([
    ['%', '%', { kind: 'same' }],
    ['phần trăm', '%', { kind: 'same' }],
    ['Số doanh nghiệp/ 1.000 dân', 'Số doanh nghiệp/1000 dân', { kind: 'same' }],
    ['% tổng chi NSNN', '% tổng chi ngân sách', { kind: 'same' }],
    ['%GDP', '% GRDP', { kind: 'near' }],
    ['%', '% dân số', { kind: 'near' }],
    ['%', '%/năm', { kind: 'different' }],
    ['%', '% GDP', { kind: 'different' }],
    ['tỷ đồng', 'triệu đồng', { kind: 'converted', factor: 1000 }],
    ['triệu đồng', 'tỷ đồng', { kind: 'converted', factor: 0.001 }],
    ['hồ sơ', 'nghìn hồ sơ', { kind: 'converted', factor: 0.001 }],
    ['tỷ đồng', 'triệu USD', { kind: 'different' }],
    [null, '%', { kind: 'unknown' }],
  ])('%s to %s', (from, to, expected) => {
    expect(unitRelation(from, to)).toEqual(expected);
  });

  it.each([
    ['Doanh nghiệp', true],
    ['Tổ chức, doanh nghiệp', true],
    ['%', false],
    ['Người/vạn dân', false],
    ['Thứ bậc', false],
    ['Chỉ số phát triển con người (HDI)', false],
    [null, false],
  ])('%s counts things over the country: %s', (unit, expected) => {
    expect(countsThings(unit)).toBe(expected);
  });
});
