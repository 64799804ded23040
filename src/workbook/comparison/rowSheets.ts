import type { ComparedCell, ComparedRow } from '../../domain/comparison/compare';
import {
  comparisonHeaders,
  comparisonSheets,
  comparisonTexts,
  standingWords,
  unitMarks,
} from '../../messages/comparison';
import { fill } from '../../messages/language';
import { indicatorStatusWords, withSign } from '../../messages/words';
import { indicatorLooks, type StatusLook } from '../shared/looks';
import type { SheetSpec } from '../spec';
import { styles } from '../tracking/styles';
import { placeNames, type ComparisonInput } from './input';
import {
  coloured,
  figure,
  listingSheet,
  remarkStyles,
  words,
  type Column,
  type Shown,
} from './table';

/** Columns that say what a row is, on both sheets. */
const leading: readonly Column[] = [
  { header: comparisonHeaders.key, width: 12 },
  { header: comparisonHeaders.name, width: 38 },
  { header: comparisonHeaders.horizon, width: 7 },
  { header: comparisonHeaders.unit, width: 10 },
];

/** Localities that stand side by side on a page of A3. */
const PLACES_A_PAGE = 6;

/** The 1-based column of a locality's first cell; each has {@link cellsEach}. */
export const firstPlaceColumn = { targets: leading.length + 2, statuses: leading.length + 1 };

/** Columns each locality has on both sheets. */
export const cellsEach = 3;

const standingLooks: Readonly<Record<keyof typeof standingWords, StatusLook>> = {
  higher: indicatorLooks.met,
  equal: indicatorLooks.onPace,
  lower: indicatorLooks.attention,
  incomparable: indicatorLooks.noData,
  breach: indicatorLooks.alarm,
};

function leadingCells({ matched, unit }: ComparedRow): readonly Shown[] {
  const { key, horizon, head } = matched;
  return [
    words(key, styles.planCentre),
    words(head.indicator.name),
    figure(horizon, styles.planCentre),
    words(unit, styles.planCentre),
  ];
}

/** A plan's target in its own words, marked where the match or the unit is doubtful. */
function targetWords({ member, unit }: ComparedCell): string {
  const mark = member.certainty === 'likely' ? '? ' : '';
  const behind = fill(unitMarks[unit.kind], { unit: member.indicator.unit ?? '' });
  return `${mark}${member.indicator.targetText ?? ''}${behind}`;
}

/** A plan's target against the nation's, with the sign that stands for it. */
export function standingText({ standing, breach }: ComparedCell): string | null {
  return standing === null ? null : withSign(standingWords[breach ? 'breach' : standing]);
}

type Sheet = 'targets' | 'statuses';

function placeColumns(sheet: Sheet, place: string): readonly Column[] {
  const header = (text: string): string => fill({ vi: text, en: text }, { place });
  return sheet === 'targets'
    ? [
        { header: header(comparisonHeaders.target), width: 16 },
        { header: header(comparisonHeaders.standing), width: 12, role: 'derived' },
        { header: header(comparisonHeaders.targetRank), width: 7, role: 'derived' },
      ]
    : [
        { header: header(comparisonHeaders.status), width: 15, role: 'derived' },
        { header: header(comparisonHeaders.actual), width: 11 },
        { header: header(comparisonHeaders.rank), width: 7, role: 'derived' },
      ];
}

function placeCells(sheet: Sheet, cell: ComparedCell | undefined): readonly Shown[] {
  if (!cell)
    return [words(null, styles.closed), words(null, styles.closed), words(null, styles.closed)];
  if (sheet === 'statuses')
    return [
      coloured(withSign(indicatorStatusWords[cell.status]), indicatorLooks[cell.status]),
      figure(cell.compared ?? cell.actual),
      figure(cell.rank, styles.derived),
    ];
  const standing = standingText(cell);
  return [
    words(targetWords(cell)),
    standing === null || cell.standing === null
      ? words(null, styles.derived)
      : coloured(standing, standingLooks[cell.breach ? 'breach' : cell.standing]),
    figure(cell.targetRank, styles.derived),
  ];
}

/** The sheet of targets beside the national ones, or the matrix of statuses: a row an indicator. */
export function rowSheet({ comparison }: ComparisonInput, sheet: Sheet): SheetSpec {
  const places = placeNames(comparison);
  const targets = sheet === 'targets';
  const national = ({ national: row, wholeCountry }: ComparedRow): Shown =>
    words(row === null ? null : `${row.targetText ?? ''}${wholeCountry ? ' *' : ''}`);
  return listingSheet({
    name: comparisonSheets[sheet],
    table: targets ? 'TienDoMucTieu' : 'TienDoTrangThai',
    title: targets ? comparisonTexts.targetsTitle : comparisonTexts.statusesTitle,
    remarks: [
      {
        text: targets ? comparisonTexts.legendStanding : comparisonTexts.legendRank,
        style: remarkStyles.small,
      },
    ],
    columns: [
      ...leading,
      ...(targets ? [{ header: comparisonHeaders.national, width: 16 }] : []),
      ...[...places.values()].flatMap((place) => placeColumns(sheet, place)),
    ],
    rows: comparison.rows.map((row) => {
      const cells = new Map(row.cells.map((cell) => [cell.party, cell]));
      return [
        ...leadingCells(row),
        ...(targets ? [national(row)] : []),
        ...[...places.keys()].flatMap((party) => placeCells(sheet, cells.get(party))),
      ];
    }),
    frozenColumns: targets ? leading.length + 1 : leading.length,
    pagesAcross: Math.ceil(places.size / PLACES_A_PAGE),
    validations: () => [],
    tabColor: targets ? '1F3864' : '1E7B3A',
  });
}
