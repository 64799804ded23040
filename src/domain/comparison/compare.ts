import type { BookAssessment } from '../assessment/book';
import { measureOf } from '../assessment/indicator';
import { valueOf } from '../assessment/reading';
import type { IndicatorStatus } from '../assessment/status';
import type { Book } from '../book';
import { cellOf, linesById, numberOf } from '../entries';
import type { Indicator } from '../plan/plan';
import { nation, type Party } from './likeness';
import {
  matchIndicators,
  type Correction,
  type CorrectionProblem,
  type MatchedRow,
  type Member,
} from './match';
import { convert, countsThings, standingOf, type Standing } from './standing';
import { unitRelation, type UnitRelation } from './units';

/** A tracking workbook that takes part in a comparison, assessed at its own as-of date. */
export type ComparedBook = {
  readonly book: Book;
  readonly assessment: BookAssessment;
  /** SHA-256 of the file, in hex. */
  readonly hash: string;
};

/** What one locality has in a row of the comparison. */
export type ComparedCell = {
  readonly party: string;
  readonly member: Member;
  readonly status: IndicatorStatus;
  /** As entered, in the plan's own unit; null where there is no number. */
  readonly actual: number | null;
  /** The entry cell the actual was read from, with its sheet; null without such a line. */
  readonly place: { readonly sheet: string; readonly cell: string } | null;
  /** How the plan's unit stands to the row's. */
  readonly unit: UnitRelation;
  /** The actual in the row's unit; null where it does not convert. */
  readonly compared: number | null;
  /** 1 is the best among the localities of the row that compare; null where nothing does. */
  readonly rank: number | null;
  /** The same for the targets: 1 is the hardest to reach. */
  readonly targetRank: number | null;
  /** Against the national target; null in a row that has none. */
  readonly standing: Standing | null;
  /** True where the plan set itself the rule never to be lower than the nation, and is. */
  readonly breach: boolean;
};

/** One indicator over all localities. */
export type ComparedRow = {
  readonly matched: MatchedRow;
  readonly national: Indicator | null;
  /** The unit figures are compared in: the head's, or the first that is named. */
  readonly unit: string | null;
  /** True where the national figure is a sum over the country. */
  readonly wholeCountry: boolean;
  /** In the order of the books; a locality without the indicator has none. */
  readonly cells: readonly ComparedCell[];
};

/** Several plans side by side. */
export type Comparison = {
  readonly books: readonly ComparedBook[];
  readonly parties: readonly Party[];
  /** National indicators first, in their order; then those of single plans. */
  readonly rows: readonly ComparedRow[];
  /** National indicators that no plan has. */
  readonly withoutPlan: readonly Indicator[];
  readonly problems: readonly CorrectionProblem[];
};

/**
 * Compares plans indicator by indicator. The books are of different plans (the caller sees to it).
 * `national` is the national list.
 */
export function comparePlans(
  books: readonly ComparedBook[],
  national: readonly Indicator[],
  corrections: readonly Correction[],
): Comparison {
  const parties: readonly Party[] = [
    { id: nation, name: '', indicators: national },
    ...books.map(({ book: { plan } }) => ({
      id: plan.id,
      name: plan.locality,
      indicators: plan.indicators,
    })),
  ];
  const { rows, problems } = matchIndicators(parties, corrections);
  const readers = new Map(books.map((each) => [each.book.plan.id, readerOf(each)]));
  const compared = rows.map((row) => comparedRow(row, readers));
  return {
    books,
    parties,
    rows: compared.filter((row) => row.cells.length > 0),
    withoutPlan: compared.flatMap((row) =>
      row.cells.length === 0 && row.national ? [row.national] : [],
    ),
    problems,
  };
}

type Entered = Pick<ComparedCell, 'status' | 'actual' | 'place'>;
type Reader = { readonly floor: boolean; readonly of: (indicator: string) => Entered };

function readerOf({ book, assessment }: ComparedBook): Reader {
  const lines = linesById(book.indicators);
  const assessed = new Map(assessment.indicators.map((row) => [row.indicator.id, row]));
  return {
    floor: book.plan.nationalFloor !== null,
    of: (indicator) => {
      const line = lines.get(indicator);
      const cell = line ? cellOf(line, 'actual') : null;
      return {
        status: assessed.get(indicator)?.status ?? 'noData',
        actual: cell ? valueOf(numberOf(cell.content)) : null,
        place:
          cell && cell.address !== '' ? { sheet: book.indicators.sheet, cell: cell.address } : null,
      };
    },
  };
}

function comparedRow(matched: MatchedRow, readers: ReadonlyMap<string, Reader>): ComparedRow {
  const national = matched.head.party === nation ? matched.head.indicator : null;
  const unit =
    matched.members.map(({ indicator }) => indicator.unit).find((each) => each !== null) ?? null;
  const cells = matched.members.flatMap((member): Omit<ComparedCell, 'rank' | 'targetRank'>[] => {
    const reader = readers.get(member.party);
    if (!reader) return [];
    const entered = reader.of(member.indicator.id);
    const relation = unitRelation(member.indicator.unit, unit);
    const standing = national ? standingOf(member.indicator, national) : null;
    return [
      {
        party: member.party,
        member,
        ...entered,
        unit: relation,
        compared: entered.actual === null ? null : convert(entered.actual, relation),
        standing,
        breach: reader.floor && standing === 'lower',
      },
    ];
  });
  const ranks = ranksOf(cells, ({ compared }) => compared);
  const targetRanks = ranksOf(cells, ({ member: { indicator }, unit: relation }) => {
    const measure = indicator.target && measureOf(indicator.target, indicator.pace);
    return measure ? convert(measure.value, relation) : null;
  });
  return {
    matched,
    national,
    unit,
    wholeCountry: national !== null && countsThings(national.unit),
    cells: cells.map((cell, at) => ({
      ...cell,
      rank: ranks[at] ?? null,
      targetRank: targetRanks[at] ?? null,
    })),
  };
}

type Ranked = Pick<ComparedCell, 'member'>;

/**
 * The places of figures among each other, best first, equal figures on one place. Only indicators
 * that move the same way and by the same pace have places, and only from two figures on.
 */
function ranksOf<T extends Ranked>(
  cells: readonly T[],
  figureOf: (cell: T) => number | null,
): readonly (number | null)[] {
  const wayOf = ({ member: { indicator } }: T): string | null => {
    const measure = indicator.target && measureOf(indicator.target, indicator.pace);
    return measure ? `${indicator.pace} ${String(measure.direction)}` : null;
  };
  const way = cells.map(wayOf).find((each) => each !== null) ?? null;
  const better = way?.endsWith('-1') ? -1 : 1;
  const figures = cells.map((cell) =>
    way !== null && wayOf(cell) === way ? figureOf(cell) : null,
  );
  const known = figures.filter((each) => each !== null);
  return figures.map((figure) =>
    figure === null || known.length < 2
      ? null
      : 1 + known.filter((each) => better * (each - figure) > 0).length,
  );
}
