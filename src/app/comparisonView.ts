import type { ComparedCell, Comparison } from '../domain/comparison/compare';
import type { Doubt } from '../domain/comparison/likeness';
import type { Certainty } from '../domain/comparison/match';
import type { Standing } from '../domain/comparison/standing';
import type { UnitRelation } from '../domain/comparison/units';
import type { IndicatorStatus } from '../domain/assessment/status';
import type { IsoDate } from '../domain/dates';

/** What `compare --json` prints. */
export type ComparisonView = {
  readonly books: readonly {
    readonly plan: string;
    readonly locality: string;
    readonly file: string;
    readonly hash: string;
    readonly period: string;
    readonly asOf: IsoDate;
    readonly nationalFloor: string | null;
  }[];
  readonly rows: readonly {
    readonly key: string;
    readonly horizon: number;
    readonly name: string;
    readonly unit: string | null;
    /** The national target's text; null in a row the nation has no target for. */
    readonly national: string | null;
    readonly wholeCountry: boolean;
    readonly cells: readonly {
      readonly plan: string;
      readonly indicator: string;
      readonly name: string;
      readonly unit: string | null;
      readonly target: string | null;
      readonly certainty: Certainty;
      readonly score: number;
      readonly doubts: readonly Doubt[];
      readonly unitRelation: UnitRelation['kind'];
      readonly status: IndicatorStatus;
      readonly actual: number | null;
      readonly compared: number | null;
      readonly rank: number | null;
      readonly targetRank: number | null;
      readonly standing: Standing | null;
      readonly breach: boolean;
    }[];
  }[];
  readonly withoutPlan: readonly string[];
  readonly problems: readonly { readonly indicator: string; readonly reason: string }[];
  readonly notices: readonly string[];
};

/** Leaves of a comparison only what other programs are promised. */
export function comparisonView(comparison: Comparison, notices: readonly string[]): ComparisonView {
  const cellView = (cell: ComparedCell): ComparisonView['rows'][number]['cells'][number] => {
    const { indicator, certainty, score, doubts } = cell.member;
    const { status, actual, compared, rank, targetRank, standing, breach } = cell;
    return {
      plan: cell.party,
      indicator: indicator.id,
      name: indicator.name,
      unit: indicator.unit,
      target: indicator.targetText,
      certainty,
      score,
      doubts,
      unitRelation: cell.unit.kind,
      status,
      actual,
      compared,
      rank,
      targetRank,
      standing,
      breach,
    };
  };
  return {
    books: comparison.books.map(({ book: { plan, settings, file }, hash }) => ({
      plan: plan.id,
      locality: plan.locality,
      file,
      hash,
      period: settings.period.id,
      asOf: settings.asOf,
      nationalFloor: plan.nationalFloor,
    })),
    rows: comparison.rows.map(({ matched, national, unit, wholeCountry, cells }) => ({
      key: matched.key,
      horizon: matched.horizon,
      name: matched.head.indicator.name,
      unit,
      national: national?.targetText ?? null,
      wholeCountry,
      cells: cells.map(cellView),
    })),
    withoutPlan: comparison.withoutPlan.map(({ id }) => id),
    problems: comparison.problems.map(({ correction, reason }) => ({
      indicator: `${correction.party}:${correction.indicator}`,
      reason,
    })),
    notices,
  };
}
