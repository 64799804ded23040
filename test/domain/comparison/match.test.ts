import fc from 'fast-check';
import { candidatesOf, nation, type Party } from '../../../src/domain/comparison/likeness';
import {
  matchIndicators,
  rowKey,
  type Correction,
  type MatchedRow,
} from '../../../src/domain/comparison/match';
import type { Indicator } from '../../../src/domain/plan/plan';
import { expectedParties, expectedPlaces, expectedRows } from './expected';

const parties = expectedParties();
const { rows } = matchIndicators(parties, []);

function rowOf(key: string, found: readonly MatchedRow[] = rows): MatchedRow | undefined {
  return found.find(({ members }) =>
    members.some(({ party, indicator }) => rowKey(party, indicator.id) === key),
  );
}

function certaintyOf(key: string, found: readonly MatchedRow[] = rows): string | undefined {
  return rowOf(key, found)?.members.find(
    ({ party, indicator }) => rowKey(party, indicator.id) === key,
  )?.certainty;
}

describe('the five plans and the national list, against pairs made by hand', () => {
  const places = expectedPlaces();
  const joined = rows.flatMap(({ key, members }) =>
    members
      .map(({ party, indicator, certainty }) => ({
        head: key,
        key: rowKey(party, indicator.id),
        certainty,
      }))
      .filter((member) => member.key !== key),
  );

  it('joins nothing that does not belong together', () => {
    const wrong = joined.filter(
      ({ head, key }) => places.get(key)?.row !== (places.get(head)?.row ?? Number.NaN),
    );
    expect(wrong).toEqual([]);
  });

  it('is certain of nothing that is doubtful', () => {
    const bold = joined.filter(
      ({ head, key, certainty }) =>
        certainty === 'sure' &&
        !(places.get(key)?.sure === true && places.get(head)?.sure === true),
    );
    expect(bold).toEqual([]);
  });

  it('misses one of 176 pairs: a long sentence of running text', () => {
    const missed = expectedRows.flatMap(({ national, sure }) => {
      const keys = Object.entries(sure).map(([plan, id]) => rowKey(plan, id));
      const [head = '', ...others] = national === null ? keys : [`NQ-${national}`, ...keys];
      return others.filter((key) => rowOf(key) !== rowOf(head));
    });
    expect(missed).toEqual(['nga-nam:CT-p16']);
  });

  it('is certain of most: people look at one match in nine', () => {
    const likely = joined.filter(({ certainty }) => certainty === 'likely').length;
    expect(likely / joined.length).toBeLessThan(1 / 8);
  });

  it.each([
    ['the numbers on paper mean nothing', 'hai-phong:CT-23.2', 'NQ-23.4'],
    ['an abbreviation is its long form', 'hai-phong:CT-13', 'NQ-13'],
    ['a slip of the tone parts nothing', 'hai-phong:CT-28', 'NQ-28'],
    ['a city’s own name says where a plan is at home', 'tien-giang:CT-19', 'NQ-24'],
  ])('%s: %s is %s', (_, key, head) => {
    expect(rowOf(key)?.key).toBe(head);
  });

  it.each([
    ['the world’s index is not the provinces’', 'NQ-37', 'can-tho:CT-23'],
    ['exports are not output', 'NQ-9', 'hai-phong:CT-9'],
    ['a count of patents is not its growth', 'NQ-21', 'hue:CT-16'],
    ['2030 is not 2045', 'NQ-10', 'can-tho:CT-22'],
  ])('%s: %s and %s stay apart', (_, one, other) => {
    expect(rowOf(one)).not.toBe(rowOf(other));
  });
});

describe('what an officer decided', () => {
  const decide = (indicator: string, target: string | null, party = 'hue'): Correction => ({
    party,
    indicator,
    with: target,
  });

  it('parts an indicator from its row', () => {
    const { rows: found, problems } = matchIndicators(parties, [decide('CT-7', null)]);
    expect([rowOf('hue:CT-7', found)?.members.length, problems]).toEqual([1, []]);
    expect(certaintyOf('hue:CT-7', found)).toBe('corrected');
  });

  it('joins what the names do not', () => {
    const { rows: found } = matchIndicators(parties, [decide('CT-16', 'NQ-21')]);
    expect([rowOf('hue:CT-16', found)?.key, certaintyOf('hue:CT-16', found)]).toEqual([
      'NQ-21',
      'corrected',
    ]);
  });

  it('goes before a match of names: the place is taken, and who was there stands elsewhere', () => {
    const { rows: found } = matchIndicators(parties, [decide('CT-6', 'NQ-10')]);
    expect(rowOf('hue:CT-6', found)?.key).toBe('NQ-10');
    expect(rowOf('hue:CT-7', found)?.key).not.toBe('NQ-10');
  });

  it('lets an officer name a row by any of its indicators', () => {
    const { rows: found } = matchIndicators(parties, [decide('CT-16', 'can-tho:CT-13')]);
    expect(rowOf('hue:CT-16', found)?.key).toBe('NQ-21');
  });

  it.each<readonly [string, readonly Correction[], string]>([
    ['an indicator that is gone', [decide('CT-99', null)], 'indicatorUnknown'],
    ['a row that is none', [decide('CT-7', 'NQ-999')], 'rowUnknown'],
    ['a row of another year', [decide('CT-7', 'NQ-36')], 'horizonDiffers'],
    ['two of one plan in a row', [decide('CT-7', 'NQ-10'), decide('CT-6', 'NQ-10')], 'placeTaken'],
  ])('says what it cannot follow: %s', (_, corrections, reason) => {
    expect(matchIndicators(parties, corrections).problems).toEqual([
      expect.objectContaining({ reason }),
    ]);
  });
});

describe('whatever the plans are', () => {
  const indicators = parties.flatMap((party) => party.indicators);
  const anyPlans = fc
    .array(fc.subarray(indicators, { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 5 })
    .map((lists): readonly Party[] =>
      lists.map((list, at) => ({
        id: at === 0 ? nation : `plan-${String(at)}`,
        name: '',
        indicators: list.map((each, place): Indicator => ({ ...each, id: `CT-${String(place)}` })),
      })),
    );

  it('puts every indicator into one row, and at most one of each plan into a row', () => {
    fc.assert(
      fc.property(anyPlans, (given) => {
        const found = matchIndicators(given, []).rows;
        const keys = found.flatMap(({ members }) =>
          members.map(({ party, indicator }) => rowKey(party, indicator.id)),
        );
        const all = candidatesOf(given).map(({ party, indicator }) => rowKey(party, indicator.id));
        expect([...keys].sort()).toEqual([...all].sort());
        for (const { members, horizon } of found) {
          expect(new Set(members.map(({ party }) => party)).size).toBe(members.length);
          expect(members.every(({ indicator }) => indicator.horizon === horizon)).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('keeps its rows when they are given back as decisions', () => {
    fc.assert(
      fc.property(anyPlans, (given) => {
        const found = matchIndicators(given, []).rows;
        const decisions = found.flatMap(({ key, members }) =>
          members
            .filter(({ party }) => party !== nation)
            .map(({ party, indicator }) => ({
              party,
              indicator: indicator.id,
              with: members.length === 1 ? null : key,
            })),
        );
        const again = matchIndicators(given, decisions);
        expect(again.problems).toEqual([]);
        expect(again.rows.map(({ key }) => key)).toEqual(found.map(({ key }) => key));
      }),
      { numRuns: 40 },
    );
  });
});
